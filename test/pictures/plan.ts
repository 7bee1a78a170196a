/** @module What a picture book is made of: pages, states, sizes, and what is found wrong. */
import type { Locale } from '../e2e/support/words.ts';

export const LOCALES: readonly Locale[] = ['en', 'zh-CN'];
export const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
export type Size = (typeof SIZES)[number];
export const SCHEMES = ['light', 'dark'] as const;
export const STATES = ['full', 'empty', 'loading', 'error', 'not-allowed'] as const;
export type State = (typeof STATES)[number];

/** A page that has a sheet in the book. */
export interface BookPage {
  /** A file name. */
  readonly name: string;
  readonly title: string;
  readonly titleZh: string;
  /** The states that it cannot have, each with the reason; a page that lacks another one is at fault. */
  readonly lacks: Readonly<Partial<Record<State, string>>>;
}

export interface Picture {
  readonly page: string;
  readonly state: State;
  readonly locale: Locale;
  readonly width: number;
  readonly scheme: string;
  /** Relative to the folder of the book. */
  readonly file: string;
}

/** What is wrong with a page in one state. */
export interface Finding {
  readonly page: string;
  readonly state: State;
  readonly locale: Locale;
  readonly text: string;
}

/** What came of a page in one language. */
export interface Taken {
  readonly page: BookPage;
  readonly pictures: readonly Picture[];
  readonly findings: readonly Finding[];
}
