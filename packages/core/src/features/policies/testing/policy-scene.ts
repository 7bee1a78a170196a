/**
 * @module A desk on which a store promises more days than the law: for tests of versions, replays and overviews.
 */
import { DeniedError, type Denial } from '../../../kernel/denial.ts';
import { MemoryStore } from '../../../testing/memory-store.ts';
import { TMALL, type PolicyPack, type TableRow } from '../../../policies/index.ts';
import { shopScene } from '../../orders/testing/scene.ts';

export const denialOf = async (work: Promise<unknown>): Promise<Denial> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof DeniedError) return error.denial;
  throw error ?? new Error('It was not denied.');
};

/** A pack as it comes over the wire. */
export const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, never>;
export const returns = TMALL.tables.find(({ code }) => code === 'TM-RETURN') as PolicyPack['tables'][number];

/** A store's promise to take goods back for so many days. */
export function promising(days: number): PolicyPack {
  const row: TableRow = {
    ...(returns.rows[0] as TableRow),
    id: 'OWN-01',
    rules: ['OWN-01'],
    when: { reason: 'NO_REASON', daysSinceSigned: { lte: days }, goodsIntact: true },
    answer: { outcome: 'ALLOW', remedies: ['RETURN'], auto: true },
  };
  return {
    ...TMALL,
    code: 'OWN',
    title: { zh: '本店承诺', en: 'Our promise' },
    layer: 'PROMISE',
    tables: [{ ...returns, code: 'OWN-RETURN', rows: [row] }],
  };
}

type Shop = Awaited<ReturnType<typeof shopScene>>;
type Api = ReturnType<Shop['desk']['as']>;
type Person = Awaited<ReturnType<Shop['people']>>;

/** Named, since what the compiler would write out for it is longer than it takes. */
export interface PolicyScene extends Shop {
  readonly memory: MemoryStore;
  readonly sv: Person;
  readonly mg: Person;
  readonly od: Person;
  readonly api: Api['policies'];
  readonly orders: Api['orders'];
  readonly manager: Api['policies'];
}

export async function policyScene(options: Parameters<typeof shopScene>[0] = {}): Promise<PolicyScene> {
  const memory = new MemoryStore();
  const scene = await shopScene({ policyPack: 'TMALL', store: memory, ...options });
  const [sv, mg, od] = [await scene.people('SV1'), await scene.people('MG1'), await scene.people('OD1')];
  return {
    ...scene,
    memory,
    sv,
    mg,
    od,
    api: scene.desk.as(sv).policies,
    orders: scene.desk.as(sv).orders,
    manager: scene.desk.as(mg).policies,
  };
}

/** Drafts a promise, submits, approves and schedules it. */
export async function publish(
  scene: PolicyScene,
  pack: PolicyPack,
  { from, ...draft }: { from?: string; kinderForEarlier?: boolean } = {},
) {
  const { id } = await scene.api.draftPolicy({ storeId: scene.store.id, pack: json(pack), ...draft });
  await scene.api.submitPolicy({ id });
  await scene.manager.approvePolicy({ id });
  return scene.manager.schedulePolicy({ id, ...(from ? { effectiveFrom: from } : {}) });
}
