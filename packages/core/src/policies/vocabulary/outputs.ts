/**
 * @module What the shipped tables answer. Where an output has `favour`, layers that disagree are settled for the
 * consumer by it.
 */
import type { OutputDefinition } from '../table-schema.ts';
import { answer, say, type Choices } from './columns.ts';

/** The staff roles that may decide, lowest first. */
export const APPROVERS: Choices = {
  AA: ['售后客服', 'after-sale agent'],
  TL: ['班长', 'shift lead'],
  SV: ['客服主管', 'supervisor'],
  MG: ['客服经理', 'manager'],
};

export const outcome = answer(
  'outcome',
  say('结论', 'Outcome'),
  {
    DENY: ['不可以', 'no'],
    REVIEW: ['需人工审核', 'needs a person'],
    ALLOW: ['可以', 'yes'],
  },
  'ORDER',
);

export const remedies = answer(
  'remedies',
  say('可选方案', 'Remedies'),
  {
    RETURN: ['退货退款', 'return for a refund'],
    EXCHANGE: ['换货', 'exchange'],
    REPAIR: ['维修', 'repair'],
    REFUND_ONLY: ['仅退款', 'refund without return'],
    PARTIAL_REFUND: ['部分退款', 'partial refund'],
    RESHIP: ['补发', 're-shipment'],
    REWORK: ['返工', 'rework'],
    NEXT_ORDER_DISCOUNT: ['下单优惠', 'discount on the next order'],
  },
  'UNION',
);

export const auto: OutputDefinition = {
  name: 'auto',
  label: say('自动同意', 'Approve automatically'),
  type: 'boolean',
  favour: 'HIGH',
};

export const excluded: OutputDefinition = { name: 'excluded', label: say('排除', 'Excluded'), type: 'boolean' };

export const noReasonOnly: OutputDefinition = {
  name: 'noReasonOnly',
  label: say('仅针对无理由退货', 'Only for returns without reason'),
  type: 'boolean',
};

export const payer = answer(
  'payer',
  say('运费承担方', 'Who pays the freight'),
  {
    BUYER: ['买家', 'buyer'],
    CONTRACT: ['按合同', 'by contract'],
    FAULT_PARTY: ['责任方', 'party at fault'],
    SPLIT: ['各付一程', 'each pays one way'],
    SELLER: ['卖家', 'seller'],
  },
  'ORDER',
);

export const feePct: OutputDefinition = {
  name: 'feePct',
  label: say('扣费比例（%）', 'Fee (%)'),
  type: 'number',
  favour: 'LOW',
};

export const feeIsCeiling: OutputDefinition = {
  name: 'feeIsCeiling',
  label: say('为上限', 'Is a ceiling'),
  type: 'boolean',
};

export const basis = answer(
  'basis',
  say('退款算法', 'How the refund is worked out'),
  {
    RESETTLE: ['按购买时规则重新结算', 'kept goods are settled again at purchase-time prices'],
    SHARE: ['按实付分摊', 'share of what was paid'],
  },
  'ORDER',
);

export const clawBackFreight: OutputDefinition = {
  name: 'clawBackFreight',
  label: say('扣回包邮运费', 'Deduct lost free freight'),
  type: 'boolean',
  favour: 'LOW',
};

export const outboundFreight = answer(
  'outboundFreight',
  say('发货运费', 'Outbound freight'),
  {
    KEPT: ['不退', 'kept'],
    WITH_ALL_GOODS: ['全部退货时退还', 'refunded when everything goes back'],
    REFUNDED: ['退还', 'refunded'],
  },
  'ORDER',
);

export const route = answer('route', say('退款去向', 'Where the refund goes'), {
  AGREED: ['按约定', 'as agreed'],
  ORIGINAL: ['原路退回', 'by the original payment'],
});

/** Someone owes this to the consumer: earlier is better. */
export const due: OutputDefinition = { name: 'due', label: say('期限', 'Due'), type: 'due', favour: 'EARLY' };

/** The consumer's own time limit: later is better. */
export const until: OutputDefinition = {
  name: 'until',
  label: say('买家期限', "Buyer's time limit"),
  type: 'due',
  favour: 'LATE',
};

export const onTimeout = answer('onTimeout', say('超时处理', 'When time runs out'), {
  NONE: ['无', 'nothing'],
  CLOSE: ['自动关闭', 'closes by itself'],
  ESCALATE: ['升级', 'escalates'],
  AUTO_APPROVE: ['自动同意', 'approved by itself'],
  AUTO_REFUND: ['自动退款', 'refunded by itself'],
});

export const approver = answer('approver', say('最低审批角色', 'Lowest role that may approve'), APPROVERS);

export const code = (choices: Choices): OutputDefinition => answer('code', say('原因代码', 'Reason code'), choices);

export const limitPct: OutputDefinition = { name: 'limitPct', label: say('限值（%）', 'Limit (%)'), type: 'number' };

export const multiple: OutputDefinition = {
  name: 'multiple',
  label: say('赔偿倍数', 'Times the price'),
  type: 'number',
  favour: 'HIGH',
};

export const minimum: OutputDefinition = {
  name: 'minimum',
  label: say('最低金额', 'At least'),
  type: 'money',
  favour: 'HIGH',
};

export const proofBy = answer(
  'proofBy',
  say('举证方', 'Who must prove'),
  {
    BUYER: ['买家', 'buyer'],
    SELLER: ['卖家', 'seller'],
  },
  'ORDER',
);

export const nextStage = answer('nextStage', say('下一阶段', 'Next stage'), {
  NEGOTIATING: ['协商', 'negotiation'],
  ESCALATED_TO_PLATFORM: ['平台介入', 'with the platform'],
  EVIDENCE: ['举证', 'evidence'],
  UNDER_ADJUDICATION: ['裁决', 'under decision'],
  DECIDED: ['已裁决', 'decided'],
  APPEALED: ['申诉', 'appealed'],
  EXECUTING: ['执行', 'execution'],
  WITHDRAWN: ['撤销', 'withdrawn'],
  SAME: ['不变', 'no change'],
});

export const late: OutputDefinition = { name: 'late', label: say('逾期', 'Late'), type: 'boolean' };

export const must: OutputDefinition = { name: 'must', label: say('必须', 'Required'), type: 'boolean' };

export const months: OutputDefinition = {
  name: 'months',
  label: say('月数', 'Months'),
  type: 'number',
  favour: 'HIGH',
};
