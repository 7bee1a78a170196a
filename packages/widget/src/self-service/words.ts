/**
 * @module The words that every page of self-service has.
 */
import type { DeskCase } from '@shopdesk/core/client';
import { said } from '../texts/languages.ts';
export type CaseState = DeskCase['state'];
type By<K extends string, V = string> = Readonly<Record<K, V>>;

export interface ServiceWords {
  readonly notNow: string;
  readonly loading: string;
  readonly offline: string;
  readonly shopAway: string;
  readonly notFound: string;
  readonly signIn: string;
  readonly failed: string;
  readonly retry: string;
  readonly required: string;
  /** Before the clause behind what is said. */
  readonly why: string;
  readonly askPerson: string;
  readonly next: string;
  readonly working: string;
  readonly confirm: string;
  readonly changeBack: string;
  readonly outdated: string;
  readonly unsure: string;
  readonly storeTime: (zone: string) => string;
  readonly list: (parts: readonly string[]) => string;
  readonly methods: By<'CARD' | 'WALLET' | 'GIFT_CARD' | 'OTHER'> & {
    readonly ending: (lastFour: string) => string;
    readonly balance: (amount: string) => string;
    readonly original: string;
    readonly yours: (method: string) => string;
  };
  readonly gone: string;
  readonly caseTypes: By<DeskCase['type']>;
  readonly caseStates: By<CaseState>;
  /** What is said to a person, with what was tried. */
  readonly handOver: (order: string, wish: string, rule: string) => string;
}

/** In a language; each is a chunk of its own. */
export const loadServiceWords = (locale: string): Promise<ServiceWords> =>
  (locale === 'zh-CN' ? import('./words-zh-cn.ts') : import('./words-en.ts')).then(({ texts }) =>
    said(locale, 'pages', texts),
  );
