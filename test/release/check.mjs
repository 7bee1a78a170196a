// Whether a stranger can use the packages: `pnpm release:check [--full] [--keep]`. Packs them, installs the tarballs
// with npm in an empty folder, and does there what shops do: compile, bundle, mount the server, embed the panel and
// sign in.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack, PACKAGES } from '../../scripts/pack.mjs';
import { checkFrameworks } from './frameworks.mjs';
import { nodeOf, root, run, start, until } from './machine.mjs';
import { checkPanel } from './panel.mjs';
import { none, Report } from './report.mjs';
import { checkContents, checkDependencies, checkImports } from './tarballs.mjs';

const full = process.argv.includes('--full');
const { engines } = JSON.parse(readFileSync(join(root, 'packages/server/package.json'), 'utf8'));
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** `^22.13.0 || …` begins with the smallest. */
const SMALLEST = /\d+\.\d+\.\d+/.exec(engines.node)[0];
const OURS = devDependencies.node;
const TOO_OLD = ['18.20.8', '20.19.5'];
/**
 * One copy of each must serve the host and us, or their types and classes do not meet; the stranger has the oldest that
 * we accept.
 */
const ONCE = ['zod', 'graphql', 'lit', 'lit-html', '@shopdesk/core'];

const report = new Report();
const folder = mkdtempSync(join(tmpdir(), 'shopdesk-release-'));
const stranger = join(folder, 'stranger');

async function unpack(tarballs) {
  for (const name of PACKAGES) {
    const into = join(folder, 'unpacked', name);
    mkdirSync(into, { recursive: true });
    await run('tar', ['-xzf', tarballs[name], '-C', into], { cwd: folder });
    const contents = join(into, 'package');
    await report.check(`@shopdesk/${name}: what belongs into a package and nothing else`, () =>
      checkContents(contents),
    );
    await report.check(`@shopdesk/${name}: every import leads to a file of the package`, () => checkImports(contents));
    await report.check(`@shopdesk/${name}: every package it imports is asked for`, () => checkDependencies(contents));
  }
}

async function install(tarballs, node) {
  cpSync(join(root, 'test/release/stranger'), stranger, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(stranger, 'package.json'), 'utf8'));
  for (const name of PACKAGES) manifest.dependencies[`@shopdesk/${name}`] = `file:${tarballs[name]}`;
  writeFileSync(join(stranger, 'package.json'), JSON.stringify(manifest, null, 2));
  const { out, err } = await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: stranger,
    node,
  });
  none(
    `${out}${err}`.split('\n').filter((line) => /@shopdesk|ERESOLVE|peer dep/.test(line)),
    'complaints about our packages',
  );
}

/** How often each package is installed, by npm's lockfile. */
function checkCopies() {
  const { packages } = JSON.parse(readFileSync(join(stranger, 'package-lock.json'), 'utf8'));
  const places = (name) => Object.keys(packages).filter((path) => path.endsWith(`node_modules/${name}`));
  none(
    ONCE.map((name) => [name, places(name)])
      .filter(([, found]) => found.length !== 1)
      .map(([name, found]) => `${name}: ${found.join(', ') || 'nowhere'}`),
    'packages not there once',
  );
}

async function checkOldNode(version) {
  const node = await nodeOf(version);
  const sentence = new RegExp(`Shopdesk needs Node .*; this is Node ${version}\\.`);
  const env = { LANG: 'C' };
  const command = await start(node, ['node_modules/@shopdesk/server/dist/cli.js', 'start'], { cwd: stranger, env })
    .ended;
  if (command.code !== 1 || !sentence.test(command.err) || command.err.trim().includes('\n'))
    throw new Error(`the command says: ${command.err || command.out}`);
  const imported = await start(node, ['--input-type=module', '-e', "await import('@shopdesk/server')"], {
    cwd: stranger,
    env,
  }).ended;
  if (imported.code !== 1 || !sentence.test(imported.err))
    throw new Error(`the import says: ${imported.err || imported.out}`);
}

