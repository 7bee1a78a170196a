/**
 * @module Facts about a request to give goods back. Claims of the customer are fixed: the desk never suggests claiming
 * something else.
 */
import type { InputDefinition } from '../table-schema.ts';
import { choice, count, flag, say, since } from './columns.ts';

export const region = choice(
  'region',
  say('地区', 'Region'),
  {
    CN: ['中国大陆', 'mainland China'],
    EU: ['欧盟', 'European Union'],
    OTHER: ['其他', 'elsewhere'],
  },
  { fixed: true },
);

export const reason = choice(
  'reason',
  say('退换原因', 'Reason'),
  {
    NO_REASON: ['无理由', 'no reason'],
    QUALITY: ['质量问题', 'quality'],
    PERFORMANCE_FAULT: ['性能故障', 'performance fault'],
    WRONG_ITEM: ['发错货', 'wrong item'],
    MISSING: ['少件', 'missing items'],
    NOT_AS_DESCRIBED: ['与描述不符', 'not as described'],
    DAMAGED: ['运输破损', 'damaged in transit'],
    SIZE_COLOR: ['尺码或颜色不合', 'size or colour'],
    LATE: ['迟发或迟到', 'late'],
    EXCHANGE: ['想换一件', 'exchange'],
    REFUSED: ['拒收', 'refused on delivery'],
  },
  { fixed: true },
);

/** Reasons that lie in the goods themselves. */
export const FAULTY_GOODS: string[] = [
  'QUALITY',
  'PERFORMANCE_FAULT',
  'WRONG_ITEM',
  'MISSING',
  'NOT_AS_DESCRIBED',
  'DAMAGED',
];
/** Every reason for which the seller answers: the one list for freight, refund, fee and benefit in all packs. */
export const SELLER_FAULT: string[] = [...FAULTY_GOODS, 'LATE'];

export const returnClass = choice(
  'returnClass',
  say('退货类别', 'Return class'),
  {
    NONE: ['普通商品', 'ordinary goods'],
    CUSTOM: ['定制商品', 'custom-made'],
    PERISHABLE: ['鲜活易腐', 'fresh or perishable'],
    DIGITAL: ['音像、软件等数字化商品', 'audio-visual, software, digital goods'],
    PERIODICAL: ['报纸、期刊', 'newspapers, periodicals'],
    SAFETY_ON_OPENING: ['拆封影响安全健康或改变品质', 'opening affects safety, health or quality'],
    VALUE_FALLS_ON_USE: ['激活或试用后贬值较大', 'value falls greatly after activation or trial'],
    DECLARED_DEFECTIVE: ['已明示的临期品、瑕疵品', 'declared near-expiry or defective goods'],
    HYGIENE: ['卫生用品', 'hygiene goods'],
    HAZMAT: ['限运危险品', 'shipping-restricted goods'],
    GIFT_CARD: ['礼品卡、可兑换券', 'gift cards and vouchers'],
    PHARMACY: ['药品', 'pharmacy'],
    VEHICLE: ['车辆', 'vehicles'],
    COLLECTIBLE: ['收藏品', 'collectibles'],
    FINAL_SALE: ['已声明不退的特价品', 'declared final sale'],
  },
  { default: 'NONE', fixed: true },
);

export const goodsGroup = choice(
  'goodsGroup',
  say('商品大类', 'Goods group'),
  {
    GENERAL: ['一般商品', 'general'],
    FOOD_COSMETICS_MEDICAL: ['食品、化妆品、医疗器械、计生用品', 'food, cosmetics, medical, contraceptive'],
    ELECTRONICS: ['电子电器', 'electronics'],
    CLOTHING_HOME: ['服装、鞋帽、箱包、玩具、家纺、家居', 'clothing, shoes, bags, toys, home'],
    BABY: ['母婴', 'baby'],
    MEDIA: ['软件、游戏、卡券', 'software, games, cards'],
    APPLE: ['苹果产品', 'Apple products'],
  },
  { default: 'GENERAL', fixed: true },
);

