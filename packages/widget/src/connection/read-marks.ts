/**
 * @module Tells the desk how far the shopper has got: what reached this device and what he saw. Several answers at once
 * are told once.
 */
import { MARK_DELIVERED, MARK_READ, type DeskClient, type DeskConversation } from '@shopdesk/core/client';

const TOGETHER_MS = 250;

export class ReadMarks {
  readonly #client: DeskClient;
  readonly #onMarked: (conversation: DeskConversation) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told = '';

  constructor(client: DeskClient, onMarked: (conversation: DeskConversation) => void) {
    this.#client = client;
    this.#onMarked = onMarked;
  }

  /** What has arrived up to `seq`; `seen` when the shopper looks at it. */
  note({ id, customerDeliveredSeq, customerReadSeq }: DeskConversation, seq: number, seen: 'seen' | 'arrived'): void {
    const reached = seen === 'seen' ? customerReadSeq : customerDeliveredSeq;
    if (seq <= reached || this.#told === `${id}:${seq}:${seen}`) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#tell(id, seq, seen), TOGETHER_MS);
  }

  async #tell(id: string, seq: number, seen: 'seen' | 'arrived'): Promise<void> {
    this.#told = `${id}:${seq}:${seen}`;
    try {
      this.#onMarked(await this.#client.mutate(seen === 'seen' ? MARK_READ : MARK_DELIVERED, { input: { id, seq } }));
    } catch {
      // A mark that is lost is told again with the next message or look.
      this.#told = '';
    }
  }

  close(): void {
    clearTimeout(this.#timer);
  }
}
