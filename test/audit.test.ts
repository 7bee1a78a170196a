import { describe, expect, test } from 'vitest';

interface Verdict {
  readonly ok: boolean;
  readonly lines: readonly string[];
}
type Judge = (
  text: string,
  allowed: readonly { id: string; reason: string; until: string }[],
  today: string,
) => Verdict;
const script: string = '../scripts/audit.mjs';
const { judge } = (await import(script)) as { judge: Judge };

const found = JSON.stringify({
  advisories: {
    1: { id: 1, github_advisory_id: 'GHSA-1', module_name: 'left', severity: 'high', title: 'Too far left' },
  },
});
const entry = { id: 'GHSA-1', reason: 'not reached', until: '2026-12-31' };

describe('the look for known weaknesses in dependencies', () => {
  test('fails for one that nobody has accepted, and for one whose acceptance has ended', () => {
    expect(judge(found, [], '2026-12-01')).toMatchObject({
      ok: false,
      lines: [expect.stringContaining('known weakness: GHSA-1 left')],
    });
    expect(judge(found, [entry], '2027-01-01')).toMatchObject({
      ok: false,
      lines: [expect.stringContaining('no longer accepted')],
    });
    expect(judge(found, [{ ...entry, reason: '' }], '2026-12-01').ok).toBe(false);
  });

  test('passes for an accepted one with its reason, and says when the registry had no answer', () => {
    expect(judge(found, [entry], '2026-12-01')).toMatchObject({
      ok: true,
      lines: [expect.stringContaining('not reached, until 2026-12-31')],
    });
    expect(judge('', [], '2026-12-01')).toMatchObject({ ok: true, lines: [expect.stringContaining('NOT looked for')] });
    expect(judge('{"advisories":{}}', [], '2026-12-01')).toEqual({ ok: true, lines: ['No known weaknesses.'] });
  });
});
