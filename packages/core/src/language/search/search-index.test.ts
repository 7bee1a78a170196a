import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LanguageError } from '../language-error.ts';
import { DEFAULT_SYNONYMS } from './default-synonyms.ts';
import { createSearchIndex, restoreSearchIndex, type SearchIndex } from './search-index.ts';

const SHOP = {
  freight: { title: '退货运费由谁承担', body: '质量问题由店铺承担,无理由退货由买家承担。' },
  refund: { title: '退款到账时间', body: '检验后24小时内退款,银行卡一到七个工作日。' },
  invoice: { title: '如何申请电子发票', body: '在订单详情填写抬头和税号。' },
  shipping: { title: 'Shipping charges', body: 'Delivery costs 4.90 and is free from 50.' },
  returning: { title: 'How to return an item', body: 'Open my orders and print the label.' },
  login: { title: 'You cannot log in', body: 'After five wrong attempts the account is locked.' },
};

const OPTIONS = { boosts: { title: 4 }, synonyms: DEFAULT_SYNONYMS };

function shopIndex(): SearchIndex {
  const index = createSearchIndex(OPTIONS);
  for (const [id, fields] of Object.entries(SHOP)) index.put({ id, fields });
  return index;
}

const first = (query: string, index = shopIndex()) => index.search(query)[0]?.id;

describe('search', () => {
  it.each([
    ['退货运费', 'freight'],
    ['退貨運費誰付', 'freight'],
    ['寄回去的邮费谁出', 'freight'],
    ['退钱要几天', 'refund'],
    ['怎么开票', 'invoice'],
    ['税', 'invoice'],
    ['ＳＨＩＰＰＩＮＧ　ＣＯＳＴ', 'shipping'],
    ['shiping charge', 'shipping'],
    ['postage', 'shipping'],
    ['I want to send it back', 'returning'],
    ['retrun item', 'returning'],
    ['can’t log in', 'login'],
    ['acount loked', 'login'],
  ])('finds by "%s" the article on %s', (query, id) => {
    expect(first(query)).toBe(id);
  });

  it('tells which words matched and how much of the query is covered', () => {
    const [hit] = shopIndex().search('退货运费 zebra');
    expect(hit?.terms).toEqual(expect.arrayContaining(['退货', '货运', '运费']));
    expect(hit?.terms).not.toContain('zebra');
    expect(hit?.coverage).toBeGreaterThan(0);
    expect(hit?.coverage).toBeLessThan(1);
  });

  it('finds nothing for an empty index, an empty query and words it does not hold', () => {
    expect(createSearchIndex().search('退货')).toEqual([]);
    for (const query of ['', '   ', '???', '😊', 'xylophone']) expect(shopIndex().search(query)).toEqual([]);
  });

  it('answers a query of wrapping words only, if the texts hold them', () => {
    const index = createSearchIndex();
    index.put({ id: 'a', fields: { body: 'what can I do' } });
    expect(first('what can i do', index)).toBe('a');
  });

  it('gives no more than asked for, best first, and only what is accepted', () => {
    const index = shopIndex();
    const all = index.search('退货 退款 发票', { limit: 10 });
    expect(all.map((hit) => hit.score)).toEqual(all.map((hit) => hit.score).sort((a, b) => b - a));
    expect(index.search('退货 退款 发票', { limit: 2 })).toEqual(all.slice(0, 2));
    expect(index.search('退货 退款 发票', { limit: 0 })).toEqual([]);
    expect(index.search('退货 退款 发票', { limit: 2, accepts: (id) => id !== all[0]?.id })).toEqual(all.slice(1, 3));
  });

  it('completes the last word while somebody types', () => {
    const index = shopIndex();
    expect(index.search('shippi', { isTyping: true })[0]?.id).toBe('shipping');
    expect(index.search('how to ret', { isTyping: true })[0]?.id).toBe('returning');
  });

  it('recovers after a filter that throws', () => {
    const index = shopIndex();
    const before = index.search('退货运费');
    const broken = () =>
      index.search('退货运费', {
        accepts: () => {
          throw new Error('no');
        },
      });
    expect(broken).toThrow('no');
    expect(index.search('退货运费')).toEqual(before);
  });

  it('takes a long message and one of markup as text', () => {
    const index = shopIndex();
    expect(first(`${'很'.repeat(3_000)}退货运费谁承担${'哦'.repeat(3_000)}`, index)).toBe('freight');
    expect(() => index.search('<img src=x onerror=alert(1)> \u0000 \ud800')).not.toThrow();
  });
});

