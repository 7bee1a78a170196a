import { SET_TYPING, type DeskClient } from '@shopdesk/core/client';

/** The desk forgets a sign of typing after ten seconds; this is often enough. */
const REPEAT_MS = 4000;
const PAUSE_MS = 5000;

/** Tells the agent that the shopper is typing, and that he has stopped. */
export class TypingSign {
  readonly #client: DeskClient;
  #conversationId: string | undefined;
  #toldAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: DeskClient) {
    this.#client = client;
  }

  typed(conversationId: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.stop(), PAUSE_MS);
    if (this.#conversationId === conversationId && Date.now() - this.#toldAt < REPEAT_MS) return;
    this.#conversationId = conversationId;
    this.#toldAt = Date.now();
    this.#tell(conversationId, true);
  }

  stop(): void {
    clearTimeout(this.#timer);
    if (this.#conversationId) this.#tell(this.#conversationId, false);
    this.#conversationId = undefined;
  }

  #tell(id: string, on: boolean): void {
    // A sign that does not arrive is not worth a second try.
    this.#client.mutate(SET_TYPING, { input: { id, on } }).catch(() => undefined);
  }
}
