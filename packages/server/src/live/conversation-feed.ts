/**
 * @module One conversation as told to everybody in this process who follows it: every entry once and in order, whoever
 * wrote it and however the news came. What is missing is read from the store.
 */
import { Conversation, isSame, Message, type DeskStore } from '@shopdesk/core';
import { Broadcast, type Hearing } from './broadcast.ts';
import type { Delivery, LiveRow } from './delivery.ts';
import {
  hearsSignal,
  lastNumber,
  numberOf,
  sees,
  type ConversationRow,
  type LiveEvent,
  type MessageRow,
} from './live-event.ts';
import type { Shape, Sink } from './sink.ts';
import { unhurried } from './unhurried.ts';

const PAGE = 100;
const RETRY_MS = 1000;

export class ConversationFeed {
  readonly #store: DeskStore;
  readonly #broadcast = new Broadcast((shape, event) => this.#hears(shape, event));
  /** Entries that came before the ones in front of them. */
  readonly #early = new Map<number, MessageRow>();
  #row: ConversationRow;
  /** The row is told after the entries that it counts. */
  #rowIsTold = true;
  /** Numbers of the last entry that was told. */
  #told: { readonly lastSeq: number; readonly lastPublicSeq: number };
  #filling: Promise<void> | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  /** Starts where `row` stands; whatever happened since the row was read must be heard. */
  constructor(store: DeskStore, row: ConversationRow) {
    this.#store = store;
    this.#row = row;
    this.#told = { lastSeq: row.lastSeq, lastPublicSeq: row.lastPublicSeq };
  }

  get isEmpty(): boolean {
    return this.#broadcast.isEmpty;
  }

  /** Tells the subscriber the conversation, then what he lacks behind `after`, then whatever comes. */
  async follow<F>(shape: Shape<F>, sink: Sink<F>, after: number | undefined): Promise<() => void> {
    // A cursor ahead of this process: the news is still under way here, or the database was set back.
    if (after !== undefined && after > lastNumber(shape.actor, this.#told)) await this.#refresh();
    const position = lastNumber(shape.actor, this.#told);
    const member = this.#broadcast.join(shape, sink);
    if (after !== undefined) member.has(Math.min(after, lastNumber(shape.actor, this.#row)));
    const catchUp = async () => {
      await member.tell({ kind: 'conversation', conversation: this.#row });
      if (after !== undefined)
        for await (const message of this.#between(shape, after, position))
          await member.tell({ kind: 'message', message });
      await member.goLive();
    };
    catchUp().catch(() => sink.interrupt());
    return () => member.leave();
  }

  async *#between({ actor }: Shape<unknown>, after: number, last: number): AsyncGenerator<MessageRow> {
    const number = actor.kind === 'shopper' ? 'publicSeq' : 'seq';
    for (let from = after; from < last;) {
      const rows = await this.#messages(number, from);
      for (const message of rows) {
        from = numberOf(actor, message) ?? from;
        if (from <= last) yield message;
      }
      if (rows.length < PAGE) return;
    }
  }

  async #messages(number: 'seq' | 'publicSeq', after: number): Promise<MessageRow[]> {
    const { tenantId, id } = this.#row;
    const where = [{ conversationId: id, [number]: { gt: after } }];
    return (await this.#store.find({
      entity: Message,
      tenantId,
      where,
      order: [[number, 'asc']],
      limit: PAGE,
    })) as MessageRow[];
  }

  async #refresh(): Promise<void> {
    const { tenantId, id } = this.#row;
    const rows = await this.#store.find({ entity: Conversation, tenantId, where: [{ id }], limit: 1 });
    for (const row of rows) this.hearRow(row as ConversationRow);
    await this.#filling;
  }

  hear({ rows, signals }: Delivery): void {
    const { id } = this.#row;
    const told: LiveRow[] = [];
    for (const live of rows) {
      const { entity, row } = live;
      if (isSame(entity, Conversation) && row.id === id) this.#take(row as ConversationRow);
      if (isSame(entity, Message) && (row as MessageRow).conversationId === id) this.#takeMessage(row as MessageRow);
      if (live.entity.told && (row as { readonly conversationId?: unknown }).conversationId === id) told.push(live);
    }
    this.#advance();
    for (const { entity, row } of told) this.#broadcast.tell({ kind: 'told', entity, row });
    for (const { signal } of signals)
      if (signal.conversationId === id) this.#broadcast.tell({ kind: 'signal', signal });
  }

  /** The conversation as it was found in the store. */
  hearRow(row: ConversationRow): void {
    this.#take(row);
    this.#advance();
  }

  #take(row: ConversationRow): void {
    if (row.version <= this.#row.version) return;
    this.#row = row;
    this.#rowIsTold = false;
  }

  #takeMessage(message: MessageRow): void {
    if (message.seq > this.#told.lastSeq) this.#early.set(message.seq, message);
  }

  /** Tells entries as far as there is no gap, and has a gap filled. */
  #advance(): void {
    for (let next = this.#early.get(this.#told.lastSeq + 1); next; next = this.#early.get(this.#told.lastSeq + 1))
      this.#tellMessage(next);
    if (this.#told.lastSeq < Math.max(this.#row.lastSeq, ...this.#early.keys())) {
      this.#filling ??= this.#fill();
    } else if (!this.#rowIsTold) {
      this.#rowIsTold = true;
      this.#broadcast.tell({ kind: 'conversation', conversation: this.#row });
    }
  }

  #tellMessage(message: MessageRow): void {
    this.#early.delete(message.seq);
    this.#told = { lastSeq: message.seq, lastPublicSeq: message.publicSeq ?? this.#told.lastPublicSeq };
    this.#broadcast.tell({ kind: 'message', message });
  }

  async #fill(): Promise<void> {
    const before = this.#told.lastSeq;
    try {
      for (const message of await this.#messages('seq', before))
        if (message.seq === this.#told.lastSeq + 1) this.#tellMessage(message);
    } catch {
      // The database is away; what is missing is read when it is back.
    }
    this.#filling = undefined;
    if (this.#closed) return;
    if (this.#told.lastSeq > before) this.#advance();
    else this.#retry = unhurried(setTimeout(() => this.#advance(), RETRY_MS));
  }

  #hears({ actor }: Shape<unknown>, event: LiveEvent): Hearing {
    if (!sees(actor, Conversation, this.#row)) return 'over';
    if (event.kind === 'message') return numberOf(actor, event.message) === null ? 'no' : 'yes';
    if (event.kind === 'told') return sees(actor, event.entity, event.row) ? 'yes' : 'no';
    return event.kind === 'signal' && !hearsSignal(actor, event.signal) ? 'no' : 'yes';
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#broadcast.interrupt();
  }
}
