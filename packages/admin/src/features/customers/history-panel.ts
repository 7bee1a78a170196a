import { css, html, nothing } from 'lit';
import { clientContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { featuresContext } from '../../desk/panels.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { describe } from '../../records/description.ts';
import { rowPath } from '../../records/row-path.ts';
import { stateName } from '../../records/work-names.ts';
import { customerTimeline, type TimelineEntry } from './data.ts';
import { customerWords } from './words.ts';

/** @summary What happened with a customer before: conversations and ratings, newest first (R-CRM-01). */
export class DeskHistoryPanel extends DeskElement {
  static override properties = { subject: { attribute: false } };
  static override styles = [
    base,
    controls,
    states,
    css`
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 0 0.5rem;
        padding-block: 0.3125rem;
        align-items: baseline;
      }
      li > svg {
        grid-row: 1 / 3;
        align-self: center;
        color: var(--ink-3);
      }
      .second {
        grid-column: 2 / 4;
      }
    `,
  ];

  /** A customer; the id of a conversation to leave out, which is the one beside. */
  declare subject: { readonly customerId: string; readonly id?: string };
  readonly #client = new Use(this, clientContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #features = new Use(this, featuresContext);
  readonly #timeline = new Loader(this, {
    args: () => (this.subject && this.#maySee ? ([this.subject.customerId] as const) : undefined),
    load: ([customerId]) => this.#client.value.query(customerTimeline, { customerId, first: 50 }),
  });

  /** What rows of other features are called is asked for where there are some. */
  readonly #desk = new Loader(this, {
    args: () => (this.#timeline.value?.entries.some(({ entity }) => entity) ? ([] as const) : undefined),
    load: () => describe(this.#client.value, this.#viewer.value.id),
  });

  get #maySee(): boolean {
    return can(this.#viewer.maybe, 'conversation.read');
  }

  override render() {
    // The desk hides conversations from some roles: an empty list would say that there are none.
    if (!this.#maySee) return html`<p class="muted">${this.words(customerWords).pastHidden}</p>`;
    return html`${loaded(this.#timeline, this.language, ({ entries }) => {
      const others = entries.filter(({ id }) => id !== this.subject.id);
      return others.length > 0
        ? html`<ul>${others.map((entry) => this.#renderEntry(entry))}</ul>`
        : html`<p class="muted">${this.words(customerWords).noPast}</p>`;
    })}`;
  }

  #renderEntry(entry: TimelineEntry) {
    const { language } = this;
    const rating = entry.kind === 'RATING';
    const talk = rating || entry.kind === 'CONVERSATION';
    const desk = this.#desk.value;
    const kind = desk?.entities.find(({ name }) => name === entry.entity);
    const state = kind ? stateName(kind, entry.state, language) : language.code('ConversationState', entry.state);
    const title = rating ? this.words(customerWords).rated(entry.state) : entry.title || state;
    // Of what another feature adds, the panel knows no page unless it is a row: it shows what it is called.
    const what = kind ? language.of(kind.title) : language.code('TimelineKind', entry.kind);
    const second = talk ? state : `${what} · ${state}`;
    const path = kind ? rowPath(this.#features.maybe ?? [], kind.name, entry.id) : `/inbox/open/${entry.id}`;
    const href = this.#navigation.value.href(path);
    return html`<li>
      ${icon(rating ? 'star' : talk ? 'chat' : 'clock', 'small')}
      ${talk || kind ? html`<a class="ellipsis" href=${href}>${title}</a>` : html`<span class="ellipsis">${title}</span>`}
      <time class="muted small numeric" datetime=${entry.at}>${language.moment(entry.at)}</time>
      ${rating ? nothing : html`<span class="second muted small">${second}</span>`}
    </li>`;
  }
}

define('desk-admin-history-panel', DeskHistoryPanel);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-history-panel': DeskHistoryPanel;
  }
}
