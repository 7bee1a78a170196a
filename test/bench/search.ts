/**
 * @module The in-process search at 20,000 articles, Chinese and English: build, memory, latency, snapshot.
 */
import { createSearchIndex, DEFAULT_SYNONYMS, restoreSearchIndex, type SearchIndex } from '@shopdesk/core/language';
import { queries, type LabelledQuery } from '../eval/search-set.ts';
import { percentile, print, rounded } from './figure.ts';
import { corpus } from './search-corpus.ts';

const ROUNDS = 3;
const OPTIONS = { boosts: { title: 4 }, synonyms: DEFAULT_SYNONYMS };

const residentMiB = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};

function timed<T>(work: () => T): { result: T; milliseconds: number } {
  const start = performance.now();
  return { result: work(), milliseconds: performance.now() - start };
}

function build(): SearchIndex {
  const index = createSearchIndex(OPTIONS);
  for (const { id, title, body } of corpus) index.put({ id, fields: { title, body } });
  return index;
}

function latencies(index: SearchIndex, asked: readonly LabelledQuery[]): number[] {
  return asked.map(({ query }) => timed(() => index.search(query, { limit: 10 })).milliseconds);
}

/** A word of letters that no article has. */
const wordOf = (number: number): string =>
  `zq${String.fromCharCode(97 + (number % 26), 97 + Math.floor(number / 26))}qz`;

/** Edits one article after another, each time until the new word is found. */
function editTimes(index: SearchIndex): number[] {
  return corpus.slice(0, 200).map(({ id, title, body }, at) => {
    const { milliseconds } = timed(() => index.put({ id, fields: { title, body: `${body} ${wordOf(at)}` } }));
    if (index.search(wordOf(at))[0]?.id !== id) throw new Error(`The edit of ${id} is not found`);
    return milliseconds;
  });
}

const before = residentMiB();
const { result: index, milliseconds: buildTime } = timed(build);
const memory = residentMiB() - before;
const asked = queries();
const first = latencies(index, asked.slice(0, 1))[0] ?? 0;
latencies(index, asked);
const times = Array.from({ length: ROUNDS }, () => latencies(index, asked)).flat();
const typing = asked.map(
  ({ query }) => timed(() => index.search(query.slice(0, 6), { limit: 3, isTyping: true })).milliseconds,
);
const { result: bytes, milliseconds: packTime } = timed(() => index.serialise());
const { milliseconds: restoreTime } = timed(() => restoreSearchIndex(bytes, OPTIONS));

print({ name: 'search.p50', value: rounded(percentile(times, 50), 3), unit: 'ms' });
print({
  name: 'search.p95',
  value: rounded(percentile(times, 95), 3),
  unit: 'ms',
  goal: '≤ 1',
  note: `${asked.length} queries × ${ROUNDS} over ${index.size} articles`,
});
print({ name: 'search.typing.p95', value: rounded(percentile(typing, 95), 3), unit: 'ms', goal: '≤ 1' });
print({ name: 'search.first', value: rounded(first, 3), unit: 'ms' });
print({ name: 'search.warm-up', value: rounded(buildTime, 0), unit: 'ms', note: 'all articles into an empty index' });
print({
  name: 'search.restore',
  value: rounded(restoreTime, 0),
  unit: 'ms',
  note: `from a snapshot of ${rounded(bytes.length / 2 ** 20, 1)} MiB, packed in ${rounded(packTime, 0)} ms`,
});
print({
  name: 'search.memory',
  value: rounded(memory, 0),
  unit: 'MiB RSS',
  note: `${rounded(index.bytes / 2 ** 20, 1)} MiB in typed arrays`,
});
print({
  name: 'search.edit.p95',
  value: rounded(percentile(editTimes(index), 95), 3),
  unit: 'ms',
  note: 'one article changed in place',
});
