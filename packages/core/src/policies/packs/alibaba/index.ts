/**
 * @module The pack of trade between firms, and its overlay for domestic wholesale (1688).
 */
import type { PolicyPack } from '../../pack-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import { campaignActive } from '../../vocabulary/order-inputs.ts';
import * as out from '../../vocabulary/outputs.ts';
import * as fact from '../../vocabulary/return-inputs.ts';
import { approvalTable, compensation, DOLLAR_LIMITS, overrides, YUAN_LIMITS } from '../desk/limits.ts';
import { ORDER_TABLES } from '../desk/orders.ts';
import { rowsAsOf, VERIFY_BANNER } from '../rows.ts';
import { alibabaDuties, alibabaInvoice, alibabaMessaging, alibabaResponse, alibabaWarranty } from './desk.ts';
import {
  ALIBABA_AS_OF,
  alibabaDeadlines,
  alibabaDisputes,
  alibabaFreight,
  alibabaRefundRule,
  alibabaRefunds,
  alibabaReturns,
} from './trade.ts';

const rows = rowsAsOf(ALIBABA_AS_OF);

/** Rules of trade between firms: the contract decides, no return without reason. */
export const ALIBABA_B2B: PolicyPack = {
  code: 'ALIBABA_B2B',
  title: say('阿里巴巴国际站风格', 'Alibaba.com style'),
  layer: 'PLATFORM',
  asOf: ALIBABA_AS_OF,
  banner: VERIFY_BANNER,
  conflict: 'CONTRACT',
  kinder: 'ALL',
  tables: [
    alibabaReturns,
    alibabaFreight,
    alibabaRefunds,
    alibabaRefundRule,
    alibabaDisputes,
    alibabaDeadlines,
    alibabaResponse,
    alibabaMessaging,
    alibabaInvoice,
    alibabaWarranty,
    alibabaDuties,
    approvalTable(YUAN_LIMITS),
    approvalTable(DOLLAR_LIMITS),
    compensation,
    overrides,
    ...ORDER_TABLES,
  ],
};

/** Domestic wholesale: dispatch promise, returns for promised goods only, breakage made good. */
export const CN1688: PolicyPack = {
  code: 'CN1688',
  title: say('1688 风格', '1688 style'),
  layer: 'PLATFORM',
  asOf: ALIBABA_AS_OF,
  banner: VERIFY_BANNER,
  conflict: 'CONTRACT',
  basePack: 'ALIBABA_B2B',
  kinder: 'ALL',
  tables: [
    {
      ...alibabaReturns,
      inputs: [...alibabaReturns.inputs, fact.daysSinceSigned, fact.goodsIntact, fact.promisedGoods],
      rows: rows([
        {
          id: 'C1688-01',
          source: 'DK',
          when: { reason: 'NO_REASON', promisedGoods: true, daysSinceSigned: { lte: 7 }, goodsIntact: true },
          answer: { outcome: 'ALLOW', remedies: ['RETURN'], auto: false },
          volatile: true,
          clause: say(
            '仅限承诺七天退货的商品，签收次日起七天内可退。',
            'Only goods with that promise may be returned within seven days from the day after signing.',
          ),
        },
        {
          id: 'C1688-02',
          source: 'DK',
          when: { reason: 'DAMAGED', daysSinceSigned: { lte: 7 } },
          answer: { outcome: 'ALLOW', remedies: ['RESHIP', 'REFUND_ONLY'], auto: false },
          volatile: true,
          clause: say('破损包赔：补发或退款。', 'Breakage is made good: re-shipment or refund.'),
        },
      ]),
    },
    {
      code: 'C1688-DISPATCH',
      title: say('发货承诺', 'Dispatch promise'),
      decision: 'DISPATCH',
      hitPolicy: 'UNIQUE',
      inputs: [campaignActive],
      outputs: [out.due],
      rows: rows([
        {
          id: 'C1688-03',
          source: 'DK',
          when: { campaignActive: false },
          answer: { due: { from: 'paidAt', hours: 48 } },
          volatile: true,
          clause: say(
            '承诺 48 小时发货（可承诺 24 小时）；支持样品单。',
            'Dispatch promised within 48 hours (24 by promise); sample orders are taken.',
          ),
        },
        {
          id: 'C1688-04',
          source: 'DK',
          when: { campaignActive: true },
          answer: { due: { from: 'paidAt', hours: 24 } },
          volatile: true,
          clause: say('活动承诺 24 小时发货。', 'During campaigns dispatch is promised within 24 hours.'),
        },
      ]),
    },
  ],
};
