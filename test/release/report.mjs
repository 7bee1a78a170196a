/** Runs checks, prints a line for each and counts; a check that throws has failed and says why. */
export class Report {
  passed = 0;
  failed = 0;

  /** Answers what the work answers, undefined when it failed. */
  async check(name, work) {
    const start = Date.now();
    try {
      const answer = await work();
      this.count(name + seconds(start), undefined);
      return answer;
    } catch (error) {
      this.count(name, error.message);
      return undefined;
    }
  }

  /** What somebody else has checked: with a reason it has failed. */
  count(name, reason) {
    this[reason === undefined ? 'passed' : 'failed'] += 1;
    console.log(
      reason === undefined
        ? `✓ ${name}`
        : `✗ ${name}\n    ${String(reason).trim().split('\n').slice(0, 30).join('\n    ')}`,
    );
  }

  sum() {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}

/** Only of what takes long. */
const seconds = (start) => (Date.now() - start < 1000 ? '' : ` (${((Date.now() - start) / 1000).toFixed(1)} s)`);

/** @throws Error that lists what is wrong */
export function none(wrong, what) {
  if (wrong.length > 0) throw new Error(`${wrong.length} ${what}:\n${wrong.slice(0, 10).join('\n')}`);
}
