/**
 * @module One second hand for all elements that show passing time.
 */
import { createServerClock } from '@shopdesk/core/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The desk's clock, which every answer of the desk sets. A page shows the panel of one desk. */
export const deskClock = createServerClock();

/** The present by the desk's clock, in milliseconds since the epoch: what runs out at the desk is counted with it. */
export const deskNow = (): number => deskClock.now();

const hosts = new Set<ReactiveControllerHost>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  for (const host of hosts) host.requestUpdate();
}

/** Updates its host once a second while it is connected. */
export class SecondHand implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.#host);
    timer ??= setInterval(tick, 1000);
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (hosts.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  }
}