export const opened = flag(
  'opened',
  say('已拆封或下载', 'Opened or downloaded'),
  say('商品已拆封或已下载', 'once opened or downloaded'),
  say('商品未拆封、未下载', 'while unopened and not downloaded'),
  { default: false },
);

export const purchaseConfirmed = flag(
  'purchaseConfirmed',
  say('下单时单独确认不适用退货', 'Confirmed at purchase that returns are excluded'),
  say('有下单时的单独确认记录', 'with a recorded purchase confirmation'),
  say('没有下单时的单独确认记录', 'without a recorded purchase confirmation'),
  { default: false, fixed: false },
);

export const goodsIntact = flag(
  'goodsIntact',
  say('商品完好', 'Goods intact'),
  say('商品完好（功能、配件、吊牌齐全）', 'with the goods complete and in their original quality'),
  say('商品不完好', 'if the goods are not complete or not in their original quality'),
  { default: true },
);

export const sealBroken = flag(
  'sealBroken',
  say('一次性密封包装被拆', 'One-time seal broken'),
  say('必要的一次性密封包装被拆', 'once the necessary one-time seal is broken'),
  say('一次性密封包装完好', 'with the one-time seal unbroken'),
  { default: false },
);

export const tampered = flag(
  'tampered',
  say('擅自维修、改动标识或留有不可恢复痕迹', 'Altered, repaired without authorisation, or marked for good'),
  say('擅自维修、改动或留有不可恢复的痕迹', 'if altered, repaired without authorisation or marked for good'),
  say('未擅自维修、改动', 'if unaltered'),
  { default: false },
);

export const tagOrSoil = flag(
  'tagOrSoil',
  say('剪吊牌、弄脏或受损', 'Tag cut off, soiled or damaged'),
  say('吊牌被剪、弄脏或受损', 'if the tag is cut off or the goods are soiled or damaged'),
  say('吊牌完整、无污损', 'with tags on and no soil or damage'),
  { default: false },
);

export const threeGuarantees = flag(
  'threeGuarantees',
  say('三包目录商品', 'Three-guarantees goods'),
  say('属于三包目录', 'for goods on the three-guarantees list'),
  say('不属于三包目录', 'for goods not on the list'),
  { default: false, fixed: true },
);

export const threeGuaranteesBar = choice(
  'threeGuaranteesBar',
  say('三包除外情形', 'Three-guarantees exception'),
  {
    NONE: ['无', 'none'],
    MISUSE: ['使用不当', 'misuse'],
    UNAUTHORISED_REPAIR: ['非授权拆修', 'opened by a non-authorised repairer'],
    NO_VOUCHER: ['无凭证或发票', 'no voucher or invoice'],
    MODEL_MISMATCH: ['型号不符或涂改', 'model mismatch or altered'],
    FORCE_MAJEURE: ['不可抗力', 'force majeure'],
  },
  { default: 'NONE', fixed: true },
);

export const repairs = count('repairs', say('已维修次数', 'Repairs so far'), say('次', 'times'), {
  default: 0,
  fixed: true,
});

export const partsWaitDays = count(
  'partsWaitDays',
  say('等待零配件天数', 'Days waiting for parts'),
  say('天', 'days'),
  { default: 0, fixed: true },
);

export const repairDays = count('repairDays', say('维修已用天数', 'Days in repair'), say('天', 'days'), {
  default: 0,
  fixed: true,
});

export const contractCancelHolds = flag(
  'contractCancelHolds',
  say('符合法定解除合同条件', 'Conditions to cancel the contract hold'),
  say('符合法定解除合同条件', 'where the conditions to cancel the contract hold'),
  say('不符合法定解除合同条件', 'where they do not hold'),
  { default: false, fixed: true },
);

export const durableGoods = flag(
  'durableGoods',
  say('耐用品或装饰装修', 'Durable goods or decoration'),
  say('属于耐用品或装饰装修', 'for durable goods or decoration'),
  say('不属于耐用品', 'for other goods'),
  { default: false, fixed: true },
);

