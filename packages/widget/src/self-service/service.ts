/**
 * @module What every page of self-service has: the line to the desk, the words, and how amounts, times and methods are
 * said.
 */
import { deskNow } from '../connection/desk-clock.ts';
import { isOpen } from '../connection/connection-state.ts';
import type { DeskConnection } from '../connection/connection.ts';
import type { DeskPaymentMethod, UploadTransport } from '@shopdesk/core/client';
import { formatMoney } from '@shopdesk/core/currency';
import { clip } from '@shopdesk/core/text';
import { lastMoment } from '@shopdesk/core/deadline';
import type { ServiceWords } from './words.ts';

/** A place in self-service: a page by its name, and what it is about. */
export interface ServicePage {
  readonly name: string;
  readonly id?: string;
  /** What else the page needs to know; told again when one goes back to it. */
  readonly about?: string;
}

/** A page that the first one leads to by a button. */
export interface ServiceEntry {
  readonly name: string;
  readonly label: string;
}

interface LocalText {
  readonly zh: string;
  readonly en: string;
}

interface ServiceOptions<Own> {
  readonly connection: DeskConnection;
  readonly words: ServiceWords & Own;
  readonly locale: string;
  /** How files go up, where the page has a network layer of its own. */
  readonly upload: UploadTransport | undefined;
  /** Of the store: its days end the time limits. */
  readonly timeZone: string;
  readonly entries: readonly ServiceEntry[];
}

/** With the words of the page's own feature beside those that all have. */
export class Service<Own extends object = object> {
  readonly connection: DeskConnection;
  readonly words: ServiceWords & Own;
  readonly locale: string;
  readonly timeZone: string;
  readonly upload: UploadTransport | undefined;
  /** Pages that features put on the first one. */
  readonly entries: readonly ServiceEntry[];

  constructor({ connection, words, locale, timeZone, upload, entries }: ServiceOptions<Own>) {
    this.connection = connection;
    this.words = words;
    this.locale = locale;
    this.timeZone = timeZone;
    this.upload = upload;
    this.entries = entries;
  }

  /** The same for the pages of a feature. */
  with<More extends object>(words: More): Service<More> {
    return new Service<More>({ ...this, words: { ...this.words, ...words } });
  }

  say(text: LocalText): string {
    return this.locale === 'zh-CN' ? text.zh : text.en;
  }

  money(amount: number, currency: string): string {
    return formatMoney({ amount, currency }, this.locale);
  }

  /** An instant in the store's zone. */
  when(at: string): string {
    const year = at.slice(0, 4) === new Date(deskNow()).toISOString().slice(0, 4) ? {} : { year: 'numeric' as const };
    const options = {
      timeZone: this.timeZone,
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...year,
    } as const;
    return new Intl.DateTimeFormat(this.locale === 'en' ? 'en-GB' : this.locale, options).format(new Date(at));
  }

  /** The last minute before a limit: midnight is said as 23:59 of the day before. */
  until(at: string): string {
    return this.when(lastMoment(at).toISOString());
  }

  /** Says whose times they are, where the reader lives in another zone. */
  get zoneNote(): string {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    return own === this.timeZone ? '' : this.words.storeTime(this.timeZone);
  }

  /** A payment method as its owner knows it. */
  method(id: string | null | undefined, methods: readonly DeskPaymentMethod[]): string {
    const { words } = this;
    const found = methods.find((one) => one.id === id);
    if (!found) return words.methods.original;
    const { kind, provider, lastFour } = found;
    const name = provider ? provider.charAt(0).toUpperCase() + provider.slice(1).replaceAll('_', ' ') : '';
    return [words.methods[kind], name, lastFour ? words.methods.ending(lastFour) : ''].filter(Boolean).join(' ');
  }

  /** The same in the middle of a sentence: `your gift card`. */
  yourMethod(id: string | null | undefined, methods: readonly DeskPaymentMethod[]): string {
    const { yours, original } = this.words.methods;
    return methods.some((one) => one.id === id) ? yours(this.method(id, methods)) : original;
  }

  /** The open conversation, where what is done is told to the agent. */
  get conversationId(): string | undefined {
    const { conversation } = this.connection.shown;
    return conversation && isOpen(conversation) ? conversation.id : undefined;
  }
}

/** Asks the window to go to a place. */
export function go(from: EventTarget, page: ServicePage): void {
  from.dispatchEvent(new CustomEvent('desk-go', { detail: { page }, bubbles: true, composed: true }));
}

type Said = Parameters<DeskConnection['send']>[0];

/** Asks the window to hand what was tried to a person, in the words of the shopper. */
export function hand(from: EventTarget, messages: readonly Said[]): void {
  from.dispatchEvent(new CustomEvent('desk-ask', { detail: { messages }, bubbles: true, composed: true }));
}

/** The same about an order, which is sent along. */
export function askPerson(
  from: EventTarget,
  { orderId: id, text }: { readonly orderId: string; readonly text: string },
) {
  const card = { type: 'ORDER', id, title: id, detail: '', price: null, url: null, imageUrl: null } as const;
  hand(from, [{ card }, { text: clip(text, 2000) }]);
}
