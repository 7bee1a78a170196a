/** @module What the steps of a case, their fields and what they leave behind are called. */
import type { Texts } from '../../kit/language.ts';
import type { StepName } from './step-names.ts';

type Names<K extends string> = Readonly<Record<K, string>>;

const en = {
  by: { CUSTOMER: 'Customer', STAFF: 'Staff', SYSTEM: 'The desk' },
  events: {
    submit: 'Asked for', takeUp: 'Taken up', approve: 'Approved', reject: 'Refused', withdraw: 'Withdrawn', needsReturn: 'Waits for the goods', refundOnly: 'Refund ordered', reship: 'New goods ordered',
    explain: 'Explained', customerShips: 'Sent back', deadline: 'Not sent back in time', firstScan: 'Scanned by the carrier', autoRefund: 'Refunded by time limit', receive: 'Goods received',
    inspectPass: 'Inspected: passed', inspectPartial: 'Inspected: passed in part', inspectFail: 'Inspected: failed', refund: 'Refund ordered', exchange: 'Exchange ordered', repair: 'Repair ordered',
    exchangeRepair: 'Exchange instead of repair', agree: 'Refund ordered as agreed', refuse: 'Refused after inspection', openDispute: 'Dispute opened', refundConfirmed: 'Refund paid', delivered: 'Completed',
    repaired: 'Repaired', decideRefund: 'Dispute: refund', decideReject: 'Dispute: refused', decideReship: 'Dispute: new goods', archive: 'Archived', reopen: 'Reopened', apologise: 'Apology sent',
    offerSolution: 'Another solution offered', setRefundAmount: 'Refund set by hand', acceptInspection: 'Inspection accepted', noteReplacement: 'Replacement on its way', retryRefund: 'Refund tried again',
    refundRefused: 'The shop refused the refund', shopRefused: 'The shop refused', retryShop: 'The shop was asked again', escalate: 'Escalated: time ran out', recordCause: 'Cause recorded',
  } as Readonly<Record<string, string>>,
  stepNames: {
    takeUpCase: 'Take up', recordApology: 'Apologise', offerSolution: 'Offer another solution', setRefundAmount: 'Set the refund', approveCase: 'Approve', rejectCase: 'Refuse', withdrawCase: 'Withdraw for the customer',
    proceedCase: 'Go on without the shop', shipReturn: 'Enter the return waybill', noteFirstScan: 'Carrier has scanned it', receiveReturn: 'Goods received', inspectReturn: 'Inspect',
    acceptInspection: 'Customer accepts the inspection', refuseReturn: 'Refuse after inspection', settleReturn: 'Refund, exchange or repair', noteReplacement: 'Replacement sent', completeCase: 'Complete',
    exchangeRepair: 'Exchange instead of repair', confirmRefund: 'Confirm the refund', retryRefund: 'Try the refund again', openCaseDispute: 'Open a dispute', decideCaseDispute: 'Decide the dispute',
    recordCause: 'Cause and responsible party', archiveCase: 'Archive', reopenCase: 'Reopen',
  } satisfies Names<StepName> as Names<StepName>,
  settleNames: { EXCHANGE: 'Send the new goods', REPAIR: 'Start the repair', other: 'Order the refund' },
  fields: {
    text: 'Apology', textHint: 'Empty: the desk’s standard apology. It goes into the customer’s open conversation.', type: 'Solution', compensationAmount: 'Compensation', compensationFor: 'Compensation for',
    exceptionReason: 'Reason for the exception', refundAmount: 'Refund', reason: 'Reason', reasonHint: 'The customer reads this.', overrideReason: 'Reason for the exception',
    overrideHint: 'The policy does not grant this case. Your reason is audited.', way: 'How to go on', carrier: 'Carrier', waybill: 'Waybill', result: 'Result', note: 'What was found', photos: 'Photos',
    accessories: 'Accessories', gifts: 'Gifts', lowered: 'Refund that is left', loweredHint: 'Only lower than before; empty: unchanged.', instead: 'Refund instead', insteadHint: 'Where the new goods are not to be had or the customer prefers it.',
    refundNo: 'Refund no.', amountPaid: 'Amount paid', paymentMethodId: 'Refund to', sameMethod: 'The same method', outcome: 'Decision', faultParty: 'Responsible party', description: 'Description', stockAction: 'What becomes of the goods',
    newVariant: (title: string) => `“${title}” is exchanged for`, choose: 'Please choose', soldOut: 'sold out', internal: 'Note for colleagues',
  },
  ways: { BY_HAND: 'Go on by hand', RETRY: 'Ask the shop again' },
  compensations: { SERVICE: 'Service', DELAY: 'Delay', QUALITY: 'Quality', PRICE_PROTECTION: 'Price protection', RETURN_FREIGHT: 'Return freight' },
  decisions: { REFUND: 'Refund', REJECT: 'Refuse', RESHIP: 'Send new goods' },
  whyNot: {
    LIMIT_EXCEEDED: 'Above your limit', INVALID_TRANSITION: 'Already decided', NOTIFY_CUSTOMER_FIRST: 'Apologise to the customer first', POLICY_DENIED: 'The policy refuses it',
    REASON_REQUIRED: 'An exception needs its reason: decide it by itself', VALIDATION_FAILED: 'Work out the refund first', FORBIDDEN: 'A second person approves', CONFLICT: 'Changed meanwhile', NOT_FOUND: 'Not found',
  } as Readonly<Record<string, string>>,
};

