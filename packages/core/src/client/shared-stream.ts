/**
 * @module One stream for all tabs of a browser that want to hear the same. Browsers allow six connections to a server
 * without HTTP/2, and each stream takes one: a seventh tab would wait for ever. One tab leads: it holds the stream and
 * passes on what it hears over a BroadcastChannel, which pages without TLS have too (they lack Web Locks). The others
 * ask now and then whether it is still there; when it is not, one of them opens a stream of its own.
 */
import type { DeskError } from './error.ts';
import { chance, host, newId } from './host.ts';
import type { Subscription, SubscriptionHandlers, SubscriptionState } from './subscription.ts';

/** A page that leads answers within a few milliseconds; longer where it was heard of before and is busy now. */
const JOIN_MS = 100;
const BUSY_MS = 1000;
/** Silence of the leading tab after which it is asked whether it is still there. */
const SILENCE_MS = 3000;

interface Channel {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

interface TabHost {
  readonly BroadcastChannel?: new (name: string) => Channel;
  addEventListener?(type: string, listener: (event: { readonly persisted?: boolean }) => void): void;
  removeEventListener?(type: string, listener: (event: { readonly persisted?: boolean }) => void): void;
}

const tab = host as unknown as TabHost;

type Word<A> = { readonly from: string } & (
  | { readonly is: 'ask' | 'bye' }
  /** `since` is when it began to lead, in milliseconds since the epoch. */
  | { readonly is: 'lead'; readonly since: number; readonly state: SubscriptionState; readonly kept: A | undefined }
  | { readonly is: 'event'; readonly event: A }
);

export interface SharedStreamOptions<A> extends SubscriptionHandlers<A> {
  /** The same for all that may hear the same: desk, person, and what it is about. */
  readonly key: string;
  /** Opens a stream of this tab's own. */
  readonly open: (handlers: SubscriptionHandlers<A>) => Subscription;
  /** Another tab is listened to from now on; what was before that is not heard from it. */
  readonly missed: () => void;
  /** Whether a tab that joins later must be told this event at once: the present state of what the stream is about. */
  readonly keeps?: (event: A) => boolean;
}

/** Hears a stream together with the other tabs; where tabs cannot talk to each other, by a stream of its own. */
export function shareStream<A>(options: SharedStreamOptions<A>): Subscription {
  return tab.BroadcastChannel ? new SharedStream(options, tab.BroadcastChannel) : options.open(options);
}

class SharedStream<A> implements Subscription {
  readonly #options: SharedStreamOptions<A>;
  readonly #channel: Channel;
  readonly #id = newId();
  #state: SubscriptionState = 'connecting';
  /** Our own stream, while we lead. */
  #own: Subscription | undefined;
  #since = 0;
  /** Who leads, as far as we know; undefined while nobody does, or we do. */
  #leader: string | undefined;
  #kept: A | undefined;
  #timer: unknown;

  constructor(options: SharedStreamOptions<A>, Channel: NonNullable<TabHost['BroadcastChannel']>) {
    this.#options = options;
    this.#channel = new Channel(`shopdesk.stream:${options.key}`);
    this.#channel.onmessage = ({ data }) => this.#hear(data as Word<A>);
    tab.addEventListener?.('pagehide', this.#hidden);
    tab.addEventListener?.('pageshow', this.#shown);
    this.#ask(JOIN_MS);
  }

  get state(): SubscriptionState {
    return this.#state;
  }

  restart(): void {
    if (this.#own) this.#own.restart();
    else if (this.#state !== 'closed') this.#ask(JOIN_MS);
  }

  suspect(): void {
    this.#own?.suspect();
  }

  close(): void {
    if (this.#state === 'closed') return;
    this.#yield();
    host.clearTimeout(this.#timer);
    tab.removeEventListener?.('pagehide', this.#hidden);
    tab.removeEventListener?.('pageshow', this.#shown);
    this.#channel.close();
    this.#move('closed');
  }

  /** A page that goes, or is put to sleep, leads no longer. */
  readonly #hidden = (): void => {
    host.clearTimeout(this.#timer);
    this.#yield();
  };

  readonly #shown = ({ persisted }: { readonly persisted?: boolean }): void => {
    if (persisted) this.#ask(JOIN_MS);
  };

  /** Asks who leads; where nobody answers in time, we do. */
  #ask(patienceMs: number): void {
    this.#say({ is: 'ask' });
    this.#wait(patienceMs, () => this.#lead());
  }

  #wait(milliseconds: number, then: () => void): void {
    host.clearTimeout(this.#timer);
    this.#timer = host.setTimeout(then, milliseconds);
  }

  #hear(word: Word<A>): void {
    switch (word.is) {
      case 'ask':
        return this.#own && this.#tellLead();
      case 'bye':
        // Not all at once: the first that speaks up leads.
        if (word.from === this.#leader) this.#wait(JOIN_MS * chance(), () => this.#lead());
        return;
      case 'event':
        if (this.#own) return;
        this.#listen(word.from);
        return this.#options.next(word.event);
      case 'lead':
        // Two tabs that spoke up at the same time: the one that began earlier goes on.
        if (this.#own) {
          if (`${this.#since} ${this.#id}` < `${word.since} ${word.from}`) return this.#tellLead();
          this.#stop();
        }
        this.#follow(word.from, word.state, word.kept);
    }
  }

  #follow(leader: string, state: SubscriptionState, kept: A | undefined): void {
    const joins = state === 'open' && (this.#state !== 'open' || this.#leader !== leader);
    this.#listen(leader);
    this.#move(state);
    if (!joins) return;
    if (kept !== undefined) this.#options.next(kept);
    this.#options.missed();
  }

  #listen(leader: string): void {
    this.#leader = leader;
    this.#wait(SILENCE_MS * (1 + chance()), () => this.#ask(BUSY_MS));
  }

  #lead(): void {
    if (this.#state === 'closed' || this.#own) return;
    host.clearTimeout(this.#timer);
    this.#leader = undefined;
    this.#since = Date.now();
    this.#own = this.#options.open({
      next: (event) => {
        if (this.#options.keeps?.(event)) this.#kept = event;
        this.#say({ is: 'event', event });
        this.#options.next(event);
      },
      state: (state) => {
        // A stream that is given up closes too.
        if (state !== 'closed') this.#leads(state);
      },
      error: (error) => this.#refused(error),
    });
    this.#leads(this.#own.state);
  }

  #leads(state: SubscriptionState): void {
    this.#move(state);
    this.#tellLead();
  }

  #tellLead(): void {
    this.#say({ is: 'lead', since: this.#since, state: this.#state, kept: this.#kept });
  }

  /** The desk refuses this tab; another one may be let in. */
  #refused(error: DeskError): void {
    this.close();
    this.#options.error?.(error);
  }

  #yield(): void {
    if (!this.#own) return;
    this.#stop();
    this.#say({ is: 'bye' });
  }

  #stop(): void {
    const own = this.#own;
    this.#own = this.#kept = undefined;
    own?.close();
  }

  #move(state: SubscriptionState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#options.state?.(state);
  }

  #say(word: Word<A> extends infer W ? (W extends unknown ? Omit<W, 'from'> : never) : never): void {
    this.#channel.postMessage({ from: this.#id, ...word });
  }
}
