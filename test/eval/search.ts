/**
 * @module Prints recall@1, recall@3 and p95 of the search on the labelled set: first the test half, then by kind.
 * `--misses` lists what was not found among the first three; `--split dev` measures the half to tune on.
 */
import { percentile } from '../bench/figure.ts';
import { articles, queries, searchOf, type LabelledQuery } from './search-set.ts';

const ROUNDS = 5;
const search = searchOf(articles());

interface Outcome {
  readonly query: LabelledQuery;
  /** 1 for the first place; Infinity when not among the first three. */
  readonly place: number;
  readonly milliseconds: number;
}

function ask(query: LabelledQuery): Outcome {
  const start = performance.now();
  const found = search(query.query, 3);
  const milliseconds = performance.now() - start;
  const at = found.findIndex(({ id }) => query.relevant.includes(id));
  return { query, place: at < 0 ? Number.POSITIVE_INFINITY : at + 1, milliseconds };
}

function line(outcomes: readonly Outcome[]): string {
  const within = (places: number) =>
    (outcomes.filter(({ place }) => place <= places).length / outcomes.length).toFixed(3);
  const p95 = percentile(
    outcomes.map(({ milliseconds }) => milliseconds),
    95,
  ).toFixed(3);
  return `recall@1 ${within(1)} recall@3 ${within(3)} p95-ms ${p95}`;
}

const wanted = process.argv.includes('--split') ? process.argv[process.argv.indexOf('--split') + 1] : 'test';
const asked = queries().filter(({ split }) => split === wanted);
for (let round = 1; round < ROUNDS; round += 1) asked.forEach(ask);
const outcomes = asked.map(ask);

console.log(line(outcomes));
console.log(`${wanted}: ${outcomes.length} queries over ${articles().length} articles`);
for (const language of ['zh', 'en'])
  for (const kind of ['keyword', 'synonym', 'paraphrase', 'misspelling', 'traditional']) {
    const part = outcomes.filter(({ query }) => query.language === language && query.kind === kind);
    if (part.length > 0)
      console.log(`${language} ${kind.padEnd(12)} ${String(part.length).padStart(4)}  ${line(part)}`);
  }
if (process.argv.includes('--misses'))
  for (const { query } of outcomes.filter(({ place }) => place > 3))
    console.log(
      `missed: ${query.query} → ${query.relevant.join()}; found ${search(query.query, 3)
        .map(({ id, terms }) => `${id} (${terms.join(' ')})`)
        .join(', ')}`,
    );
