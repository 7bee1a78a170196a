/**
 * @module The statutory layer of mainland China, CN-01 to CN-24.
 */
import type { PolicyPack } from '../../pack-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import { VERIFY_BANNER } from '../rows.ts';
import { cnCompensation, cnDuties, cnInvoice, cnProof, cnReviews } from './duties.ts';
import { cnDamages, cnFreight, cnRefundRule, cnRefundTiming } from './money.ts';
import { CN_LAW_AS_OF, cnExclusions, cnReturns } from './returns.ts';

/** Statutory layer of mainland China; shops may always be kinder, except where a row is a prohibition. */
export const CN_LAW: PolicyPack = {
  code: 'CN_LAW',
  title: say('中国法定规则', 'Law of mainland China'),
  layer: 'STATUTORY',
  asOf: CN_LAW_AS_OF,
  banner: VERIFY_BANNER,
  conflict: 'CONSUMER',
  kinder: 'ALL',
  tables: [
    cnReturns,
    cnExclusions,
    cnFreight,
    cnRefundRule,
    cnRefundTiming,
    cnDamages,
    cnProof,
    cnReviews,
    cnCompensation,
    cnInvoice,
    cnDuties,
  ],
};
