/**
 * @module Who may approve how much (2.7-12), what is compensated, and what nobody may override.
 */
import type { DecisionTable } from '../../table-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import * as fact from '../../vocabulary/order-inputs.ts';
import * as out from '../../vocabulary/outputs.ts';
import { rowsAsOf, type RowDraft } from '../rows.ts';
import { DESK_AS_OF } from './orders.ts';

const rows = rowsAsOf(DESK_AS_OF);

/** The upper limits in minor units of agent, shift lead and supervisor. */
export interface ApprovalLimits {
  readonly currency: string;
  readonly refund: readonly [agent: number, lead: number, supervisor: number];
  readonly compensation: readonly [agent: number, lead: number, supervisor: number];
  readonly volatile?: boolean;
}

/** The follow-up of an unpaid order (I-1): the default of every pack that does not say otherwise. */
export const unpaidReminder = (id: string): RowDraft => ({
  id,
  rules: [id, 'I-1'],
  source: 'S',
  when: { timer: 'UNPAID_REMINDER' },
  answer: { due: { from: 'orderedAt', hours: 12 }, until: null, onTimeout: 'NONE' },
  clause: say('下单 12 小时未付款，联系提醒。', 'An order unpaid for 12 hours is followed up.'),
});

/** The limits of rule 2.7-12. */
export const YUAN_LIMITS: ApprovalLimits = {
  currency: 'CNY',
  refund: [20_000, 50_000, 200_000],
  compensation: [2_000, 5_000, 20_000],
};
/** Starting values for shops that trade in dollars or euros; each shop sets its own. */
export const DOLLAR_LIMITS: ApprovalLimits = {
  currency: 'USD',
  refund: [3_000, 7_000, 30_000],
  compensation: [300, 700, 3_000],
  volatile: true,
};
export const EURO_LIMITS: ApprovalLimits = { ...DOLLAR_LIMITS, currency: 'EUR' };

const TIERS = [
  { approver: 'AA', zh: '售后客服可以审批', en: 'An after-sale agent may approve' },
  { approver: 'TL', zh: '由班长审批', en: 'A shift lead approves' },
  { approver: 'SV', zh: '由主管审批', en: 'A supervisor approves' },
  { approver: 'MG', zh: '由经理审批', en: 'A manager approves' },
] as const;

function tiers(
  name: string,
  when: RowDraft['when'],
  limits: readonly number[],
  { zh, en }: { zh: string; en: string },
): RowDraft[] {
  return TIERS.map((tier, index): RowDraft => {
    const low = limits[index - 1];
    const high = limits[index];
    const bounds = { ...(low === undefined ? {} : { gt: low }), ...(high === undefined ? {} : { lte: high }) };
    return {
      id: `APP-${name}-${tier.approver}`,
      rules: ['2.7-12'],
      source: 'DK',
      when: { ...when, amount: bounds },
      answer: { approver: tier.approver },
      clause: say(`${zh}：${tier.zh}该额度。`, `${en}: ${tier.en.toLowerCase()} this amount.`),
    };
  });
}

/** The approval table of one currency. */
export function approvalTable({ currency, refund, compensation, volatile = false }: ApprovalLimits): DecisionTable {
  return {
    code: `APPROVAL-${currency}`,
    title: say(`审批级别（${currency}）`, `Approval tiers (${currency})`),
    decision: 'APPROVAL',
    hitPolicy: 'UNIQUE',
    currency,
    inputs: [fact.subject, fact.goodsBackAndPassed, fact.approvalAmount],
    outputs: [out.approver],
    rows: rows(
      [
        {
          id: `APP-${currency}-RETURNED`,
          rules: ['2.7-12'],
          source: 'DK' as const,
          when: { subject: 'RETURN_REFUND', goodsBackAndPassed: true },
          answer: { approver: 'AA' },
          clause: say(
            '货已退回且验货通过的全额退款无需额外审批。',
            'A refund with the goods back and passed needs no extra approval.',
          ),
        },
        ...tiers(`${currency}-RETURN`, { subject: 'RETURN_REFUND', goodsBackAndPassed: false }, refund, {
          zh: '验货通过前的退款',
          en: 'Refund before the inspection has passed',
        }),
        ...tiers(`${currency}-REFUND`, { subject: 'REFUND_ONLY' }, refund, {
          zh: '仅退款',
          en: 'Refund without return',
        }),
        ...tiers(`${currency}-COMPENSATION`, { subject: 'COMPENSATION' }, compensation, {
          zh: '补偿',
          en: 'Compensation',
        }),
      ].map((row) => ({ ...row, volatile })),
    ),
  };
}

