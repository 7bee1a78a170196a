import { css, html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, directoryContext, navigationContext, Use } from '../desk/contexts.ts';
import { nameOf, zoneOf } from '../desk/directory.ts';
import { featuresContext } from '../desk/panels.ts';
import type { RecordDefinition } from '../desk/record.ts';
import { avatar, avatars } from '../kit/avatar.ts';
import { base } from '../kit/base-style.ts';
import { SecondHand } from '../kit/clock.ts';
import { controls } from '../kit/control-style.ts';
import { dueMark } from '../kit/due.ts';
import { DeskElement, define } from '../kit/element.ts';
import { icon } from '../kit/icon.ts';
import { shortcutOf } from '../kit/keys.ts';
import '../kit/menu.ts';
import { Pages } from '../kit/pages.ts';
import { failedState, pendingState } from '../kit/states.ts';
import { states } from '../kit/state-style.ts';
import { kitWords } from '../kit/words.ts';
import { cardsOf } from './board-cards.ts';
import { nextOf, waysOf, type Carded, type Column, type Lifted, type Step, type Way } from './board-ways.ts';
import { lookOf } from './looks.ts';
import type { DeskDescription, EntityDescription } from './description.ts';
import { Offers } from './offers.ts';
import { rowPath } from './row-path.ts';
import { stateName } from './work-names.ts';
import { recordWords } from './words.ts';

/**
 * @summary One column of a derived board.
 * @event {{ row: Carded, way: Step }} desk-move - A step was chosen for an item.
 * @event {Lifted | undefined} desk-lift - A card is dragged, or no more.
 * @event desk-drop - A card was dropped here.
 */
