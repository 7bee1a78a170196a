import { shopperGraphql, type AnswerOf } from '@shopdesk/core/client';
import { html, LitElement, nothing } from 'lit';
import { takesMessages } from '../connection/connection-state.ts';
import { deskNow } from '../connection/desk-clock.ts';
import { base } from '../elements/base-styles.ts';
import { isSameDay } from '../elements/day-label.ts';
import { define } from '../elements/define.ts';
import { hueOf, initials } from '../elements/face.ts';
import { backIcon } from '../elements/icons.ts';
import { chatIcon, helpIcon } from '../elements/part-icons.ts';
import type { ChatContext, WidgetFeature } from '../feature.ts';
import { Remote } from '../self-service/remote.ts';
import { go } from '../self-service/service.ts';
import { homeStyles } from './home-styles.ts';
import { homeWords } from './home-words.ts';
import { LazyParts } from './lazy-parts.ts';
import { titled } from '../texts/languages.ts';

const SERVICE_TEAM = shopperGraphql(`query ServiceTeam { serviceTeam { people { name here } opensAt } }`);
type ServiceTeam = AnswerOf<typeof SERVICE_TEAM>;

/** Who came to work or left is shown after this time at the latest. */
const AGAIN_MS = 60_000;

/**
 * What one sees who has not written: who is there, what features put here, and where one can go from here as plain big
 * buttons. What is written below goes to the chat.
 *
 * @summary First view of the window.
 * @event desk-leave - To the conversation.
 * @event {CustomEvent<{ page: ServicePage }>} desk-go - To a page.
 */
export class DeskHome extends LitElement {
  static override properties = { chat: { attribute: false }, features: { attribute: false } };
  static override styles = [base, ...homeStyles];
  declare chat: ChatContext;
  declare features: readonly WidgetFeature[];
  readonly #parts = new LazyParts(this, () => undefined);
  readonly #team = new Remote<ServiceTeam>(this, {
    connection: () => this.chat.connection,
    load: () => this.chat.connection.client.query(SERVICE_TEAM, {}),
    live: true,
    everyMs: AGAIN_MS,
  });

  override render() {
    const { settings, texts } = this.chat;
    const words = homeWords(texts.locale);
    const greeting = titled(texts.locale, settings?.look.greeting) || words.greeting;
    const { served } = this.chat.service;
    return html`<div class="hero ${served ? 'here' : served === false ? 'away' : ''}">
        <h3>${greeting}</h3>
        <div class="who"><div class="faces"
          aria-hidden="true">${this.#team.value?.people.map(({ name }) => html`<span class="face hue-${hueOf(name)}" data-initials=${initials(name)} title=${name}></span>`)}</div>
        <p class="presence" role="status">${this.#presence()}</p></div>
      </div>
      <div class="cards">${this.#renderParts()} ${this.#renderWays()}</div>`;
  }

  /** Whether somebody is there, else what the store says about it and when somebody will be. */
  #presence(): string {
    const { service, settings, texts } = this.chat;
    const { opensAt, people = [] } = this.#team.value ?? {};
    const words = homeWords(texts.locale);
    if (service.served === undefined) return texts.panel.connecting;
    const here = people.filter((one) => one.here).map(({ name }) => name);
    if (service.served) return [texts.panel.served, ...(here.length > 0 ? [here.join(', ')] : [])].join(' · ');
    const away = titled(texts.locale, settings?.look.offlineText) || words.away;
    return opensAt ? `${away} ${words.opens(this.#when(opensAt))}` : away;
  }

  /** In the reader's zone, in which they will look at the clock. */
  #when(at: string): string {
    const { locale } = this.chat.texts;
    const words = homeWords(locale);
    const shown = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, options).format(new Date(at));
    const time = shown({ hour: '2-digit', minute: '2-digit' });
    const near = Date.parse(at) - deskNow() < 6 * 86_400_000;
    return isSameDay(at, new Date(deskNow()).toISOString())
      ? words.at(time)
      : words.on(shown(near ? { weekday: 'long' } : { month: 'long', day: 'numeric' }), time);
  }

  #renderParts() {
    return this.features
      .flatMap(({ home }) => home)
      .map(({ name, when, load }) =>
        !when || when(this.chat) ? (this.#parts.get(name, load)?.render(this.chat) ?? nothing) : nothing,
      );
  }

  #renderWays() {
    const { service, connection, texts } = this.chat;
    const words = homeWords(texts.locale);
    const { conversation, unread } = connection.shown;
    const goesOn = takesMessages(conversation);
    const chat = goesOn ? words.goOn : service.served === false ? words.message : words.chat;
    const about = goesOn ? conversation.preview : service.served === false ? words.later : words.asSoon;
    const pages = this.features.flatMap((feature) => feature.pages.filter(({ home }) => home));
    return html`<ul class="ways">
      ${this.#renderWay({ icon: chatIcon(), name: chat, about, count: unread, press: () => this.#toChat() })}
      ${pages.map(({ name, home }) => this.#renderWay({ icon: helpIcon(), name: titled(texts.locale, home), press: () => go(this, { name }) }))}
    </ul>`;
  }

  #renderWay({ icon, name, about, count = 0, press }: Way) {
    const words = homeWords(this.chat.texts.locale);
    return html`<li><button type="button" @click=${press}>
      ${icon}<span class="words"><b>${name}</b>${about ? html`<small><bdi>${about}</bdi></small>` : nothing}</span>
      ${count > 0 ? html`<span class="count">${words.unread(count)}</span>` : nothing}
      <span class="next">${backIcon()}</span>
    </button></li>`;
  }

  #toChat(): void {
    this.dispatchEvent(new CustomEvent('desk-leave', { bubbles: true, composed: true }));
  }
}

interface Way {
  readonly icon: unknown;
  readonly name: string;
  readonly about?: string;
  readonly count?: number;
  readonly press: () => void;
}

/** How the window shows it. */
export const render = (chat: ChatContext, features: readonly WidgetFeature[]) =>
  html`<desk-home .chat=${chat} .features=${features}></desk-home>`;

define('desk-home', DeskHome);
