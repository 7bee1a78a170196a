/** @module Cases in somebody's hands when their shift ends. */
import { finalStates } from '../../kernel/machine.ts';
import { answer } from '../../kernel/point.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { ItemKind, openWork } from '../shifts/index.ts';
import { AfterSalesCase } from './entities.ts';
import { caseMachine } from './machine.ts';

export const CaseItem = addTo(ItemKind, { CASE: { en: 'Case', zh: '售后' } });

const DONE_CASES: readonly string[] = [...finalStates(caseMachine), 'CLOSED', 'COMPLETED', 'WITHDRAWN', 'REFUNDED'];
const OPEN_CASES = caseMachine.states.filter((state) => !DONE_CASES.includes(state));

export const openCases = answer(openWork, async (ctx, { userId, storeId, most }) => {
  const rows = await ctx.find(AfterSalesCase, {
    where: { storeId, handlerId: userId, state: { in: OPEN_CASES } },
    limit: most,
  });
  return rows.map(({ id, number, orderNumber, state, dueAt }) => ({
    kind: CaseItem.codes.CASE,
    refId: id,
    text: `${number} · ${orderNumber ?? ''} · ${state}`,
    dueAt,
  }));
});
