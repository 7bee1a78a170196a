import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShopperActor, StaffActor } from '../../kernel/actor.ts';
import { DeniedError } from '../../kernel/denial.ts';
import { Conversation } from '../conversations/entities.ts';
import { OWNED_STATES } from '../conversations/machine.ts';
import { choose, placesOf, type Conditions, type Seat, type Wanted } from './choose.ts';
import { AgentLoad, Leaving, QueueEntry } from './entities.ts';
import { DEFAULT_ROUTING } from './policy.ts';
import { headStart, rankOf } from './rank.ts';
import { routingScene, SECOND } from './testing/scene.ts';

const NOW = '2025-03-10T01:00:00.000Z';

const seat: fc.Arbitrary<Seat> = fc.record({
  userId: fc.uuid(),
  name: fc.string(),
  active: fc.boolean(),
  presence: fc.constantFrom('ONLINE', 'BUSY', 'AWAY', 'OFFLINE'),
  roles: fc.subarray(['PA', 'AA', 'CO', 'TS', 'SM', 'TL', 'MG'], { minLength: 1 }),
  skills: fc.subarray(['LIVE', 'CHAT', 'VOICE', 'EMAIL']),
  teams: fc.constant([]),
  serves: fc.subarray(['PRE_SALE', 'AFTER_SALE', 'COMPLAINT', 'TECH']),
  front: fc.boolean(),
  languages: fc.subarray(['zh-CN', 'en']),
  storeIds: fc.subarray(['s1', 's2']),
  capacity: fc.integer({ min: 1, max: 5 }),
  load: fc.integer({ min: 0, max: 6 }),
  idleSince: fc.constantFrom('2025-03-10T00:00:00.000Z', '2025-03-10T00:30:00.000Z'),
  silentInRow: fc.integer({ min: 0, max: 2 }),
  onlineAt: fc.constantFrom(null, '2025-03-10T00:30:00.000Z'),
  givenAt: fc.constantFrom(null, '2025-03-10T00:59:00.000Z', '2025-03-10T00:59:45.000Z'),
  leaving: fc.boolean(),
  answers: fc.boolean(),
  helps: fc.boolean(),
});
const wanted: fc.Arbitrary<Wanted> = fc.record({
  storeId: fc.constantFrom('s1', 's2'),
  mode: fc.constantFrom('CHAT', 'VOICE', 'EMAIL'),
  team: fc.constantFrom('', 'PRE_SALE', 'AFTER_SALE', 'COMPLAINT', 'TECH', 'SOCIAL'),
  locale: fc.constantFrom('zh-CN', 'en'),
  weight: fc.constantFrom(0.5, 1, 5),
  relaxAt: fc.constantFrom('2025-03-10T00:59:00.000Z', '2025-03-10T01:01:00.000Z'),
  queuedAt: fc.constantFrom('2025-03-10T00:20:00.000Z', '2025-03-10T00:50:00.000Z'),
  preferredUserId: fc.constant(null),
  preference: fc.constant(null),
  silentUserId: fc.constant(null),
});
const conditions: fc.Arbitrary<Conditions> = fc.record({
  now: fc.constant(NOW),
  capacityFactor: fc.constantFrom(1, 1.5, 2),
  backOffice: fc.boolean(),
  rampSeconds: fc.constantFrom(0, 30),
});

describe('a choice', () => {
  test('is never somebody full, absent, without LIVE, of another store or for another way to talk', () => {
    fc.assert(
      fc.property(wanted, fc.array(seat, { maxLength: 12 }), conditions, (want, seats, given) => {
        const { chosen } = choose(want, seats, given);
        if (!chosen) return;
        expect(chosen.active && chosen.answers && chosen.presence === 'ONLINE' && chosen.skills.includes('LIVE')).toBe(
          true,
        );
        expect(chosen.load === 0 || chosen.load + want.weight <= placesOf(chosen, given)).toBe(true);
        expect(chosen.storeIds.length === 0 || chosen.storeIds.includes(want.storeId)).toBe(true);
        const modes = ['CHAT', 'VOICE', 'EMAIL'].filter((mode) => chosen.skills.includes(mode));
        expect(modes.length === 0 || modes.includes(want.mode)).toBe(true);
      }),
    );
  });

  test('is nobody only when there is something against everybody, and does not depend on their order', () => {
    fc.assert(
      fc.property(
        wanted,
        fc.uniqueArray(seat, { maxLength: 12, selector: ({ userId }) => userId }),
        conditions,
        (want, seats, given) => {
          const { chosen, judged } = choose(want, seats, given);
          expect(judged.every(({ obstacles }) => obstacles.length > 0)).toBe(chosen === undefined);
          expect(choose(want, seats.toReversed(), given).chosen?.userId).toBe(chosen?.userId);
        },
      ),
    );
  });
});

