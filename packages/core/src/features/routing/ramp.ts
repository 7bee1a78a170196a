/**
 * @module Those who waited already when somebody went online come to them one after the other: the next when the one
 * before has an answer, or some seconds after it. So nobody has five new customers with the same clock.
 */
import { later } from './rank.ts';

/** What is known of a person: since when they are online, and when they were given the last of those who waited. */
export interface Turn {
  /** Null: they have not gone online since the desk counts this. */
  readonly onlineAt: string | null;
  /** Null: nobody since they went online, or the last one has an answer. */
  readonly givenAt: string | null;
}

/** Whether somebody waited already when a person went online. */
export const waitedBefore = ({ onlineAt }: Pick<Turn, 'onlineAt'>, queuedAt: string | null): boolean =>
  onlineAt !== null && queuedAt !== null && queuedAt < onlineAt;

interface Now {
  readonly now: string;
  /** How long a person is left alone with each of them; 0: not at all. */
  readonly rampSeconds: number;
}

/** Whether a person is not given one of those who waited, since they were given another a moment ago. */
export const waitsForTurn = (turn: Turn, queuedAt: string, { now, rampSeconds }: Now): boolean =>
  rampSeconds > 0 && waitedBefore(turn, queuedAt) && turn.givenAt !== null && now < later(turn.givenAt, rampSeconds);
