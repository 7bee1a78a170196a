/** @module How a shop sets up the widget: by attributes of the script or the element, or by an object. */
import type { UploadTransport } from '@shopdesk/core/client';
import type { WidgetFeature } from '../feature.ts';

export interface DeskOptions {
  /** Public key of the store. */
  readonly store: string;
  /** Address of the desk. @defaultValue where the script came from, else the page's own */
  readonly url?: string;
  /** A language of the desk. @defaultValue the first of the page's and the browser's that it speaks, else English */
  locale?: string;
  /** Corner of the page, in its reading direction. @defaultValue what the store has set */
  readonly position?: 'end' | 'start';
  /** Colour as #rrggbb. @defaultValue what the store has set */
  readonly colour?: string;
  /** `auto` follows the reader's system. @defaultValue `auto` on a page that itself supports dark, else `light` */
  readonly scheme?: 'light' | 'dark' | 'auto';
  /** Direction of the layout. @defaultValue the page's */
  readonly dir?: 'ltr' | 'rtl';
  /** With `required` nothing is stored, asked for or sent before `consent()`. */
  readonly consent?: string;
  /** Notices, tools and pages of the shop's own, behind the widget's; for shops with a build of their own. */
  readonly features?: readonly WidgetFeature[];
  /** Set by the widget itself when it has learnt that no store names this page. */
  unnamed?: boolean;
  /** For tests and hosts with a network layer of their own. */
  readonly fetch?: typeof globalThis.fetch;
  /** The same for files, whose progress `fetch` cannot tell. */
  readonly upload?: UploadTransport;
}

/** What the shopper looks at. */
export interface PageFacts {
  readonly product?: {
    readonly id: string;
    readonly title: string;
    /** Whole minor units and an ISO 4217 currency. */
    readonly price?: { readonly amount: number; readonly currency: string };
    /** Address of a picture that this page may show. */
    readonly image?: string;
  } | null;
  readonly page?: { readonly url?: string; readonly title?: string };
}

/** What happens in the widget. */
export interface DeskEvents {
  readonly ready: { readonly version: string };
  readonly open: undefined;
  readonly close: undefined;
  /** An answer has come. */
  readonly message: { readonly conversationId: string; readonly senderName: string; readonly text: string };
  readonly unread: { readonly count: number };
  readonly identity: { readonly verified: boolean };
  readonly error: { readonly code: string; readonly message: string };
}

/** What a page can do with the widget. */
export interface DeskHandle {
  readonly version: string;
  open(): Promise<void>;
  /** Opens the window at an order of the shopper's own, by the shop's id of it. */
  openOrder(id: string): Promise<void>;
  close(): void;
  toggle(): void;
  /** Tells who the customer is, by a token that the shop's backend signed; `null` after he signed out. */
  identify(identityToken: string | null): Promise<void>;
  /** Tells what the shopper looks at; what is left out stays as it was. */
  update(facts: PageFacts): void;
  /** Answers what ends the listening. */
  on<E extends keyof DeskEvents>(event: E, listener: (detail: DeskEvents[E]) => void): () => void;
  setLocale(locale: string): void;
  /** The shopper has agreed to what `consent="required"` holds back. */
  consent(): void;
  /** Takes everything away; with `forget` also what is stored in this browser. */
  remove(options?: { readonly forget?: boolean }): void;
}

/** The language to show: the one asked for, else the page's, else the browser's; the nearer of the two we have. */
export function chooseLocale(asked: string | undefined): string {
  const tag = [asked, document.documentElement.lang, ...navigator.languages].find((one) => /^(zh|en)/i.test(`${one}`));
  return /^zh/i.test(`${tag}`) ? 'zh-CN' : 'en';
}
