import { expect, test } from 'vitest';
import { askedFacts, policyFor } from './index.ts';

test('a question asks for given facts as they are and for the instants that derived ones count from, each once', () => {
  const facts = askedFacts(policyFor({ pack: 'TMALL', region: 'CN' }), 'RETURN');
  const names = facts.map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(['signedAt', 'at', 'reason']);
  expect(names).not.toContain('daysSinceSigned');
  expect(new Set(names).size).toBe(names.length);
  expect(facts[0]).toMatchObject({
    label: { zh: '签收时间', en: 'Time of signing' },
    input: { type: 'instant', nullable: true },
  });
});

test('a question that no table answers asks for nothing', () => {
  expect(askedFacts(policyFor({ pack: 'TMALL' }), 'NOBODY')).toEqual([]);
});
