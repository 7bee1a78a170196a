/**
 * @module The Amazon-style pack; no statutory layer of its own.
 */
import type { PolicyPack } from '../../pack-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import { approvalTable, compensation, DOLLAR_LIMITS, EURO_LIMITS, overrides } from '../desk/limits.ts';
import { ORDER_TABLES } from '../desk/orders.ts';
import { VERIFY_BANNER } from '../rows.ts';
import {
  amazonDeadlines,
  amazonDisputes,
  amazonDuties,
  amazonInvoice,
  amazonMessaging,
  amazonMetrics,
  amazonResponse,
  amazonWarranty,
} from './desk.ts';
import {
  AMAZON_AS_OF,
  amazonExclusions,
  amazonFees,
  amazonFreight,
  amazonRefundRule,
  amazonRefundTiming,
  amazonReturns,
} from './returns.ts';

/** Rules of a shop in the Amazon style; the seller's own policy may only be better. */
export const AMAZON: PolicyPack = {
  code: 'AMAZON',
  title: say('亚马逊风格', 'Amazon style'),
  layer: 'PLATFORM',
  asOf: AMAZON_AS_OF,
  banner: VERIFY_BANNER,
  conflict: 'CONSUMER',
  kinder: 'ALL',
  tables: [
    amazonReturns,
    amazonExclusions,
    amazonFreight,
    amazonFees,
    amazonRefundRule,
    amazonRefundTiming,
    amazonMessaging,
    amazonDisputes,
    amazonDeadlines,
    amazonResponse,
    amazonMetrics,
    amazonInvoice,
    amazonDuties,
    amazonWarranty,
    approvalTable(DOLLAR_LIMITS),
    approvalTable(EURO_LIMITS),
    compensation,
    overrides,
    ...ORDER_TABLES,
  ],
};
