/**
 * @module A draft over past cases: how many decisions change, the money, and which cases. Cases stream through; nothing
 * is kept but the counts and a few examples.
 */
import { kindOf } from './decision-kind.ts';
import type { DecidingRule, Decision } from './decide.ts';
import { decide } from './decide.ts';
import type { Facts, StoreSetting } from './facts.ts';
import type { Policy } from './policy.ts';
import type { OutputValue } from './table-schema.ts';

/** A question that was decided before. */
export interface PastCase {
  readonly id: string;
  readonly kind: string;
  readonly facts: Facts;
  readonly store: StoreSetting;
  /** What the decision was about, in minor units of the store's currency. */
  readonly amount?: number;
}

/** What a decision costs the shop, in minor units. */
export type CostOf = (decision: Decision, past: PastCase) => number;

/** One answer in short. */
export interface ReplayedDecision {
  readonly outputs: Readonly<Record<string, OutputValue>>;
  readonly ruleIds: readonly string[];
  readonly rows: readonly DecidingRule['row'][];
  readonly cost: number;
}

/** A case that the draft would decide otherwise. */
export interface ReplayedCase {
  readonly id: string;
  readonly kind: string;
  readonly currency: string;
  readonly current: ReplayedDecision;
  readonly draft: ReplayedDecision;
}

/** Costs under both policies, in minor units. */
export interface ReplayedMoney {
  readonly currency: string;
  readonly current: number;
  readonly draft: number;
  readonly difference: number;
}

/** The counts so far; the last progress is the report's. */
export interface ReplayProgress {
  readonly total: number;
  readonly changed: number;
  readonly failed: number;
}

/** What the draft would have changed. */
export interface ReplayReport extends ReplayProgress {
  readonly money: readonly ReplayedMoney[];
  /** How often one outcome became another: `ALLOW → DENY`. */
  readonly transitions: Readonly<Record<string, number>>;
  /** The first changed cases, at most `keep`. */
  readonly cases: readonly ReplayedCase[];
  /** Cases that could not be asked, at most `keep`. */
  readonly failures: readonly { readonly id: string; readonly message: string }[];
}

/** How to replay. */
export interface ReplayOptions {
  readonly costOf?: CostOf;
  /** How many changed cases the report holds; `onChange` sees all. */
  readonly keep?: number;
  /** How many cases lie between two reports of progress. */
  readonly every?: number;
  readonly onProgress?: (progress: ReplayProgress) => void;
  readonly onChange?: (changed: ReplayedCase) => void | Promise<void>;
  /** An `AbortSignal`, or anything that throws when the replay is to stop. */
  readonly signal?: { throwIfAborted(): void };
}

/** The amount at stake, less the fee, where the answer is yes. */
export const amountGranted: CostOf = ({ outcome, outputs }, { amount = 0 }) => {
  if (outcome !== 'ALLOW') return 0;
  const feePct = typeof outputs['feePct'] === 'number' ? outputs['feePct'] : 0;
  return amount - Math.round((amount * feePct) / 100);
};

function signature(kind: string, { outputs }: Decision): string {
  return JSON.stringify(kindOf(kind).signature.map((name) => outputs[name] ?? null));
}

function headline(kind: string, { outcome, outputs }: Decision): string {
  return outcome ?? JSON.stringify(outputs[kindOf(kind).signature[0] ?? ''] ?? null);
}

function shortened(decision: Decision, cost: number): ReplayedDecision {
  return { outputs: decision.outputs, ruleIds: decision.ruleIds, rows: decision.rules.map(({ row }) => row), cost };
}

class Tally {
  total = 0;
  changed = 0;
  failed = 0;
  readonly money = new Map<string, { current: number; draft: number }>();
  readonly transitions: Record<string, number> = {};
  readonly cases: ReplayedCase[] = [];
  readonly failures: { id: string; message: string }[] = [];

  count(currency: string, current: number, draft: number): void {
    const sums = this.money.get(currency) ?? { current: 0, draft: 0 };
    this.money.set(currency, { current: sums.current + current, draft: sums.draft + draft });
  }

  progress(): ReplayProgress {
    return { total: this.total, changed: this.changed, failed: this.failed };
  }

  report(): ReplayReport {
    const money = [...this.money].map(([currency, { current, draft }]) => ({
      currency,
      current,
      draft,
      difference: draft - current,
    }));
    return { ...this.progress(), money, transitions: this.transitions, cases: this.cases, failures: this.failures };
  }
}

/** Both answers to one case; undefined when they are the same. */
function compare(
  draft: Policy,
  current: Policy,
  past: PastCase,
  costOf: CostOf,
  tally: Tally,
): ReplayedCase | undefined {
  const ask = (policy: Policy): Decision => decide(policy, past.kind, past.facts, past.store, { explain: false });
  const [before, after] = [ask(current), ask(draft)];
  const currency = past.store.currency ?? '';
  const [cost, draftCost] = [costOf(before, past), costOf(after, past)];
  tally.count(currency, cost, draftCost);
  if (signature(past.kind, before) === signature(past.kind, after) && cost === draftCost) return undefined;
  const turn = `${headline(past.kind, before)} → ${headline(past.kind, after)}`;
  tally.transitions[turn] = (tally.transitions[turn] ?? 0) + 1;
  return {
    id: past.id,
    kind: past.kind,
    currency,
    current: shortened(before, cost),
    draft: shortened(after, draftCost),
  };
}

/**
 * Replays past cases under both policies. A case that cannot be asked is counted as failed, not skipped in silence.
 * Stops with the signal's reason.
 */
export async function replay(
  draft: Policy,
  current: Policy,
  cases: Iterable<PastCase> | AsyncIterable<PastCase>,
  { costOf = amountGranted, keep = 1000, every = 500, onProgress, onChange, signal }: ReplayOptions = {},
): Promise<ReplayReport> {
  const tally = new Tally();
  for await (const past of cases) {
    signal?.throwIfAborted();
    tally.total += 1;
    try {
      const changed = compare(draft, current, past, costOf, tally);
      if (changed) {
        tally.changed += 1;
        if (tally.cases.length < keep) tally.cases.push(changed);
        await onChange?.(changed);
      }
    } catch (error) {
      if (!isCaseFault(error)) throw error;
      tally.failed += 1;
      if (tally.failures.length < keep) tally.failures.push({ id: past.id, message: error.message });
    }
    if (tally.total % every === 0) onProgress?.(tally.progress());
  }
  onProgress?.(tally.progress());
  return tally.report();
}

const CASE_FAULTS = new Set(['FactsInvalid', 'TableConflict', 'ConditionFailed']);

function isCaseFault(error: unknown): error is Error {
  return error instanceof Error && CASE_FAULTS.has(error.name);
}
