/**
 * @module The layers of a policy at work: which rows speak for these facts, what exclusions take away, and who wins (5.0).
 */
import type { CompiledRow, CompiledTable } from './compile.ts';
import { answeringRows, readKeys, type Keys } from './evaluate.ts';
import { FactsInvalid, type FactProblem, type Facts, type StoreSetting } from './facts.ts';
import { merge, isKinder, isWeaker, type Answers } from './merge.ts';
import type { Policy, PolicyLayer } from './policy.ts';
import type { OutputDefinition } from './table-schema.ts';

/** One row that speaks, and where it stands. */
export interface Hit {
  readonly depth: number;
  readonly layer: PolicyLayer;
  readonly table: CompiledTable;
  readonly row: CompiledRow;
}

/** A row that matched but did not count. */
export interface Overruled {
  readonly hit: Hit;
  readonly why: 'EXCLUDED' | 'WEAKER' | 'NOT_ALLOWED' | 'CONTRACT';
}

/** One table that was asked, with the keys it was asked with. */
export interface Asked {
  readonly depth: number;
  readonly layer: PolicyLayer;
  readonly table: CompiledTable;
  readonly keys: Keys;
  readonly found: readonly number[];
}

/** What the layers say, before it is explained. */
export interface Findings {
  readonly asked: readonly Asked[];
  readonly hits: readonly Hit[];
  /** Exclusions that took every grant away. */
  readonly barred: readonly Hit[];
  /** Exclusions that say "this one does not apply": they protect the grant. */
  readonly protections: readonly Hit[];
  readonly overruled: readonly Overruled[];
  readonly answers: Answers;
  readonly outputs: readonly OutputDefinition[];
}

/** The question: facts of one case in one store. */
export interface Question {
  readonly facts: Facts;
  readonly store: StoreSetting;
}

/** Amounts of another currency cannot be compared, so a table written in one is silent there. */
function isSpeaking({ table }: CompiledTable, { currency }: StoreSetting): boolean {
  return !table.currency || !currency || table.currency === currency;
}

function askTables(policy: Policy, kind: string, { facts, store }: Question): Asked[] {
  const problems = new Map<string, FactProblem>();
  const asked: Asked[] = [];
  policy.layers.forEach((layer, depth) => {
    for (const table of layer.tables.get(kind) ?? []) {
      if (!isSpeaking(table, store)) continue;
      try {
        const keys = readKeys(table, facts, store);
        asked.push({ depth, layer, table, keys, found: answeringRows(table, keys) });
      } catch (error) {
        if (!(error instanceof FactsInvalid)) throw error;
        for (const problem of error.problems) problems.set(problem.input, problem);
      }
    }
  });
  if (problems.size > 0) throw new FactsInvalid([...problems.values()]);
  return asked;
}

function hitsOf(asked: readonly Asked[], role: 'RULE' | 'EXCLUSION'): Hit[] {
  return asked
    .filter(({ table }) => (table.table.role ?? 'RULE') === role)
    .flatMap(({ depth, layer, table, found }) =>
      found.map((row): Hit => ({ depth, layer, table, row: table.rows[row]! })),
    );
}

function applies({ row }: Hit, facts: Facts): boolean {
  return row.row.answer['noReasonOnly'] === false || facts['reason'] === 'NO_REASON';
}

/** An exclusion reaches its own layer and the ones below; a statutory grant is out of the reach of a shop's exclusion. */
function excludes(exclusion: Hit, grant: Hit): boolean {
  return exclusion.depth <= grant.depth && grant.row.row.evenIfExcluded !== true;
}

function allowsKinder({ pack }: PolicyLayer, kind: string): boolean {
  return pack.kinder === 'ALL' || pack.kinder.includes(kind);
}

interface Admission {
  readonly accepted: Hit[];
  readonly overruled: Overruled[];
}

function admitByContract(grants: readonly Hit[]): Admission {
  const deepest = Math.max(...grants.map((hit) => hit.depth));
  return {
    accepted: grants.filter((hit) => hit.depth === deepest),
    overruled: grants.filter((hit) => hit.depth < deepest).map((hit) => ({ hit, why: 'CONTRACT' })),
  };
}

function refusal(
  hit: Hit,
  allowed: boolean,
  accepted: readonly Hit[],
  outputs: readonly OutputDefinition[],
): Overruled['why'] | undefined {
  if (!allowed) return 'NOT_ALLOWED';
  if (accepted.length === 0) return undefined;
  const present = merge(accepted, outputs);
  return isWeaker(hit, present, outputs) && !isKinder(hit, present, outputs) ? 'WEAKER' : undefined;
}

/** The statute first; a lower layer is heard where the layers above let it be kinder, and only as far as it is. */
function admitForConsumer(
  policy: Policy,
  kind: string,
  grants: readonly Hit[],
  outputs: readonly OutputDefinition[],
): Admission {
  let accepted: Hit[] = [];
  const overruled: Overruled[] = [];
  policy.layers.forEach((_, depth) => {
    const spoken = grants.filter((hit) => hit.depth === depth);
    const final = spoken.filter((hit) => hit.row.row.final);
    const own = final.length > 0 ? final : spoken;
    const above = policy.layers.slice(0, depth).filter((upper) => upper.tables.has(kind));
    const allowed = above.every((upper) => allowsKinder(upper, kind)) && !accepted.some((hit) => hit.row.row.final);
    const verdicts = own.map((hit) => ({ hit, why: refusal(hit, allowed, accepted, outputs) }));
    accepted = [...accepted, ...verdicts.filter(({ why }) => why === undefined).map(({ hit }) => hit)];
    for (const { hit, why } of verdicts) if (why) overruled.push({ hit, why });
    for (const hit of spoken) if (!own.includes(hit)) overruled.push({ hit, why: 'NOT_ALLOWED' });
  });
  return { accepted, overruled };
}

/** Asks every layer and settles what they say. Throws {@link FactsInvalid}. */
export function findingsOf(policy: Policy, kind: string, question: Question): Findings {
  const asked = askTables(policy, kind, question);
  const outputs = outputsOf(asked);
  const rules = hitsOf(asked, 'RULE');
  const speaking = hitsOf(asked, 'EXCLUSION').filter((hit) => applies(hit, question.facts));
  const exclusions = speaking.filter((hit) => hit.row.row.answer['excluded'] === true);
  const protections = speaking.filter((hit) => hit.row.row.answer['excluded'] === false);
  const grants = rules.filter((grant) => !exclusions.some((exclusion) => excludes(exclusion, grant)));
  const { accepted, overruled } =
    policy.byContract && grants.length > 0 ? admitByContract(grants) : admitForConsumer(policy, kind, grants, outputs);
  const excludedHits = rules.filter((hit) => !grants.includes(hit)).map((hit): Overruled => ({ hit, why: 'EXCLUDED' }));
  const powerless = accepted.length > 0 ? exclusions.map((hit): Overruled => ({ hit, why: 'WEAKER' })) : [];
  return {
    asked,
    hits: accepted,
    barred: accepted.length === 0 ? exclusions : [],
    protections: accepted.length > 0 ? protections : [],
    overruled: [...overruled, ...excludedHits, ...powerless],
    answers: merge(accepted, outputs),
    outputs,
  };
}

function outputsOf(asked: readonly Asked[]): OutputDefinition[] {
  const outputs = new Map<string, OutputDefinition>();
  for (const { table } of asked) {
    if (table.table.role === 'EXCLUSION') continue;
    for (const output of table.table.outputs) outputs.set(output.name, output);
  }
  return [...outputs.values()];
}
