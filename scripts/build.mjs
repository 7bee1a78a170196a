// Builds what `npm start` needs: the server with the demo shop, the widget and the panel, side by side; parts named as
// arguments are built alone. A part whose sources have not changed since it was built is left as it is.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}` };

/** Every part: what it is made from, by which command, and a file that shows it is there. */
const parts = [
  {
    name: 'server',
    from: ['packages/core', 'packages/server', 'examples/demo-shop'],
    command: ['tsc', '-b', 'examples/demo-shop'],
    result: 'examples/demo-shop/dist/start.js',
  },
  {
    name: 'widget',
    from: ['packages/core', 'packages/widget'],
    command: ['node', 'packages/widget/build/build.mjs'],
    result: 'packages/widget/dist/browser/widget.js',
  },
  {
    name: 'panel',
    from: ['packages/core', 'packages/widget', 'packages/admin'],
    command: ['pnpm', '--filter', '@shopdesk/admin', 'run', 'build'],
    result: 'packages/admin/dist/browser/index.html',
  },
];

const IGNORED = new Set(['node_modules', 'dist', 'data', 'bench']);
const SHARED = ['pnpm-lock.yaml', 'tsconfig.base.json', 'scripts/build.mjs'];

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !IGNORED.has(entry.name)) yield* filesIn(path);
    else if (entry.isFile() && !entry.name.endsWith('.test.ts')) yield path;
  }
}

/** By content, not by time: a checkout or a copy changes no source. */
function sourcesOf({ from }) {
  const hash = createHash('sha256');
  const files = [
    ...SHARED.map((file) => join(root, file)),
    ...from.flatMap((folder) => [...filesIn(join(root, folder))]),
  ];
  for (const file of files) hash.update(`${relative(root, file)}\0${statSync(file).size}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

const stampOf = ({ result }) => join(root, result, '..', '.built');

function isBuilt(part, sources) {
  return (
    existsSync(join(root, part.result)) && existsSync(stampOf(part)) && readFileSync(stampOf(part), 'utf8') === sources
  );
}

function run([program, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, shell: process.platform === 'win32' });
    let said = '';
    const listen = (chunk) => (said += chunk);
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', (error) => resolve({ ok: false, said: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, said }));
  });
}

/** Whether the part is there afterwards. */
async function build(part) {
  const sources = sourcesOf(part);
  if (isBuilt(part, sources)) return true;
  console.log(`Shopdesk: building the ${part.name} …`);
  const start = Date.now();
  const { ok, said } = await run(part.command);
  if (!ok || !existsSync(join(root, part.result))) {
    console.error(`\n${said.trim()}\n\nShopdesk: the ${part.name} could not be built (${part.command.join(' ')}).`);
    return false;
  }
  writeFileSync(stampOf(part), sources);
  console.log(`Shopdesk: built the ${part.name} in ${((Date.now() - start) / 1000).toFixed(1)} s.`);
  return true;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Parts: ${parts.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
const built = await Promise.all(parts.filter(({ name }) => asked.length === 0 || asked.includes(name)).map(build));
process.exit(built.every(Boolean) ? 0 : 1);
