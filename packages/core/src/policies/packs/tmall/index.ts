/**
 * @module The Tmall-style pack above CN_LAW.
 */
import type { PolicyPack } from '../../pack-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import { approvalTable, compensation, overrides, YUAN_LIMITS } from '../desk/limits.ts';
import { ORDER_TABLES } from '../desk/orders.ts';
import { VERIFY_BANNER } from '../rows.ts';
import {
  tmallDispatch,
  tmallDisputes,
  tmallDuties,
  tmallInvoice,
  tmallMessaging,
  tmallMetrics,
  tmallResponse,
  tmallReviews,
} from './desk.ts';
import { TMALL_AS_OF, tmallDeadlines, tmallFreight, tmallRefundTiming, tmallReturns } from './returns.ts';

/** Rules of a shop in the Tmall style; a shop may promise its customers more on returns, freight, fees and time. */
export const TMALL: PolicyPack = {
  code: 'TMALL',
  title: say('天猫风格', 'Tmall style'),
  layer: 'PLATFORM',
  asOf: TMALL_AS_OF,
  banner: VERIFY_BANNER,
  conflict: 'CONSUMER',
  statutoryLayer: { '*': 'CN_LAW' },
  kinder: [
    'RETURN',
    'FREIGHT',
    'RETURN_FEE',
    'REFUND_RULE',
    'REFUND_TIMING',
    'DEADLINE',
    'DISPATCH',
    'INVOICE',
    'RESPONSE',
    'COMPENSATION',
    'EXCHANGE',
    'CANCEL',
    'CHANGE_ADDRESS',
    'CHANGE_ITEMS',
    'CHANGE_PAYMENT',
    'APPROVAL',
  ],
  tables: [
    tmallReturns,
    tmallFreight,
    tmallRefundTiming,
    tmallDeadlines,
    tmallDisputes,
    tmallMetrics,
    tmallResponse,
    tmallReviews,
    tmallMessaging,
    tmallDispatch,
    tmallInvoice,
    tmallDuties,
    approvalTable(YUAN_LIMITS),
    compensation,
    overrides,
    ...ORDER_TABLES,
  ],
};
