/**
 * @module How promises are worded, as data over folded text (small letters, simplified Han). `number` and `unit` are
 * what is promised; a pattern without them promises what its kind says.
 */
import type { ClaimKind } from './promise-claims.ts';
import { NUMBER } from '../../language/promise-numbers.ts';

export interface ClaimPattern {
  readonly kind: ClaimKind;
  readonly language: 'zh' | 'en';
  readonly words: RegExp;
  /** The figure is in hours, else in days. */
  readonly hours?: true;
  /** The figure of a wording that has none in numbers. */
  readonly value?: number;
}

const ZH_DAYS = String.raw`\s*个?(?<unit>天|日|周|星期|月|年)`;
const ZH_SPAN = String.raw`\s*个?(?<unit>分钟|小时|工作日|天|日)`;
const EN_DAYS = String.raw`[\s-]*(?<unit>day|week|month|year)s?`;
const EN_SPAN = String.raw`[\s-]*(?:working |business )?(?<unit>minute|hour|day)s?`;
/** Up to so many characters of the same clause. */
const zhGap = (most: number) => String.raw`[^,。;!?\n,.;!?]{0,${most}}?`;
const enGap = (most: number, never = 'refund|process|repl[yi]|answer|receiv|inspect|credit') =>
  String.raw`(?:(?!${never})[^,.;!?\n]){0,${most}}?`;
const US = '(?:我们|我方|我|本店|店铺|商家|卖家)';
const DAY_ZH =
  '(?:今天|明天|后天|今晚|明早|当天|当日|次日|隔天|周[一二三四五六日天]|下周|\\d+号|\\d+(?:小时|天)之?内|准时|按时)';
const DAY_EN =
  '(?:today|tomorrow|tonight|next day|on time|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|by (?:the weekend|noon|tomorrow)|within \\d+ (?:hours?|days?)|in \\d+ (?:hours?|days?))';
const SURE_ZH = '(?:一定|保证|肯定|必定|必|绝对|确保|承诺|包(?!裹)|百分之百|100%)';
const ARRIVES_ZH = '(?:到货|送到|送达|到达|收到|能到|会到|可以到|到(?=$|[了的吧哦呢啊~!。,,!.\\s]))';
const ARRIVES_EN =
  '(?:arriv\\w*|deliver\\w*|get (?:it|there|to you)|be (?:there|with you)|reach\\w*|have it|receive it)';
const SURE_EN = '(?:guarantee[ds]?|promise[ds]?|definitely|certainly|for sure|without fail|100%|surely)';

const zh = (words: string) => new RegExp(words, 'gu');
const en = (words: string) => new RegExp(words, 'gu');

