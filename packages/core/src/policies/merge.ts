/**
 * @module Settles several answers to one question: per output the value that favours the consumer most, or the most
 * particular one.
 */
import type { OutputDefinition, OutputValue, TableRow } from './table-schema.ts';

/** The settled value of each output; due times stay a list until their instants are known. */
export type Answers = Readonly<Record<string, OutputValue>>;

interface Speaking {
  readonly row: { readonly row: TableRow };
}

function rank(output: OutputDefinition, value: OutputValue): number {
  if (output.favour === 'ORDER') return output.values?.findIndex((one) => one.value === value) ?? 0;
  const number = typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? value : 0;
  return output.favour === 'LOW' ? -number : number;
}

/** Due times are compared when their instants are known, not here. */
function isRanked({ favour, type }: OutputDefinition): boolean {
  return favour !== undefined && favour !== 'UNION' && type !== 'due';
}

function valueOf(hit: Speaking, output: OutputDefinition): OutputValue {
  return hit.row.row.answer[output.name] ?? null;
}

function union(hits: readonly Speaking[], output: OutputDefinition): string[] {
  const found = new Set(hits.flatMap((hit) => (valueOf(hit, output) as string[] | null) ?? []));
  return (output.values ?? []).map((one) => one.value).filter((value) => found.has(value));
}

function settle(hits: readonly Speaking[], output: OutputDefinition): OutputValue {
  if (output.favour === 'UNION') return union(hits, output);
  const values = hits.map((hit) => valueOf(hit, output)).filter((value) => value !== null);
  if (!isRanked(output)) return values.at(-1) ?? null;
  return values.reduce<OutputValue>(
    (best, value) => (best === null || rank(output, value) > rank(output, best) ? value : best),
    null,
  );
}

/** The rows that give the best outcome; only they say the rest. */
function withBestOutcome<T extends Speaking>(hits: readonly T[], outputs: readonly OutputDefinition[]): readonly T[] {
  const outcome = outputs.find((output) => output.name === 'outcome' && output.favour === 'ORDER');
  if (!outcome) return hits;
  const best = settle(hits, outcome);
  return hits.filter((hit) => valueOf(hit, outcome) === best || valueOf(hit, outcome) === null);
}

/** Settles each output over all rows that speak. */
export function merge(hits: readonly Speaking[], outputs: readonly OutputDefinition[]): Answers {
  const speaking = withBestOutcome(hits, outputs);
  return Object.fromEntries(outputs.map((output) => [output.name, settle(speaking, output)]));
}

/** Whether the row holds a settled value; what favour has no say in is said by all. */
function contributes(hit: Speaking, settled: Answers, outputs: readonly OutputDefinition[]): boolean {
  const favoured = outputs.filter((output) => output.favour !== undefined && valueOf(hit, output) !== null);
  return (
    favoured.length === 0 ||
    favoured.some((output) => !isRanked(output) || valueOf(hit, output) === settled[output.name])
  );
}

/** The rows an answer rests on: those with the best outcome that hold at least one of the settled values. */
export function deciding<T extends Speaking>(hits: readonly T[], outputs: readonly OutputDefinition[]): readonly T[] {
  const speaking = withBestOutcome(hits, outputs);
  const settled = merge(hits, outputs);
  return speaking.filter((hit) => contributes(hit, settled, outputs));
}

/** Whether the row gives the consumer more in some output. */
export function isKinder(hit: Speaking, present: Answers, outputs: readonly OutputDefinition[]): boolean {
  return outputs.some((output) => {
    const own = valueOf(hit, output);
    const held = present[output.name] ?? null;
    if (own === null) return false;
    if (output.favour === 'UNION')
      return (own as string[]).some((value) => !(held as string[] | null)?.includes(value));
    return isRanked(output) && (held === null || rank(output, own) > rank(output, held));
  });
}

/** Whether the row gives the consumer less in some output. */
export function isWeaker(hit: Speaking, present: Answers, outputs: readonly OutputDefinition[]): boolean {
  return outputs.some((output) => {
    const own = valueOf(hit, output);
    const held = present[output.name] ?? null;
    if (own === null || held === null) return false;
    if (output.favour === 'UNION') return (held as string[]).some((value) => !(own as string[]).includes(value));
    return isRanked(output) && rank(output, own) < rank(output, held);
  });
}

/** Whether other answers give the consumer more (1), less (−1), or favour has no say (0). */
export function favours(other: Answers, present: Answers, outputs: readonly OutputDefinition[]): number {
  for (const output of outputs) {
    const [own, held] = [other[output.name] ?? null, present[output.name] ?? null];
    if (own === null || held === null || !output.favour || output.type === 'due') continue;
    const [a, b] =
      output.favour === 'UNION'
        ? [(own as string[]).length, (held as string[]).length]
        : [rank(output, own), rank(output, held)];
    if (a !== b) return Math.sign(a - b);
  }
  return 0;
}
