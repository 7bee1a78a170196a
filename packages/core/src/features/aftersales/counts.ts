import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import { named } from '../../kernel/entity.ts';
import type { Filter } from '../../kernel/entity.ts';
import { AfterSalesCase, caseState } from './entities.ts';
import { CASE_GROUP_WORDS, CASE_GROUPS, type CaseGroup } from './machine.ts';

/** More than this is said as "1000 or more"; counting further would cost more than it tells. */
const MAX_COUNTED = 1000;
const SOON_MS = 4 * 3_600_000;
const GROUPS = Object.keys(CASE_GROUPS) as CaseGroup[];
const OVER: readonly string[] = [...CASE_GROUPS.DONE, ...CASE_GROUPS.CLOSED];

const Count = named(
  'CaseGroupCount',
  z.object({
    group: codes<CaseGroup>('CaseGroup', CASE_GROUP_WORDS),
    states: z.array(caseState),
    cases: z.int(),
  }),
);

/** How many cases wait for whom, which are late, and which will be within four hours. */
export const caseCounts = defineView({
  title: { en: 'Case counts', zh: '售后单统计' },
  allow: { staff: 'case.read' },
  input: z.object({ storeId: z.string().optional() }),
  output: value(
    'CaseCounts',
    z.object({ groups: z.array(Count), mine: z.int(), overdue: z.int(), atRisk: z.int(), mostCounted: z.int() }),
  ),
  run: async (ctx, { storeId }) => {
    const here: Filter = storeId ? { storeId } : {};
    const me = ctx.actor.kind === 'staff' ? ctx.actor.userId : '';
    const count = (where: Filter) => ctx.count(AfterSalesCase, { ...here, ...where } as Filter, MAX_COUNTED);
    const soon = new Date(Date.parse(ctx.now) + SOON_MS).toISOString();
    const open = CASE_STATES_OPEN;
    const [mine, overdue, dueSoon, ...cases] = await Promise.all([
      count({ handlerId: me, state: { in: open } }),
      count({ dueAt: { lt: ctx.now } }),
      count({ dueAt: { lt: soon } }),
      ...GROUPS.map((group) => count({ state: { in: CASE_GROUPS[group] } })),
    ]);
    const groups = GROUPS.map((group, index) => ({ group, states: [...CASE_GROUPS[group]], cases: cases[index] ?? 0 }));
    return { groups, mine, overdue, atRisk: Math.max(0, dueSoon - overdue), mostCounted: MAX_COUNTED };
  },
});

const CASE_STATES_OPEN = GROUPS.flatMap((group): string[] => [...CASE_GROUPS[group]]).filter(
  (state) => !OVER.includes(state),
);
