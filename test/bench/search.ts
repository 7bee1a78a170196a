/**
 * @module The in-process search at 20,000 articles, Chinese and English: build, memory, latency, snapshot.
 * The distractors are made of the labelled articles' own sentences, the hard case: most match some word.
 */
import { createSearchIndex, DEFAULT_SYNONYMS, restoreSearchIndex, seededRandom, type SearchIndex } from '@shopdesk/core/language';
import { articles, queries, type Article, type LabelledQuery } from '../eval/search-set.ts';
import { percentile, print, rounded } from './figure.ts';

const ARTICLES = 20_000;
const ROUNDS = 3;
const OPTIONS = { boosts: { title: 4 }, synonyms: DEFAULT_SYNONYMS };
const random = seededRandom(20_000);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

const THINGS = {
  zh: ['耳机', '羽绒服', '电饭煲', '面霜', '运动鞋', '行李箱', '台灯', '奶粉', '键盘', '窗帘', '跑步机', '茶叶', '手表', '雨伞', '积木'],
  en: ['headphones', 'jacket', 'rice cooker', 'face cream', 'running shoes', 'suitcase', 'lamp', 'milk powder', 'keyboard', 'curtain', 'treadmill', 'tea', 'watch', 'umbrella', 'blocks'],
} as const;

function sentences(language: 'zh' | 'en'): string[] {
  return articles()
    .filter((article) => article.language === language)
    .flatMap(({ title, body }) => [title, ...body.split(/(?<=[。.])\s*/)])
    .filter((sentence) => sentence !== '');
}

const PARTS = { zh: sentences('zh'), en: sentences('en') };

/** Clauses from different articles about one product, so that words are shared but the matter is not. */
function distractor(number: number): Article {
  const language = number % 2 === 0 ? 'zh' : 'en';
  const thing = `${pick(THINGS[language])} ${Math.floor(random() * 5_000)}`;
  const clause = (): string => pick(pick(PARTS[language]).split(/[,，]\s*/));
  const join = language === 'zh' ? ',' : ', ';
  const body = Array.from({ length: 4 + Math.floor(random() * 5) }, clause).join(join);
  return { id: `x-${number}`, language, title: `${thing} ${clause()}`, body };
}

const corpus = [...articles(), ...Array.from({ length: ARTICLES - articles().length }, (_, number) => distractor(number))];
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
const wordOf = (number: number): string => `zq${String.fromCharCode(97 + (number % 26), 97 + Math.floor(number / 26))}qz`;

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
const typing = asked.map(({ query }) => timed(() => index.search(query.slice(0, 6), { limit: 3, isTyping: true })).milliseconds);
const { result: bytes, milliseconds: packTime } = timed(() => index.serialise());
const { milliseconds: restoreTime } = timed(() => restoreSearchIndex(bytes, OPTIONS));

print({ name: 'search.p50', value: rounded(percentile(times, 50), 3), unit: 'ms' });
print({ name: 'search.p95', value: rounded(percentile(times, 95), 3), unit: 'ms', goal: '≤ 1', note: `${asked.length} queries × ${ROUNDS} over ${index.size} articles` });
print({ name: 'search.typing.p95', value: rounded(percentile(typing, 95), 3), unit: 'ms', goal: '≤ 1' });
print({ name: 'search.first', value: rounded(first, 3), unit: 'ms' });
print({ name: 'search.warm-up', value: rounded(buildTime, 0), unit: 'ms', note: 'all articles into an empty index' });
print({ name: 'search.restore', value: rounded(restoreTime, 0), unit: 'ms', note: `from a snapshot of ${rounded(bytes.length / 2 ** 20, 1)} MiB, packed in ${rounded(packTime, 0)} ms` });
print({ name: 'search.memory', value: rounded(memory, 0), unit: 'MiB RSS', note: `${rounded(index.bytes / 2 ** 20, 1)} MiB in typed arrays` });
print({ name: 'search.edit.p95', value: rounded(percentile(editTimes(index), 95), 3), unit: 'ms', note: 'one article changed in place' });
