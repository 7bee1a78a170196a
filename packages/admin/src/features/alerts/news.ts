/** @module What of a changed conversation is news to the person who serves it. */
import type { ConversationItem } from '../../desk/rows.ts';
import type { AlertKind } from './kept.ts';

/** What is older than this when it is heard of for the first time is no news: the panel was cut off meanwhile. */
const FRESH_MS = 15_000;

type Heard = Pick<
  ConversationItem,
  'id' | 'ownerId' | 'assignedAt' | 'lastMessageAt' | 'lastPublicSeq' | 'lastSender' | 'state'
>;

export class ConversationNews {
  readonly #userId: string;
  readonly #known = new Map<string, Heard>();

  constructor(userId: string) {
    this.#userId = userId;
  }

  /** Takes a change in. `now` in milliseconds, by the desk's clock. */
  hear(item: Heard, now: number): AlertKind | undefined {
    const before = this.#known.get(item.id);
    this.#known.set(item.id, item);
    // Shown: nobody is rung for what has ended.
    if (item.ownerId !== this.#userId || item.state === 'CLOSED') return undefined;
    const isFresh = (instant: string | null) => instant !== null && now - Date.parse(instant) < FRESH_MS;
    if (before ? before.ownerId !== this.#userId : isFresh(item.assignedAt)) return 'conversation';
    if (item.lastSender !== 'CUSTOMER') return undefined;
    const isNew = before ? item.lastPublicSeq > before.lastPublicSeq : isFresh(item.lastMessageAt);
    return isNew ? 'message' : undefined;
  }
}