describe('changes', () => {
  it('replaces a document with the same id', () => {
    const index = shopIndex();
    index.put({ id: 'freight', fields: { title: '会员等级', body: '' } });
    expect(index.size).toBe(6);
    expect(first('会员等级', index)).toBe('freight');
    expect(index.search('运费').map((hit) => hit.id)).not.toContain('freight');
  });

  it('removes a document once', () => {
    const index = shopIndex();
    expect(index.remove('invoice')).toBe(true);
    expect(index.remove('invoice')).toBe(false);
    expect(index.has('invoice')).toBe(false);
    expect(index.search('电子发票').map((hit) => hit.id)).not.toContain('invoice');
  });

  it('does not search a field boosted to 0', () => {
    const index = createSearchIndex({ boosts: { note: 0 } });
    index.put({ id: 'a', fields: { note: 'secret', body: 'secret open' } });
    index.put({ id: 'b', fields: { note: 'hidden', body: 'open' } });
    expect(index.search('hidden')).toEqual([]);
    expect(index.search('secret').map((hit) => hit.id)).toEqual(['a']);
  });

  it('answers after any changes as an index built afresh', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const text = fc
      .array(fc.constantFrom('退货', '退款', '运费', '发票', 'refund', 'returns', 'shipping', '的'), { maxLength: 6 })
      .map((words) => words.join(' '));
    const change = fc.record({ id, title: text, body: text, isRemoval: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        const index = createSearchIndex(OPTIONS);
        const kept = new Map<string, Record<string, string>>();
        for (const { id: name, title, body, isRemoval } of changes) {
          if (isRemoval) expect(index.remove(name)).toBe(kept.delete(name));
          else {
            index.put({ id: name, fields: { title, body } });
            kept.set(name, { title, body });
          }
        }
        const fresh = createSearchIndex(OPTIONS);
        for (const [name, fields] of kept) fresh.put({ id: name, fields });
        for (const asked of [index, restoreSearchIndex(index.serialise(), OPTIONS)]) {
          expect(asked.size).toBe(kept.size);
          for (const query of ['退货运费', 'refund shipping', '发票'])
            expect(ranks(asked, query)).toEqual(ranks(fresh, query));
        }
      }),
    );
  });

  it('does not grow when one document is changed for ever', () => {
    const index = shopIndex();
    const edit = (round: number) =>
      index.put({ id: 'freight', fields: { title: '退货运费', body: `第${round % 7}版 version` } });
    for (let round = 0; round < 50; round += 1) edit(round);
    const bytes = index.bytes;
    for (let round = 0; round < 2_000; round += 1) edit(round);
    expect(index.bytes).toBe(bytes);
  });
});

/** Scores by id, rounded: documents that tie may stand in either order. */
const ranks = (index: SearchIndex, query: string) =>
  Object.fromEntries(
    index.search(query).map(({ id, score, coverage }) => [id, [score.toFixed(4), coverage.toFixed(4)]]),
  );

describe('a snapshot', () => {
  it('is compact and searches as before', () => {
    const index = shopIndex();
    index.remove('refund');
    const bytes = index.serialise();
    const restored = restoreSearchIndex(bytes, OPTIONS);
    for (const query of ['退货运费', 'retrun', '退款', 'postage'])
      expect(ranks(restored, query)).toEqual(ranks(index, query));
    restored.put({ id: 'new', fields: { title: '新文章' } });
    expect(first('新文章', restored)).toBe('new');
  });

  it('is refused when damaged', () => {
    const bytes = shopIndex().serialise();
    for (let at = 0; at < bytes.length; at += 37) {
      const damaged = bytes.slice();
      damaged[at]! ^= 0x55;
      expect(() => restoreSearchIndex(damaged)).toThrow(LanguageError);
    }
    expect(() => restoreSearchIndex(bytes.slice(0, 100))).toThrow(LanguageError);
  });
});
