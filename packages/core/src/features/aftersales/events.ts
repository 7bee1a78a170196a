import { defineEvent } from '../../kernel/event.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { AfterSalesCase } from './entities.ts';

type CaseRow = RowOf<typeof AfterSalesCase>;

export const caseSubmitted = defineEvent<CaseRow>('case.submitted');
/** Any step of a case, `state` says which. */
export const caseMoved = defineEvent<CaseRow>('case.moved');
/** The day by which the money had to be back has passed. */
export const refundOverdue = defineEvent<CaseRow>('case.refundOverdue');
/** The time to decide ran out: somebody above must look. */
export const caseEscalated = defineEvent<CaseRow>('case.escalated');
