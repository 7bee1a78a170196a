/**
 * @module Asks a policy a question and answers it whole: outcome, deciding rules, reasons, clause, time limits, and
 * what would change it.
 */
import { formatKey, type Showing } from './scalar.ts';
import { formatSet } from './cell.ts';
import { changesOf, type Change } from './change.ts';
import { kindOf } from './decision-kind.ts';
import { duesOf, type Due } from './due.ts';
import { isAssumed, type Facts, type StoreSetting } from './facts.ts';
import { findingsOf, type Findings, type Hit, type Overruled } from './hits.ts';
import { failuresOf, type Failure } from './near-miss.ts';
import type { Policy } from './policy.ts';
import { withDaysLate } from './return-window.ts';
import type { OutputValue, TableRow } from './table-schema.ts';
import { COLON, inBoth, joinTexts, type Text } from './text.ts';

/** A rule that decided, with where it comes from. */
export interface DecidingRule {
  readonly pack: string;
  readonly layer: 'STATUTORY' | 'PLATFORM' | 'PROMISE';
  readonly table: string;
  readonly row: string;
  readonly ruleIds: readonly string[];
  readonly source: TableRow['source'];
  readonly asOf: string;
  readonly volatile: boolean;
  readonly clause: Text;
  /** The row's own sentence for the customer. */
  readonly told?: Text;
  /** What the row grants, where its table names remedies. */
  readonly remedies?: readonly string[];
}

/** Why it is so, with the rules that say it. */
export interface Reason {
  readonly ruleIds: readonly string[];
  readonly text: Text;
}

/** A fact nobody stated, taken at its usual value: the decision depends on it. */
export interface Assumption {
  readonly input: string;
  readonly text: Text;
}

/** The answer of a policy. It is plain data, to be stored with the case. */
export interface Decision {
  readonly kind: string;
  /** The settled `outcome` output; null for questions without one. */
  readonly outcome: string | null;
  readonly outputs: Readonly<Record<string, OutputValue>>;
  readonly ruleIds: readonly string[];
  readonly rules: readonly DecidingRule[];
  readonly reasons: readonly Reason[];
  /** The clause to quote. */
  readonly clause: Text;
  /** Time limits by output; `at` is the instant from which it is late. */
  readonly dues: readonly Due[];
  readonly whatWouldChangeIt: readonly Change[];
  readonly assumed: readonly Assumption[];
  readonly overruled: readonly {
    readonly ruleIds: readonly string[];
    readonly pack: string;
    readonly why: Overruled['why'];
  }[];
  readonly packs: readonly { readonly code: string; readonly asOf: string }[];
}

/** How much of the answer to work out; without `explain` only outcome, outputs, rules and time limits. */
export interface DecideOptions {
  readonly explain?: boolean;
}

/** The rule ids a row states. */
export function rulesOf(row: TableRow): readonly string[] {
  return row.rules ?? [row.id];
}

function ruleOf({ layer, table, row: { row } }: Hit): DecidingRule {
  const { remedies } = row.answer;
  return {
    pack: layer.pack.code,
    layer: layer.pack.layer,
    table: table.table.code,
    row: row.id,
    ruleIds: rulesOf(row),
    source: row.source,
    asOf: row.asOf,
    volatile: row.volatile,
    clause: row.clause,
    ...(row.told ? { told: row.told } : {}),
    ...(Array.isArray(remedies) ? { remedies } : {}),
  };
}

function showing(hit: { table: Hit['table'] }, { zone, currency }: StoreSetting): Showing {
  const shown = hit.table.table.currency ?? currency;
  return { zone, ...(shown ? { currency: shown } : {}) };
}

function becauseOf(hit: Hit, findings: Findings, store: StoreSetting): Text {
  const keys = findings.asked.find((one) => one.table === hit.table)?.keys ?? [];
  const shown = showing(hit, store);
  const parts = hit.table.columns.flatMap(({ input }, index): Text[] => {
    const key = keys[index] ?? null;
    if (hit.row.row.when[input.name] === undefined || key === null) return [];
    return [
      inBoth((language) => `${input.label[language]}${COLON[language]}${formatKey(input, key, language, shown)}`),
    ];
  });
  if (parts.length === 0) return hit.row.row.clause;
  const because = joinTexts(parts, { zh: '，', en: ', ' });
  return { zh: `${hit.row.row.clause.zh}（${because.zh}）`, en: `${hit.row.row.clause.en} (${because.en})` };
}

