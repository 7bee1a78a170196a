/**
 * @module The layers of a policy at work: which rows speak for these facts, what exclusions take away, and who wins
 * (5.0).
 */
import type { CompiledRow, CompiledTable } from './compile.ts';
import { kindOf } from './decision-kind.ts';
import { answeringRows, readKeys, restsOn, type Keys } from './evaluate.ts';
import { FactsInvalid, type FactProblem, type Facts, type StoreSetting } from './facts.ts';
import { deciding, merge, isKinder, isWeaker, type Answers } from './merge.ts';
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

/** What the rows that speak come to, whatever the facts say beside them; shared by all questions that find them. */
interface Settled {
  readonly hits: readonly Hit[];
  /** The hits that an answer rests on. */
  readonly deciding: readonly Hit[];
  /** Exclusions that took every grant away. */
  readonly barred: readonly Hit[];
  /** Exclusions that say "this one does not apply": they protect the grant. */
  readonly protections: readonly Hit[];
  readonly overruled: readonly Overruled[];
  readonly answers: Answers;
  readonly outputs: readonly OutputDefinition[];
  /** By these answers two decisions are told apart. */
  readonly signature: Answers;
  /** The signature as text, to compare it. */
  readonly signed: string;
}

/** What the layers say, before it is explained. */
export interface Findings extends Settled {
  readonly asked: readonly Asked[];
}

/** What was found for facts that differ in `changed` only: tables that do not rest on these are not asked again. */
export interface Before {
  readonly asked: readonly Asked[];
  /** Names of facts. */
  readonly changed: readonly string[];
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

/** Asks one table, or takes over what it answered before. */
function askTable(
  depth: number,
  layer: PolicyLayer,
  table: CompiledTable,
  { facts, store }: Question,
  known?: Asked,
  changed: readonly string[] = [],
): Asked {
  if (known && !table.columns.some(({ input }) => restsOn(input, changed))) return known;
  const keys = readKeys(table, facts, store, known && { keys: known.keys, changed });
  return { depth, layer, table, keys, found: answeringRows(table, keys) };
}

function askTables(policy: Policy, kind: string, question: Question, before?: Before): Asked[] {
  const problems = new Map<string, FactProblem>();
  const asked: Asked[] = [];
  for (const [depth, layer] of policy.layers.entries()) {
    for (const table of layer.tables.get(kind) ?? []) {
      if (!isSpeaking(table, question.store)) continue;
      try {
        // The same store asks the same tables in the same order.
        asked.push(askTable(depth, layer, table, question, before?.asked[asked.length], before?.changed));
      } catch (error) {
        if (!(error instanceof FactsInvalid)) throw error;
        for (const problem of error.problems) problems.set(problem.input, problem);
      }
    }
  }
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

const isForNoReason = (facts: Facts): boolean => facts['reason'] === 'NO_REASON';

const applies = ({ row }: Hit, noReason: boolean): boolean => row.row.answer['noReasonOnly'] === false || noReason;

/**
 * An exclusion reaches its own layer and the ones below; a statutory grant is out of the reach of a shop's exclusion.
 */
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

function settle(policy: Policy, kind: string, asked: readonly Asked[], noReason: boolean): Settled {
  const outputs = outputsOf(asked);
  const rules = hitsOf(asked, 'RULE');
  const speaking = hitsOf(asked, 'EXCLUSION').filter((hit) => applies(hit, noReason));
  const exclusions = speaking.filter((hit) => hit.row.row.answer['excluded'] === true);
  const protections = speaking.filter((hit) => hit.row.row.answer['excluded'] === false);
  const grants = rules.filter((grant) => !exclusions.some((exclusion) => excludes(exclusion, grant)));
  const { accepted, overruled } =
    policy.byContract && grants.length > 0 ? admitByContract(grants) : admitForConsumer(policy, kind, grants, outputs);
  const excludedHits = rules.filter((hit) => !grants.includes(hit)).map((hit): Overruled => ({ hit, why: 'EXCLUDED' }));
  const powerless = accepted.length > 0 ? exclusions.map((hit): Overruled => ({ hit, why: 'WEAKER' })) : [];
  const answers = merge(accepted, outputs);
  const signature = signatureOf(kind, accepted.length > 0 ? answers : undefined);
  return {
    hits: accepted,
    deciding: deciding(accepted, outputs),
    barred: accepted.length === 0 ? exclusions : [],
    protections: accepted.length > 0 ? protections : [],
    overruled: [...overruled, ...excludedHits, ...powerless],
    answers,
    outputs,
    signature,
    signed: JSON.stringify(signature),
  };
}

function signatureOf(kind: string, settled: Answers | undefined): Answers {
  const { signature, none } = kindOf(kind);
  const answers = settled ?? none.answer;
  return Object.fromEntries(signature.filter((name) => name in answers).map((name) => [name, answers[name] ?? null]));
}

/** How many different findings of one policy are remembered; the shipped packs have some hundreds. */
const MOST_SETTLED = 2000;
const settledOf = new WeakMap<Policy, Map<string, Settled>>();

/** Settles what was found, once: the same rows come to the same, and a policy has few sets of rows that match. */
function remembered(policy: Policy, kind: string, asked: readonly Asked[], { facts, store }: Question): Settled {
  let known = settledOf.get(policy);
  if (!known) settledOf.set(policy, (known = new Map()));
  const noReason = isForNoReason(facts);
  // The currency says which tables speak.
  let key = `${kind} ${store.currency} ${noReason}`;
  for (const { found } of asked) key += found.length === 0 ? ';' : `;${found.join()}`;
  let settled = known.get(key);
  if (!settled) {
    if (known.size >= MOST_SETTLED) known.clear();
    known.set(key, (settled = settle(policy, kind, asked, noReason)));
  }
  return settled;
}

/** Asks every layer and settles what they say. Throws {@link FactsInvalid}. */
export function findingsOf(policy: Policy, kind: string, question: Question, before?: Before): Findings {
  const asked = askTables(policy, kind, question, before);
  return { ...remembered(policy, kind, asked, question), asked };
}

function outputsOf(asked: readonly Asked[]): OutputDefinition[] {
  const outputs = new Map<string, OutputDefinition>();
  for (const { table } of asked) {
    if (table.table.role === 'EXCLUSION') continue;
    for (const output of table.table.outputs) outputs.set(output.name, output);
  }
  return [...outputs.values()];
}
