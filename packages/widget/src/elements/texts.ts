/**
 * @module The words of the shared elements. A language that misses one does not compile.
 */

/** Codes of what the desk itself tells in a timeline. */
export type EventWord =
  | 'QUEUED'
  | 'AGENT_JOINED'
  | 'TRANSFERRED'
  | 'CLOSED'
  | 'CLOSED_IDLE'
  | 'IDLE_WARNING'
  | 'REOPENED'
  | 'OFFLINE'
  | 'SERVICE_STARTED'
  | 'LEFT_QUEUE'
  | 'AWAY'
  | 'SIGNED_IN'
  | 'GOES_ON';

/** How far a message has come. */
export type Tick = 'sending' | 'sent' | 'delivered' | 'read' | 'failed';

/** Words of the timeline and its bubbles. */
export interface TimelineTexts {
  /** BCP 47 tag, for dates, times and amounts. */
  readonly locale: string;
  readonly you: string;
  readonly customer: string;
  readonly agent: string;
  readonly robot: string;
  /** Beside the name of who did not write himself. */
  readonly auto: string;
  readonly note: string;
  readonly today: string;
  readonly yesterday: string;
  readonly conversation: string;
  readonly earlier: string;
  readonly newest: string;
  readonly ticks: Readonly<Record<Tick, string>>;
  readonly retry: string;
  readonly edit: string;
  readonly discard: string;
  /** Of what is under way. */
  readonly cancel: string;
  readonly typing: (name: string) => string;
  /** `name` is the person it is about, or empty. */
  readonly events: Readonly<Record<EventWord, (name: string) => string>>;
}

/** Words of cards, files, stars and emoji, which a page may load later. */
export interface PieceTexts {
  readonly product: string;
  readonly order: string;
  readonly view: string;
  /** On the card of an order, where somebody listens to `desk-go`. */
  readonly openOrder?: string;
  /** On the card of an article that an answer is from. */
  readonly source: string;
  readonly image: string;
  readonly openFile: (name: string) => string;
  readonly uploading: (percent: number) => string;
  readonly imageFailed: string;
  readonly stars: (count: number) => string;
  readonly score: string;
  readonly emoji: string;
}

export interface ElementTexts extends TimelineTexts, PieceTexts {}