export const faultParty = choice(
  'faultParty',
  say('责任方', 'Party at fault'),
  {
    SELLER: ['卖家', 'seller'],
    BUYER: ['买家', 'buyer'],
    CARRIER: ['承运人', 'carrier'],
    SUPPLIER: ['供应商', 'supplier'],
    UNCLEAR: ['不明', 'unclear'],
  },
  { nullable: true, fixed: true },
);

export const remedy = choice(
  'remedy',
  say('处理方式', 'Remedy'),
  {
    RETURN: ['退货退款', 'return for a refund'],
    EXCHANGE: ['换货', 'exchange'],
    REPAIR: ['维修', 'repair'],
    REFUND_ONLY: ['仅退款', 'refund without return'],
  },
  { default: 'RETURN', fixed: true },
);

export const freightInsured = flag(
  'freightInsured',
  say('有运费险', 'Return-freight insurance'),
  say('有运费险', 'with return-freight insurance'),
  say('没有运费险', 'without return-freight insurance'),
  { default: false, fixed: true },
);

export const freeReturnItem = flag(
  'freeReturnItem',
  say('免费退货商品', 'Free-return item'),
  say('属于免费退货商品', 'for a free-return item'),
  say('不是免费退货商品', 'for an item without free returns'),
  { default: false, fixed: true },
);

export const usedOrDamaged = flag(
  'usedOrDamaged',
  say('已使用或受损', 'Used or damaged by the buyer'),
  say('商品已使用或受损', 'if used or damaged'),
  say('商品未使用、无损', 'if unused and undamaged'),
  { default: false },
);

export const promisedGoods = flag(
  'promisedGoods',
  say('已承诺七天退货的商品', 'Goods with a promised return'),
  say('商品带有退货承诺', 'for goods with a promised return'),
  say('商品没有退货承诺', 'for goods without that promise'),
  { default: false, fixed: true },
);

export const daysSinceSigned = since(
  'daysSinceSigned',
  say('签收次日起第几天', 'Days since signing (from the next day)'),
  'days',
  { from: 'signedAt' },
);
export const monthsSinceSigned = since('monthsSinceSigned', say('签收后第几个月', 'Months since signing'), 'months', {
  from: 'signedAt',
});
export const daysSinceDelivered = since('daysSinceDelivered', say('送达后第几天', 'Days since delivery'), 'days', {
  from: 'deliveredAt',
});
export const daysSinceEstimatedDelivery = since(
  'daysSinceEstimatedDelivery',
  say('预计送达后第几天', 'Days since estimated delivery'),
  'days',
  { from: 'estimatedDeliveryAt' },
);
export const monthsSinceDelivered = since(
  'monthsSinceDelivered',
  say('送达后第几个月', 'Months since delivery'),
  'months',
  { from: 'deliveredAt' },
);
export const daysSinceReceiptConfirmed = since(
  'daysSinceReceiptConfirmed',
  say('确认收货后第几天', 'Days since confirmed receipt'),
  'days',
  { from: 'receiptConfirmedAt' },
);
export const orderedOn = {
  ...since('orderedOn', say('下单日期（月-日）', 'Order date (month-day)'), 'monthDay', {
    from: 'orderedAt',
    to: 'orderedAt',
  }),
  fixed: true,
};
/** Worked out from the RETURN tables themselves, see `return-window.ts`: 0 in time, not known where no window is. */
export const daysLate: InputDefinition = {
  name: 'daysLate',
  label: say('超出退货期的天数', 'Days past the return window'),
  type: 'number',
  integer: true,
  min: 0,
  unit: say('天', 'days'),
  nullable: true,
  fixed: true,
};
export const requestedOn = since(
  'requestedOn',
  say('申请日期（自下单当年起）', "Request date (counted from the order's year)"),
  'monthDay',
  { from: 'orderedAt' },
);
