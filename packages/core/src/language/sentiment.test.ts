import { describe, expect, it } from 'vitest';
import { LanguageError } from './language-error.ts';
import { restoreIntents } from './intent.ts';
import { restoreSentiment, trainSentiment } from './sentiment.ts';

const good = ['很好用,下次还会买', '质量不错,物流也快', '非常满意,推荐购买', '味道很好,孩子喜欢', '音质清晰,值得买'];
const bad = ['太差了,用两天就坏', '质量很差,不推荐', '物流太慢,客服不理人', '味道难闻,后悔买了', '声音很小,不值这个价'];
const examples = [
  ...good.map((text) => ({ text, label: 'good', topic: '耳机' })),
  ...bad.map((text) => ({ text, label: 'bad', topic: '耳机' })),
];

describe('trainSentiment', () => {
  const model = trainSentiment(examples, 3);

  it('tells praise from blame in sentences it has not seen', () => {
    expect(model.predict('质量很好,很满意').label).toBe('good');
    expect(model.predict('质量太差,后悔').label).toBe('bad');
  });

  it('treats traditional characters like simplified ones', () => {
    expect(model.predict('質量很差,後悔買了')).toEqual(model.predict('质量很差,后悔买了'));
  });

  it('reads the same word by its topic when told one', () => {
    const both = trainSentiment(
      [
        { text: '很小', label: 'bad', topic: '水果' },
        { text: '小', label: 'bad', topic: '水果' },
        { text: '很小', label: 'good', topic: '手机' },
        { text: '小', label: 'good', topic: '手机' },
      ],
      1,
    );
    expect(both.predict('很小', '水果').label).toBe('bad');
    expect(both.predict('很小', '手机').label).toBe('good');
  });

  it('restores from its bytes, and not as another kind of model', () => {
    const bytes = model.serialise();
    expect(restoreSentiment(bytes).predict('质量很好').label).toBe('good');
    expect(() => restoreIntents(bytes)).toThrow(LanguageError);
  });
});
