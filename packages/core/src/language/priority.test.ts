import { describe, expect, it } from 'vitest';
import { detectEmotion } from './emotion.ts';
import { DEFAULT_INTENTS } from './intent-taxonomy.ts';
import { decidePriority, RESOLVE_TIME_FACTOR } from './priority.ts';

const decide = (text: string, intent: string, more = {}) =>
  decidePriority({ text, intent, emotion: detectEmotion(text), ...more });

describe('decidePriority', () => {
  it.each([
    ['PRODUCT.SPEC', 'P4'],
    ['PROMOTION', 'P4'],
    ['ORDER.CANCEL', 'P3'],
    ['PAYMENT.FAILED', 'P2'],
    ['LOGISTICS.PROGRESS', 'P3'],
    ['LOGISTICS.LOST', 'P2'],
    ['RETURN.NO_REASON', 'P3'],
    ['RETURN.WRONG_ITEM', 'P2'],
    ['COMPLAINT.PRICE', 'P2'],
    ['SAFETY.ALLERGY', 'P1'],
    ['COOPERATION.B2B', 'P3'],
    ['SUGGESTION', 'P4'],
    ['OTHER', 'P4'],
    ['NEVER_HEARD_OF', 'P4'],
    ['PAYMENT.NEVER_HEARD_OF', 'P2'],
  ])('starts %s at %s', (intent, priority) => {
    expect(decide('…', intent)).toEqual({ priority, reasons: ['INTENT'] });
  });

  it.each([
    ['不处理我就打12315', 'MEDIA_OR_AUTHORITY'],
    ['我要找記者曝光你們', 'MEDIA_OR_AUTHORITY'],
    ['I will go to the press', 'MEDIA_OR_AUTHORITY'],
    ['我的个人信息被泄露了我', 'PRIVACY_LEAK'],
    ['you leaked my phone number', 'PRIVACY_LEAK'],
    ['孩子被烫伤了', 'SAFETY'],
    ['it caught fire', 'SAFETY'],
  ])('raises "%s" to P1 for %s', (text, reason) => {
    expect(decide(text, 'PRODUCT.USAGE')).toEqual({ priority: 'P1', reasons: [reason] });
  });

  it.each(['这个会不会触电', '有防烫伤设计吗', '担心漏电', 'anti-electric shock design?', 'will it explode'])(
    'does not take a question about safety for an accident: %s',
    (text) => {
      expect(decide(text, 'PRODUCT.SPEC').priority).toBe('P4');
    },
  );

  it('raises an angry VIP to P2, but neither a calm VIP nor an angry guest', () => {
    expect(decide('什么态度,骗子', 'PRODUCT.SPEC', { isVip: true })).toEqual({
      priority: 'P2',
      reasons: ['ANGRY_VIP'],
    });
    expect(decide('这个多大', 'PRODUCT.SPEC', { isVip: true }).priority).toBe('P4');
    expect(decide('什么态度,骗子', 'PRODUCT.SPEC').priority).toBe('P4');
  });

  it('raises a mass fault to P1 and names every reason of that rank', () => {
    expect(decide('着火了,我找记者', 'SAFETY.INJURY', { isMassFault: true })).toEqual({
      priority: 'P1',
      reasons: ['INTENT', 'SAFETY', 'MEDIA_OR_AUTHORITY', 'MASS_FAULT'],
    });
  });

  it('gives each priority a shorter time to resolve than the next', () => {
    expect(RESOLVE_TIME_FACTOR).toEqual({ P1: 0.25, P2: 0.5, P3: 1, P4: 1.5 });
  });
});

describe('the default taxonomy', () => {
  it('has unique keys, both languages and a parent for every second level', () => {
    const keys = DEFAULT_INTENTS.map((intent) => intent.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !key.includes('.'))).toHaveLength(17);
    for (const { key, name } of DEFAULT_INTENTS) {
      expect(keys).toContain(key.split('.')[0]);
      expect(name.zh).toMatch(/\p{Script=Han}/u);
      expect(name.en).toMatch(/^[A-Z]/);
    }
  });
});
