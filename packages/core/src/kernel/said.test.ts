import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anyWords } from '../testing/any-words.ts';
import { MemoryStore } from '../testing/memory-store.ts';
import { defineAction, one } from './action.ts';
import { DeniedError, deny } from './denial.ts';
import { createDesk } from './desk.ts';
import { defineEntity } from './entity.ts';
import { defineFeature, type Feature } from './feature.ts';
import { ownTexts } from './own-texts.ts';
import { issue, readInput, says } from './problems.ts';
import { quoted, texts, verbatim } from './said.ts';
import { inWords, sentence } from './sentence.ts';

const t = texts('teaShop', {
  closed: { en: 'The shop is closed.', zh: '店铺已打烊。' },
  left: {
    en: 'Only {count, plural, one {# tin} other {# tins}} of “{tea}” left.',
    zh: '“{tea}”仅剩 {count, number} 罐。',
  },
  owed: { en: '{price} is due on {when}.', zh: '应于 {when} 付清 {price}。' },
  because: { en: 'Refused: {why}', zh: '已拒绝：{why}' },
});

const newDesk = <const F extends readonly Feature[]>(features: F) => {
  let ids = 0;
  return createDesk({
    features,
    store: new MemoryStore(),
    clock: () => new Date('2026-01-05T08:00:00.000Z'),
    newId: () => `id-${(ids += 1)}`,
    ports: {} as never,
  });
};

const english = { language: 'en' };
const chinese = { language: 'zh-CN' };

describe('a text', () => {
  test('is said in the language of who reads it', () => {
    expect([sentence(t.closed, english), sentence(t.closed, chinese)]).toEqual(['The shop is closed.', '店铺已打烊。']);
  });

  test('has its numbers and plurals as the language writes them', () => {
    const said = (count: number) => t.left({ count, tea: 'Pu’er {old}' });
    expect(sentence(said(1), english)).toBe('Only 1 tin of “Pu’er {old}” left.');
    expect(sentence(said(1200), english)).toBe('Only 1,200 tins of “Pu’er {old}” left.');
    expect(sentence(said(1200), chinese)).toBe('“Pu’er {old}”仅剩 1,200 罐。');
  });

  test('has money and time in the language and the time zone of who reads it', () => {
    const said = t.owed({ price: { amount: 123_450, currency: 'CNY' }, when: { instant: '2026-03-01T20:30:00.000Z' } });
    expect(sentence(said, { ...english, timeZone: 'America/New_York' }).replaceAll('\u202f', ' ')).toBe(
      'CN¥1,234.50 is due on Mar 1, 2026, 3:30 PM.',
    );
    expect(sentence(said, { ...chinese, timeZone: 'Asia/Shanghai' })).toBe('应于 2026年3月2日 04:30 付清 ¥1,234.50。');
  });

  test('may hold another one, and words that somebody else wrote', () => {
    expect(inWords(t.because({ why: t.closed }))).toEqual({
      en: 'Refused: The shop is closed.',
      zh: '已拒绝：店铺已打烊。',
    });
    expect(inWords(t.because({ why: { en: 'No {tea}', zh: '没有{茶}' } }))).toEqual({
      en: 'Refused: No {tea}',
      zh: '已拒绝：没有{茶}',
    });
  });

  test('that somebody else wrote is left as it is, braces and all', () => {
    expect(sentence(quoted({ en: 'Use {name}.', zh: '请用 {name}。' }), chinese)).toBe('请用 {name}。');
    expect(sentence(verbatim("It's {broken"), chinese)).toBe("It's {broken");
  });

  test('asks the compiler for what stands in its places', () => {
    // @ts-expect-error The tea is missing.
    const said = () => t.left({ count: 1 });
    // @ts-expect-error There is no such place.
    const more = () => t.because({ why: 'x', who: 'y' });
    expect([said, more]).toHaveLength(2);
  });
});

describe('a desk with texts', () => {
  const deskOf = (told: Record<string, { en: string; zh: string }>, name = 'teaShop') =>
    newDesk([defineFeature({ name: 'teaShop', texts: texts(name, told) })]);

  test('starts when both languages say the same', () => {
    expect(() => deskOf({ left: { en: 'Only {count} left.', zh: '仅剩 {count} 罐。' } })).not.toThrow();
  });

  test.each([
    [
      'a place that one language lacks',
      { left: { en: 'Only {count} left.', zh: '所剩不多。' } },
      'teaShop.left has the places none',
    ],
    [
      'a text that is no message',
      { left: { en: 'Only {count left.', zh: '仅剩 {count}。' } },
      'teaShop.left is no ICU message',
    ],
    [
      'a language that is not there',
      { left: { en: 'Sold out.', zh: ' ' } },
      'teaShop.left has no words in both languages',
    ],
  ])('does not start with %s', (_, told, problem) => {
    expect(() => deskOf(told)).toThrow(problem);
  });

  test('does not start when a text has the key of another feature', () => {
    expect(() => deskOf({ left: { en: 'Left.', zh: '剩余。' } }, 'coffeeShop')).toThrow(
      'coffeeShop.left is listed by teaShop',
    );
  });
});

