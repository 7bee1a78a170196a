/**
 * @module The routes of all features of a server, found by path.
 */
import type { ServerFeature, ServerRoute } from '../feature.ts';
import { pathReader, type PathReader } from './route-path.ts';

interface Known {
  readonly feature: string;
  readonly route: ServerRoute;
  readonly read: PathReader;
}

/** A route whose path was asked for. */
export interface FoundRoute {
  readonly feature: string;
  readonly route: ServerRoute;
  /** The parts as they were sent. */
  readonly params: Readonly<Record<string, string>>;
}

export class Routes {
  readonly #known: readonly Known[];

  constructor(features: readonly Pick<ServerFeature, 'name' | 'routes'>[]) {
    this.#known = features.flatMap(({ name, routes }) =>
      routes.map((route) => ({ feature: name, route, read: pathReader(route.path) })),
    );
  }

  /** The routes of a path, whatever the method. */
  at(path: string): readonly FoundRoute[] {
    return this.#known.flatMap(({ feature, route, read }) => {
      const params = read(path);
      return params ? [{ feature, route, params }] : [];
    });
  }

  /** Whether a body of this path may come slowly. */
  streams(path: string): boolean {
    return this.at(path).some(({ route }) => route.streams);
  }
}
