/**
 * @module Searching the knowledge base as people do: permission, index and what is shown, at 20,000 articles; how long
 * the first search takes, what it keeps in memory, and how soon another server process finds an edit.
 */
import { queries } from '../eval/search-set.ts';
import { startChild } from './child.ts';
import { eachDatabase, type BenchDatabase } from './databases.ts';
import { percentile, print, rounded } from './figure.ts';
import { agent, fill, openDesk, publish, shopper, type Found } from './knowledge-desk.ts';
import { ARTICLES } from './search-corpus.ts';

const ROUNDS = 3;
const EDITS = 30;
const WORD = (number: number): string => `zq${String.fromCharCode(97 + (number % 26), 97 + Math.floor(number / 26))}qz`;

const residentMiB = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function measure(database: BenchDatabase): Promise<void> {
  const filling = await openDesk(database.options);
  const storeId = await fill(filling);
  await filling.close();
  const server = await openDesk(database.options);
  const show = (actor: Parameters<typeof server.desk.show>[0], view: string, input: object) =>
    server.desk.show(actor, view, input) as Promise<Found>;
  const asked = queries();
  try {
    const before = residentMiB();
    const first = await timed(() => show(shopper(storeId), 'searchHelp', { text: '运费' }));
    const memory = residentMiB() - before;
    const times = { fresh: [] as number[], known: [] as number[], staff: [] as number[] };
    for (const { query } of asked)
      times.fresh.push(await timed(() => show(shopper(storeId), 'searchHelp', { text: query, first: 5 })));
    for (let round = 1; round < ROUNDS; round += 1)
      for (const { query } of asked)
        times.known.push(await timed(() => show(shopper(storeId), 'searchHelp', { text: query, first: 5 })));
    for (const { query } of asked)
      times.staff.push(await timed(() => show(agent, 'searchArticles', { text: query, first: 10 })));
    const figure = (name: string, values: readonly number[]) =>
      print({
        name,
        database: database.kind,
        value: rounded(percentile(values, 95)),
        unit: 'ms p95',
        goal: '≤ 5',
        note: `p50 ${rounded(percentile(values, 50))} ms, ${values.length} searches over ${ARTICLES} articles`,
      });
    figure('knowledge.help, new questions', times.fresh);
    figure('knowledge.help, asked before', times.known);
    figure('knowledge.staff', times.staff);
    print({
      name: 'knowledge.warm-up',
      database: database.kind,
      value: rounded(first, 0),
      unit: 'ms',
      note: 'the first search of a process',
    });
    print({ name: 'knowledge.memory', database: database.kind, value: rounded(memory, 0), unit: 'MiB RSS' });
    if ('url' in database.options) await elsewhere(server, database.options.url, storeId);
  } finally {
    await server.close();
  }
}

/** From the answer of a publication here to the first search there that finds it. */
async function elsewhere(server: Awaited<ReturnType<typeof openDesk>>, url: string, storeId: string): Promise<void> {
  const child = startChild('knowledge-process.ts');
  try {
    await child.ask({ url, storeId });
    const delays: number[] = [];
    for (let edit = 0; edit < EDITS; edit += 1) {
      const found = child.ask<number>({ word: WORD(edit) });
      await publish(server, `说明 ${WORD(edit)}`, '内容');
      const published = performance.timeOrigin + performance.now();
      delays.push(Math.max(0, (await found) - published));
    }
    print({
      name: 'knowledge.elsewhere',
      database: 'postgres',
      value: rounded(percentile(delays, 95)),
      unit: 'ms p95',
      note: `${EDITS} articles published in one process, searched for in another`,
    });
  } finally {
    await child.stop();
  }
}

await eachDatabase(measure);
