/**
 * @module What the viewer may do with rows, asked of the desk. A page draws its buttons from the answer and holds no
 * rule of its own: what the viewer has no right to, or what belongs to another state, has no button; what is refused
 * for a reason that people are told has one that says why.
 */
import type { AnswerOf, DeskClient } from '@shopdesk/core/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { problemOf, type Problem } from '../kit/problem.ts';
import { viewQuery, withJson } from './documents.ts';

/** A row whose offers are asked for; they are asked again when its version, or what stands for it, is another. */
export interface OfferedRow {
  readonly id: string;
  readonly version: number | string;
}

export const availableActionsOf = withJson<{ details: Readonly<Record<string, unknown>> | null }>()(
  viewQuery(
    'availableActionsOf',
    { entity: 'String!', ids: '[ID!]!' },
    'id actions { name title denial { code message fields { path message } details } elsewhere }',
  ),
);
type OffersOfRow = AnswerOf<typeof availableActionsOf>[number];
/** Its title is in the viewer's language. */
export type Offered = OffersOfRow['actions'][number];

/** So many rows one question may name. */
const MOST_ROWS = 100;

/** What the viewer may do with some rows of one entity, by the row's id. */
export async function offersOf(
  client: DeskClient,
  entity: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Offered[]>> {
  const parts = Array.from({ length: Math.ceil(ids.length / MOST_ROWS) }, (_, n) =>
    ids.slice(n * MOST_ROWS, (n + 1) * MOST_ROWS),
  );
  const answers = await Promise.all(parts.map((part) => client.query(availableActionsOf, { entity, ids: part })));
  return new Map(answers.flat().map(({ id, actions }) => [id, actions]));
}

export interface RowOffersOptions {
  readonly client: () => DeskClient;
  readonly entity: string;
  readonly rows: () => readonly OfferedRow[];
  /** Asked again after so many milliseconds, where an offer comes or goes with time alone. */
  readonly everyMs?: number;
}

/** What may be done with the rows that an element shows. */
export class RowOffers implements ReactiveController {
  /** Why the desk could not be asked; the buttons stay as they were. */
  problem: Problem | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #options: RowOffersOptions;
  #timer: ReturnType<typeof setInterval> | undefined;
  #known: ReadonlyMap<string, readonly Offered[]> = new Map();
  #asked = '';

  constructor(host: ReactiveControllerHost, options: RowOffersOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    const { everyMs } = this.#options;
    if (everyMs) this.#timer = setInterval(() => void this.reload(), everyMs);
  }

  hostUpdated(): void {
    const asked = this.#options
      .rows()
      .map(({ id, version }) => `${id} ${version}`)
      .join('\n');
    if (asked === this.#asked) return;
    this.#asked = asked;
    void this.reload();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#asked = '';
  }

  /** Asks again, as after an action that changed something beside the rows. */
  async reload(): Promise<void> {
    const { client, entity, rows } = this.#options;
    const asked = this.#asked;
    const about = rows();
    if (about.length === 0) return;
    try {
      const ids = [...new Set(about.map(({ id }) => id))];
      const offers = await offersOf(client(), entity, ids);
      if (asked !== this.#asked) return;
      this.#known = new Map(about.map((row) => [row.id, offers.get(row.id) ?? []]));
      this.problem = undefined;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.problem = problemOf(error);
    }
    this.#host.requestUpdate();
  }

  /** Whether the desk has said what may be done with the row; the last answer holds until the next one comes. */
  knows({ id }: Pick<OfferedRow, 'id'>): boolean {
    return this.#known.has(id);
  }

  /** An action that this role has on the row in its present state, possible now or not; undefined: no button. */
  of({ id }: Pick<OfferedRow, 'id'>, action: string): Offered | undefined {
    return this.#known.get(id)?.find((offer) => offer.name === action && !offer.elsewhere);
  }

  /** Whether the action is possible now. */
  allows(row: Pick<OfferedRow, 'id'>, action: string): boolean {
    return this.of(row, action)?.denial === null;
  }
}
