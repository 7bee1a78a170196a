/** @module What the organisation asks of the features that build on it, and what it tells them. */
import type { RowOf } from '../../kernel/entity.ts';
import { defineEvent } from '../../kernel/event.ts';
import { point } from '../../kernel/point.ts';
import type { Team } from './entities.ts';

/** Rows that name a team and are not settled. */
export interface TeamTie {
  /** Name of their entity. */
  readonly entity: string;
  /** At most {@link MOST_TIED}: as many or more. */
  readonly count: number;
}

/** So many rows are counted, and handed to another team in one commit. */
export const MOST_TIED = 1000;

/** What is open for a team; whoever closes it says where that goes. */
export const teamTies = point<{ readonly teamId: string }, readonly TeamTie[]>('organisation.ties');

/** A team is closed; what was open for it goes to another one. Null: to whoever there is. */
export const teamClosed = defineEvent<{ readonly team: RowOf<typeof Team>; readonly to: string | null }>(
  'organisation.team_closed',
);
