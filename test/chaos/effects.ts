/**
 * @module Effects while the processes that perform them are killed: what was acknowledged is carried out once where the
 * other side knows a key or can be asked, and at most once where it is neither.
 */
import { seededRandom } from '@shopdesk/core/language';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { EffectDeskOptions, EffectEnd } from './effect-desk.ts';

export interface EffectChaosOptions {
  readonly database: EffectDeskOptions['database'];
  /** Where the run is written down, so that it can go on later on the same database. */
  readonly folder: string;
  readonly rounds: number;
  readonly seed: number;
  readonly onRound?: (round: number, acknowledged: number) => void;
}

export interface EffectVerdict {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Acknowledged and neither carried out nor given to a person. */
  readonly lost: number;
  /** Carried out more than once, or ended more than once in the desk. */
  readonly doubled: number;
  /** Left to a person, as it must be where nobody can know. */
  readonly uncertain: number;
}

const execArgv = ['--conditions=@shopdesk/source', '--disable-warning=ExperimentalWarning'];
const start = (program: string, argument: string): ChildProcess =>
  fork(fileURLToPath(new URL(program, import.meta.url)), [argument], { execArgv });

async function told<T>(child: ChildProcess, has: string): Promise<T> {
  for (;;) {
    const [message] = (await Promise.race([once(child, 'message'), died(child)])) as [Record<string, T>];
    if (has in message) return message[has] as T;
  }
}

async function died(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`A process of the run ended with ${code} by itself.`);
}

interface Progress {
  rounds: number;
  readonly acknowledged: string[];
}

/** Kills as many processes as asked for, in addition to those of an earlier run in the same folder, and judges all. */
export async function effectChaos(options: EffectChaosOptions): Promise<EffectVerdict> {
  const { database, folder, rounds, seed, onRound } = options;
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'progress.json');
  const progress = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Progress,
    () => ({ rounds: 0, acknowledged: [] }) as Progress,
  );
  const shop = start('effect-shop.ts', join(folder, 'shop.log'));
  try {
    const shopUrl = `http://127.0.0.1:${await told<number>(shop, 'port')}`;
    const random = seededRandom(seed + progress.rounds);
    for (let n = 0; n < rounds; n += 1) {
      progress.rounds += 1;
      const desk = start('effect-desk.ts', JSON.stringify({ database, shopUrl, round: progress.rounds }));
      desk.on('message', ({ acknowledged }: { acknowledged?: string }) => {
        if (acknowledged) progress.acknowledged.push(acknowledged);
      });
      await told(desk, 'ready');
      await sleep(300 + random() * 900);
      const gone = once(desk, 'exit');
      desk.kill('SIGKILL');
      await gone;
      await writeFile(file, JSON.stringify(progress));
      onRound?.(progress.rounds, progress.acknowledged.length);
    }
    // What a killed process has asked the shop for may still be under way there.
    await sleep(1000);
    const last = start('effect-desk.ts', JSON.stringify({ database, shopUrl, round: 0, finish: true }));
    const ends = await told<EffectEnd[]>(last, 'ends');
    if (last.exitCode === null) await once(last, 'exit');
    const carriedOut = (await (await fetch(`${shopUrl}/`)).json()) as Record<string, number>;
    return judge(progress, ends, carriedOut);
  } finally {
    shop.kill('SIGKILL');
  }
}

function judge({ rounds, acknowledged }: Progress, ends: readonly EffectEnd[], carriedOut: Record<string, number>) {
  const byKey = new Map(ends.map((end) => [end.key, end]));
  // A fresh key stands for the same call: it is only used once it is known that the call did not happen.
  const times = new Map<string, number>();
  for (const [key, count] of Object.entries(carriedOut)) {
    const first = key.split('~')[0] as string;
    times.set(first, (times.get(first) ?? 0) + count);
  }
  const isLost = (key: string) => {
    const end = byKey.get(key);
    if (end?.state === 'UNCERTAIN') return !key.startsWith('neither');
    return end?.state !== 'DONE' || end.ends !== 1 || !times.has(key);
  };
  return {
    rounds,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter(isLost).length,
    doubled: [...times.values()].filter((count) => count > 1).length + ends.filter((end) => end.ends > 1).length,
    uncertain: ends.filter(({ state }) => state === 'UNCERTAIN').length,
  };
}
