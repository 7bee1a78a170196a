/**
 * @module Claims, disputes and time limits between firms in the Alibaba.com style (5.3).
 */
import type { DecisionTable } from '../../table-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import * as desk from '../../vocabulary/desk-inputs.ts';
import * as out from '../../vocabulary/outputs.ts';
import * as fact from '../../vocabulary/return-inputs.ts';
import { commonSteps, DISPUTE_COLUMNS, step } from '../desk/disputes.ts';
import { unpaidReminder } from '../desk/limits.ts';
import { rowsAsOf } from '../rows.ts';

export const ALIBABA_AS_OF = '2025-12-31';
const rows = rowsAsOf(ALIBABA_AS_OF);

const CLAIM_WINDOW = { lte: 30, orNull: true } as const;
const EARLY = { in: ['OPENED', 'NEGOTIATING'] };
const NOBODY = { due: null, until: null };

export const alibabaReturns: DecisionTable = {
  code: 'ALI-RETURN',
  title: say('合同索赔', 'Claims under the contract'),
  decision: 'RETURN',
  hitPolicy: 'COLLECT',
  inputs: [fact.reason, fact.daysSinceReceiptConfirmed],
  outputs: [out.outcome, out.remedies, out.auto],
  rows: rows([
    {
      id: 'ALI-01',
      source: 'DK✓',
      when: { reason: { in: fact.FAULTY_GOODS }, daysSinceReceiptConfirmed: CLAIM_WINDOW },
      answer: {
        outcome: 'ALLOW',
        remedies: ['RETURN', 'REFUND_ONLY', 'PARTIAL_REFUND', 'REWORK', 'EXCHANGE', 'NEXT_ORDER_DISCOUNT'],
        auto: false,
      },
      clause: say(
        '信用保障：质量或数量与合同不符，确认收货后 30 天内可索赔。',
        'Trade Assurance: quality or quantity not as contracted may be claimed up to 30 calendar days after confirmed receipt.',
      ),
    },
    {
      id: 'ALI-02',
      source: 'DK✓',
      when: { reason: 'LATE', daysSinceReceiptConfirmed: CLAIM_WINDOW },
      answer: { outcome: 'ALLOW', remedies: ['REFUND_ONLY', 'PARTIAL_REFUND', 'NEXT_ORDER_DISCOUNT'], auto: false },
      clause: say(
        '信用保障：迟于合同约定日期发货可索赔。',
        'Trade Assurance: shipment later than the contract date may be claimed.',
      ),
    },
    {
      id: 'ALI-03',
      source: 'DK',
      when: { reason: { not: fact.SELLER_FAULT } },
      answer: { outcome: 'DENY', remedies: [], auto: false },
      clause: say(
        '企业间交易不支持无理由退货，按采购合同（规格、样品、数量、包装、船期、检验标准）处理。',
        'There is no return without reason; the purchase contract decides (specification, sample, quantity, packing, ship date, inspection standard).',
      ),
      told: say(
        '抱歉，企业采购不支持无理由退货，请与我们按合同协商。',
        'Sorry, an order between firms does not come back without a fault; please talk to us about your contract.',
      ),
    },
  ]),
};

export const alibabaFreight: DecisionTable = {
  code: 'ALI-FREIGHT',
  title: say('退货运费', 'Freight of returns'),
  decision: 'FREIGHT',
  hitPolicy: 'UNIQUE',
  inputs: [fact.reason],
  outputs: [out.payer],
  rows: rows([
    {
      id: 'ALI-11',
      source: 'DK',
      when: { reason: { in: fact.SELLER_FAULT } },
      answer: { payer: 'FAULT_PARTY' },
      clause: say('运费由责任方承担。', 'The party at fault pays.'),
    },
    {
      id: 'ALI-12',
      source: 'DK',
      when: { reason: { not: fact.SELLER_FAULT } },
      answer: { payer: 'CONTRACT' },
      clause: say(
        '按合同及贸易术语（EXW、FCA、FOB、CIF、DDP 等）确定。',
        'By contract and Incoterms (EXW, FCA, FOB, CIF, DDP …).',
      ),
    },
  ]),
};

export const alibabaRefunds: DecisionTable = {
  code: 'ALI-REFUND-TIME',
  title: say('退款时限', 'Refund time'),
  decision: 'REFUND_TIMING',
  hitPolicy: 'COLLECT',
  inputs: [fact.remedy],
  outputs: [out.due],
  rows: rows([
    {
      id: 'ALI-13',
      source: 'DK',
      when: {},
      answer: { due: { from: 'settledAt', businessDays: 10 } },
      clause: say(
        '达成处理或裁决后原路退款，银行转账 3–10 个工作日。',
        'After the settlement or decision by the original route; a bank transfer takes 3 to 10 working days.',
      ),
    },
  ]),
};