test('nobody overtakes one who came earlier by more than the longest head start', () => {
  const claim = fc.record({
    priority: fc.constantFrom('P1', 'P2', 'P3', 'P4'),
    intent: fc.constantFrom(null, 'PRODUCT', 'REFUND', 'COMPLAINT', 'ORDER'),
    tier: fc.constantFrom(null, 'vip', 'VIP', 'gold'),
  });
  fc.assert(
    fc.property(claim, claim, fc.integer({ min: 1, max: 10_000 }), (one, other, seconds) => {
      const later = new Date(Date.parse(NOW) + seconds * SECOND).toISOString();
      const [first, second] = [rankOf(NOW, one, DEFAULT_ROUTING), rankOf(later, other, DEFAULT_ROUTING)];
      expect(headStart(other, DEFAULT_ROUTING)).toBeLessThanOrEqual(DEFAULT_ROUTING.headStarts.most);
      if (seconds > DEFAULT_ROUTING.headStarts.most) expect(first < second).toBe(true);
    }),
  );
});

interface World {
  readonly scene: Awaited<ReturnType<typeof routingScene>>;
  readonly agents: readonly StaffActor[];
  readonly customers: { readonly actor: ShopperActor; readonly id: string }[];
}

type Step =
  | { readonly do: 'come' }
  | { readonly do: 'close' | 'reply' | 'transfer'; readonly who: number }
  | { readonly do: 'presence'; readonly agent: number; readonly presence: 'ONLINE' | 'AWAY' | 'BUSY' }
  | { readonly do: 'leave'; readonly who: number }
  | { readonly do: 'wait'; readonly seconds: number };

const index = fc.nat({ max: 30 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('come' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('close' as const, 'reply' as const, 'transfer' as const), who: index }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('presence' as const),
      agent: fc.nat({ max: 3 }),
      presence: fc.constantFrom('ONLINE' as const, 'AWAY' as const, 'BUSY' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), who: index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 300 }) }) },
);

async function perform({ scene, agents, customers }: World, one: Step): Promise<void> {
  const { desk, customer, pass, be, close, say, conversation } = scene;
  if (one.do === 'come') return void customers.push(await customer());
  if (one.do === 'wait') return pass(one.seconds * SECOND);
  if (one.do === 'presence') return void (await be(agents[one.agent] as StaffActor, one.presence));
  const about = customers[one.who % Math.max(1, customers.length)];
  if (!about) return;
  if (one.do === 'leave') return void (await desk.as(about.actor).conversations.abandonConversation({ id: about.id }));
  const { ownerId } = await conversation(about.id);
  const mine = agents.find(({ userId }) => userId === ownerId);
  if (!mine) return;
  if (one.do === 'close') return void (await close(mine, about.id));
  if (one.do === 'reply') return void (await say(mine, about.id));
  const { id } = await desk.as(mine).conversations.requestTransfer({ id: about.id, reason: 'SKILL', summary: 'x' });
  const other = agents.find(({ userId }) => userId !== mine.userId) as StaffActor;
  await desk.as(other).conversations.acceptTransfer({ id });
}
/** A refusal is an answer. */
async function quietly(work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof DeniedError)) throw error;
  });
}

async function check({ scene: { read }, agents }: World, handed: ReadonlySet<string>): Promise<void> {
  const owned = await read.find(Conversation, { where: { state: { in: OWNED_STATES } }, limit: 1000 });
  const waiting = await read.find(QueueEntry, { limit: 1000 });
  const queued = await read.find(Conversation, { where: { state: 'QUEUED' }, limit: 1000 });
  expect(waiting.map(({ id }) => id).toSorted()).toEqual(queued.map(({ id }) => id).toSorted());
  for (const { userId } of agents) {
    const load = await read.maybe(AgentLoad, userId);
    const mine = owned.filter(({ ownerId }) => ownerId === userId).map(({ id }) => id);
    expect((load?.held ?? []).map(({ id }) => id).toSorted()).toEqual(mine.toSorted());
    expect(mine.filter((id) => !handed.has(id)).length).toBeLessThanOrEqual(2);
  }
}