export const PATTERNS: readonly ClaimPattern[] = [
  {
    kind: 'RETURN_WINDOW',
    language: 'zh',
    words: zh(
      `${NUMBER.zh}${ZH_DAYS}(?:之内|以内|内)?${zhGap(10)}(?:无理由(?:退换货?|退货)?|包退|包换|退货|退换货?|换货|(?:可以|可|能|随时)退(?!款)|(?:可以|可|能|随时)换)`,
    ),
  },
  {
    kind: 'RETURN_WINDOW',
    language: 'zh',
    words: zh(
      `(?:无理由|退货|退换货?|换货)(?:退货|退换)?(?:服务|政策)?(?:期限?|时限|时间)(?:是|为|有|延长到|延长至|延长|:)?\\s*${NUMBER.zh}${ZH_DAYS}`,
    ),
  },
  {
    kind: 'RETURN_WINDOW',
    language: 'en',
    words: en(
      `\\b${NUMBER.en}${EN_DAYS}(?:[\\s-]+(?:no[\\s-]questions[\\s-]asked|free|easy|full|no[\\s-]reason))*[\\s-]+(?:returns?\\b|refund policy|money[\\s-]back|exchanges?\\b)`,
    ),
  },
  {
    kind: 'RETURN_WINDOW',
    language: 'en',
    words: en(
      `\\b(?:returns?|returned|exchanges?|send (?:it|them) back|(?:give|bring) (?:it|them) back)\\b${enGap(40)}\\b(?:within|for up to|up to|for|in)\\s+(?:the (?:first|next) )?${NUMBER.en}${EN_DAYS}`,
    ),
  },
  {
    kind: 'RETURN_WINDOW',
    language: 'en',
    words: en(
      `\\bwithin\\s+${NUMBER.en}${EN_DAYS}${enGap(30)}\\byou (?:can|may) (?:still )?(?:return|exchange|send)\\b`,
    ),
  },
  {
    kind: 'RETURN_WINDOW',
    language: 'en',
    words: en(`\\byou have\\s+${NUMBER.en}${EN_DAYS}${enGap(20)}\\bto (?:return|exchange|send)\\b`),
  },

  {
    kind: 'FREE_RETURN',
    language: 'zh',
    words: zh(
      `免运费(?:的)?(?:退换|退货|退回|退)|(?:退货|退换货?|退回来?|寄回来?)${zhGap(6)}(?:免运费|包邮|免邮|不(?:用|需要?)[您你]?(?:出|付|承担)运费|(?:来回|往返)?运费(?:都|由|也)?${US}(?:来)?(?:出|付|承担|包|报销))`,
    ),
  },
  {
    kind: 'FREE_RETURN',
    language: 'zh',
    words: zh(
      `(?:包|承担|报销|出)(?:来回|往返|退货|寄回|退回)(?:的)?运费|(?:来回|往返|退货|寄回)(?:的)?运费(?:都|由|也)?${US}(?:来)?(?:出|付|承担|包|报销)|免费(?:上门)?(?:取件)?退货`,
    ),
  },
  {
    kind: 'FREE_RETURN',
    language: 'en',
    words: en(
      `\\bfree returns?\\b(?! polic)|\\bfree return (?:shipping|postage|freight|labels?)|\\breturn (?:shipping|postage|freight) is (?:free|on us)|\\breturns are (?:free|on us)|\\breturn (?:it|them) (?:for free|free of charge)`,
    ),
  },
  {
    kind: 'FREE_RETURN',
    language: 'en',
    words: en(
      `\\bwe(?:['’]ll| will| can)? (?:pay|cover|bear|refund)${enGap(25, '\\n')}\\breturn (?:shipping|postage|freight|costs?|delivery)|\\bno (?:cost|charge|fee)s? (?:to you )?for (?:the |your )?returns?\\b`,
    ),
  },

  {
    kind: 'MULTIPLE',
    language: 'zh',
    words: zh(`(?<number>双|两|二|三|四|五|六|八|十|百|\\d+)倍(?:的)?(?:赔偿|赔付|赔|退款|返还|补偿)`),
  },
  {
    kind: 'MULTIPLE',
    language: 'zh',
    words: zh(`(?:赔偿|赔付|赔|补偿|退)(?:您|你|给您|给你)?(?<number>双|两|二|三|四|五|十|\\d+)倍`),
  },
  { kind: 'MULTIPLE', language: 'zh', words: zh(`[假坏错少破退]一赔(?<number>[二两三四五六七八九十百]+|\\d+)`) },
  {
    kind: 'MULTIPLE',
    language: 'en',
    words: en(`\\b(?<number>double|twice|triple)\\s+(?:the |your )?(?:compensation|refund|money|price|amount|damages)`),
  },
  {
    kind: 'MULTIPLE',
    language: 'en',
    words: en(
      `\\b(?<number>two|three|four|five|ten|\\d+)(?:x| times)\\s+(?:the |your )?(?:compensation|refund|money|price|amount|damages)`,
    ),
  },
  {
    kind: 'MULTIPLE',
    language: 'en',
    words: en(
      `\\b(?:compensate|refund|pay|reimburse)\\s+(?:you\\s+)?(?:back\\s+)?(?<number>double|twice|triple|(?:two|three|four|five|ten|\\d+)(?= times))\\b`,
    ),
  },

  {
    kind: 'DELIVERY_DATE',
    language: 'zh',
    words: zh(
      `${SURE_ZH}${zhGap(5)}${DAY_ZH}${zhGap(6)}${ARRIVES_ZH}|${DAY_ZH}${zhGap(4)}${SURE_ZH}(?:能|会|可以)?(?:给您|帮您)?(?:送)?${ARRIVES_ZH}`,
    ),
  },
  {
    kind: 'DELIVERY_DATE',
    language: 'en',
    words: en(
      `\\b${SURE_EN}\\b${enGap(30, '\\n')}\\b${ARRIVES_EN}\\b${enGap(20, '\\n')}\\b${DAY_EN}|\\b${ARRIVES_EN}\\b${enGap(20, '\\n')}\\b${DAY_EN}${enGap(8, '\\n')}\\b${SURE_EN}\\b|\\bguaranteed (?:next[\\s-]day |same[\\s-]day )?delivery ${enGap(6, '\\n')}${DAY_EN}|\\bguaranteed (?:next|same)[\\s-]day delivery`,
    ),
  },

  {
    kind: 'DISPATCH_TIME',
    language: 'zh',
    hours: true,
    words: zh(
      `${NUMBER.zh}${ZH_SPAN}(?:之内|以内|内)(?:就|会|可以|能|保证|一定)?(?:为您|给您|帮您)?(?:安排)?(?:发货|发出|寄出)`,
    ),
  },
  {
    kind: 'DISPATCH_TIME',
    language: 'en',
    hours: true,
    words: en(
      `\\b(?:ship|dispatch|shipped|dispatched|ships)\\b${enGap(25, 'arriv|deliver|return')}\\bwithin\\s+${NUMBER.en}${EN_SPAN}`,
    ),
  },

  {
    kind: 'REFUND_TIME',
    language: 'zh',
    hours: true,
    words: zh(
      `${NUMBER.zh}${ZH_SPAN}(?:之内|以内|内)?(?:就|会|可以|能|保证|一定)?(?:给您|为您|帮您)?(?:退款|到账|退到|退给)`,
    ),
  },
  {
    kind: 'REFUND_TIME',
    language: 'zh',
    hours: true,
    words: zh(`(?:退款|货款)${zhGap(8)}${NUMBER.zh}${ZH_SPAN}(?:之内|以内|内)?(?:就|会|可以|能)?(?:到账|退到|退给)`),
  },
  {
    kind: 'REFUND_TIME',
    language: 'zh',
    hours: true,
    value: 0.1,
    words: zh('(?:退款)?(?:秒退|秒到账|立即到账|立刻到账|马上到账|即时到账|实时到账)'),
  },
  {
    kind: 'REFUND_TIME',
    language: 'en',
    hours: true,
    words: en(`\\brefund\\w*\\b${enGap(40, 'receiv|inspect|return')}\\b(?:within|in)\\s+${NUMBER.en}${EN_SPAN}`),
  },
  {
    kind: 'REFUND_TIME',
    language: 'en',
    hours: true,
    value: 0.1,
    words: en('\\b(?:instant|immediate) refunds?\\b|\\brefund (?:you )?(?:immediately|instantly|right away)\\b'),
  },
];