export class DeskBoardColumn extends DeskElement {
  static override properties = {
    kind: { attribute: false },
    desk: { attribute: false },
    column: { attribute: false },
    definition: { attribute: false },
    narrow: { type: Boolean, reflect: true },
    settled: { type: Boolean, reflect: true },
    storeId: {},
    round: { type: Number },
    lifted: { attribute: false },
    unfolded: { state: true },
    only: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    avatars,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
        align-content: start;
        padding: 0.5rem;
        border: 2px solid transparent;
        border-radius: 0.625rem;
        background: var(--hover);
        min-block-size: 4rem;
      }
      /* What is wide in a card wraps, and pushes it over no other column. */
      :host,
      ul,
      article {
        grid-template-columns: minmax(0, 1fr);
      }
      .foot .button {
        block-size: auto;
        min-inline-size: 0;
        white-space: normal;
        text-align: start;
      }
      :host(.target) {
        border-color: var(--accent);
      }
      :host(.closed) {
        opacity: 0.55;
      }
      h2 {
        font-size: var(--text);
      }
      h2 button {
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      ul {
        display: grid;
        gap: 0.5rem;
      }
      article {
        display: grid;
        gap: 0.25rem;
        padding: 0.5rem 0.625rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      article[draggable='true'] {
        cursor: grab;
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.5rem;
        justify-content: space-between;
      }
      .top > a {
        color: var(--ink);
        font-weight: 550;
        text-decoration: none;
        overflow-wrap: anywhere;
      }
      .top > a:hover {
        text-decoration: underline;
      }
      .line {
        overflow-wrap: anywhere;
      }
      .chip.mark::before {
        content: '';
        inline-size: 0.4375rem;
        block-size: 0.4375rem;
        border-radius: 50%;
        background: currentcolor;
      }
      /* A strip with the name of the column along it. */
      :host([narrow]) {
        align-content: start;
        justify-content: center;
      }
      :host([narrow]) h2 {
        writing-mode: vertical-rl;
        justify-content: start;
      }
      :host([narrow]) .muted.small {
        display: none;
      }
      @container (inline-size < 45rem) {
        :host([narrow]) {
          justify-content: stretch;
          min-block-size: 0;
        }
        :host([narrow]) h2 {
          writing-mode: horizontal-tb;
        }
      }
      .foot {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.375rem;
        min-block-size: 2rem;
      }
      .avatar {
        inline-size: 1.5rem;
        block-size: 1.5rem;
        font-size: 0.6875rem;
      }
    `,
  ];

  declare kind: EntityDescription;
  declare desk: DeskDescription;
  declare column: Column;
  /** What its feature says of the kind; undefined: nothing. */
  definition: RecordDefinition | undefined;
  /** It takes a strip only: it is empty or folded. */
  narrow = false;
  /** Its size stands: its cards are there, or it shows none. The board waits for that, so that nothing moves. */
  settled = false;
  storeId = '';
  round = 0;
  /** The card that is dragged, from whichever column. */
  lifted: Lifted | undefined;
  /** A column in which nothing is left to do reads its items when somebody wants to see them. */
  unfolded = false;
  /** The card at which one of several ways is asked for. */
  only: { readonly id: string; readonly ways: readonly Way[] } | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #features = new Use(this, featuresContext);
  readonly #offers = new Offers(this);
  readonly #pages = new Pages<Carded>(this, {
    key: () => (this.#shown ? `${this.kind.name} ${this.column.code} ${this.storeId}` : undefined),
    load: (after) => {
      const { kind, desk, definition, column, storeId } = this;
      return cardsOf({ client: this.#client.value, desk, kind, definition, column, storeId }, after);
    },
  });

  constructor() {
    super();
    new SecondHand(this);
    this.addEventListener('dragover', (event) => this.#over(event));
    this.addEventListener('drop', (event) => this.#dropped(event));
  }

  get #shown(): boolean {
    return !this.column.ended || this.unfolded;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { ready, rows, problem } = this.#pages;
    this.settled ||= !this.#shown || ready || problem !== undefined;
    this.narrow = !this.#shown || (ready && rows.length === 0 && !this.unfolded);
    if (changed.get('round') !== undefined && this.#pages.ready) {
      this.#offers.forget();
      void this.#pages.restart();
    }
    if (!changed.has('lifted')) return;
    const away = this.lifted && !this.column.states.includes(this.lifted.row.state);
    this.classList.toggle('target', Boolean(away && this.#takes));
    this.classList.toggle('closed', Boolean(away && !this.#takes));
  }

  override updated(): void {
    const { rows, ready } = this.#pages;
    if (ready) void this.#offers.ask(this.#client.value, this.kind.name, rows);
  }

  /** Whether something leads the dragged card here now. */
  get #takes(): boolean {
    return (this.lifted?.ways ?? []).some(({ to, why }) => why === undefined && this.column.states.includes(to));
  }

  /** Every column takes the drop: one to which nothing leads says why. */
  #over(event: DragEvent): void {
    if (!this.lifted) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = this.#takes ? 'move' : 'none';
  }

  #dropped(event: DragEvent): void {
    event.preventDefault();
    this.tell('desk-drop');
  }

  get #about() {
    return { entity: this.kind, desk: this.desk, definition: this.definition, language: this.language };
  }

  #ways(row: Carded): Way[] {
    return waysOf(row, this.#offers.of(row.id), this.#about);
  }

  #lift(event: DragEvent, row: Carded): void {
    event.dataTransfer?.setData('text/plain', row.number ?? row.title);
    const choose = (ways: readonly Way[]) => void this.#ask(row.id, ways);
    this.tell('desk-lift', { row, ways: this.#ways(row), choose } satisfies Lifted);
  }

  /** Opens the menu of a card, with all its ways or with some. */
  async #ask(id: string, ways?: readonly Way[]): Promise<void> {
    this.only = ways && { id, ways };
    await this.updateComplete;
    const menu = this.renderRoot.querySelector(`[data-id="${id}"] desk-admin-menu`);
    menu?.shadowRoot?.querySelector<HTMLElement>('[aria-haspopup]')?.click();
  }

  #keys(event: KeyboardEvent, row: Carded): void {
    if (shortcutOf(event, this) !== 'm') return;
    event.preventDefault();
    void this.#ask(row.id);
  }

  override render() {
    const { language } = this;
    const title = language.of(this.column.title);
    const { rows, ready, problem, pending, hasMore } = this.#pages;
    const count = ready ? `${rows.length}${hasMore ? '+' : ''}` : '';
    return html`<h2 class="row between">${
      this.column.ended
        ? html`<button type="button" aria-expanded=${this.unfolded}
          @click=${() => (this.unfolded = !this.unfolded)}><span class="row">${icon(this.unfolded ? 'down' : 'right', 'small')}${title}</span></button>`
        : html`<span>${title}</span>`
    }${this.#shown && count ? html`<span class="chip numeric">${count}</span>` : nothing}</h2>
      ${this.#shown ? this.#renderCards(rows, { ready, pending, hasMore }) : nothing}
      ${this.#shown && problem ? failedState(language, problem, () => void this.#pages.retry()) : nothing}`;
  }

  #renderCards(
    rows: readonly Carded[],
    { ready, pending, hasMore }: { readonly ready: boolean; readonly pending: boolean; readonly hasMore: boolean },
  ) {
    const words = this.words(recordWords);
    if (!ready) return pending ? pendingState(this.language) : nothing;
    if (rows.length === 0) return html`<p class="muted small">${words.columnEmpty}</p>`;
    return html`<ul aria-busy=${pending}>${repeat(
      rows,
      ({ id }) => id,
      (row) => html`<li data-id=${row.id}>${this.#renderCard(row)}</li>`,
    )}</ul>
      ${
        hasMore
          ? html`<button class="button tight" type="button" aria-disabled=${pending}
        @click=${() => void this.#pages.more()}>${this.words(kitWords).loadMore}</button>`
          : nothing
      }`;
  }

  #renderCard(row: Carded) {
    const { language, definition } = this;
    const ways = this.#ways(row);
    const { card } = definition ?? {};
    const about = (row.row ?? row) as never;
    const title = (card && row.number) || row.title || row.number || row.id.slice(-6);
    const lines = card?.lines(about, language).filter(Boolean) ?? [];
    const href = this.#navigation.value.href(rowPath(this.#features.maybe ?? [], this.kind.name, row.id));
    const look = lookOf(this.kind.machine?.field ?? '', row.state, this.kind, definition);
    const aside = card?.aside?.(about, language);
    const number = row.number && !card ? html`<span class="numeric muted">${row.number}</span>` : nothing;
    return html`<article draggable=${ways.length > 0 ? 'true' : 'false'}
      @dragstart=${(event: DragEvent) => this.#lift(event, row)}
      @dragend=${() => this.tell('desk-lift', undefined)} @keydown=${(event: KeyboardEvent) => this.#keys(event, row)}>
      <div class="top"><a href=${href}
        draggable="false"><bdi>${title}</bdi></a>${aside ? html`<strong class="numeric">${aside}</strong>` : nothing}</div>
      ${lines.map((line, at) => html`<p class="small line ${at > 0 ? 'muted' : ''}"><bdi>${line}</bdi></p>`)}
      <p class="row wrap small">${number}<span
        class="chip mark ${look}">${stateName(this.kind, row.state, language)}</span></p>
      ${this.#renderFoot(row, ways, title)}
    </article>`;
  }

  /** Who has it and when it is due; the next step by its name, and every way by which the card can be moved. */
  #renderFoot(row: Carded, ways: readonly Way[], title: string) {
    const { language } = this;
    const words = this.words(recordWords);
    const directory = this.#directory.maybe;
    const owner = row.ownerId ? nameOf(directory, row.ownerId) : '';
    const shown = this.only?.id === row.id ? this.only.ways : ways;
    const next = nextOf(row, ways, this.#offers.of(row.id), this.#about);
    const move = (way: Step) => this.tell('desk-move', { row, way });
    const pick = ({ detail }: CustomEvent<string>) => {
      const way = shown.find((one) => idOf(one) === detail);
      this.only = undefined;
      if (way) move(way);
    };
    const face = html`<span title=${owner}>${avatar(owner)}</span><span class="visually-hidden">${owner}</span>`;
    return html`<div
      class="row wrap">${owner ? face : nothing}${dueMark(row.dueAt, { language, zone: zoneOf(directory, row.storeId) })}</div>
      <div class="foot">
        ${
          next
            ? html`<button class="button tight" type="button" title=${next.because ?? nothing}
              aria-label=${words.about(next.title, title)} @click=${() => move(next)}>${next.title}</button>`
            : html`<span></span>`
        }
        ${
          shown.length > 0
            ? html`<desk-admin-menu label=${words.move(title)} .items=${shown.map((way) => ({
                id: idOf(way),
                label: way.title,
                blocked: way.why,
                danger: way.grave,
              }))} @desk-pick=${pick}>${icon('more')}</desk-admin-menu>`
            : nothing
        }</div>`;
  }
}

const idOf = ({ action, to }: Way): string => `${action} ${to}`;

define('desk-admin-board-column', DeskBoardColumn);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-board-column': DeskBoardColumn;
  }
}
