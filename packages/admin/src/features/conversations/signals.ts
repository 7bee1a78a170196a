/**
 * @module Who else is looking or typing, by conversation. A signal that is not repeated is over after ten seconds.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SignalEvent } from '../../desk/live.ts';

export const SIGNAL_MS = 10_000;
/** How often one's own looking and typing is repeated. */
export const REPEAT_MS = 4_000;

type Who = Pick<SignalEvent, 'kind' | 'side' | 'userId' | 'name'>;
interface Heard extends Who {
  readonly until: number;
}

export class Signals implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #subscribe: (hear: (event: SignalEvent) => void) => () => void;
  readonly #me: () => string;
  readonly #heard = new Map<string, Map<string, Heard>>();
  #stop: (() => void) | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    host: ReactiveControllerHost,
    options: { me: () => string; subscribe: (hear: (event: SignalEvent) => void) => () => void },
  ) {
    this.#host = host;
    this.#me = options.me;
    this.#subscribe = options.subscribe;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = this.#subscribe((event) => this.#hear(event));
    this.#timer = setInterval(() => this.#forget(), 1000);
  }

  hostDisconnected(): void {
    this.#stop?.();
    clearInterval(this.#timer);
    this.#heard.clear();
  }

  /** Others who look at or type in a conversation now. */
  of(conversationId: string, kind: SignalEvent['kind']): readonly Who[] {
    return [...(this.#heard.get(conversationId)?.values() ?? [])].filter((who) => who.kind === kind);
  }

  #hear({ conversationId, kind, side, userId, name, on }: SignalEvent): void {
    if (side === 'STAFF' && userId === this.#me()) return;
    const here = this.#heard.get(conversationId) ?? new Map<string, Heard>();
    const key = `${kind} ${side} ${userId ?? ''}`;
    const known = here.has(key);
    if (on) here.set(key, { kind, side, userId, name, until: Date.now() + SIGNAL_MS });
    else here.delete(key);
    this.#heard.set(conversationId, here);
    if (known !== on) this.#host.requestUpdate();
  }

  #forget(): void {
    const now = Date.now();
    let changed = false;
    for (const [id, here] of this.#heard) {
      for (const [key, { until }] of here) if (until <= now) changed = here.delete(key) || changed;
      if (here.size === 0) this.#heard.delete(id);
    }
    if (changed) this.#host.requestUpdate();
  }
}