describe('what a schema finds wrong', () => {
  const schema = z.object({
    name: z.string().min(3).max(5),
    tea: z.string().refine((tea) => tea !== 'none', says(t.closed)),
    tins: z.int().min(1).max(2000),
    kinds: z.array(z.enum(['GREEN', 'BLACK'])).max(1),
    note: z
      .string()
      .refine((note) => note !== 'x', 'A sentence of its own.')
      .optional(),
  });
  const problemsOf = (input: object) => {
    const read = readInput<unknown>(schema, input);
    return 'problems' in read
      ? Object.fromEntries(read.problems.map(({ path, text }) => [path, inWords(text)]))
      : read.data;
  };

  test('is said by the text of the rule, or by the desk’s own', () => {
    expect(problemsOf({ name: 'ab', tea: 'none', tins: 20_000, kinds: ['GREEN', 'RED'], note: 'x' })).toEqual({
      name: { en: 'At least 3 characters.', zh: '至少 3 个字符。' },
      tea: { en: 'The shop is closed.', zh: '店铺已打烊。' },
      tins: { en: 'At most 2,000.', zh: '不能大于 2,000。' },
      kinds: { en: 'At most 1.', zh: '最多 1 项。' },
      note: { en: 'A sentence of its own.', zh: 'A sentence of its own.' },
    });
  });

  test('is nothing where the input is valid', () => {
    const input = { name: 'Emma', tea: 'some', tins: 1, kinds: ['GREEN'] };
    expect(problemsOf(input)).toEqual(input);
    expect(problemsOf({ ...input, kinds: ['RED'] })).toEqual({
      'kinds.0': { en: 'Not one of the choices.', zh: '不在可选范围内。' },
    });
    expect(problemsOf({})).toMatchObject({ name: { en: 'Required.' }, tins: { zh: '必填。' } });
  });

  test('is said by a rule that finds several things, and within the options of a union', () => {
    const several = z.object({ zip: z.string() }).superRefine((_, ctx) => {
      for (const part of ['zip', 'city']) ctx.addIssue(issue(ownTexts.required, [part]));
    });
    const either = readInput<unknown>(z.union([several, z.string().min(9)]), { zip: '1' });
    expect('problems' in either && either.problems[0]?.text.text.key).toBe('desk.required');
    const plain = readInput<unknown>(several, { zip: '1' });
    expect('problems' in plain && plain.problems.map(({ path, text }) => [path, text.text.key])).toEqual([
      ['zip', 'desk.required'],
      ['city', 'desk.required'],
    ]);
  });
});

describe('a denial', () => {
  test('says at least what its code means, and for an engineer in English', () => {
    expect(inWords(deny('NOT_FOUND').text)).toEqual({ en: 'Not found.', zh: '未找到。' });
    expect(new DeniedError(deny('POLICY_DENIED', { text: t.left({ count: 2, tea: 'Oolong' }) })).message).toBe(
      'POLICY_DENIED: Only 2 tins of “Oolong” left.',
    );
  });

  test('of an action names each field with its text', async () => {
    const Tin = defineEntity({
      name: 'Tin',
      title: { en: 'Tin', zh: '罐' },
      schema: z.object({ label: z.string() }),
      visible: () => 'all',
    });
    const feature = defineFeature({
      name: 'teaShop',
      words: anyWords,
      texts: t,
      entities: [Tin],
      actions: {
        fillTin: defineAction({
          title: { en: 'Fill', zh: '装罐' },
          allow: { system: true },
          input: z.object({ label: z.string().refine((label) => label !== 'bad', says(t.closed)) }),
          output: one(Tin),
          run: (ctx, input) => ctx.insert(Tin, input),
        }),
      },
    });
    const api = newDesk([feature]).as({ kind: 'system', tenantId: 't1', name: 'test' }).teaShop;
    await expect(api.fillTin({ label: 'bad' })).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'label', text: t.closed }] },
    });
    expect(await api.fillTin({ label: 'good' })).toMatchObject({ label: 'good' });
  });
});
