// Runs the component tests of one package in a real browser and writes down how many passed, and how long each file
// took. Arguments: folder of the package, file for the result, and test files below the folder where not all are meant.
import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { defaultReporter, startTestRunner } from '@web/test-runner';

const root = fileURLToPath(new URL('..', import.meta.url));
const [, , folder, resultFile, ...only] = process.argv;
const result = resolve(resultFile);
process.chdir(folder);
const { default: config } = await import(pathToFileURL(resolve('web-test-runner.config.mjs')).href);

function* testsOf(suite) {
  yield* suite?.tests ?? [];
  for (const inner of suite?.suites ?? []) yield* testsOf(inner);
}

/** A file that could not be loaded, or that logged an error outside of a test, is a failure too. */
function count(sessions) {
  const sum = { passed: 0, failed: 0, skipped: 0, files: [] };
  for (const session of sessions) {
    const tests = [...testsOf(session.testResults)];
    const milliseconds = tests.reduce((total, { duration = 0 }) => total + duration, 0);
    const own = { passed: 0, failed: 0, skipped: 0 };
    for (const test of tests) own[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
    if (session.errors.length > 0 || (!session.passed && tests.every(({ passed }) => passed))) own.failed += 1;
    for (const kind of Object.keys(own)) sum[kind] += own[kind];
    sum.files.push({ file: relative(root, session.testFile), seconds: milliseconds / 1000, ...own });
  }
  return sum;
}

const counter = { stop: ({ sessions }) => writeFileSync(result, JSON.stringify(count([...sessions]))) };
await startTestRunner({
  config: {
    ...config,
    ...(only.length > 0 ? { files: only } : {}),
    reporters: [
      ...(config.reporters ?? [defaultReporter({ reportTestResults: true, reportTestProgress: false })]),
      counter,
    ],
  },
  readCliArgs: false,
  readFileConfig: false,
});
