// Everything that must hold: programs, types, lint, build, tests in Node, tests in the browser, sizes, packages. What
// does not disturb each other runs side by side (STAGES), so that a machine of two cores has work for both. Names of
// steps as arguments run only those. The last lines are the dearest files and the sum; the exit code is 1 if anything
// failed.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const results = mkdtempSync(join(tmpdir(), 'shopdesk-results-'));
/** Files whose tests passed only when they were run again. */
const secondTries = [];
/** What Node has compiled once the hundreds of processes that tests start need not compile again. */
const compiled = join(root, 'node_modules', '.cache', 'shopdesk', 'compiled');
mkdirSync(compiled, { recursive: true });
const env = {
  NODE_COMPILE_CACHE: compiled,
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH}`,
  CI: process.env.CI ?? '1',
};
const DEAREST = 20;

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 6 * 1024 ** 3;

/**
 * A folder in memory: the hundreds of databases that tests make there do not wait for a disk. None where memory is
 * scarce.
 */
function memoryFolder() {
  if (process.env.TMPDIR || !existsSync(MEMORY)) return undefined;
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize < ENOUGH_BYTES) return undefined;
  const folder = mkdtempSync(join(MEMORY, 'shopdesk-'));
  // PostgreSQL runs as a user of its own.
  chmodSync(folder, 0o1777);
  return folder;
}

const memory = memoryFolder();
process.once('exit', () => {
  for (const folder of [results, memory]) if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const withTests = memory ? { ...env, TMPDIR: memory } : env;

/** Runs a program; what it says is shown at once, or kept for `say` where another step is speaking. */
function run(say, command, ...args) {
  const stdio = say ? ['ignore', 'pipe', 'pipe'] : 'inherit';
  const child = spawn(command, args, {
    cwd: root,
    stdio,
    env: command === 'vitest' ? withTests : env,
    shell: process.platform === 'win32',
  });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', say);
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
}

/** A step that is no test suite counts as one check. */
const check =
  (...command) =>
  async (say) =>
    (await run(say, ...command)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
const script = (...args) => check(process.execPath, ...args);

/** Runs a suite that writes its counts to a file; a suite that breaks or runs nothing has failed. */
function suite(name, command, read = (counts) => counts) {
  return async (say) => {
    const file = join(results, `${name}.json`);
    const ok = await run(say, ...command(file));
    const counts = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : {};
    const { passed = 0, failed = 0, skipped = 0, files = [] } = counts;
    if (skipped > 0) console.log(`${skipped} tests of ${name} were skipped: they count as failed.`);
    const broken = (!ok && failed === 0) || passed + failed === 0;
    return { passed, failed: failed + skipped + (broken ? 1 : 0), files };
  };
}

const vitest = (name, projects, ...options) =>
  suite(
    name,
    (file) => [
      'vitest',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      ...options,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    ({ numPassedTests, numPendingTests, numTodoTests, testResults }) => {
      const files = testResults.map(({ name: path, status, startTime, endTime, assertionResults }) => {
        const many = (wanted) => assertionResults.filter((test) => test.status === wanted).length;
        const unloaded = status === 'failed' && assertionResults.length === 0 ? 1 : 0;
        return {
          file: relative(root, path),
          passed: many('passed'),
          failed: many('failed') + unloaded,
          skipped: assertionResults.length - many('passed') - many('failed'),
          seconds: (endTime - startTime) / 1000,
        };
      });
      return {
        passed: numPassedTests,
        failed: files.reduce((sum, { failed }) => sum + failed, 0),
        skipped: numPendingTests + numTodoTests,
        files,
      };
    },
  );

/** Left to itself, Vitest leaves one of two cores idle. */
const ON_BOTH_CORES = ['--maxWorkers=2'];

/** More files than these have failed for a reason. */
const FEW_FILES = 3;

/**
 * On two busy cores a test misses a moment now and then. A few files that fail are run once more, whole, since the parts
 * of a story build on each other; those that passed only then stand in the last lines of the run: such a test may show a
 * fault of ours that is seldom seen. `suiteOf` makes the suite of some files, or of all where it is given none.
 */
const triedTwice = (suiteOf) => async (say) => {
  const first = await suiteOf([])(say);
  // Where what a file needs first has failed, its tests are only skipped: they count as failed.
  const lost = ({ failed, skipped = 0 }) => failed + skipped;
  const broken = first.files.filter((file) => lost(file) > 0);
  if (broken.length === 0 || broken.length > FEW_FILES) return first;
  const second = await suiteOf(broken.map(({ file }) => file))(say);
  secondTries.push(...second.files.filter((file) => lost(file) === 0).map(({ file }) => file));
  const without = (count) => broken.reduce((total, file) => total + count(file), 0);
  return {
    ...first,
    passed: first.passed + second.passed - without(({ passed }) => passed),
    failed: first.failed + second.failed - without(lost),
  };
};

/** Tests that Vitest runs. */
const inVitest = (name, projects) =>
  triedTwice((only) => vitest(`${name}${only.length}`, projects, ...ON_BOTH_CORES, ...only));

/** The component tests of a package. */
const inBrowser = (name) => {
  const folder = join('packages', name);
  return triedTwice((only) =>
    suite(`browser-${name}${only.length}`, (file) => [
      process.execPath,
      join('scripts', 'test-browser.mjs'),
      folder,
      file,
      ...only.map((path) => relative(folder, path)),
    ]),
  );
};

const steps = new Map([
  ['postgres', script('scripts/ensure-postgres.mjs')],
  ['browser', script('scripts/ensure-browser.mjs')],
  ['vendure', script('scripts/ensure-vendure.mjs')],
  ['types', check('tsc', '-b')],
  ['types-at-scale', script('test/scale/types-at-scale.mjs', '--rounds=1')],
  ['test-types', check('tsc', '-p', 'tsconfig.tests.json', '--noEmit')],
  ['lint', check('pnpm', 'run', 'lint')],
  ['house', script('scripts/house.mjs')],
  ['editor', script('scripts/editor.mjs')],
  ['requirements', script('scripts/requirements.mjs', '--check')],
  ['audit', script('scripts/audit.mjs')],
  ['build', script('scripts/build.mjs')],
  ['node', inVitest('node', ['core', 'panel', 'server'])],
  ['e2e', inVitest('e2e', ['e2e'])],
  ['browser:widget', inBrowser('widget')],
  ['browser:admin', inBrowser('admin')],
  ['size', check('pnpm', 'run', 'size')],
  ['release', suite('release', (file) => [process.execPath, 'test/release/check.mjs', `--result=${file}`])],
]);

/**
 * One stage after the other; the lanes of a stage side by side, each with its steps one after the other. What draws
 * pages has the machine to itself: it is watched for how soon things appear, and on two cores the tests in Node need
 * both.
 */
const STAGES = [
  [['postgres', 'browser', 'vendure']],
  [
    ['types', 'types-at-scale', 'test-types', 'build'],
    ['lint', 'house', 'editor', 'requirements', 'audit'],
  ],
  [['node', 'browser:widget', 'browser:admin', 'size', 'release', 'e2e']],
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.has(name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Steps: ${[...steps.keys()].join(', ')}.`);
  process.exit(1);
}