/** Every line that the stranger's program prints is a check. */
async function checkMounts(version, node) {
  const { code, out, err } = await start(node, ['mounts.mjs'], { cwd: stranger, env: { LANG: 'C' } }).ended;
  const lines = out
    .split('\n')
    .filter((line) => line.startsWith('{"mount"'))
    .map((line) => JSON.parse(line));
  for (const { mount, what, reason } of lines) report.count(`Node ${version}, ${mount}: ${what}`, reason);
  await report.check(`Node ${version}: the mounts were tried to their end`, () => {
    if (code !== 0 || lines.length === 0) throw new Error(`${code}\n${out}${err}`);
  });
}

async function checkCommand(node) {
  const data = join(folder, 'data');
  const command = (...args) => [
    join('node_modules', '@shopdesk', 'server', 'dist', 'cli.js'),
    ...args,
    `--data=${data}`,
  ];
  await run(node, command('seed'), { cwd: stranger });
  const desk = start(node, command('start', '--port=0'), { cwd: stranger });
  try {
    const [url] = await until(desk, /http:\/\/127\.0\.0\.1:\d+(?=\/admin\/)/);
    for (const path of ['/admin/', '/widget.js']) {
      const { status } = await fetch(url + path);
      if (status !== 200) throw new Error(`${path} answers ${status}`);
    }
  } finally {
    desk.child.kill('SIGTERM');
    await desk.ended;
  }
}

async function everything() {
  const nodes = Promise.all([SMALLEST, OURS].map(async (version) => [version, await nodeOf(version)]));
  nodes.catch(() => {});
  const tarballs = await report.check('the packages are built and packed', () => pack(join(folder, 'tarballs')));
  if (!tarballs) return;
  await unpack(tarballs);
  const programs = await report.check(`Node ${SMALLEST} and ${OURS} are there`, () => nodes);
  if (!programs) return;
  const [[, smallest]] = programs;
  const installed = await report.check(
    `npm installs the tarballs in an empty folder on Node ${SMALLEST}, and complains of none`,
    () => install(tarballs, smallest).then(() => true),
  );
  if (!installed) return;
  await report.check(`${ONCE.join(', ')}: one copy each`, checkCopies);
  for (const version of TOO_OLD)
    await report.check(`Node ${version} is refused in one sentence`, () => checkOldNode(version));
  const bin = (name) => join(stranger, 'node_modules', '.bin', name);
  const compile = (resolution) =>
    report.check(`TypeScript 5.9 accepts a shop's code, moduleResolution ${resolution}`, () =>
      run(bin('tsc'), ['-p', `tsconfig.${resolution}.json`], { cwd: stranger, node: smallest }),
    );
  await Promise.all([compile('bundler'), compile('nodenext')]);
  await report.check('Vite bundles panel and widget', async () => {
    const { out, err } = await run(bin('vite'), ['build'], { cwd: stranger, node: smallest });
    none(
      `${out}${err}`.split('\n').filter((line) => /warn|unresolved|externalized|sourcemap/i.test(line)),
      'warnings',
    );
  });
  await report.check('one name of core brings little else into a bundle', async () => {
    const { out } = await run(bin('vite'), ['build', '--config', 'one-name.vite.config.js'], {
      cwd: stranger,
      node: smallest,
    });
    const [, gzip] = /one-name\.js.*gzip:\s*([\d.]+) kB/.exec(out) ?? [];
    if (!(Number(gzip) < 5)) throw new Error(out);
  });
  await Promise.all(programs.map(([version, node]) => checkMounts(version, node)));
  await report.check(`Node ${SMALLEST}: the command seeds, starts and serves widget and panel`, () =>
    checkCommand(smallest),
  );
  await checkPanel(report, { stranger, node: smallest });
  if (full) await checkFrameworks(report, { folder, tarballs, stranger, node: smallest });
}

try {
  await everything();
} finally {
  if (!process.argv.includes('--keep')) rmSync(folder, { recursive: true, force: true });
  else console.log(folder);
}
const result = process.argv.find((argument) => argument.startsWith('--result='));
if (result)
  writeFileSync(result.slice('--result='.length), JSON.stringify({ passed: report.passed, failed: report.failed }));
console.log(report.sum());
process.exit(report.failed === 0 ? 0 : 1);
