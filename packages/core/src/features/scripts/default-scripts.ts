/**
 * @module The scripts that a new shop starts with (wording norms, 2.6), in both languages; variables stand in braces.
 */
import type { Scene } from './entities.ts';

export interface DefaultScript {
  readonly code: string;
  readonly scene: Scene;
  readonly title: { readonly zh: string; readonly en: string };
  readonly body: { readonly zh: string; readonly en: string };
}

const script = (
  code: string,
  scene: Scene,
  [zhTitle, enTitle]: readonly [string, string],
  zh: string,
  en: string,
): DefaultScript => ({
  code,
  scene,
  title: { zh: zhTitle, en: enTitle },
  body: { zh, en },
});

const OPENING_AND_CLOSING = [
  script(
    'G1',
    'GREETING',
    ['欢迎', 'Greeting'],
    '您好，欢迎光临{shop}，我是客服{agentName}，请问有什么可以帮您？',
    'Hello and welcome to {shop}. I am {agentName}, how can I help you?',
  ),
  script(
    'G2',
    'AWAY',
    ['暂时离开', 'Away'],
    '您好，客服{agentName}暂时离开，{backTime}前回复您；您可以先留言或查看常见问题。',
    'Hello, {agentName} is away for a moment and will answer you by {backTime}. You can leave a message or look at our help pages meanwhile.',
  ),
  script(
    'E1',
    'CLOSING',
    ['结束语', 'Closing'],
    '感谢您的咨询，祝您生活愉快！有问题随时找我。',
    'Thank you for getting in touch, and have a lovely day! I am here whenever you need me.',
  ),
];

const NEED_AND_PRODUCT = [
  script(
    'P1',
    'NEED',
    ['了解需求', 'Need'],
    '为了给您推荐更合适的，请问是自用还是送人，预算大概多少呢？',
    'So that I can suggest what suits you: is it for yourself or a present, and what is your budget?',
  ),
  script(
    'P2',
    'PRODUCT',
    ['商品信息', 'Product facts'],
    '{product}的{attribute}是{value}，使用时请注意{caution}。',
    'The {attribute} of {product} is {value}. Please note when using it: {caution}.',
  ),
];

const PROMOTION_AND_PRICE = [
  script(
    'P3',
    'PROMOTION',
    ['最省方案', 'Cheapest plan'],
    '按目前活动，您这样下单最划算：{plan}，合计{amount}。',
    'With the current offers this way of ordering saves you most: {plan}, {amount} in total.',
  ),
  script(
    'P4',
    'PROMOTION',
    ['赠品差额', 'Gift distance'],
    '再选{gap}即可达到{threshold}，系统会自动赠送{gift}（以付款金额为准）。',
    'Add {gap} to reach {threshold} and {gift} is added automatically (the amount paid counts).',
  ),
  script(
    'P5',
    'PRICE',
    ['价格说明', 'Price position'],
    '本店商品均为官方正品，全店活动统一，目前已经是优惠价了。',
    'Everything in our shop is genuine and the offers are the same for everybody; this is already the offer price.',
  ),
  script(
    'P6',
    'CONCESSION',
    ['专属优惠', 'Concession'],
    '我为您申请到一张专属优惠券{code}，仅限您本人在{expiry}前使用。',
    'I have got a personal voucher for you: {code}. Only you can use it, until {expiry}.',
  ),
];

const ORDER_AND_PAYMENT = [
  script(
    'P7',
    'VERIFY',
    ['核对订单', 'Verify the order'],
    '请您核对：{items}，收件人{name}，{phoneMasked}，{address}。预计{shipDate}发货，{eta}到达。',
    'Please check: {items}, for {name}, {phoneMasked}, {address}. It should leave on {shipDate} and arrive on {eta}.',
  ),
  script(
    'U1',
    'UNPAID',
    ['未付款提醒', 'Unpaid order'],
    '您好，您拍下的{product}还未付款，库存会为您保留到{holdUntil}，付款遇到问题我可以协助您。',
    'Hello, {product} is not paid yet. We keep it for you until {holdUntil}; if the payment does not work I can help.',
  ),
  script(
    'U2',
    'UNPAID',
    ['截单提醒', 'Cut-off'],
    '今天{cutoff}截单，现在付款当天就可以安排发出。',
    'Today’s cut-off is {cutoff}: if you pay now, we can send it today.',
  ),
  script(
    'U3',
    'UNPAID',
    ['确认意向', 'Closing intent'],
    '请问这笔订单您还需要吗？如不需要我帮您关闭，方便您重新下单。',
    'Do you still need this order? If not, I can close it for you so that you can order anew.',
  ),
];

