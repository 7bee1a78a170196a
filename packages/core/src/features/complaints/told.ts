/** @module The outcome of a complaint, which its customer must have before it counts as resolved (R-CMP-14). */
import { answer } from '../../kernel/point.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { CustomerNoticeKind, customerNoticeKind, heard } from '../customer-notices/index.ts';
import { digest } from '../../text/digest.ts';
import { Complaint } from './entities.ts';
import type { RowOf } from '../../kernel/entity.ts';

export const ComplaintTold = addTo(CustomerNoticeKind, {
  COMPLAINT_OUTCOME: { en: 'Outcome of a complaint', zh: '投诉处理结果' },
});
export const outcomeTold = customerNoticeKind(ComplaintTold, { code: 'COMPLAINT_OUTCOME', locked: true });

/** The same outcome again is the same thing to tell, unless the complaint has begun anew. */
export const outcomeKey = ({ id, outcome, repeat }: RowOf<typeof Complaint>): string =>
  `${id}:${digest(outcome ?? '')}${repeat ? ':again' : ''}`;

/** The customer has the outcome that stands now. */
export const outcomeHeard = answer(heard, async (ctx, { kind, key, aboutId }) => {
  if (kind !== outcomeTold.code) return undefined;
  const row = await ctx.maybe(Complaint, aboutId);
  if (!row || row.informedAt || outcomeKey(row) !== key) return undefined;
  ctx.update(Complaint, row, { informedAt: ctx.now });
  return true;
});
