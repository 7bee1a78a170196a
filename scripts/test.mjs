// Everything that must hold, in order: programs, types, lint, build, tests in Node, tests in the browser, sizes, packages.
// Names of steps as arguments run only those. The last line is the sum; the exit code is 1 if anything failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const results = mkdtempSync(join(tmpdir(), 'shopdesk-results-'));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, CI: process.env.CI ?? '1' };

const run = (command, ...args) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env, shell: process.platform === 'win32' }).status === 0;
const node = (...args) => run(process.execPath, ...args);

/** A step that is no test suite counts as one check. */
const check = (work) => () => (work() ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** Runs a suite that writes its counts to a file; a suite that breaks or runs nothing has failed. */
function suite(name, work, read) {
  return () => {
    const file = join(results, `${name}.json`);
    const ok = work(file);
    const {
      passed = 0,
      failed = 0,
      skipped = 0,
    } = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : {};
    if (skipped > 0) console.log(`${skipped} tests of ${name} were skipped: they count as failed.`);
    const broken = (!ok && failed === 0) || passed + failed === 0;
    return { passed, failed: failed + skipped + (broken ? 1 : 0) };
  };
}

const vitest = suite(
  'node',
  (file) => run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`),
  ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => {
    const unloaded = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    ).length;
    return { passed: numPassedTests, failed: numFailedTests + unloaded, skipped: numPendingTests + numTodoTests };
  },
);

const inBrowser = (name) => [
  `browser:${name}`,
  suite(
    `browser-${name}`,
    (file) => node(join('scripts', 'test-browser.mjs'), join('packages', name), file),
    (counts) => counts,
  ),
];

const has = (...path) => existsSync(join(root, ...path));
const steps = new Map([
  ['postgres', check(() => node('scripts/ensure-postgres.mjs'))],
  ['browser', check(() => node('scripts/ensure-browser.mjs'))],
  ['vendure', check(() => node('scripts/ensure-vendure.mjs'))],
  ['types', check(() => run('tsc', '-b'))],
  ...(has('tsconfig.tests.json')
    ? [['test-types', check(() => run('tsc', '-p', 'tsconfig.tests.json', '--noEmit'))]]
    : []),
  ['lint', check(() => run('pnpm', 'run', 'lint'))],
  ['audit', check(() => node('scripts/audit.mjs'))],
  ...(has('scripts', 'build.mjs') ? [['build', check(() => node('scripts/build.mjs'))]] : []),
  ['node', vitest],
  ...['widget', 'admin'].filter((name) => has('packages', name, 'web-test-runner.config.mjs')).map(inBrowser),
  ...(scripts.size ? [['size', check(() => run('pnpm', 'run', 'size'))]] : []),
  [
    'release',
    suite(
      'release',
      (file) => node('test/release/check.mjs', `--result=${file}`),
      (counts) => counts,
    ),
  ],
]);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.has(name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Steps: ${[...steps.keys()].join(', ')}.`);
  process.exit(1);
}

const lines = [];
const sum = { passed: 0, failed: 0 };
for (const [name, step] of steps) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n▶ ${name}`);
  const start = Date.now();
  const { passed, failed } = step();
  sum.passed += passed;
  sum.failed += failed;
  lines.push(
    `${failed === 0 ? '✓' : '✗'} ${name.padEnd(16)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(Math.round((Date.now() - start) / 1000)).padStart(5)} s`,
  );
}
rmSync(results, { recursive: true, force: true });
console.log(`\n${lines.join('\n')}\n${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed === 0 ? 0 : 1);
