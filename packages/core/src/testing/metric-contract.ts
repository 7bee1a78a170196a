/**
 * @module What every figure must do, whoever wrote its formula: after each action the cells are what the facts say, the
 * rows of a figure add up to it however it is split, and a commit that is killed leaves both as they were. Runs under
 * any test runner.
 */
import type { Actor } from '../kernel/actor.ts';
import type { Desk } from '../kernel/desk.ts';
import type { DeskStore } from '../kernel/store.ts';
import { MetricCell } from '../features/metrics/entities.ts';
import { expectEqual, type ContractCase } from './contract.ts';

type AnyDesk = Omit<Desk, 'as' | 'features'>;

/** Numbers below `sides` that repeat with their seed. */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** A store that is killed now and then: before it has stored what it was given, or after. */
export function killedNowAndThen(store: DeskStore, roll: (sides: number) => number): DeskStore {
  const killed = { now: false };
  return new Proxy(store, {
    get(target, name) {
      const found = Reflect.get(target, name) as unknown;
      if (name !== 'commit') return typeof found === 'function' ? (found.bind(target) as unknown) : found;
      return async (writes: Parameters<DeskStore['commit']>[0]) => {
        killed.now = roll(6) === 0;
        if (killed.now && roll(2)) throw new Error('killed before');
        await target.commit(writes);
        if (killed.now) throw new Error('killed after');
      };
    },
  });
}

export interface MetricUnderTest {
  /** Its code: `K_05`. */
  readonly metric: string;
  /** A desk in which things happen; made anew for every case, with this store where one is given. */
  readonly prepare: (options: {
    readonly around: (store: DeskStore) => DeskStore;
    readonly roll: (sides: number) => number;
  }) => Promise<{
    readonly desk: AnyDesk;
    /** Somebody who sees all figures and rows. */
    readonly reader: Actor;
    /** Does something, whatever it is: a customer writes, somebody leaves, a fact is erased. May be refused. */
    readonly act: () => Promise<unknown>;
  }>;
  readonly steps?: number;
  readonly seed?: number;
}

interface Row {
  readonly num: number;
  readonly den: number;
}
interface FigureRead extends Row {
  readonly metric: string;
  readonly n: number;
}
interface Report {
  readonly from: string;
  readonly to: string;
  readonly figures: readonly FigureRead[];
  readonly groups: readonly { readonly by: string; readonly key: string; readonly figures: readonly FigureRead[] }[];
}

const SPAN = 390;
const DAY_MS = 86_400_000;

async function spanOf(desk: AnyDesk, reader: Actor) {
  const today = (await desk.show(reader, 'figures', { metrics: ['K_05'] }).catch(() => undefined)) as
    | Report
    | undefined;
  const to = today?.to ?? new Date().toISOString().slice(0, 10);
  return { from: new Date(Date.parse(to) - SPAN * DAY_MS).toISOString().slice(0, 10), to };
}

async function noDrift(desk: AnyDesk, reader: Actor, metric: string): Promise<void> {
  const system = { kind: 'system', tenantId: reader.tenantId, name: 'contract' } as const;
  const cells = await desk.read(system).find(MetricCell, { limit: 10_000 });
  const days = new Set(cells.map(({ storeId, day }) => `${storeId} ${day}`));
  for (const each of days) {
    const [storeId = '', day = ''] = each.split(' ');
    const { wrong } = (await desk.show(system, 'figureDrift', { storeId, day })) as {
      readonly wrong: readonly { readonly metric: string }[];
    };
    expectEqual(
      wrong.filter((one) => one.metric === metric),
      [],
    );
  }
}

async function rowsAddUp(desk: AnyDesk, reader: Actor, metric: string): Promise<void> {
  const { figures } = (await desk.show(reader, 'figureList', {})) as {
    readonly figures: readonly { readonly metric: string; readonly by: readonly string[]; readonly sums: boolean }[];
  };
  const described = figures.find((one) => one.metric === metric);
  if (!described) throw new Error(`There is no figure ${metric}`);
  const span = await spanOf(desk, reader);
  // Once from cells, and once split so that only the facts can say it.
  const cells = described.by.filter((one) => ['STORE', 'DAY', 'AGENT', 'CHANNEL'].includes(one));
  for (const by of [cells, described.by]) {
    const report = (await desk.show(reader, 'figures', { metrics: [metric], ...span, by })) as Report;
    await reportAddsUp(desk, reader, { metric, span, report });
  }
}

async function reportAddsUp(
  desk: AnyDesk,
  reader: Actor,
  { metric, span, report }: { readonly metric: string; readonly span: object; readonly report: Report },
): Promise<void> {
  const parts = [undefined, ...report.groups.map(({ by, key }) => ({ by, key }))];
  for (const part of parts) {
    const sum = { num: 0, den: 0, n: 0 };
    let after: string | undefined;
    do {
      const page = (await desk.show(reader, 'figureRows', { metric, ...span, ...part, first: 7, after })) as {
        readonly rows: readonly Row[];
        readonly next: string | null;
      };
      for (const { num, den } of page.rows) {
        sum.num += num;
        sum.den += den;
        sum.n += 1;
      }
      after = page.next ?? undefined;
    } while (after);
    const of = part ? report.groups.find(({ by, key }) => by === part.by && key === part.key) : report;
    const { num = 0, den = 0, n = 0 } = of?.figures[0] ?? {};
    expectEqual({ part: part ?? null, ...sum }, { part: part ?? null, num, den, n });
  }
}

/** The cases of one figure. */
export function metricContract({ metric, prepare, steps = 40, seed = 1 }: MetricUnderTest): ContractCase[] {
  const run = async (around: (store: DeskStore) => DeskStore, roll: (sides: number) => number) => {
    const scene = await prepare({ around, roll });
    return { ...scene, step: () => scene.act().catch(() => undefined) };
  };
  return [
    {
      title: 'after each action its cells are what its facts say',
      run: async () => {
        const { desk, reader, step } = await run((store) => store, dice(seed));
        for (let n = 0; n < steps; n += 1) {
          await step();
          await noDrift(desk, reader, metric);
        }
      },
    },
    {
      title: 'its rows add up to it, whole and however it is split',
      run: async () => {
        const { desk, reader, step } = await run((store) => store, dice(seed + 1));
        for (let n = 0; n < steps; n += 1) await step();
        await rowsAddUp(desk, reader, metric);
      },
    },
    {
      title: 'a commit that is killed, before or after it is stored, leaves cells and facts as one',
      run: async () => {
        const kills = dice(seed + 2);
        let begun = false;
        const roll = (sides: number) => (begun ? kills(sides) : sides - 1);
        const { desk, reader, step } = await run((store) => killedNowAndThen(store, roll), dice(seed + 3));
        begun = true;
        for (let n = 0; n < steps; n += 1) await step();
        begun = false;
        await noDrift(desk, reader, metric);
        await rowsAddUp(desk, reader, metric);
      },
    },
  ];
}
