import { css, html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, directoryContext, navigationContext, Use } from '../desk/contexts.ts';
import { nameOf, zoneOf } from '../desk/directory.ts';
import { featuresContext } from '../desk/panels.ts';
import { workItems, type WorkItemRow } from '../desk/work.ts';
import { avatar, avatars } from '../kit/avatar.ts';
import { base } from '../kit/base-style.ts';
import { SecondHand } from '../kit/clock.ts';
import { controls } from '../kit/control-style.ts';
import { dueMark } from '../kit/due.ts';
import { DeskElement, define } from '../kit/element.ts';
import { icon } from '../kit/icon.ts';
import { shortcutOf } from '../kit/keys.ts';
import '../kit/menu.ts';
import { paged, Pages } from '../kit/pages.ts';
import { failedState, pendingState } from '../kit/states.ts';
import { states } from '../kit/state-style.ts';
import { kitWords } from '../kit/words.ts';
import { waysOf, type Column, type Lifted, type Way } from './board-ways.ts';
import type { DeskDescription, EntityDescription } from './description.ts';
import { Offers } from './offers.ts';
import { rowPath } from './row-path.ts';
import { stateName } from './work-names.ts';
import { recordWords } from './words.ts';

const PAGE = 20;

/**
 * @summary One column of a derived board.
 * @event {{ row: WorkItemRow, way: Way }} desk-move - A way was chosen for an item.
 * @event {Lifted | undefined} desk-lift - A card is dragged, or no more.
 * @event desk-drop - A card was dropped here.
 */
export class DeskBoardColumn extends DeskElement {
  static override properties = {
    kind: { attribute: false },
    desk: { attribute: false },
    column: { attribute: false },
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
      .foot .row {
        flex-wrap: wrap;
        min-inline-size: 0;
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
      article > a {
        color: var(--ink);
        font-weight: 550;
        text-decoration: none;
        overflow-wrap: anywhere;
      }
      article > a:hover {
        text-decoration: underline;
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
  readonly #pages = new Pages<WorkItemRow>(this, {
    key: () => (this.#shown ? `${this.kind.name} ${this.column.code} ${this.storeId}` : undefined),
    load: async (after) => {
      const filter = {
        entity: { eq: this.kind.name },
        state: { in: this.column.states },
        ...(this.storeId ? { storeId: { eq: this.storeId } } : {}),
      };
      return paged(await this.#client.value.query(workItems, { filter, first: PAGE, after }));
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

  #ways(row: WorkItemRow): Way[] {
    return waysOf(row, this.#offers.of(row.id), this.kind, this.desk);
  }

  #lift(event: DragEvent, row: WorkItemRow): void {
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

  #keys(event: KeyboardEvent, row: WorkItemRow): void {
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
    rows: readonly WorkItemRow[],
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

  #renderCard(row: WorkItemRow) {
    const { language } = this;
    const words = this.words(recordWords);
    const ways = this.#ways(row);
    const shown = this.only?.id === row.id ? this.only.ways : ways;
    const title = row.title || row.number || row.id.slice(-6);
    const directory = this.#directory.maybe;
    const owner = row.ownerId ? nameOf(directory, row.ownerId) : '';
    const pick = ({ detail }: CustomEvent<string>) => {
      const way = shown.find((one) => idOf(one) === detail);
      this.only = undefined;
      if (way) this.tell('desk-move', { row, way });
    };
    const href = this.#navigation.value.href(rowPath(this.#features.maybe ?? [], row.entity, row.id));
    return html`<article draggable=${ways.length > 0 ? 'true' : 'false'}
      @dragstart=${(event: DragEvent) => this.#lift(event, row)}
      @dragend=${() => this.tell('desk-lift', undefined)} @keydown=${(event: KeyboardEvent) => this.#keys(event, row)}>
      <a href=${href} draggable="false"><bdi>${title}</bdi></a>
      <p class="row wrap small muted">${row.number ? html`<span class="numeric">${row.number}</span>` : nothing}<span>${stateName(this.kind, row.state, language)}</span></p>
      <div class="foot"><span
        class="row">${owner ? html`<span title=${owner}>${avatar(owner)}</span><span class="visually-hidden">${owner}</span>` : nothing}${dueMark(row.dueAt, { language, zone: zoneOf(directory, row.storeId) })}</span>
        ${
          shown.length > 0
            ? html`<desk-admin-menu label=${words.move(title)} .items=${shown.map((way) => ({
                id: idOf(way),
                label: language.of(way.title),
                blocked: way.why,
                danger: way.grave,
              }))} @desk-pick=${pick}>${icon('right')}</desk-admin-menu>`
            : nothing
        }</div>
    </article>`;
  }
}

const idOf = ({ action, to }: Way): string => `${action} ${to}`;

define('desk-admin-board-column', DeskBoardColumn);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-board-column': DeskBoardColumn;
  }
}
