/**
 * @module One page of past decisions under two policies. Pages add up, so a long replay never holds the process for
 * long.
 */
import { z } from 'zod';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { large, named, type RowOf } from '../../kernel/entity.ts';
import { replay, type PastCase, type Policy, type ReplayedDecision } from '../../policies/index.ts';
import type { Store } from '../access/index.ts';
import { settingOf } from './effective.ts';
import { PolicyDecision } from './entities.ts';
import { policyTexts as t } from './texts.ts';

const Answer = named(
  'ReplayedAnswer',
  z.object({
    outcome: z.string().nullable(),
    ruleIds: z.array(z.string()),
    rows: z.array(z.string()),
    cost: large(z.int()),
  }),
);
const ReplayedCase = named(
  'ReplayedCase',
  z.object({
    decisionId: z.string(),
    subject: z.string(),
    subjectId: z.string(),
    orderId: z.string(),
    kind: z.string(),
    currency: z.string(),
    current: Answer,
    draft: Answer,
  }),
);
const Sum = named(
  'ReplayedMoney',
  z.object({ currency: z.string(), current: large(z.int()), draft: large(z.int()), difference: large(z.int()) }),
);
const Turn = named('ReplayedTurn', z.object({ turn: z.string(), count: z.int() }));
const Failure = named('ReplayFailure', z.object({ decisionId: z.string(), message: z.string() }));

/** What a replay counts, of one page or of all. */
export const replayFigures = {
  total: z.int(),
  changed: z.int(),
  failed: z.int(),
  money: z.array(Sum),
  turns: z.array(Turn),
  cases: z.array(ReplayedCase),
  failures: z.array(Failure),
};
const Figures = z.object(replayFigures);
export type ReplayFigures = z.output<typeof Figures>;

export interface ReplayQuestion {
  readonly store: RowOf<typeof Store>;
  readonly draft: Policy;
  readonly current: Policy;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly first: number;
  readonly after?: string | undefined;
}

/** Asks both policies what was asked before; `next` continues. */
export async function replayPage(
  ctx: ReadContext,
  { store, draft, current, from, to, first, after }: ReplayQuestion,
): Promise<ReplayFigures & { next: string | null }> {
  const where = [
    { storeId: store.id },
    ...(from ? [{ decidedAt: { gte: from } }] : []),
    ...(to ? [{ decidedAt: { lt: to } }] : []),
  ];
  const rows = await ctx.find(PolicyDecision, {
    where,
    order: [['decidedAt', 'asc']],
    limit: first,
    ...(after ? { after: readCursor(after) } : {}),
  });
  const past = rows.map((row): PastCase => ({
    id: row.id,
    kind: row.kind,
    facts: row.facts as PastCase['facts'],
    store: { ...settingOf(store), currency: row.currency },
    amount: row.amount,
  }));
  const report = await replay(draft, current, past, { keep: first });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const last = rows.at(-1);
  return {
    total: report.total,
    changed: report.changed,
    failed: report.failed,
    money: report.money.map((sum) => ({ ...sum })),
    turns: Object.entries(report.transitions).map(([turn, count]) => ({ turn, count })),
    cases: report.cases.map(({ id, kind, currency, current: before, draft: then }) => {
      const row = byId.get(id);
      return {
        decisionId: id,
        subject: row?.subject ?? '',
        subjectId: row?.subjectId ?? '',
        orderId: row?.orderId ?? '',
        kind,
        currency,
        current: answerOf(before),
        draft: answerOf(then),
      };
    }),
    failures: report.failures.map(({ id, message }) => ({ decisionId: id, message })),
    next: last && rows.length === first ? JSON.stringify([last.decidedAt, last.id]) : null,
  };
}

/** The figures of two pages together; only the first `most` cases are kept. */
export function addFigures(a: ReplayFigures, b: ReplayFigures, most: number): ReplayFigures {
  const money = b.money.reduce((sums, more) => {
    const known = sums.find(({ currency }) => currency === more.currency);
    const sum = {
      currency: more.currency,
      current: (known?.current ?? 0) + more.current,
      draft: (known?.draft ?? 0) + more.draft,
      difference: (known?.difference ?? 0) + more.difference,
    };
    return [...sums.filter((one) => one !== known), sum];
  }, a.money);
  const turns = b.turns.reduce(
    (all, { turn, count }) => [
      ...all.filter((one) => one.turn !== turn),
      { turn, count: count + (all.find((one) => one.turn === turn)?.count ?? 0) },
    ],
    a.turns,
  );
  return {
    total: a.total + b.total,
    changed: a.changed + b.changed,
    failed: a.failed + b.failed,
    money,
    turns,
    cases: [...a.cases, ...b.cases].slice(0, most),
    failures: [...a.failures, ...b.failures].slice(0, most),
  };
}

const answerOf = ({ outputs, ruleIds, rows, cost }: ReplayedDecision) => ({
  outcome: typeof outputs['outcome'] === 'string' ? outputs['outcome'] : null,
  ruleIds: [...ruleIds],
  rows: [...rows],
  cost,
});

function readCursor(text: string): [string, string] {
  const read = z.tuple([z.string(), z.string()]).safeParse(safely(text));
  return read.success ? read.data : refuse('VALIDATION_FAILED', { fields: [{ path: 'after', text: t.noCursor }] });
}

function safely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
