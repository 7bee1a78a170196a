// Runs before a package is packed, by npm or pnpm, in the package's folder: builds it and adds what only the repository
// has. The compiler leaves `./x.ts` in declarations, which are named `x.d.ts`; tools other than TypeScript look for
// `x.js`.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.cwd();
const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}` };

function run(command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env,
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`${stdout ?? ''}${stderr ?? ''}\n${command} ${args.join(' ')} failed.`);
  process.exit(1);
}

/** What the compiler made of a source that is gone by now, and maps of earlier versions. */
function removeStale() {
  for (const file of readdirSync(join(folder, 'dist'), { recursive: true })) {
    const [, name] = /^(.*?)(?:\.d\.ts|\.js|\.js\.map|\.d\.ts\.map)$/.exec(file) ?? [];
    if (name === undefined || file.startsWith('browser/')) continue;
    if (file.endsWith('.map') || !existsSync(join(folder, 'src', `${name}.ts`))) rmSync(join(folder, 'dist', file));
  }
}

/** `from './x.ts'`, `import './x.ts'` and `import('./x.ts')`. */
const ENDING = /((?:\bfrom\s*|\bimport\s*\(?\s*)(["'])\.{1,2}\/[^"']*)\.ts\2/g;

function renameEndings() {
  for (const file of readdirSync(join(folder, 'dist'), { recursive: true }).filter((name) => name.endsWith('.d.ts'))) {
    const path = join(folder, 'dist', file);
    const text = readFileSync(path, 'utf8');
    const renamed = text.replaceAll(ENDING, '$1.js$2');
    if (renamed !== text) writeFileSync(path, renamed);
  }
}

run('tsc', '-b');
if (existsSync(join(folder, 'src', 'browser.ts')) || existsSync(join(folder, 'src', 'loader.ts')))
  run('node', 'scripts/build.mjs');
removeStale();
renameEndings();
copyFileSync(join(root, 'CHANGELOG.md'), join(folder, 'CHANGELOG.md'));
if (basename(folder) === 'server')
  for (const file of ['schema.graphql', 'schema.shopper.graphql'])
    copyFileSync(join(root, file), join(folder, 'dist', file));