const seconds = (since) => Math.round((Date.now() - since) / 1000);
const ended = new Map();

async function perform(name, aside) {
  if (asked.length > 0 && !asked.includes(name)) return;
  const said = [];
  if (!aside) console.log(`\n▶ ${name}`);
  const start = Date.now();
  const counts = await steps.get(name)(aside ? (text) => said.push(text) : undefined);
  if (aside) console.log(`\n▶ ${name}, beside the other steps\n${said.join('').trimEnd()}`);
  ended.set(name, { files: [], ...counts, took: seconds(start) });
}

const start = Date.now();
for (const lanes of STAGES)
  await Promise.all(
    lanes.map(async (lane, index) => {
      for (const name of lane) await perform(name, index > 0);
    }),
  );

const dearest = [...ended.values()].flatMap(({ files }) => files).toSorted((a, b) => b.seconds - a.seconds);
if (dearest.length > 0) console.log(`\nThe ${Math.min(DEAREST, dearest.length)} dearest files:`);
for (const { file, seconds: took } of dearest.slice(0, DEAREST))
  console.log(`${took.toFixed(1).padStart(7)} s  ${file}`);

for (const name of secondTries) console.log(`\nPassed only at the second try: ${name}`);

console.log('');
const sum = { passed: 0, failed: 0 };
for (const name of steps.keys()) {
  const { passed, failed, took } = ended.get(name) ?? {};
  if (took === undefined) continue;
  sum.passed += passed;
  sum.failed += failed;
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${name.padEnd(16)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(took).padStart(5)} s`,
  );
}
console.log(`  all ${String(seconds(start)).padStart(42)} s\n${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed === 0 ? 0 : 1);
