/**
 * @module `pnpm chaos [--rounds N]`: shoppers and agents write all the time while the server is killed at random
 * moments and started again, on both databases. What was acknowledged must be there, once, in order – in the desk and
 * on every open screen. `pnpm chaos --effects [--rounds N] [--seed S] [--folder F]` does the same to what leaves the
 * desk; in a folder it goes on where an earlier run ended.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eachDatabase, type BenchDatabase } from '../bench/databases.ts';
import { AGENTS, STORE_KEY, startDeskProcess, type DeskProcessOptions } from '../support/desk-process.ts';
import { freePort } from '../support/postgres.ts';
import { effectChaos, type EffectChaosOptions } from './effects.ts';
import { agent, readAll, replier, shopper, write, type Writer } from './people.ts';
import { judge, sum, told, type Verdict } from './verdict.ts';

const SHOPPERS = 8;

const option = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

async function people(url: string): Promise<Writer[]> {
  const agents = await Promise.all(AGENTS.map((who) => agent(url, who)));
  const shoppers = await Promise.all(
    Array.from({ length: SHOPPERS }, (_, n) => shopper(url, STORE_KEY, `shopper${n}`)),
  );
  const repliers = await Promise.all(
    shoppers.map(({ conversationId }, n) =>
      replier(agents[n % agents.length] as Awaited<ReturnType<typeof agent>>, conversationId, `agent${n}`),
    ),
  );
  return [...shoppers, ...repliers];
}

async function caughtUp(writers: readonly Writer[], last: ReadonlyMap<string, number>): Promise<void> {
  const deadline = Date.now() + 45_000;
  const behind = () =>
    writers.some(
      ({ feed, conversationId }) => (feed.snapshot.messages.at(-1)?.seq ?? 0) < (last.get(conversationId) ?? 0),
    );
  while (behind() && Date.now() < deadline) await sleep(50);
}

async function verdict(writers: readonly Writer[]): Promise<Verdict> {
  // A screen waits longer after each failure; now that the server stays, it need not wait out the last pause.
  for (const { client } of writers) client.wake();
  const stored = new Map(
    await Promise.all(
      writers.slice(0, SHOPPERS).map(async (writer) => [writer.conversationId, await readAll(writer)] as const),
    ),
  );
  await caughtUp(writers, new Map([...stored].map(([id, entries]) => [id, entries.at(-1)?.seq ?? 0])));
  const inDesk = sum(writers.map((writer) => judge(stored.get(writer.conversationId) ?? [], writer)));
  const onScreens = sum(
    writers.flatMap((writer) => {
      const screens = writers.filter(({ conversationId }) => conversationId === writer.conversationId);
      return screens.map(({ feed }) => ({ ...judge(feed.snapshot.messages, writer), acked: 0 }));
    }),
  );
  process.stderr.write(`in the desk: ${told(inDesk)}; on open screens: ${told(onScreens)}\n`);
  return sum([inDesk, onScreens]);
}

async function chaos({ kind, options }: BenchDatabase, rounds: number): Promise<Verdict> {
  const filesFolder = await mkdtemp(join(tmpdir(), 'shopdesk-chaos-'));
  const place: DeskProcessOptions = { database: options, filesFolder, port: await freePort() };
  let server = await startDeskProcess(place);
  try {
    const writers = await people(server.url);
    let running = true;
    const writing = Promise.all(writers.map((writer) => write(writer, () => running)));
    for (let round = 1; round <= rounds; round += 1) {
      await sleep(200 + Math.random() * 1000);
      await server.kill();
      server = await startDeskProcess(place);
      process.stderr.write(
        `\r${kind}: killed ${round} of ${rounds} times, ${writers.reduce((n, { acknowledged }) => n + acknowledged.length, 0)} acknowledged `,
      );
    }
    await sleep(500);
    running = false;
    await writing;
    process.stderr.write('\n');
    const result = await verdict(writers);
    for (const { client } of writers) client.close();
    return result;
  } finally {
    await server.stop();
    await rm(filesFolder, { recursive: true, force: true });
  }
}

async function killEffects(database: EffectChaosOptions['database'], folder: string): Promise<boolean> {
  const onRound = (round: number, acknowledged: number) =>
    void process.stderr.write(`\rkilled ${round} times, ${acknowledged} acknowledged `);
  const rounds = option('rounds', 20);
  const verdict = await effectChaos({ database, folder, rounds, seed: option('seed', 1), onRound });
  process.stderr.write('\n');
  console.log(
    Object.entries(verdict)
      .map(([name, count]) => `${name} ${count}`)
      .join(' '),
  );
  return verdict.acknowledged > 0 && verdict.lost + verdict.doubled === 0;
}

async function effects(): Promise<boolean> {
  const at = process.argv.indexOf('--folder');
  const folder = at < 0 ? undefined : process.argv[at + 1];
  if (folder) return killEffects({ dataDir: join(folder, 'db') }, folder);
  let good = true;
  await eachDatabase(async ({ kind, options }) => {
    const temporary = await mkdtemp(join(tmpdir(), 'shopdesk-effects-'));
    process.stderr.write(`${kind}:\n`);
    good = (await killEffects(options, temporary)) && good;
    await rm(temporary, { recursive: true, force: true });
  });
  return good;
}

if (process.argv.includes('--effects')) process.exit((await effects()) ? 0 : 1);

const failures: string[] = [];
await eachDatabase(async (database) => {
  const result = await chaos(database, option('rounds', 20));
  console.log(`${database.kind}: ${told(result)}`);
  if (result.acked === 0 || result.lost + result.duplicated + result.outOfOrder > 0) failures.push(database.kind);
});
process.exit(failures.length > 0 ? 1 : 0);
