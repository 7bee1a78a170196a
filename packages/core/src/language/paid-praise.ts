/**
 * @module Praise for money: a good review, stars or a changed review, and something given for it, in one sentence and
 * in any order. Case, width, script form, blanks and punctuation between the characters make no difference.
 */
import { foldLetters, foldText, type Span } from './fold.ts';

const SENTENCE = /(?:[^。！？!?；;\n\r.]|\.(?!\s|$))+/gu;

/** Praise in folded letters without blanks. */
const PRAISE = new RegExp(
  [
    '好评|优评|正评|正面评价|高分评价|满分评价|好的评价|高评分',
    '[五5满全]颗?星(?!级|红旗|酒店|电器|体育)',
    '(?:晒图|晒单|买家秀)',
    '(?:差评|中评)[^。]{0,3}(?:改|删|撤)',
    '改(?:成|为|掉|个|一下|下)?(?:评价|评论|差评|中评)|(?:改|删|删除|撤|撤销|撤回|去掉|消除)(?:掉|了|除|下)?[^。]{0,4}(?:差评|中评)|追评',
    '(?:good|great|positive|nice|favou?rable|excellent|perfect|top|glowing|kind)(?:product|customer|seller|store|shop)?(?:reviews?|ratings?|feedback|comments?|testimonials?)',
    '(?:5|five)(?:outof(?:5|five))?stars?(?!hotel|ratedhotel|resort|quality|energy|efficiency|safety|onenergy|onefficiency)|allstars',
    '(?:remove|delete|change|revise|edit|update|takedown|withdraw)(?:d|ing)?(?:his|her|their|your|the|a|an|that|this|my)?(?:bad|negative|poor|one|1)?(?:star)?(?:reviews?|ratings?|feedback)',
  ].join('|'),
  'u',
);

/** Something of value, in folded letters without blanks. */
const GIFT_HAN =
  /返[现钱款利还券]|返(?=\d)|红包|现金|奖励|奖金|有奖|补贴|券|礼|赠|送|退[钱款]|退\d|退一半|补偿|赔|转账|给[您你]转|转\d|打款|免单|积分|抵扣|立减|折扣|优惠|钱|\d+[元块角]|[一二两三五十百]+[元块]|好处|酬/u;
const GIFT_LATIN =
  /cash|refund|coupon|voucher|gift|reward|bonus|rebate|discount|credit|compensat|money|freebie|forfree|freeproduct|freeitem|paypal|\d+(?:usd|eur|cny|rmb|dollars?|yuan|off)|dollars|promised|incentive/u;
/** Words that hold one of a gift and give none. */
const NO_GIFT = /送货|配送|派送|寄送|运送|送达|送到|发送|礼貌|礼仪|退换货?|退货|有钱|值钱|省钱|价钱/gu;
/** Signs of money, which folding to letters drops. */
const SIGN = /[¥￥$€£]\s*\d|\d\s*[¥￥$€£%]/u;
/** In a reason for a payment the payment itself is what is given: what is thanked for, or asked for, is its cause. */
const CAUSE =
  /感谢|谢谢|多谢|答谢|酬谢|回馈|奖|换|作为|凭|给了|给过|写了|留了|发了|thank|inreturn|exchange|becauseof|forleaving|forwriting|forgiving|fora|forthe|forhis|forher|fortheir/u;
/** Said to have nothing to do with it. */
const APART =
  /(?:与|跟|和)[^。]{0,6}(?:评价|好评|评论)无关|无关(?:评价|好评)|(?:不|无须|无需|不用|不必|没有)(?:以|要求|需要|用|强求|因为)?[^。]{0,4}(?:好评|评价|五星)|(?:no|not|never|without|regardlessof|unrelatedto|independentof|nothingtodowith)(?:a|any|the|for|fora|your|linkedtoa?|tiedtoa?|inreturnfora?)*(?:good|positive|5star|fivestar)?(?:review|rating|feedback)/u;

interface Reading extends Span {
  readonly letters: string;
  readonly sentence: string;
}

const readings = (text: string): Reading[] =>
  [...text.matchAll(SENTENCE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    sentence: foldText(match[0]),
    letters: foldLetters(match[0]),
  }));

const praises = ({ letters }: Reading): boolean => PRAISE.test(letters) && !APART.test(letters);
const gives = ({ letters, sentence }: Reading): boolean => {
  // The praise itself names no gift: "5星" is no amount.
  const rest = letters.replace(new RegExp(PRAISE, 'gu'), ' ').replace(NO_GIFT, ' ');
  return GIFT_HAN.test(rest) || GIFT_LATIN.test(rest) || SIGN.test(sentence);
};

/** The sentences that give, ask or record something of value for praise. */
export const paidPraiseIn = (text: string): Span[] =>
  readings(text).flatMap((reading) =>
    praises(reading) && gives(reading) ? [{ start: reading.start, end: reading.end }] : [],
  );

/** Whether a text gives, asks or records something of value for praise. */
export const paidPraise = (text: string): boolean => paidPraiseIn(text).length > 0;

/** Whether a reason for a payment is praise: also where it names no gift, since the payment is the gift. */
export const paysForPraise = (reason: string): boolean =>
  readings(reason).some((reading) => praises(reading) && (gives(reading) || CAUSE.test(reading.letters)));
