/**
 * @module The default pack; in mainland China above CN_LAW, elsewhere above BASIC.
 */
import type { PolicyPack } from '../../pack-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import { approvalTable, compensation, DOLLAR_LIMITS, EURO_LIMITS, overrides, YUAN_LIMITS } from '../desk/limits.ts';
import { ORDER_TABLES } from '../desk/orders.ts';
import { VERIFY_BANNER } from '../rows.ts';
import { dispatch, genericDisputes, genericDuties, genericInvoice, genericMessaging, genericResponse } from './desk.ts';
import { genericDeadlines, genericFees, genericFreight, genericRefundRule, genericRefundTiming } from './money.ts';
import { GENERIC_AS_OF, genericExclusions, genericReturns } from './returns.ts';

/** Default rules of a shop that sells under no platform. */
export const GENERIC: PolicyPack = {
  code: 'GENERIC',
  title: say('通用规则', 'Generic'),
  layer: 'PLATFORM',
  asOf: GENERIC_AS_OF,
  banner: VERIFY_BANNER,
  conflict: 'CONSUMER',
  statutoryLayer: { CN: 'CN_LAW', '*': 'BASIC' },
  kinder: 'ALL',
  tables: [
    genericReturns,
    genericExclusions,
    genericFreight,
    genericRefundRule,
    genericRefundTiming,
    genericFees,
    genericDeadlines,
    genericDisputes,
    genericResponse,
    genericMessaging,
    dispatch,
    genericInvoice,
    genericDuties,
    approvalTable(YUAN_LIMITS),
    approvalTable(DOLLAR_LIMITS),
    approvalTable(EURO_LIMITS),
    compensation,
    overrides,
    ...ORDER_TABLES,
  ],
};