const DISPATCH_AND_PARCELS = [
  script(
    'D1',
    'DELAY',
    ['发货延迟', 'Delay'],
    '非常抱歉，您的订单因{reason}延迟，最晚{date}发出，您可选择等待或退款。',
    'I am very sorry: your order is delayed because of {reason} and leaves by {date}. You can wait or have your money back.',
  ),
  script(
    'L1',
    'TRACKING',
    ['物流查询', 'Tracking'],
    '您的包裹{trackingNo}目前在{node}，预计{eta}送达。',
    'Your parcel {trackingNo} is at {node} now and should arrive on {eta}.',
  ),
  script(
    'L2',
    'TRACKING',
    ['物流停滞', 'Stalled parcel'],
    '包裹停留时间较长，我已联系当地网点，{time}前给您结果。',
    'The parcel has been in one place for long. I have contacted the local branch and will tell you the result by {time}.',
  ),
];

const AFTER_SALE = [
  script(
    'A1',
    'APOLOGY',
    ['致歉', 'Apology'],
    '非常抱歉给您带来不便，请您发一下照片/视频，我马上为您处理。',
    'I am very sorry for the trouble. Please send me a photo or a video and I will see to it right away.',
  ),
  script(
    'A2',
    'SOLUTION',
    ['处理方案', 'Options'],
    '您可以选择：①补发 ②换货 ③退货退款 ④补偿{amount}，您觉得哪种更方便？',
    'You can choose: (1) a new delivery, (2) an exchange, (3) return and refund, (4) a compensation of {amount}. Which suits you?',
  ),
  script(
    'A3',
    'RETURN',
    ['退货须知', 'Return notes'],
    '请寄回：{returnAddress}，包裹内附订单号{caseNo}，寄出后把单号告诉我。',
    'Please send it to {returnAddress} with the number {caseNo} in the parcel, and tell me the tracking number afterwards.',
  ),
  script(
    'A4',
    'REFUND',
    ['退款完成', 'Refund done'],
    '退款{amount}已原路退回，到账时间约{days}天。',
    'Your refund of {amount} is on its way to the account you paid from; it takes about {days} days.',
  ),
];

const COMPLAINT_AND_CARE = [
  script(
    'X1',
    'COMPLAINT',
    ['安抚', 'Soothing'],
    '我非常理解您的心情，这件事由我负责跟进，{time}前给您方案。',
    'I understand how you feel. I am in charge of this now and will bring you a solution by {time}.',
  ),
  script(
    'X2',
    'COMPLAINT',
    ['升级', 'Escalate'],
    '我已请主管{supervisor}一起处理，您无需重复说明。',
    'I have asked my supervisor {supervisor} to join; you need not explain anything again.',
  ),
  script(
    'R1',
    'REVIEW',
    ['差评回复', 'Negative review'],
    '看到您的评价非常抱歉，我们已为您登记（{caseNo}），想了解具体情况以便改进。',
    'We are very sorry to read your review. We have registered it ({caseNo}) and would like to know more, so that we do better.',
  ),
  script(
    'V1',
    'REVISIT',
    ['回访', 'Revisit'],
    '您好，上次的问题{summary}已处理，请问现在使用正常吗？',
    'Hello, your last question ({summary}) has been dealt with. Does everything work now?',
  ),
  script(
    'B1',
    'BIRTHDAY',
    ['生日祝福', 'Birthday'],
    '{name}，{shop}祝您生日快乐！专属优惠券{code}，{expiry}前有效。回复TD退订。',
    '{name}, {shop} wishes you a happy birthday! Your voucher {code} is valid until {expiry}. Reply TD to unsubscribe.',
  ),
];

/** Default scripts of all scenes; a tenant's own script of the same code takes the place of one. */
export const DEFAULT_SCRIPTS: readonly DefaultScript[] = [
  ...OPENING_AND_CLOSING,
  ...NEED_AND_PRODUCT,
  ...PROMOTION_AND_PRICE,
  ...ORDER_AND_PAYMENT,
  ...DISPATCH_AND_PARCELS,
  ...AFTER_SALE,
  ...COMPLAINT_AND_CARE,
];
