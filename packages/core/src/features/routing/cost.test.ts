import { describe, expect, test } from 'vitest';
import type { DeskStore, Query, Write } from '../../kernel/store.ts';
import { MemoryStore } from '../../testing/memory-store.ts';
import { User } from '../access/entities.ts';
import { Conversation } from '../conversations/entities.ts';
import { AgentLoad, QueueEntry } from './entities.ts';
import { routingScene } from './testing/scene.ts';

class CountingStore implements DeskStore {
  readonly #inner = new MemoryStore();
  questions: string[] = [];

  find(query: Query) {
    this.questions.push(`find ${query.entity.name}`);
    return this.#inner.find(query);
  }

  count(query: Query) {
    this.questions.push(`count ${query.entity.name}`);
    return this.#inner.count(query);
  }

  commit(writes: readonly Write[]) {
    this.questions.push('commit');
    return this.#inner.commit(writes);
  }
}

/** A store of this size, in which everybody's desk is full but one place. */
async function crowd(agents: number, waiting: number) {
  const store = new CountingStore();
  const scene = await routingScene({ store });
  const agent = await scene.staff('PA1', ['PA'], { capacity: 1 });
  const lead = await scene.staff('SV1', ['SV']);
  const first = await scene.customer();
  const second = await scene.customer();
  const [user, load] = [await scene.read.get(User, agent.userId), await scene.read.get(AgentLoad, agent.userId)];
  const [conversation, entry] = [
    await scene.read.get(Conversation, second.id),
    await scene.read.get(QueueEntry, second.id),
  ];
  const copies: Write[] = Array.from({ length: agents }, (_, n) => [
    {
      kind: 'insert' as const,
      entity: User,
      row: { ...user, id: `user-${n}`, agentNo: `N${n}`, email: `n${n}@example.com` },
    },
    { kind: 'insert' as const, entity: AgentLoad, row: { ...load, id: `user-${n}`, userId: `user-${n}` } },
  ]).flat();
  const queue: Write[] = Array.from({ length: waiting }, (_, n) => [
    {
      kind: 'insert' as const,
      entity: Conversation,
      row: { ...conversation, id: `chat-${n}`, customerId: `customer-${n}` },
    },
    {
      kind: 'insert' as const,
      entity: QueueEntry,
      row: { ...entry, id: `chat-${n}`, conversationId: `chat-${n}`, anonymous: false },
    },
  ]).flat();
  await store.commit([...copies, ...queue]);
  const asked = async (work: () => Promise<unknown>) => {
    store.questions = [];
    await work();
    return store.questions.length;
  };
  return { ...scene, store, agent, lead, first, second, asked };
}

async function costs(agents: number, waiting: number) {
  const { asked, customer, close, agent, first, desk, lead, second, ownerOf } = await crowd(agents, waiting);
  const opening = await asked(() => customer());
  const closing = await asked(() => close(agent, first.id));
  const owner = await ownerOf(second.id);
  const place = await asked(() => desk.as(second.actor).routing.queuePlace({ conversationId: second.id }));
  const explaining = await asked(() => desk.as(lead).routing.explainRouting({ conversationId: second.id }));
  const board = await asked(() => desk.as(lead).routing.liveBoard({}));
  return { opening, closing, given: owner === agent.userId || waiting > 0, place, explaining, board };
}

describe('routing', () => {
  test('asks as many questions among 200 agents and 2,000 who wait as among two', async () => {
    const [small, large] = [await costs(1, 1), await costs(200, 2000)];
    expect(large).toEqual(small);
    expect(large.opening).toBeLessThanOrEqual(45);
  }, 60_000);

  test('asks nothing about people or queues when a conversation goes on', async () => {
    const { store, say, agent, first, clock } = await crowd(1, 1);
    await say(agent, first.id, 'Good day!');
    clock.advance(1000);
    store.questions = [];
    await say(first.actor, first.id, 'my parcel?');
    await say(agent, first.id, 'It is on its way.');
    expect(
      store.questions.filter((question) => /User|AgentLoad|RoutingPolicy|QueueEntry|RoutingDecision/.test(question)),
    ).toEqual([]);
  });
});
