import { describe, expect, it } from 'vitest';
import { DEFAULT_INTENT_EXAMPLES } from './intent-examples/index.ts';
import { DEFAULT_INTENTS, topIntent } from './intent-taxonomy.ts';
import { restoreIntents, trainDefaultIntents, trainIntents } from './intent.ts';
import { LanguageError } from './language-error.ts';

const tiny = [
  { text: 'where is my parcel', intent: 'TRACK' },
  { text: 'track my parcel please', intent: 'TRACK' },
  { text: 'I want my money back', intent: 'REFUND' },
  { text: 'give me a refund', intent: 'REFUND' },
];
const isHan = (text: string) => /\p{Script=Han}/u.test(text);

describe('the default training data', () => {
  const tops = DEFAULT_INTENTS.map((intent) => intent.key).filter((key) => !key.includes('.'));

  it.each(tops)('has at least 20 questions in each language for %s', (top) => {
    const own = DEFAULT_INTENT_EXAMPLES.filter(({ intent }) => topIntent(intent) === top).map(({ text }) => text);
    expect(own.filter(isHan).length).toBeGreaterThanOrEqual(20);
    expect(own.filter((text) => !isHan(text)).length).toBeGreaterThanOrEqual(20);
  });

  it('uses only intents of the taxonomy and says nothing twice', () => {
    const keys = new Set(DEFAULT_INTENTS.map((intent) => intent.key));
    expect(DEFAULT_INTENT_EXAMPLES.filter(({ intent }) => !keys.has(intent))).toEqual([]);
    const said = DEFAULT_INTENT_EXAMPLES.map(({ text, intent }) => `${intent} ${text}`);
    expect(said.filter((text, at) => said.indexOf(text) !== at)).toEqual([]);
  });
});

describe('trainIntents', () => {
  it('gives the same model for the same examples and seed', () => {
    expect(trainIntents(tiny, 5).serialise()).toEqual(trainIntents(tiny, 5).serialise());
  });

  it('ranks all labels with probabilities that add up to 1', () => {
    const { ranked, label, probability } = trainIntents(tiny, 1).predict('where is the parcel');
    expect(label).toBe('TRACK');
    expect(ranked.map((each) => each.label).sort()).toEqual(['REFUND', 'TRACK']);
    expect(ranked.reduce((sum, each) => sum + each.probability, 0)).toBeCloseTo(1, 6);
    expect(ranked[0]?.probability).toBe(probability);
  });

  it('answers for empty and unknown text without being familiar with it', () => {
    const model = trainIntents(tiny, 1);
    for (const text of ['', '😊', 'жжж', '\u0000']) {
      const { familiarity, probability } = model.predict(text);
      expect(Number.isFinite(probability)).toBe(true);
      expect(familiarity).toBeGreaterThanOrEqual(0);
      expect(familiarity).toBeLessThanOrEqual(1);
    }
    expect(model.predict('жжж жжж').familiarity).toBeLessThan(model.predict('where is my parcel').familiarity);
  });

  it('refuses to train without examples', () => {
    expect(() => trainIntents([], 1)).toThrow(LanguageError);
  });
});

describe('learning from corrections', () => {
  it('follows a correction and keeps what it knew', () => {
    const model = trainDefaultIntents(1);
    const text = 'the widget thingy went kaput, gimme a fresh one';
    const before = DEFAULT_INTENT_EXAMPLES.map((example) => model.predict(example.text).label);
    for (let time = 0; time < 3; time += 1) model.learn({ text, label: 'EXCHANGE' });
    expect(model.predict(text).label).toBe('EXCHANGE');
    const kept = DEFAULT_INTENT_EXAMPLES.filter(
      (example, at) => model.predict(example.text).label === before[at],
    ).length;
    expect(kept / before.length).toBeGreaterThan(0.99);
  });

  it('carries a correction over to similar wording', () => {
    const model = trainIntents(tiny, 1);
    for (const text of ['is the zorgle in stock', 'zorgle available?']) model.learn({ text, label: 'TRACK' });
    expect(model.predict('any zorgle left').label).toBe('TRACK');
  });

  it('adds a label that it has never seen', () => {
    const model = trainIntents(tiny, 1);
    model.learn({ text: '可以刻字吗', label: 'ENGRAVING' });
    model.learn({ text: '我想刻字', label: 'ENGRAVING' });
    expect(model.labels).toContain('ENGRAVING');
    expect(model.predict('能刻字吗').label).toBe('ENGRAVING');
    expect(model.predict('where is my parcel').label).toBe('TRACK');
  });

  it('can start from a single label', () => {
    const model = trainIntents([{ text: 'a', intent: 'A' }], 1);
    model.learn({ text: 'b b b', label: 'B' });
    expect(model.labels).toEqual(['A', 'B']);
    expect(model.predict('b b b').label).toBe('B');
  });
});

describe('restoreIntents', () => {
  it('predicts as before, also after learning', () => {
    const model = trainDefaultIntents(1);
    model.learn({ text: '可以刻字吗', label: 'PRODUCT.SPEC' });
    const restored = restoreIntents(model.serialise());
    for (const { text } of DEFAULT_INTENT_EXAMPLES.filter((_, at) => at % 40 === 0)) {
      expect(restored.predict(text).label).toBe(model.predict(text).label);
      expect(restored.predict(text).probability).toBeCloseTo(model.predict(text).probability, 2);
    }
    restored.learn({ text: 'zzz', label: 'NEW' });
    expect(restored.labels).toContain('NEW');
  });

  it('refuses damaged bytes and bytes of something else', () => {
    const bytes = trainIntents(tiny, 1).serialise();
    const damaged = bytes.slice();
    damaged[bytes.length - 3]! ^= 1;
    for (const wrong of [new Uint8Array(), bytes.slice(0, -1), damaged, new Uint8Array(64)])
      expect(() => restoreIntents(wrong)).toThrow(LanguageError);
  });
});
