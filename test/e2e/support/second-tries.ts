/**
 * @module Names the tests that passed only when they were tried again. A browser on a busy machine may miss a moment
 * once; a fault of ours looks the same at first. So nobody overlooks such a test: it stands at the end of the run, and in
 * a file of its own that `npm test` repeats in its last lines.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Reporter, TestCase } from 'vitest/node';

export default class SecondTries implements Reporter {
  readonly #names: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (!test.diagnostic()?.flaky) return;
    const first = test.result().errors?.[0]?.message.split('\n')[0] ?? '';
    this.#names.push(`${test.module.relativeModuleId} > ${test.fullName}${first ? `: ${first}` : ''}`);
  }

  onTestRunEnd(): void {
    for (const name of this.#names) console.warn(`Passed only at the second try: ${name}`);
    const file = process.env['SHOPDESK_SECOND_TRIES'];
    if (!file) return;
    const earlier = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
    writeFileSync(file, JSON.stringify([...earlier, ...this.#names]));
  }
}
