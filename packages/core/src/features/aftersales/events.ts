import { defineEvent } from '../../kernel/event.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { AfterSalesCase } from './entities.ts';

export const caseSubmitted = defineEvent<RowOf<typeof AfterSalesCase>>('case.submitted');
export const caseDecided = defineEvent<RowOf<typeof AfterSalesCase>>('case.decided');
export const caseSettled = defineEvent<RowOf<typeof AfterSalesCase>>('case.settled');
