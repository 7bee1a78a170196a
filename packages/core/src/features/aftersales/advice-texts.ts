import { texts } from '../../kernel/said.ts';

/** Why the desk recommends a step of a case to whoever may take it. */
export const adviceTexts = texts('aftersales', {
  disputed: { en: 'The customer does not accept the outcome.', zh: '顾客不接受处理结果。' },
  failed: { en: 'The goods did not pass the inspection.', zh: '验货未通过。' },
  goodsAreHere: { en: 'The goods have arrived and nobody has looked at them yet.', zh: '退货已签收，尚未验货。' },
  goodsOnTheWay: { en: 'The goods are on their way back.', zh: '退货正在途中。' },
  granted: { en: 'The policy grants this request.', zh: '政策支持此申请。' },
  grantedBy: { en: 'The policy grants this request ({rules}).', zh: '政策支持此申请（{rules}）。' },
  inPartAccepted: {
    en: 'The inspection passed in part, and the customer accepts that.',
    zh: '验货部分通过，顾客已接受结果。',
  },
  leftToPerson: { en: 'The policy leaves this request to a person.', zh: '政策要求此申请由人工判断。' },
  passed: { en: 'The goods passed the inspection.', zh: '验货已通过。' },
  refundUnconfirmed: {
    en: 'The refund is ordered, and nobody has confirmed it yet.',
    zh: '退款已发起，尚未确认到账。',
  },
  refundWasRefused: { en: 'The shop refused to pay.', zh: '商城拒绝了此次退款。' },
  refused: { en: 'The policy does not grant this request.', zh: '政策不支持此申请。' },
  refusedBy: { en: 'The policy does not grant this request ({rules}).', zh: '政策不支持此申请（{rules}）。' },
  shopRefusedStep: { en: 'The shop refused what the approval asked of it.', zh: '商城拒绝了同意后的操作。' },
  toSend: { en: 'The customer waits for their goods.', zh: '顾客在等待商品。' },
  underWay: { en: 'The goods are on their way to the customer ({waybill}).', zh: '商品已寄给顾客（{waybill}）。' },
  weigh: {
    en: 'The policy leaves it to you. Approve it if what the customer says holds.',
    zh: '政策要求由您判断：如顾客所述属实，请予同意。',
  },
  weighAndApologise: {
    en: 'The policy leaves it to you. If what the customer says holds, approve it with an apology.',
    zh: '政策要求由您判断：如顾客所述属实，请致歉并予同意。',
  },
  workOutFirst: { en: 'Nobody has worked out the refund yet.', zh: '退款金额尚未核定。' },
});
