/**
 * @module The gap-free, ordered list of a conversation's messages, whatever order, holes or repeats they arrive in.
 */

export interface Sequenced {
  /** Number in the conversation, as the viewer counts. */
  readonly seq: number;
  readonly clientMsgId: string;
}

interface Held<M> {
  readonly message: M;
  readonly previousSeq: number;
}

/** Messages behind number `after`, in order; what arrives too early is held back until the hole before it is filled. */
export class Timeline<M extends Sequenced> {
  #messages: readonly M[] = [];
  readonly #held = new Map<number, Held<M>>();
  #after: number;

  constructor(after = 0) {
    this.#after = after;
  }

  /** Without gaps, in order. */
  get messages(): readonly M[] {
    return this.#messages;
  }

  /** Arrived, but something before them is missing. */
  get held(): readonly M[] {
    return [...this.#held.values()].map(({ message }) => message).sort((a, b) => a.seq - b.seq);
  }

  /** Number of the last message without a gap before it: where to resume. */
  get cursor(): number {
    return this.#messages.at(-1)?.seq ?? this.#after;
  }

  /** Number of the first message; earlier ones were not asked for. */
  get first(): number {
    return this.#messages[0]?.seq ?? this.#after + 1;
  }

  get hasGap(): boolean {
    return this.#held.size > 0;
  }

  /** Takes a message that follows `previousSeq`. Answers whether the list has become longer. */
  add(message: M, previousSeq: number): boolean {
    if (message.seq <= this.cursor) return false;
    if (!this.#held.has(message.seq)) this.#held.set(message.seq, { message, previousSeq });
    return this.#settle();
  }

  /** Takes what the desk answered for "after the cursor": complete and in order. */
  fill(messages: readonly M[]): boolean {
    const before = this.#messages.length;
    for (const message of [...messages].sort((a, b) => a.seq - b.seq)) this.add(message, this.cursor);
    return this.#messages.length > before;
  }

  /** Takes what the desk answered for "before the first": complete and in order. */
  prepend(messages: readonly M[]): void {
    const earlier = messages.filter(({ seq }) => seq < this.first).sort((a, b) => a.seq - b.seq);
    this.#messages = [...earlier, ...this.#messages];
    if (earlier[0]) this.#after = Math.min(this.#after, earlier[0].seq - 1);
  }

  #settle(): boolean {
    const before = this.#messages.length;
    for (let next = this.#next(); next; next = this.#next()) {
      this.#held.delete(next.seq);
      this.#messages = [...this.#messages, next];
    }
    for (const seq of this.#held.keys()) if (seq <= this.cursor) this.#held.delete(seq);
    return this.#messages.length > before;
  }

  #next(): M | undefined {
    return [...this.#held.values()].find(
      ({ message, previousSeq }) => message.seq > this.cursor && previousSeq <= this.cursor,
    )?.message;
  }
}
