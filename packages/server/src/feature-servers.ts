/**
 * @module The features of one running server: each gets the desk under its own name, is started once and is stopped
 * before the database is closed.
 */
import type { Plugin } from 'graphql-yoga';
import type { FeatureServer, ServerFeature, Stop, WidgetPage } from './feature.ts';
import type { RateLimits } from './http/rate-limits.ts';
import type { ServerContext } from './http/server-context.ts';
import type { Runtime } from './runtime.ts';
import { repeat } from './timers/repeat.ts';

export class FeatureServers {
  readonly #features: readonly ServerFeature[];
  readonly #servers: ReadonlyMap<string, FeatureServer>;

  constructor(
    { features, desk, store, database, blobs, ports, sender, secret, logger, clock, report }: Runtime,
    limits: RateLimits,
  ) {
    this.#features = features;
    const shared = { desk, store, database, blobs, ports, sender, secret, limits, clock, report };
    this.#servers = new Map(features.map(({ name }) => [name, { ...shared, logger: logger.child({ feature: name }) }]));
  }

  /** The server as the feature of this name sees it. */
  of(name: string): FeatureServer {
    return this.#servers.get(name) as FeatureServer;
  }

  plugins(): readonly Plugin<object, ServerContext>[] {
    return this.#features.flatMap(({ name, plugins }) => plugins?.(this.of(name)) ?? []);
  }

  readonly widgetAsked = (page: WidgetPage): void => {
    for (const { name, widgetAsked } of this.#features) widgetAsked?.(this.of(name), page);
  };

  /** Starts one after the other, so that those before a failure are known. */
  *start(): Generator<Stop> {
    for (const { name, start } of this.#features) {
      const stop = start?.(this.of(name));
      if (stop) yield stop;
    }
  }

  /** Begins the work that is done again and again; the answer ends it when the rounds under way are done. */
  repeat(): () => Promise<void> {
    const loops = this.#features.flatMap(({ name, background }) =>
      background.map(({ name: what, everyMs, work }) => {
        const server = this.of(name);
        return repeat({ everyMs, work: () => work(server), onError: (error) => server.report(error, what) });
      }),
    );
    return async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    };
  }
}