function failureText({ hit, cells }: Failure, store: StoreSetting): Text {
  const shown = showing(hit, store);
  const parts = cells.map(({ input, key, set }) =>
    inBoth((language) => {
      const now = key === null ? { zh: '未知', en: 'not known' }[language] : formatKey(input, key, language, shown);
      const wanted = formatSet(input, set, language, shown);
      return {
        zh: `${input.label.zh}为${now}，规则要求 ${wanted}`,
        en: `${input.label.en} is ${now}, the rule asks for ${wanted}`,
      }[language];
    }),
  );
  return joinTexts(parts, { zh: '；', en: '; ' });
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

function assumptionsOf(hits: readonly Hit[], facts: Facts): Assumption[] {
  const found = new Map<string, Assumption>();
  for (const { table, row } of hits) {
    for (const { input } of table.columns) {
      const cell = row.row.when[input.name];
      if (cell === undefined || cell === '-' || !isAssumed(input, facts)) continue;
      const phrase = input.type === 'boolean' ? (input.default === true ? input.whenTrue : input.whenFalse) : undefined;
      const text =
        phrase ??
        inBoth(
          (language) =>
            `${input.label[language]}${COLON[language]}${formatKey(input, String(input.default), language)}`,
        );
      found.set(input.name, { input: input.name, text });
    }
  }
  return [...found.values()];
}

/** The rows an answer rests on: those that grant, or the exclusions that took every grant away. */
function basisOf(findings: Findings): readonly Hit[] {
  return findings.hits.length > 0 ? findings.deciding : findings.barred;
}

/** Each clause once: a promise often says what the pack above it says. */
function clausesOf(hits: readonly Hit[]): Text[] {
  return [...new Map(hits.map(({ row: { row } }) => [`${row.clause.zh} ${row.clause.en}`, row.clause])).values()];
}

interface Told {
  readonly ruleIds: readonly string[];
  readonly reasons: readonly Reason[];
  readonly clause: Text;
}

function tell(
  kind: string,
  basis: readonly Hit[],
  findings: Findings,
  failures: readonly Failure[],
  store: StoreSetting,
): Told {
  const protecting = findings.protections;
  if (basis.length > 0) {
    const said = [...basis, ...protecting];
    return {
      ruleIds: distinct(said.flatMap((hit) => rulesOf(hit.row.row))),
      reasons: said.map((hit) => ({ ruleIds: rulesOf(hit.row.row), text: becauseOf(hit, findings, store) })),
      clause: joinTexts(clausesOf(said), { zh: '', en: ' ' }),
    };
  }
  const { none } = kindOf(kind);
  const nearest = failures.filter(({ hit, cells }) => cells.length === 1 && hit.table.table.role !== 'EXCLUSION');
  return {
    ruleIds: distinct(nearest.flatMap(({ hit }) => rulesOf(hit.row.row))),
    reasons: [
      { ruleIds: [], text: none.text },
      ...nearest.map((failure) => ({ ruleIds: rulesOf(failure.hit.row.row), text: failureText(failure, store) })),
    ],
    clause: nearest.length > 0 ? joinTexts(clausesOf(nearest.map(({ hit }) => hit)), { zh: '', en: ' ' }) : none.text,
  };
}

/**
 * Asks a policy. Throws {@link FactsInvalid} when facts are missing or of the wrong kind.
 */
export function decide(
  policy: Policy,
  kind: string,
  given: Facts,
  store: StoreSetting,
  { explain = true }: DecideOptions = {},
): Decision {
  const facts = withDaysLate(policy, kind, given, store);
  const question = { facts, store };
  const findings = findingsOf(policy, kind, question);
  const basis = basisOf(findings);
  const answers = findings.hits.length > 0 ? findings.answers : kindOf(kind).none.answer;
  const dues = duesOf(findings, question);
  const failures = explain ? failuresOf(findings) : [];
  const told = explain
    ? tell(kind, basis, findings, failures, store)
    : { ruleIds: distinct(basis.flatMap((hit) => rulesOf(hit.row.row))), reasons: [], clause: kindOf(kind).none.text };
  return {
    kind,
    outcome: typeof answers['outcome'] === 'string' ? answers['outcome'] : null,
    outputs: answers,
    ...told,
    rules: [...basis, ...findings.protections].map(ruleOf),
    dues,
    whatWouldChangeIt: explain ? changesOf({ policy, kind, question, findings, failures }) : [],
    assumed: explain ? assumptionsOf(basis, facts) : [],
    overruled: findings.overruled.map(({ hit, why }) => ({
      ruleIds: rulesOf(hit.row.row),
      pack: hit.layer.pack.code,
      why,
    })),
    packs: policy.layers.map(({ pack: { code, asOf } }) => ({ code, asOf })),
  };
}
