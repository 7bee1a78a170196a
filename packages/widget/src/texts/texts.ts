/**
 * @module Every word of the chat window. A language that misses one does not compile. Two halves: what is needed
 * until the first message is sent, and the rest, which comes right after.
 */
import type { PieceTexts, TimelineTexts } from '../elements/texts.ts';

export interface FirstTexts extends TimelineTexts {
  readonly panel: {
    readonly close: string;
    readonly back: string;
    readonly history: string;
    readonly connecting: string;
    readonly reconnecting: string;
    readonly refused: string;
    readonly featureFailed: string;
    readonly served: string;
    readonly away: string;
    readonly withAgent: string;
  };
  readonly composer: {
    readonly label: string;
    readonly placeholder: string;
    readonly placeholderNew: string;
    readonly send: string;
    readonly emoji: string;
    readonly attach: string;
    readonly tooLong: (count: number, limit: number) => string;
    readonly left: (count: number) => string;
  };
}

export interface MoreTexts extends PieceTexts {
  readonly files: {
    readonly type: (name: string) => string;
    readonly size: (name: string) => string;
    readonly unreadable: (name: string) => string;
    readonly tooMany: string;
    readonly failed: string;
  };
  /** By the desk's codes; the desk's own sentence stands in for the others. */
  readonly problems: Readonly<Partial<Record<string, string>>>;
  readonly queue: {
    readonly place: (place: number) => string;
    readonly waiting: string;
    readonly waited: (time: string) => string;
    readonly estimate: (minutes: number) => string;
    /** Leads to the ways out. */
    readonly ways: string;
    readonly leave: string;
    readonly leaveMessage: string;
    readonly left: string;
    readonly away: string;
    readonly back: string;
  };
  readonly offline: {
    readonly email: string;
    readonly emailHint: string;
    readonly save: string;
    readonly saved: (email: string) => string;
    readonly invalid: string;
  };
  readonly rating: {
    readonly question: string;
    readonly comment: string;
    readonly send: string;
    readonly thanks: string;
    readonly failed: string;
  };
  readonly history: {
    readonly empty: string;
    readonly open: string;
    readonly closed: string;
    readonly start: string;
    readonly failed: string;
    readonly unread: (count: number) => string;
  };
  readonly cards: {
    readonly offer: string;
    readonly send: string;
    readonly dismiss: string;
    readonly orders: string;
    readonly noOrders: string;
    readonly unavailable: string;
    readonly all: string;
    readonly show: (number: string) => string;
  };
}

export interface Texts extends FirstTexts, MoreTexts {}
