/**
 * @module The bus between processes in memory, which loses what a test wants lost.
 */
import { randomUUID } from 'node:crypto';
import type { HubOptions } from '../hub.ts';

type Text = (text: string) => void;

export class MemoryBus {
  readonly #ears = new Map<symbol, { onText: Text; onResync: () => void }>();
  /** Texts that are lost on their way to everybody. */
  lose: (text: string) => boolean = () => false;
  /** Everything that was sent. */
  readonly sent: string[] = [];

  /** A process on this bus. `kill` ends it without a word. */
  join(): { readonly bus: NonNullable<HubOptions['bus']>; kill(): void; resync(): void } {
    const me = Symbol('process');
    let alive = true;
    const transport = {
      send: async (text: string) => {
        if (!alive) throw new Error('killed');
        this.sent.push(text);
        await Promise.resolve();
        if (!this.lose(text)) for (const { onText } of this.#ears.values()) onText(text);
      },
      listen: async (onText: Text, onResync: () => void) => {
        this.#ears.set(me, { onText, onResync });
        return async () => void this.#ears.delete(me);
      },
    };
    const kill = () => {
      alive = false;
      this.#ears.delete(me);
    };
    return {
      bus: { transport, processId: randomUUID(), batchMs: 1, beaconMs: 50 },
      kill,
      resync: () => this.#ears.get(me)?.onResync(),
    };
  }
}
