/**
 * @module `pnpm new feature` writes a feature that needs nothing more to pass: in a copy of the packages it is typed,
 * linted, formatted and tested.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const PACKAGES = ['core', 'server', 'widget'];
let copy: string;

/** The packages of the copy ask for each other; everything else is ours. */
function linkModules(name: string): void {
  const [from, to] = [join(root, 'packages', name, 'node_modules'), join(copy, 'packages', name, 'node_modules')];
  mkdirSync(join(to, '@shopdesk'), { recursive: true });
  for (const entry of readdirSync(from)) {
    const inner = entry.startsWith('@') ? readdirSync(join(from, entry)).map((part) => join(entry, part)) : [entry];
    for (const path of inner) {
      mkdirSync(join(to, path, '..'), { recursive: true });
      const own = /^@shopdesk[\\/](\w+)$/.exec(path)?.[1];
      symlinkSync(own ? join(copy, 'packages', own) : realpathSync(join(from, path)), join(to, path));
    }
  }
}

beforeAll(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), 'shopdesk-new-')));
  for (const file of ['tsconfig.base.json', 'vitest.config.ts', 'package.json', '.oxfmtrc.json'])
    cpSync(join(root, file), join(copy, file));
  for (const name of PACKAGES) {
    for (const part of ['src', 'package.json', 'tsconfig.json'])
      cpSync(join(root, 'packages', name, part), join(copy, 'packages', name, part), { recursive: true });
    linkModules(name);
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(command: string, ...args: string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH']}` },
  });
  return { status, said: `${stdout}${stderr}` };
}

const write = (...args: string[]) => run('node', join(root, 'scripts/new.mjs'), ...args, `--root=${copy}`);
const passes = (command: string, ...args: string[]) => {
  const { status, said } = run(command, ...args);
  expect(status, said).toBe(0);
};

test('a feature is not written without a Chinese name, a usable name, or where one is already', () => {
  expect(write('feature', 'parcel-issue').said).toContain('--zh');
  expect(write('feature', 'Parcel Issue', '--zh', '包裹问题').said).toContain('no name of a folder');
  expect(write('feature', 'orders', '--zh', '订单').said).toContain('is there already');
  expect(readdirSync(join(copy, 'packages/core/src/features'))).not.toContain('parcel-issue');
});

test(
  'a new feature, with parts in server and widget, passes types, lint, format and its own tests',
  { timeout: 300_000 },
  () => {
    passes(
      'node',
      join(root, 'scripts/new.mjs'),
      'feature',
      'parcel-issue',
      '--zh',
      '包裹问题',
      '--server',
      '--widget',
      `--root=${copy}`,
    );
    const listed = readFileSync(join(copy, 'packages/core/src/features/index.ts'), 'utf8');
    expect(listed.match(/parcelIssue/g)).toHaveLength(3);
    const folders = PACKAGES.map((name) => `packages/${name}/src/features/parcel-issue`);
    passes('oxfmt', '--check', ...folders, ...PACKAGES.map((name) => `packages/${name}/src/features/index.ts`));
    passes('oxlint', '--deny-warnings', ...folders);
    passes('tsc', '-b', 'packages/server', 'packages/widget');
    passes('vitest', 'run', '--project=core', 'packages/core/src/features/parcel-issue');
  },
);
