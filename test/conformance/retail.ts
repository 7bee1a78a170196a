/**
 * @module `pnpm conformance:retail [--store FILE] [--cases FILE …]`: plays recorded retail cases through the desk's
 * GraphQL API on a real demo shop, prints every mismatch and ends with how many cases passed.
 */
import { parseArgs } from 'node:util';
import { defaultFiles } from './retail-case.ts';
import { runCases } from './retail-run.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { store: { type: 'string' }, cases: { type: 'string', multiple: true } },
});
const files = defaultFiles();
// Names after `--cases FILE` are further files of cases.
const named = [...(values.cases ?? []), ...positionals];
const started = performance.now();

const { passed, failed } = await runCases({
  store: values.store ?? files.store,
  cases: named.length > 0 ? named : files.cases,
  onCase: (id, mismatches) => {
    for (const mismatch of mismatches) console.log(`${id}: ${mismatch}`);
  },
});

console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
