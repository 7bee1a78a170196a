/**
 * @module The questions a policy answers. `signature` names the outputs whose change makes it another decision.
 */
import type { OutputValue } from './table-schema.ts';
import type { Text } from './text.ts';

/** One question of a policy. */
export interface DecisionKind {
  readonly label: Text;
  readonly signature: readonly string[];
  /** The answer where no rule speaks. */
  readonly none: { readonly answer: Readonly<Record<string, OutputValue>>; readonly text: Text };
}

const SILENT: DecisionKind['none'] = {
  answer: {},
  text: { zh: '政策对此没有规定', en: 'the policy says nothing about this' },
};

function denied(zh: string, en: string): DecisionKind['none'] {
  return { answer: { outcome: 'DENY' }, text: { zh, en } };
}

const UNLISTED = denied('没有规则允许此操作', 'no rule allows this');

/** Every question the shipped packs answer; a shop's own tables may ask more. */
export const DECISION_KINDS: Readonly<Record<string, DecisionKind>> = {
  RETURN: {
    label: { zh: '退换货资格', en: 'Return and exchange' },
    signature: ['outcome', 'remedies'],
    none: denied('没有规则支持此退换申请', 'no rule grants this return'),
  },
  FREIGHT: { label: { zh: '退换运费', en: 'Return freight' }, signature: ['payer'], none: SILENT },
  RETURN_FEE: {
    label: { zh: '退货扣费', en: 'Return fees' },
    signature: ['feePct'],
    none: { answer: { feePct: 0 }, text: { zh: '不扣费', en: 'no fee' } },
  },
  REFUND_RULE: {
    label: { zh: '退款算法', en: 'Refund calculation' },
    signature: ['basis', 'clawBackFreight', 'outboundFreight', 'route'],
    none: SILENT,
  },
  REFUND_TIMING: { label: { zh: '退款时限', en: 'Refund timing' }, signature: ['due'], none: SILENT },
  EXCHANGE: { label: { zh: '换货条件', en: 'Exchange conditions' }, signature: ['outcome'], none: UNLISTED },
  CANCEL: { label: { zh: '取消订单', en: 'Cancel an order' }, signature: ['outcome'], none: UNLISTED },
  CANCEL_REASON: {
    label: { zh: '取消原因', en: 'Cancellation reasons' },
    signature: ['outcome'],
    none: denied('不接受此取消原因', 'this reason is not accepted'),
  },
  CHANGE_ADDRESS: { label: { zh: '修改收货信息', en: 'Change the address' }, signature: ['outcome'], none: UNLISTED },
  CHANGE_PAYMENT: { label: { zh: '修改支付方式', en: 'Change the payment' }, signature: ['outcome'], none: UNLISTED },
  CHANGE_ITEMS: { label: { zh: '修改商品', en: 'Change items' }, signature: ['outcome'], none: UNLISTED },
  COMPENSATION: { label: { zh: '补偿', en: 'Compensation' }, signature: ['outcome'], none: UNLISTED },
  APPROVAL: {
    label: { zh: '审批级别', en: 'Approval tiers' },
    signature: ['approver'],
    none: {
      answer: { approver: 'MG' },
      text: { zh: '没有适用的限额，由经理审批', en: 'no limit is recorded, a manager decides' },
    },
  },
  OVERRIDE: { label: { zh: '例外放行', en: 'Overrides' }, signature: ['outcome'], none: UNLISTED },
  DEADLINE: { label: { zh: '售后时限', en: 'After-sale time limits' }, signature: ['due', 'until'], none: SILENT },
  DISPUTE: { label: { zh: '纠纷流程', en: 'Disputes' }, signature: ['outcome', 'late', 'nextStage'], none: UNLISTED },
  GIFT: {
    label: { zh: '满赠', en: 'Gifts' },
    signature: ['outcome'],
    none: denied('未达到满赠门槛', 'the gift threshold is not reached'),
  },
  WARRANTY: { label: { zh: '质保', en: 'Warranty' }, signature: ['outcome', 'proofBy'], none: SILENT },
  DAMAGES: { label: { zh: '法定赔偿', en: 'Statutory damages' }, signature: ['multiple', 'minimum'], none: SILENT },
  RESPONSE: { label: { zh: '响应时限', en: 'Response norms' }, signature: ['due'], none: SILENT },
  MESSAGING: { label: { zh: '消息触达', en: 'Messages to customers' }, signature: ['outcome'], none: UNLISTED },
  REVIEW: { label: { zh: '评价', en: 'Reviews' }, signature: ['outcome'], none: SILENT },
  DISPATCH: { label: { zh: '发货', en: 'Dispatch' }, signature: ['due'], none: SILENT },
  INVOICE: { label: { zh: '发票', en: 'Invoices' }, signature: ['outcome', 'due'], none: SILENT },
  METRIC: { label: { zh: '考核指标', en: 'Metrics' }, signature: ['limitPct'], none: SILENT },
  DUTY: { label: { zh: '其他义务', en: 'Other duties' }, signature: ['outcome'], none: SILENT },
};

/** The kind of a table; a shop's own questions are decided by their outcome. */
export function kindOf(code: string): DecisionKind {
  return DECISION_KINDS[code] ?? { label: { zh: code, en: code }, signature: ['outcome'], none: SILENT };
}
