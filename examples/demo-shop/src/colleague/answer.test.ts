import { describe, expect, test } from 'vitest';
import { answer, orderNumberIn, type Asked } from './answer.ts';
import type { Order, Suggested } from './documents.ts';
import { colleagueWords } from './words.ts';

const en = colleagueWords('en');
const ORDER: Order = {
  id: '#W1234567',
  number: '#W1234567',
  status: 'SHIPPED',
  lines: [{ title: 'Tea kettle' }],
  shipments: [
    {
      carrier: 'Blue Heron Parcel',
      trackingNumbers: ['946'],
      expectedAt: '2026-06-18T15:00:00.000Z',
      deliveredAt: null,
      events: [],
    },
  ],
};
const ARTICLE: Suggested = {
  kind: 'ARTICLE',
  audience: 'PUBLIC',
  title: { zh: '换货', en: 'Exchanges' },
  text: 'An item can be exchanged within 30 days.',
  coverage: 0.8,
  stale: false,
};
const asked = (rest: Partial<Asked>): Asked => ({
  locale: 'en',
  timeZone: 'America/New_York',
  text: '',
  first: false,
  wasUnsure: false,
  intent: undefined,
  isUrgent: false,
  order: undefined,
  unknownOrder: false,
  onlyCard: false,
  verified: true,
  suggested: [],
  ...rest,
});

describe('the scripted colleague', () => {
  test('tells the state of the order that it is about, with carrier, number and day', () => {
    const { text, next } = answer(asked({ text: 'Where is it?', order: ORDER }));
    expect(text).toContain('#W1234567: it is on its way.');
    expect(text).toContain('Blue Heron Parcel, tracking number 946');
    expect(text).toContain('Thursday, June 18');
    expect(next).toBe('wait');
    expect(answer(asked({ onlyCard: true, order: { ...ORDER, status: 'CANCELLED', shipments: [] } })).text).toContain(
      en.states.CANCELLED,
    );
  });

  test('gives an article that fits, and never one that is for staff, out of date, or hardly about it', () => {
    expect(answer(asked({ text: 'Can I exchange it?', suggested: [ARTICLE] })).text).toContain('within 30 days');
    for (const wrong of [{ audience: 'INTERNAL' as const }, { stale: true }, { coverage: 0.2 }])
      expect(answer(asked({ text: 'Can I exchange it?', suggested: [{ ...ARTICLE, ...wrong }] })).text).toBe(en.unsure);
  });

  test('hands over what a person is asked for, what somebody has to decide, and what it twice does not know', () => {
    for (const text of [
      'A human, please',
      '请转人工',
      'I want to complain about the wait',
      '我要投诉',
      '帮我改一下收货地址',
    ])
      expect(answer(asked({ text, order: ORDER, suggested: [ARTICLE] })).next, text).toBe('hand-over');
    expect(answer(asked({ text: 'hm', intent: 'SAFETY' })).next).toBe('hand-over');
    expect(answer(asked({ text: 'hm', isUrgent: true })).next).toBe('hand-over');
    expect(answer(asked({ text: 'blue or green?' }))).toEqual({ text: en.unsure, next: 'wait' });
    expect(answer(asked({ text: 'blue or green?', wasUnsure: true })).next).toBe('hand-over');
  });

  test('closes once somebody says that it is solved, and not at a first message or a new question', () => {
    for (const text of ['Thanks!', 'Great, thank you', '好的，谢谢', '没事了'])
      expect(answer(asked({ text })).next, text).toBe('close');
    expect(answer(asked({ text: 'Thanks', first: true })).next).toBe('wait');
    expect(answer(asked({ text: 'Where is my parcel?', order: ORDER })).next).toBe('wait');
  });

  test('asks which order it is about, a guest to sign in, and says when a number is none of theirs', () => {
    expect(answer(asked({ text: 'Where is my parcel?' })).text).toBe(en.whichOrder);
    expect(answer(asked({ text: 'Where is my parcel?', verified: false })).text).toBe(en.signIn);
    expect(answer(asked({ text: 'Where is #W7654321?', unknownOrder: true })).text).toBe(en.noOrder);
    expect(orderNumberIn('about w7654321, please')).toBe('#W7654321');
    expect(orderNumberIn('about 7654321')).toBeUndefined();
  });
});