export const alibabaRefundRule: DecisionTable = {
  code: 'ALI-REFUND',
  title: say('退款算法', 'Refund calculation'),
  decision: 'REFUND_RULE',
  hitPolicy: 'UNIQUE',
  inputs: [fact.reason],
  outputs: [out.basis, out.clawBackFreight, out.outboundFreight, out.route],
  rows: rows([
    {
      id: 'ALI-14',
      source: 'DK✓',
      when: { reason: { not: fact.SELLER_FAULT } },
      answer: { basis: 'SHARE', clawBackFreight: false, outboundFreight: 'KEPT', route: 'ORIGINAL' },
      clause: say('退款不超过已付或受保障金额。', 'The refund is within the covered or paid amount.'),
    },
    {
      id: 'ALI-15',
      source: 'DK',
      when: { reason: { in: fact.SELLER_FAULT } },
      answer: { basis: 'SHARE', clawBackFreight: false, outboundFreight: 'WITH_ALL_GOODS', route: 'ORIGINAL' },
      clause: say(
        '卖家责任的，全部退回时连同发货运费退款，不超过已付或受保障金额。',
        'With seller fault the outbound freight goes back with all goods; the refund is within the covered or paid amount.',
      ),
    },
  ]),
};

export const alibabaDisputes: DecisionTable = {
  code: 'ALI-DISPUTE',
  title: say('纠纷', 'Disputes'),
  decision: 'DISPUTE',
  hitPolicy: 'UNIQUE',
  complete: false,
  ...DISPUTE_COLUMNS,
  rows: rows([
    {
      id: 'ALI-21',
      source: 'DK✓',
      when: { move: 'ESCALATE_BY_BUYER', stage: EARLY, sinceOpened: { gte: 'PT72H' } },
      answer: step('ALLOW', 'ESCALATED_TO_PLATFORM'),
      clause: say(
        '双方先协商 3 天，自发起满 72 小时起买家可申请平台介入。',
        'The parties negotiate for three days; from 72 hours after opening the buyer may escalate.',
      ),
    },
    {
      id: 'ALI-22',
      source: 'DK✓',
      when: { move: 'AUTO_ESCALATE', stage: EARLY, sinceOpened: { gte: 'PT168H' } },
      answer: step('ALLOW', 'ESCALATED_TO_PLATFORM'),
      volatile: true,
      clause: say(
        '自发起满 7 天未处理的自动升级到平台。',
        'Seven times 24 hours after opening it escalates by itself.',
      ),
    },
    ...commonSteps('ALI'),
  ]),
};

export const alibabaDeadlines: DecisionTable = {
  code: 'ALI-DEADLINE',
  title: say('时限', 'Time limits'),
  decision: 'DEADLINE',
  hitPolicy: 'UNIQUE',
  complete: false,
  inputs: [desk.timer],
  outputs: [out.due, out.until, out.onTimeout],
  rows: rows([
    {
      id: 'ALI-31',
      source: 'DK✓',
      when: { timer: 'SELLER_ANSWERS_DISPUTE' },
      answer: { ...NOBODY, due: { from: 'openedAt', hours: 72 }, onTimeout: 'NONE' },
      clause: say(
        '卖家 3 天内同意或提出方案拒绝；买家可修改或取消。',
        'The seller agrees or rejects with a proposal within three days; the buyer may revise or cancel.',
      ),
    },
    {
      id: 'ALI-32',
      source: 'DK✓',
      when: { timer: 'BUYER_MAY_ESCALATE' },
      answer: { ...NOBODY, due: { from: 'openedAt', hours: 72 }, onTimeout: 'NONE' },
      clause: say('满 72 小时起买家可申请介入。', 'From 72 hours the buyer may escalate.'),
    },
    {
      id: 'ALI-33',
      source: 'DK✓',
      when: { timer: 'AUTO_ESCALATE' },
      answer: { ...NOBODY, due: { from: 'openedAt', hours: 168 }, onTimeout: 'ESCALATE' },
      volatile: true,
      clause: say('满 7 天自动升级。', 'After seven days it escalates by itself.'),
    },
    {
      id: 'ALI-34',
      source: 'DK✓',
      when: { timer: 'PLATFORM_STEPS_IN' },
      answer: { ...NOBODY, due: { from: 'escalatedAt', businessDays: 2 }, onTimeout: 'NONE' },
      clause: say('平台 2 个工作日内介入。', 'The platform steps in within 2 working days.'),
    },
    {
      id: 'ALI-35',
      source: 'DK✓',
      when: { timer: 'PLATFORM_REVIEWS' },
      answer: { ...NOBODY, due: { from: 'evidenceInAt', businessDays: 2 }, onTimeout: 'NONE' },
      clause: say(
        '举证后 2 个工作日内裁决；买家未举证则撤销申请，卖家未举证则缺席裁决。',
        "Decided within 2 working days of the evidence; the buyer's default cancels the request, the seller's default is decided without him.",
      ),
    },
    {
      id: 'ALI-36',
      source: 'DK',
      when: { timer: 'QUOTATION' },
      answer: { ...NOBODY, until: { from: 'at', days: 30 }, onTimeout: 'CLOSE' },
      clause: say('报价有效 7–30 天，默认 30 天。', 'A quotation is valid for 7 to 30 days; 30 by default.'),
    },
    unpaidReminder('ALI-37'),
  ]),
};