const zh: typeof en = {
  by: { CUSTOMER: '顾客', STAFF: '客服', SYSTEM: '系统' },
  events: {
    submit: '提交申请', takeUp: '受理', approve: '同意', reject: '拒绝', withdraw: '撤销', needsReturn: '等待寄回', refundOnly: '发起退款', reship: '安排补寄', explain: '已解答', customerShips: '顾客寄回',
    deadline: '超时未寄回', firstScan: '承运人已扫描', autoRefund: '超时自动退款', receive: '退货签收', inspectPass: '验货通过', inspectPartial: '验货部分通过', inspectFail: '验货未通过', refund: '发起退款',
    exchange: '安排换货', repair: '安排维修', exchangeRepair: '维修转换货', agree: '按协商结果退款', refuse: '验货后拒绝', openDispute: '发起纠纷', refundConfirmed: '退款到账', delivered: '完成', repaired: '维修完成',
    decideRefund: '纠纷裁定:退款', decideReject: '纠纷裁定:不支持', decideReship: '纠纷裁定:补寄', archive: '归档', reopen: '重新打开', apologise: '已致歉', offerSolution: '协商新方案', setRefundAmount: '人工核定退款',
    acceptInspection: '顾客接受验货结果', noteReplacement: '补寄已发出', retryRefund: '重新退款', refundRefused: '商城拒绝退款', shopRefused: '商城拒绝', retryShop: '再次请求商城', escalate: '超时升级', recordCause: '登记原因',
  },
  stepNames: {
    takeUpCase: '受理', recordApology: '致歉', offerSolution: '协商其他方案', setRefundAmount: '核定退款金额', approveCase: '同意', rejectCase: '拒绝', withdrawCase: '代顾客撤销', proceedCase: '跳过商城继续',
    shipReturn: '填写退货运单', noteFirstScan: '承运人已扫描', receiveReturn: '退货签收', inspectReturn: '验货', acceptInspection: '顾客接受验货结果', refuseReturn: '验货后拒绝', settleReturn: '退款、换货或维修',
    noteReplacement: '登记补寄运单', completeCase: '完成', exchangeRepair: '维修转换货', confirmRefund: '确认已退款', retryRefund: '重新退款', openCaseDispute: '发起纠纷', decideCaseDispute: '纠纷裁定',
    recordCause: '原因与责任方', archiveCase: '归档', reopenCase: '重新打开',
  },
  settleNames: { EXCHANGE: '寄出新商品', REPAIR: '开始维修', other: '发起退款' },
  fields: {
    text: '致歉内容', textHint: '留空则使用标准致歉语,发送到顾客进行中的会话。', type: '方案', compensationAmount: '补偿金额', compensationFor: '补偿事由', exceptionReason: '例外原因', refundAmount: '退款金额', reason: '原因',
    reasonHint: '顾客会看到此内容。', overrideReason: '例外放行原因', overrideHint: '政策不支持此申请,您的原因会记入审计。', way: '处理方式', carrier: '承运人', waybill: '运单号', result: '验货结果', note: '验货说明', photos: '照片',
    accessories: '配件', gifts: '赠品', lowered: '调整后的退款金额', loweredHint: '只能调低;留空则不变。', instead: '改为退款', insteadHint: '新商品无货或顾客更愿意退款时选择。', refundNo: '退款单号', amountPaid: '实退金额',
    paymentMethodId: '退回到', sameMethod: '原方式', outcome: '裁定', faultParty: '责任方', description: '问题描述', stockAction: '库存处理', newVariant: (title) => `“${title}”换成`, choose: '请选择', soldOut: '无货', internal: '内部说明',
  },
  ways: { BY_HAND: '人工继续', RETRY: '再次请求商城' },
  compensations: { SERVICE: '服务问题', DELAY: '延误', QUALITY: '质量问题', PRICE_PROTECTION: '价保', RETURN_FREIGHT: '退货运费' },
  decisions: { REFUND: '退款', REJECT: '不支持', RESHIP: '补寄' },
  whyNot: {
    LIMIT_EXCEEDED: '超出您的额度', INVALID_TRANSITION: '已被处理', NOTIFY_CUSTOMER_FIRST: '须先向顾客致歉', POLICY_DENIED: '政策不支持', REASON_REQUIRED: '例外放行须单独处理并填写原因',
    VALIDATION_FAILED: '须先核定退款金额', FORBIDDEN: '须由另一人审批', CONFLICT: '刚刚有变化', NOT_FOUND: '不存在',
  },
};

export const stepWords: Texts<typeof en> = { en, zh };
