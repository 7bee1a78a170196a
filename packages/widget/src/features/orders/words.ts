/**
 * @module The words of orders and of what is changed in them.
 */
import type { DeskOrder, DeskOrderChange, DeskOrderRequest } from '@shopdesk/core/client';
import type { Service } from '../../self-service/service.ts';
import { said } from '../../texts/languages.ts';

export type OrderStatus = DeskOrder['status'];
export type ScanStatus = DeskOrder['shipments'][number]['events'][number]['status'];
export type OrderEventKind = DeskOrder['history'][number]['kind'];
type By<K extends string, V = string> = Readonly<Record<K, V>>;

export interface OrderWords {
  readonly orders: {
    readonly title: string;
    readonly heading: (number: string) => string;
    readonly empty: string;
    readonly more: string;
    readonly search: string;
    readonly searching: string;
    readonly found: (count: number) => string;
    readonly cases: string;
    readonly open: (number: string) => string;
    readonly all: string;
    readonly send: string;
    readonly states: By<OrderStatus>;
    readonly nextSteps: By<OrderStatus>;
    readonly placed: string;
    readonly items: string;
    readonly sums: By<'goods' | 'discount' | 'freight' | 'total' | 'paid' | 'refunded'>;
    readonly address: string;
    readonly parcel: (index: number) => string;
    readonly tracking: string;
    readonly copy: string;
    readonly copied: string;
    readonly noParcel: string;
    readonly scans: By<ScanStatus>;
    readonly history: string;
    readonly events: By<OrderEventKind>;
    readonly payments: By<'PAYMENT' | 'REFUND'>;
    readonly requests: string;
    readonly actions: string;
    readonly afterSales: string;
    /** On the first view. */
    readonly last: string;
    readonly whole: string;
    readonly track: string;
    readonly giveBack: string;
    readonly change: string;
    /** The day of a parcel; `wasDue` where it is late. */
    readonly arrives: (day: string) => string;
    readonly wasDue: (day: string) => string;
    readonly arrived: (day: string) => string;
    readonly ordered: (day: string) => string;
    readonly notOffered: string;
    readonly quantity: (count: number) => string;
  };
  readonly change: {
    readonly newItem: (title: string) => string;
    readonly titles: By<DeskOrderChange>;
    readonly warehouse: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly address: By<'line1' | 'line2' | 'city' | 'region' | 'postalCode' | 'country'>;
    readonly method: string;
    readonly differenceBy: string;
    readonly items: string;
    readonly keep: string;
    readonly nothing: string;
    readonly noMethods: string;
    readonly preview: string;
    readonly effects: string;
    readonly effect: By<'REFUND' | 'PAY', (amount: string, method: string) => string>;
    readonly when: By<'REFUND' | 'PAY'>;
    readonly newAddress: string;
    readonly confirms: By<DeskOrderChange>;
    readonly states: By<DeskOrderRequest['state']>;
    readonly results: By<Exclude<DeskOrderRequest['state'], 'DONE'>>;
    readonly done: By<DeskOrderChange>;
    /** What was done with the money; the method in the middle of a sentence. */
    readonly settled: By<'REFUND' | 'PAY', (amount: string, method: string) => string>;
    readonly arrives: string;
    readonly waiting: string;
    readonly returnInstead: string;
    readonly toOrder: string;
  };
}

/** What a page of theirs gets. */
export type OrderService = Service<OrderWords>;

/** The state as the shop's own pages call it, else by our word. */
export const stateOf = (
  { status, statusText }: Pick<DeskOrder, 'status'> & { readonly statusText?: string | null },
  { states }: Pick<OrderWords['orders'], 'states'>,
): string => statusText || states[status];

/** In a language; each is a chunk of its own. */
export const loadOrderWords = (locale: string): Promise<OrderWords> =>
  (locale === 'zh-CN' ? import('./words-zh-cn.ts') : import('./words-en.ts')).then(({ texts }) =>
    said(locale, 'orders', texts),
  );
