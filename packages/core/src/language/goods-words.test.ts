import { describe, expect, it } from 'vitest';
import { createMessageReader } from './understanding.ts';
import { detectEmotion } from './emotion.ts';

const reader = createMessageReader();

describe('names of goods and polite phrases that hold a word of anger or hurry', () => {
  it.each([
    '你们有垃圾袋卖吗',
    '这个垃圾桶多大',
    '滚筒洗衣机怎么用',
    '行李箱滚轮是万向的吗',
    '急救包有货吗',
    '應急燈可以用多久',
    '催芽盒多大',
    '麻烦帮我查一下订单',
    '不好意思想问一下怎么退货',
    '相机曝光补偿怎么调',
    '去死皮膏多久用一次',
    '破壁机声音大吗',
    '我马上下单还有优惠吗',
    '能马上发货吗',
    '小孩生气了用哪个玩具哄',
    '满减不满200能用吗',
    'do you have frozen scampi',
    'what size is the slow cooker',
    'is the emergency kit in stock',
    'how big is the trash can',
    'do all the lamps turn on at once',
    'is it in stock right now',
    "i can't wait to receive it",
    'is there a cheat sheet for sizes',
    'worst case how long is delivery',
  ])('are calm: %s', (text) => {
    const { emotion, priority } = reader.understand(text);
    expect([emotion.label === 'ANGRY' || emotion.label === 'NEGATIVE', emotion.isUrgent]).toEqual([false, false]);
    expect(['P3', 'P4']).toContain(priority);
  });

  it.each([
    '真垃圾,退钱',
    '太垃圾了',
    '垃圾客服',
    '给我滚',
    '滚!',
    '什么破东西',
    '我要曝光你们',
    'this is a scam',
    'total garbage',
    'never again!',
    'fed up with your excuses',
  ])('do not hide anger: %s', (text) => {
    expect(detectEmotion(text).label).toBe('ANGRY');
  });

  it.each([
    '急用',
    '麻烦马上处理一下',
    '帮我催一下快递',
    'refund me right now',
    'it is an emergency, call me',
    'please reply immediately',
  ])('do not hide hurry: %s', (text) => {
    expect(detectEmotion(text).isUrgent).toBe(true);
  });

  it.each([
    [
      '多媒体音箱有几个接口',
      'gift for a lawyer',
      '记者采访话筒多少钱',
      'police car toy for a 3 year old',
      '防烫伤手套几双一包',
      '止血绷带流血时怎么用',
      'does the press fit two cups',
    ],
  ])('are no accident and no threat', (...texts) => {
    for (const text of texts) expect(reader.understand(text).reasons, text).toEqual(['INTENT']);
  });

  it('an intent that is only likely puts nobody before the others', () => {
    const { intent, priority } = reader.understand('投诉建议在哪里填');
    expect([intent.top, intent.isCertain, priority]).toEqual(['COMPLAINT', false, 'P3']);
  });
});
