import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TERMS, TERM_FACTS } from './default-terms.ts';
import { createTermMatcher, type TermRule } from './terms.ts';

const check = createTermMatcher(DEFAULT_TERMS);
const rulesHit = (text: string) => check(text).hits.map((hit) => hit.ruleId);
const rule = (changes: Partial<TermRule>): TermRule => ({
  id: 'r',
  class: 'C',
  name: { zh: '类', en: 'class' },
  level: 'block',
  ...changes,
});

describe('forbidden words', () => {
  it.each(['全网最低价', '全 网 最 低 价', '全網最低價'])('blocks "%s" with a replacement', (text) => {
    const report = check(text);
    expect(report.level).toBe('block');
    expect(report.hits[0]).toMatchObject({ class: 'ABSOLUTE_CLAIM', matched: '最低价' });
    expect(report.hits[0]?.replacement?.zh).not.toBe('');
    expect(report.hits[0]?.replacement?.en).not.toBe('');
  });

  it.each(['不知道', '我不知道您的订单号,请发一下'])('warns about "%s"', (text) => {
    const report = check(text);
    expect(report.level).toBe('warn');
    expect(report.hits).toHaveLength(1);
    expect(report.hits[0]).toMatchObject({
      text: '不知道',
      class: 'REFUSAL',
      replacement: { zh: expect.stringContaining('核实') },
    });
  });

  it('lets ordinary service wording pass', () => {
    for (const text of [
      '您好,欢迎光临小店,我是客服小李,请问有什么可以帮您?',
      '感谢您的咨询,祝您生活愉快!有问题随时找我。',
      '本店商品均为官方正品,全店活动统一,目前已经是优惠价了。',
      '退款12.80元已原路退回,到账时间约3天。',
      '您最好先拍一张照片,我马上为您处理。',
      '这款滚筒洗衣机支持7天无理由退货。',
      '收到后我们会给您打包好寄出',
      'I am so sorry for the trouble, I will check this right away.',
      'The best way to reach us is this chat.',
      'This hit song is in the shop next to the classic albums.',
    ])
      expect(check(text), text).toEqual({ level: undefined, hits: [] });
  });
});

describe('every phrase of the default list', () => {
  const listed = DEFAULT_TERMS.flatMap((term) => (term.phrases ?? []).map((phrase) => [term.id, phrase] as const));

  it.each(listed)('%s finds "%s" as written', (id, phrase) => {
    expect(rulesHit(`我说 ${phrase} 吧`)).toContain(id);
  });

  it('has both languages in every rule that has phrases and says what to say instead', () => {
    for (const term of DEFAULT_TERMS.filter((each) => each.phrases?.length)) {
      expect(
        term.phrases?.some((phrase) => /\p{Script=Han}/u.test(phrase)),
        term.id,
      ).toBe(true);
      expect(
        term.phrases?.some((phrase) => !/\p{Script=Han}/u.test(phrase)),
        term.id,
      ).toBe(true);
    }
  });

  it('is found with any inserted punctuation between Han characters', () => {
    const phrase = fc.constantFrom(
      ...listed.map(([, text]) => text).filter((text) => /^\p{Script=Han}{2,}$/u.test(text)),
    );
    const noise = fc.string({
      unit: fc.constantFrom(' ', '*', '·', '-', '，', '\u200b', '😊', '_', '　'),
      maxLength: 3,
    });
    fc.assert(
      fc.property(phrase, fc.array(noise, { minLength: 12, maxLength: 12 }), (text, gaps) => {
        const spelled = [...text]
          .map((character, index) => character + (index < text.length - 1 ? gaps[index % 12] : ''))
          .join('');
        const report = check(`亲${spelled}哦`);
        expect(report.hits.map((hit) => hit.text)).toContainEqual(expect.stringContaining(spelled));
      }),
    );
  });
});