export const compensation: DecisionTable = {
  code: 'COMPENSATION',
  title: say('补偿', 'Compensation'),
  decision: 'COMPENSATION',
  hitPolicy: 'FIRST',
  inputs: [fact.compensationFor, fact.itemCompensated, fact.daysSincePaid],
  outputs: [out.outcome],
  rows: rows([
    {
      id: 'CMP-01',
      rules: ['CN-20'],
      source: 'DK✓',
      when: { compensationFor: 'GOOD_REVIEW' },
      answer: { outcome: 'DENY' },
      final: true,
      clause: say('不得以补偿换取指定好评。', 'No compensation is given for a designated good review.'),
    },
    {
      id: 'CMP-02',
      rules: ['2.7-13'],
      source: 'DK',
      when: { itemCompensated: true },
      answer: { outcome: 'DENY' },
      clause: say('每件商品只补偿一次。', 'There is one compensation per order item.'),
      told: say('抱歉，这件商品已经补偿过。', 'Sorry, there was a compensation for this item already.'),
    },
    {
      id: 'CMP-03',
      source: 'DK',
      when: { compensationFor: 'PRICE_PROTECTION', daysSincePaid: { gt: 15 } },
      answer: { outcome: 'DENY' },
      volatile: true,
      clause: say('价格保护期为付款后十五天。', 'Price protection ends fifteen days after payment.'),
    },
    {
      id: 'CMP-04',
      source: 'DK',
      when: {},
      answer: { outcome: 'ALLOW' },
      clause: say('有事由的补偿在审批额度内办理。', 'A founded compensation is given within the approval limits.'),
    },
  ]),
};

export const overrides: DecisionTable = {
  code: 'OVERRIDE',
  title: say('例外放行', 'Overrides'),
  decision: 'OVERRIDE',
  hitPolicy: 'FIRST',
  inputs: [fact.overrideOf, fact.role, fact.reasonGiven],
  outputs: [out.outcome],
  rows: rows([
    {
      id: 'OVR-01',
      rules: ['I-4'],
      source: 'S',
      when: { overrideOf: 'GIFT' },
      answer: { outcome: 'DENY' },
      final: true,
      clause: say(
        '满赠门槛一分都不能少，任何人不得例外放行。',
        'The gift threshold holds to the cent; nobody may override it.',
      ),
    },
    {
      id: 'OVR-02',
      source: 'DK',
      when: { overrideOf: 'STATUTE' },
      answer: { outcome: 'DENY' },
      final: true,
      clause: say('法定权利不得削减。', 'A statutory right cannot be taken away.'),
    },
    {
      id: 'OVR-03',
      source: 'DK',
      when: { role: { in: ['AGENT', 'TL'] } },
      answer: { outcome: 'DENY' },
      clause: say('只有主管或经理可以例外放行。', 'Only a supervisor or manager may override.'),
    },
    {
      id: 'OVR-04',
      source: 'DK',
      when: { reasonGiven: false },
      answer: { outcome: 'DENY' },
      clause: say('例外放行须写明理由。', 'An override needs a reason.'),
    },
    {
      id: 'OVR-05',
      source: 'DK',
      when: {},
      answer: { outcome: 'ALLOW' },
      clause: say(
        '主管或经理可凭理由例外放行，留痕并按月报告。',
        'A supervisor or manager may override with a reason; it is audited and reported monthly.',
      ),
    },
  ]),
};
