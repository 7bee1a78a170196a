import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectEmotion } from './emotion.ts';

describe('detectEmotion', () => {
  it.each([
    ['你们就是骗子,气死我了', 'ANGRY'],
    ['什麼態度!我要投訴', 'ANGRY'],
    ['This is ridiculous, what a scam', 'ANGRY'],
    ['WHERE IS MY BROKEN ORDER', 'ANGRY'],
    ['还没到???太慢了!!', 'ANGRY'],
    ['有点失望,颜色不好看', 'NEGATIVE'],
    ['I am a bit disappointed', 'NEGATIVE'],
    ['not happy with it', 'NEGATIVE'],
    ['什么时候发货', 'NEUTRAL'],
    ['where is my order?', 'NEUTRAL'],
    ['WIFI USB', 'NEUTRAL'],
    ['我没生气,就问问', 'NEUTRAL'],
    ["I'm not angry, just asking", 'NEUTRAL'],
    ['谢谢,非常满意', 'POSITIVE'],
    ['thanks, great service', 'POSITIVE'],
    ['', 'NEUTRAL'],
  ])('reads "%s" as %s', (text, label) => {
    expect(detectEmotion(text).label).toBe(label);
  });

  it.each([
    ['很急,今天能发吗', true],
    ['I need it ASAP', true],
    ['不着急,慢慢来', false],
    ['no rush, whenever you can', false],
    ['当时我在找充电器', false],
  ])('reads the urgency of "%s" as %s', (text, isUrgent) => {
    expect(detectEmotion(text).isUrgent).toBe(isUrgent);
  });

  it('orders scores from furious to delighted', () => {
    const scores = ['骗子垃圾气死我了', '有点失望', '好的', '谢谢', '谢谢,太好了,非常满意'].map(
      (text) => detectEmotion(text).score,
    );
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBe(scores.length);
  });

  it('stays within -1 and 1 for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Math.abs(detectEmotion(text).score)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
