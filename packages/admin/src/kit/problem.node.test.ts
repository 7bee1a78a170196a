import { expect, test } from 'vitest';
import { Language } from './language.ts';
import { policyOf, sentenceOf, type Problem } from './problem.ts';

const refused: Problem = {
  code: 'POLICY_DENIED',
  message: 'The policy does not allow this.',
  fields: [],
  details: {
    ruleIds: ['CN-01'],
    clause: { zh: '七天内可退。', en: 'Within seven days.' },
    whatWouldChangeIt: [{ zh: '5 月 8 日前', en: 'until 8 May' }],
  },
};

test('a policy’s refusal is told by its clause in the reader’s language, with rules and what would change it', () => {
  const [zh, en] = [new Language('zh-CN'), new Language('en')];
  expect([sentenceOf(refused, zh), sentenceOf(refused, en)]).toEqual(['七天内可退。', 'Within seven days.']);
  expect(policyOf(refused, en)).toEqual({ clause: 'Within seven days.', changes: ['until 8 May'], ruleIds: ['CN-01'] });
});

test('any other refusal is told by its own message', () => {
  const problem = { ...refused, code: 'FORBIDDEN', message: 'Your role may not do this.', details: { clause: 'x' } };
  expect([sentenceOf(problem, new Language('en')), policyOf(problem, new Language('en'))]).toEqual([
    'Your role may not do this.',
    undefined,
  ]);
});
