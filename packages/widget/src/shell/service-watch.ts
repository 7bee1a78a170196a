import { QUEUE_PLACE, SERVICE_STATE, type QueuePlace } from '@shopdesk/core/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeskConnection } from '../connection/connection.ts';

const SERVICE_MS = 30_000;
const QUEUE_MS = 8000;

/** Asks, while the window is open, whether somebody serves, and for one who waits, where he stands. */
/** Where one who waits stands, by the clock of this device. */
export interface QueueStand extends Pick<QueuePlace, 'estimateSeconds' | 'notice'> {
  readonly place: number;
  readonly since: number;
}

export class ServiceWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #connection: DeskConnection;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #askedFor = '';
  /** Undefined until the desk has answered. */
  served: boolean | undefined;
  /** Place in the queue, 1 is next; and when this device would have begun to wait. */
  queue: QueueStand | undefined;
  /** The store asks for less in a rush. */
  shortSurvey = false;

  constructor(host: ReactiveControllerHost, connection: DeskConnection) {
    this.#host = host;
    this.#connection = connection;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#running) this.run();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Asks now and goes on asking. */
  run(): void {
    this.#running = true;
    clearTimeout(this.#timer);
    void this.#ask();
  }

  stop(): void {
    this.#running = false;
    clearTimeout(this.#timer);
  }

  /** Asks at once when the shopper's conversation is known or has come into another state. */
  follow(): void {
    const { conversation, loaded } = this.#connection.state;
    const now = `${loaded}:${conversation?.id}:${conversation?.state}`;
    if (!this.#running || now === this.#askedFor) return;
    if (conversation?.state !== 'QUEUED') this.queue = undefined;
    this.#askedFor = now;
    this.run();
  }

  async #ask(): Promise<void> {
    const { client, shown } = this.#connection;
    const conversation = shown.conversation;
    const queued = conversation?.state === 'QUEUED';
    if (document.visibilityState === 'visible' && this.#connection.state.loaded) {
      try {
        if (queued) this.#place(await client.query(QUEUE_PLACE, { conversationId: conversation.id }));
        else ({ served: this.served, shortSurvey: this.shortSurvey } = await client.query(SERVICE_STATE, {}));
        this.#host.requestUpdate();
      } catch {
        // What cannot be asked now is asked again; the line itself shows that it is down.
      }
    }
    clearTimeout(this.#timer);
    if (this.#running) this.#timer = setTimeout(() => void this.#ask(), queued ? QUEUE_MS : SERVICE_MS);
  }

  #place({ place, waitedSeconds, estimateSeconds, notice }: QueuePlace): void {
    this.queue =
      place === null ? undefined : { place, since: Date.now() - waitedSeconds * 1000, estimateSeconds, notice };
  }
}