describe('matching', () => {
  it('ignores width, case and script form and points at the original text', () => {
    const text = '快ＡＤＤ ＭＥ ＯＮ Wechat吧';
    const hit = check(text).hits[0];
    expect(hit).toMatchObject({ ruleId: 'off-platform', text: 'ＡＤＤ ＭＥ ＯＮ Wechat', start: 1 });
    expect(text.slice(hit?.start, hit?.end)).toBe(hit?.text);
  });

  it.each([
    ['f u c k', true],
    ['F.U.C.K', true],
    ['fu*ck', true],
    ['is hit by', false],
    ['pen is', false],
    ['penis', true],
    ['p e n i s', true],
    ['pen-is', true],
    ['openist', false],
    ['shit', true],
  ])('reads "%s" as a listed word: %s', (text, expected) => {
    const find = createTermMatcher([rule({ phrases: ['fuck', 'penis', 'shit'] })]);
    expect(find(text).hits.length > 0).toBe(expected);
  });

  it('matches a phrase of several words with other spacing and punctuation', () => {
    for (const text of ["I don't know", 'I dont know', 'I don’t   know', 'Well, I DON’T KNOW!'])
      expect(rulesHit(text), text).toEqual(['refusal']);
  });

  it('spares a hit inside an innocent longer word but not beside it', () => {
    expect(rulesHit('滚筒洗衣机')).toEqual([]);
    expect(rulesHit('滚,别买滚筒洗衣机')).toEqual(['abuse']);
  });

  it('reports the longest of nested phrases of one rule once', () => {
    expect(check('我也没办法').hits.map((hit) => hit.text)).toEqual(['我也没办法']);
  });

  it('applies a rule only in its scope', () => {
    const find = createTermMatcher([
      rule({ phrases: ['秒杀'], scope: { stores: ['s1'], channels: ['chat'], authors: ['agent'] } }),
    ]);
    const inScope = { store: 's1', channel: 'chat', author: 'agent' };
    expect(find('秒杀', inScope).level).toBe('block');
    for (const other of [
      { ...inScope, store: 's2' },
      { ...inScope, channel: 'mail' },
      { ...inScope, author: 'bot' },
      {},
    ])
      expect(find('秒杀', other).level).toBeUndefined();
  });

  it('takes the strictest level of all hits', () => {
    const find = createTermMatcher([
      rule({ id: 'l', level: 'log', phrases: ['甲'] }),
      rule({ id: 'w', level: 'warn', phrases: ['乙'] }),
    ]);
    expect(find('甲').level).toBe('log');
    expect(find('乙甲').level).toBe('warn');
  });

  it('blocks a denial of rights when policy says eligible, else warns', () => {
    expect(check('这个不能退').level).toBe('warn');
    expect(check('这个不能退', { facts: [TERM_FACTS.eligible] }).level).toBe('block');
    expect(check('请问能不能退').level).toBeUndefined();
  });
});

describe('pattern terms', () => {
  it.each(['打我电话13800138000', '加我v信 shop_kefu88', '去 www.cheap-shop.top 下单', 'QQ 12345678'])(
    'blocks contact outside the platform: %s',
    (text) => {
      expect(check(text).hits.map((hit) => hit.class)).toContain('OFF_PLATFORM');
    },
  );

  it('lets the shop’s own hotline and domain pass', () => {
    const context = { allow: ['138-0013-8000', 'shop.example.com'] };
    expect(check('热线 13800138000,官网 https://www.shop.example.com/help', context).level).toBeUndefined();
    expect(check('https://evilshop.example.com.cn', context).level).toBe('block');
    expect(check('https://evil.com/shop.example.com', context).level).toBe('block');
  });

  it('blocks reading out personal data only to somebody unverified', () => {
    const text = '您的地址是浙江省杭州市西湖区文三路90号3栋502室';
    expect(check(text).level).toBeUndefined();
    expect(check(text, { facts: [TERM_FACTS.unverified] })).toMatchObject({
      level: 'block',
      hits: [{ class: 'PRIVACY', matched: 'ADDRESS', text: '浙江省杭州市西湖区文三路90号3栋502室' }],
    });
  });
});

describe('robustness', () => {
  it('never throws, and every span cuts the reported text out of the original', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('最低价', 'idiot', '13800138000', ''),
        (noise, term) => {
          const text = noise + term;
          for (const hit of check(text).hits) expect(text.slice(hit.start, hit.end)).toBe(hit.text);
        },
      ),
    );
  });

  it('answers an empty text and an empty list', () => {
    expect(check('')).toEqual({ level: undefined, hits: [] });
    expect(createTermMatcher([])('最低价')).toEqual({ level: undefined, hits: [] });
  });
});
