/** @module What the bell shows. A feature of the panel says by `bell` what its reader must know and has not put away. */
import type { SearchContext } from './feature.ts';

/** One thing that a person must know now. */
export interface BellItem {
  /** Unique among all that a source says; the same thing keeps its id. */
  readonly id: string;
  readonly text: string;
  /** What somebody has written about it. */
  readonly note?: string;
  /** When it happened, as an instant in UTC. */
  readonly at: string;
  /** Where it is attended to, below the panel's root. */
  readonly path: string;
  /** A page that shows it by itself: there it is counted, and not told. */
  readonly shownOn?: string;
  /** Puts it away. */
  readonly seen: () => Promise<unknown>;
}

export interface BellContext extends SearchContext {
  readonly nameOf: (userId: string | null) => string;
  /** Where a row is shown, below the panel's root. */
  readonly pathOf: (entity: string, id: string) => string;
}

/** Where news of one kind comes from. */
export interface BellSource {
  /** It is asked again when a row of these has changed. */
  readonly entities: readonly string[];
  /** Everything that is not put away yet, at most `most` of it, newest first. */
  readonly ask: (context: BellContext, most: number) => Promise<readonly BellItem[]>;
}

/** A source of the bell as a feature declares it. */
export interface BellEntry {
  /** The permission without which nothing is asked. */
  readonly allow?: string;
  readonly load: () => Promise<BellSource>;
}
