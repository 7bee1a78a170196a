// The stranger's machine: an empty folder, npm, and Node of exactly the versions asked for.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const windows = process.platform === 'win32';

/**
 * What our own tools set, a stranger's shell does not have; where this machine gets its packages from, he knows too.
 */
const OURS = /^(npm_|pnpm_|NODE_|INIT_CWD$|CI$)/i;
const HIS = /^(npm_config_(registry|cache|userconfig|cafile|noproxy|proxy|https?_proxy)|NODE_EXTRA_CA_CERTS)$/i;
const CLEAN = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name) || HIS.test(name)));
/** Without the workspace's programs, which `npm test` puts first. */
const PATH = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !folder.startsWith(root))
  .join(delimiter);

const environment = (node) => ({
  ...CLEAN,
  PATH: node ? `${dirname(node)}${delimiter}${PATH}` : `${dirname(process.execPath)}${delimiter}${PATH}`,
});

/** Starts a program; `said` fills with what it prints. */
export function start(program, args, { cwd, node, env = {} }) {
  const child = spawn(program, args, {
    cwd,
    env: { ...environment(node), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: windows,
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (said.err += text));
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, out: '', err: error.message }));
    child.once('close', (code) => resolve({ code, ...said }));
  });
  return { child, said, ended };
}

/** Runs a program to its end. @throws Error with what it said when it failed */
export async function run(program, args, options) {
  const ended = await start(program, args, options).ended;
  if (ended.code !== 0)
    throw new Error(`${program} ${args.join(' ')} ended with ${ended.code}\n${ended.out}${ended.err}`);
  return ended;
}

/** Waits until a started program says something. @throws Error with what it said instead */
export async function until({ said, ended, child }, pattern, seconds = 60) {
  let over = false;
  void ended.then(() => (over = true));
  for (
    const end = Date.now() + seconds * 1000;
    Date.now() < end && !over;
    await new Promise((resolve) => setTimeout(resolve, 50))
  ) {
    const found = pattern.exec(said.out) ?? pattern.exec(said.err);
    if (found) return found;
  }
  child.kill();
  throw new Error(`${pattern} was not said\n${said.out}${said.err}`);
}

/** The program of a Node, from npm; kept for the next time. */
export async function nodeOf(version) {
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const folder = join(root, 'node_modules', '.cache', 'release-check', version);
  const program = join(folder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  await run('npm', ['install', `${name}@${version}`, '--no-audit', '--no-fund', '--no-package-lock'], { cwd: folder });
  return program;
}

/** One that nobody listens on. */
export const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(String(port)));
    });
  });
