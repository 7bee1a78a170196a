/** @module A store that routes by itself, with people and customers in a test's hands. */
import type { ShopperActor, StaffActor } from '../../../kernel/actor.ts';
import type { FindOptions } from '../../../kernel/context.ts';
import type { BaseRow, Entity } from '../../../kernel/entity.ts';
import type { DeskStore } from '../../../kernel/store.ts';
import { MemoryStore } from '../../../testing/memory-store.ts';
import { createTestDesk } from '../../../testing/test-desk.ts';
import { Conversation } from '../../conversations/entities.ts';
import { AgentLoad, QueueEntry } from '../entities.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

export async function routingScene(options: { readonly store?: DeskStore } = {}) {
  const rawStore = options.store ?? new MemoryStore();
  const setup = await createTestDesk({ routing: 'AUTO', store: rawStore });
  const { desk, clock, system } = setup;
  /** Rows as they are at the moment of each question. */
  const read = {
    get: <R extends BaseRow>(entity: Entity<R>, id: string) => desk.read(system).get(entity, id),
    maybe: <R extends BaseRow>(entity: Entity<R>, id: string) => desk.read(system).maybe(entity, id),
    find: <R extends BaseRow>(entity: Entity<R>, options: FindOptions) => desk.read(system).find(entity, options),
    all: <R extends BaseRow>(entity: Entity<R>, options?: Omit<FindOptions, 'limit' | 'after'>) =>
      desk.read(system).all(entity, options),
  };
  let words = 0;
  const say = (actor: ShopperActor | StaffActor, conversationId: string, text = 'hello there') =>
    desk.as(actor).conversations.sendMessage({
      conversationId,
      clientMsgId: `words-${String((words += 1)).padStart(5, '0')}`,
      text,
    });
  /** A customer who opens a conversation and writes. */
  const customer = async (text = 'hello there', name?: string) => {
    const actor = await setup.shopper(name);
    const { id } = await desk.as(actor).conversations.openConversation({ locale: 'en' });
    await say(actor, id, text);
    return { actor, id };
  };
  const conversation = (id: string) => read.get(Conversation, id);
  const ownerOf = async (id: string) => (await conversation(id)).ownerId;
  const loadOf = async ({ userId }: StaffActor) => (await read.maybe(AgentLoad, userId))?.held.length ?? 0;
  const waiting = async () => (await read.all(QueueEntry, { order: [['rank', 'asc']] })).map(({ id }) => id);
  const be = (actor: StaffActor, presence: 'ONLINE' | 'AWAY' | 'BREAK' | 'OFFLINE' | 'BUSY', reason?: string) =>
    desk.as(actor).access.setPresence({ id: actor.userId, presence, ...(reason ? { reason } : {}) });
  const close = (actor: StaffActor, id: string) =>
    desk.as(actor).conversations.closeConversation({ id, intent: 'OTHER', result: 'SOLVED', reason: 'done' });
  const pass = async (milliseconds: number) => {
    clock.advance(milliseconds);
    while ((await desk.runTimers()) > 0);
  };
  return { ...setup, rawStore, read, say, customer, conversation, ownerOf, loadOf, waiting, be, close, pass };
}
