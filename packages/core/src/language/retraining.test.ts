import { describe, expect, it } from 'vitest';
import { DEFAULT_INTENT_EXAMPLES } from './intent-examples/index.ts';
import { KEPT_OUT_QUESTIONS } from './intent-kept-out.ts';
import { DEFAULT_INTENTS } from './intent-taxonomy.ts';
import { restoreIntents } from './intent.ts';
import { retrainIntents } from './retraining.ts';
import { createMessageReader } from './understanding.ts';

const TAUGHT = ['可以刻字吗', '刻字要加钱吗', '刻字几天能好', 'how long does engraving take'].map((text) => ({
  text,
  intent: 'PRODUCT',
}));

describe('the kept-out questions', () => {
  it('ask for every intent in both languages and are none of the examples', () => {
    const tops = DEFAULT_INTENTS.map(({ key }) => key).filter((key) => !key.includes('.'));
    for (const top of tops) {
      const own = KEPT_OUT_QUESTIONS.filter(({ intent }) => intent === top).map(({ text }) => text);
      expect([
        own.some((text) => /\p{Script=Han}/u.test(text)),
        own.some((text) => /^[\x20-\x7e]+$/.test(text)),
      ]).toEqual([true, true]);
    }
    const known = new Set(DEFAULT_INTENT_EXAMPLES.map(({ text }) => text));
    expect(KEPT_OUT_QUESTIONS.filter(({ text }) => known.has(text))).toEqual([]);
  });
});

describe('a retraining', () => {
  it('reads what it was taught, and similar wording, and the kept-out questions no worse', () => {
    const { bytes, before, after } = retrainIntents({
      corrections: TAUGHT,
      keptOut: [{ text: '能不能刻字', intent: 'PRODUCT' }],
    });
    const { understand } = createMessageReader({ classifier: restoreIntents(bytes) });
    expect([...TAUGHT.map(({ text }) => text), '你们能刻字吗'].map((text) => understand(text).intent.top)).toEqual(
      Array.from({ length: 5 }, () => 'PRODUCT'),
    );
    expect(after).toBeGreaterThanOrEqual(before);
    expect(before).toBeGreaterThan(0.8);
  });

  it('shows by its figures when it was taught nonsense', () => {
    const nonsense = DEFAULT_INTENT_EXAMPLES.filter((_, at) => at % 2 === 0).map(({ text }) => ({
      text,
      intent: 'OTHER',
    }));
    const { before, after } = retrainIntents({ corrections: nonsense, keptOut: [] });
    expect(after).toBeLessThan(before);
  });

  it('is measured against the classifier in use', () => {
    const first = retrainIntents({ corrections: TAUGHT, keptOut: [] });
    expect(retrainIntents({ corrections: [], keptOut: [], current: first.bytes }).before).toBe(first.after);
  });
});
