/**
 * @module Who listens to which channel: the first listener of a channel starts LISTEN, the last one ends it.
 */
import type { DatabaseLogger } from './database.ts';
import { loggable } from '../loggable.ts';

export interface Listener {
  readonly onMessage: (payload: string) => void;
  /** Messages may have been missed. */
  readonly onResync: () => void;
}

interface ChannelsOptions {
  readonly logger: DatabaseLogger;
  readonly start: (channel: string) => Promise<void>;
  readonly end: (channel: string) => Promise<void>;
}

interface Channel {
  readonly listeners: Set<Listener>;
  readonly started: Promise<void>;
}

export class Channels {
  readonly #options: ChannelsOptions;
  readonly #channels = new Map<string, Channel>();

  constructor(options: ChannelsOptions) {
    this.#options = options;
  }

  get names(): string[] {
    return [...this.#channels.keys()];
  }

  /** Resolves when the channel is heard. */
  async add(name: string, listener: Listener): Promise<() => Promise<void>> {
    let channel = this.#channels.get(name);
    if (!channel) {
      channel = { listeners: new Set(), started: this.#options.start(name) };
      this.#channels.set(name, channel);
    }
    const { listeners, started } = channel;
    listeners.add(listener);
    const remove = () => listeners.delete(listener) && listeners.size === 0 && this.#channels.delete(name);
    try {
      await started;
    } catch (error) {
      remove();
      throw error;
    }
    return async () => {
      if (remove()) await this.#options.end(name);
    };
  }

  tell(name: string, payload: string): void {
    this.#each(this.#channels.get(name)?.listeners, ({ onMessage }) => onMessage(payload));
  }

  resync(): void {
    for (const { listeners } of this.#channels.values()) this.#each(listeners, ({ onResync }) => onResync());
  }

  /** One listener that throws must not keep the message from the others. */
  #each(listeners: ReadonlySet<Listener> | undefined, act: (listener: Listener) => void): void {
    for (const listener of listeners ?? []) {
      try {
        act(listener);
      } catch (error) {
        this.#options.logger.error({ err: loggable(error) }, 'A listener of the database failed.');
      }
    }
  }
}

/** Quotes a name for a statement that takes no parameters. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
