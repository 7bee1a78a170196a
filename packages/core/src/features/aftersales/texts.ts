import { texts } from '../../kernel/said.ts';
import { adviceTexts } from './advice-texts.ts';
import { toldTexts } from './told-texts.ts';

/** What this feature says in denials and of fields. */
export const aftersalesTexts = {
  ...adviceTexts,
  ...toldTexts,
  ...texts('aftersales', {
    aboveRefundable: { en: 'That is more than can still be refunded.', zh: '超出尚可退的金额。' },
    addPhoto: { en: 'Please add a photo.', zh: '请上传照片。' },
    apologyUnheard: {
      en: 'The customer does not have the apology yet. It waits for their next visit; if you have told them, record that.',
      zh: '致歉尚未送达顾客，将在顾客下次来访时显示；如已电话告知，请登记。',
    },
    apologiseFirst: { en: 'Apologise to the customer first.', zh: '请先向顾客致歉。' },
    belowFee: { en: 'That is less than the fee for these goods leaves.', zh: '低于扣费后应退的最低金额。' },
    chooseRefundMethod: { en: 'Choose where the money goes.', zh: '请选择退款去向。' },
    compensationWithRefund: { en: 'A compensation goes with a refund or alone.', zh: '补偿只能单独发放或随退款发放。' },
    inFuture: { en: 'This is in the future.', zh: '时间不能晚于现在。' },
    inspectionNotAccepted: {
      en: 'The customer has not accepted the outcome of the inspection yet.',
      zh: '顾客尚未接受验货结果。',
    },
    lowerOnPartialPass: {
      en: 'Only a partial pass lowers the refund, and never raises it.',
      zh: '仅部分通过可调低退款金额，且不得调高。',
    },
    monthForm: { en: 'A month is written 2025-04.', zh: '月份格式为 2025-04。' },
    monthNotOver: { en: 'The month is not over.', zh: '该月尚未结束。' },
    newItemUnavailable: { en: 'The new item is not available: offer a refund.', zh: '所换商品无货，请改为退款。' },
    notTheseItems: { en: 'The order does not hold these items.', zh: '订单中没有这些商品。' },
    notThisItem: { en: 'The order does not hold this item.', zh: '订单中没有该商品。' },
    nothingToTakeOff: { en: 'Nothing more can be taken off this refund.', zh: '此退款不能再扣减。' },
    onlyLeft: { en: 'Only {left, number} of “{title}” left.', zh: '仅剩 {left, number} 件“{title}”可申请。' },
    orderChanged: {
      en: 'The order has changed since you looked. Please check again.',
      zh: '订单已发生变化，请重新确认。',
    },
    otherAmount: { en: 'Not the amount of this refund.', zh: '金额与本次退款不符。' },
    otherRefund: { en: 'Not the refund of this case.', zh: '退款单号与此售后单不符。' },
    picturesOnly: { en: 'Only pictures can be added to a case.', zh: '只能添加图片。' },
    planRefundFirst: { en: 'Work out the refund first.', zh: '请先核定退款金额。' },
    policyGrants: {
      en: 'The policy grants this: only a supervisor may refuse it.',
      zh: '政策支持此申请，仅主管可以拒绝。',
    },
    repairWithinThirtyDays: { en: 'The repair has not taken thirty days yet.', zh: '维修尚未超过 30 天。' },
    reportMade: { en: 'The report of this month is made.', zh: '该月报表已生成。' },
    requiredForRecord: { en: 'Required for the record.', zh: '归档前必填。' },
    resendOnSellerFault: { en: 'Goods are sent again where the seller is at fault.', zh: '仅卖家责任的情形可以补发。' },
    sayExchange: { en: 'Say what each item is exchanged for.', zh: '请选择每件商品要换成的规格。' },
    secondPersonApproves: {
      en: 'Above an agent’s limit a second person approves.',
      zh: '超出客服额度的须由另一人审批。',
    },
    staffOnly: { en: 'For staff only.', zh: '仅限客服使用。' },
    waybillForm: { en: 'Not a waybill number.', zh: '运单号格式有误。' },
    fileTooLarge: { en: 'The file is larger than 10 MiB.', zh: '文件超过 10 MiB。' },
    noPraise: { en: 'Nothing is paid or given for a good review.', zh: '不得以补偿、退款或赠品换取好评。' },
  }),
};