describe('those who wait when people go online', () => {
  const GAP = 30;
  const answer = fc.record({ after: fc.integer({ min: 1, max: 60 }) });

  test('come to each one by one, so many seconds apart or after an answer, and all are served', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.record({ after: fc.integer({ min: 0, max: 90 }), capacity: fc.integer({ min: 2, max: 6 }) }), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.array(answer, { maxLength: 4 }),
        async (waiting, people, answers) => {
          const scene = await routingScene();
          const busy = await scene.staff('PA', ['PA'], { capacity: 1 });
          await scene.say(busy, (await scene.customer()).id, 'Good day!');
          for (let n = 0; n < waiting; n += 1) await scene.customer();
          await scene.pass(SECOND);
          const begin = scene.clock.now().getTime();
          const agents = await Promise.all(
            people.map(async ({ capacity, after }, n) => ({
              after,
              actor: await scene.staff(`PA${n}`, ['PA'], { capacity, presence: 'OFFLINE' }),
            })),
          );
          const given: { readonly to: string; readonly at: number; readonly id: string }[] = [];
          const answered = new Map<string, number>();
          for (let second = 0; second <= 400; second += 5) {
            for (const { actor, after } of agents)
              if (after >= second && after < second + 5) await scene.be(actor, 'ONLINE');
            for (const row of await scene.read.all(Conversation, { where: { state: { in: OWNED_STATES } } }))
              if (row.ownerId && row.ownerId !== busy.userId && !given.some(({ id }) => id === row.id))
                given.push({ to: row.ownerId, id: row.id, at: Date.parse(row.assignedAt ?? '') });
            for (const { after } of answers) {
              const next = given.find(
                ({ id, at }) => !answered.has(id) && begin + second * SECOND >= at + after * SECOND,
              );
              const owner = agents.find(({ actor }) => actor.userId === next?.to)?.actor;
              if (!next || !owner || (await scene.ownerOf(next.id)) !== owner.userId) continue;
              await scene.say(owner, next.id, 'Good day!');
              answered.set(next.id, scene.clock.now().getTime());
            }
            await scene.pass(5 * SECOND);
          }
          for (const { actor } of agents) {
            const own = given.filter(({ to }) => to === actor.userId).toSorted((a, b) => a.at - b.at);
            for (const [n, one] of own.entries()) {
              const before = own[n - 1];
              if (!before) continue;
              const free = Math.min(before.at + GAP * SECOND, answered.get(before.id) ?? Number.POSITIVE_INFINITY);
              expect(one.at).toBeGreaterThanOrEqual(free);
            }
          }
          const places = people.reduce((sum, { capacity }) => sum + capacity, 0);
          expect(given.length).toBe(Math.min(waiting, places));
        },
      ),
      { numRuns: 25, interruptAfterTimeLimit: 20_000 },
    );
  }, 60_000);
});

describe('a day in a store, whatever happens in it', () => {
  const world = async (): Promise<World> => {
    const scene = await routingScene();
    const agents: StaffActor[] = [];
    for (const no of ['PA1', 'PA2', 'AA1', 'AA2'])
      agents.push(await scene.staff(no, [no.startsWith('PA') ? 'PA' : 'AA'], { capacity: 2 }));
    return { scene, agents, customers: [] };
  };

  test('fills nobody’s desk beyond his places, loses nobody and leaves nobody waiting beside a free agent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 14 }), async (rounds) => {
        const here = await world();
        const handed = new Set<string>();
        for (const round of rounds) {
          // The steps of a round happen at once. What goes by hand may fill a desk; the router may not.
          await Promise.all(round.map((one) => quietly(perform(here, one))));
          for (const one of round) if (one.do === 'transfer') for (const { id } of here.customers) handed.add(id);
          await check(here, handed);
        }
        for (const agent of here.agents) await quietly(here.scene.be(agent, 'ONLINE').then(() => undefined));
        // Those who waited come one by one, every thirty seconds.
        for (let n = 0; n < 8; n += 1) await here.scene.pass(30 * SECOND);
        const { agents: board } = await here.scene.desk.as(here.scene.system).routing.liveBoard({});
        const leaving = new Set(
          (await here.scene.read.all(Leaving)).flatMap(({ id, awayAt }) => (awayAt === null ? [] : [id])),
        );
        const places = board.filter(
          ({ userId, presence, load, capacity }) => presence === 'ONLINE' && load < capacity && !leaving.has(userId),
        ).length;
        expect(places > 0 ? await here.scene.waiting() : []).toEqual([]);
      }),
      { numRuns: 60, interruptAfterTimeLimit: 25_000 },
    );
  }, 60_000);
});
