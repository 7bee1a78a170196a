/**
 * @module The board of a kind of work: a column for each group of states, those in which nothing is left folded. A card
 * is moved by nothing but the actions of its item; a drop, the menu of a card and the key m do the same.
 */
import { css, html, nothing, type PropertyValues } from 'lit';
import {
  clientContext,
  directoryContext,
  liveContext,
  navigationContext,
  Use,
  viewerContext,
} from '../desk/contexts.ts';
import { loadCode } from '../desk/load-code.ts';
import { wholeRecord, type RecordDefinition, type RecordStart } from '../desk/record.ts';
import { RecordWatch } from '../desk/record-watch.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import { DeskElement, define } from '../kit/element.ts';
import { selectField } from '../kit/field.ts';
import { Loader } from '../kit/loader.ts';
import { emptyState, loaded } from '../kit/states.ts';
import { states } from '../kit/state-style.ts';
import { tables } from '../kit/table-style.ts';
import { tabStyle } from '../kit/tab-style.ts';
import { toast } from '../kit/toast.ts';
import { kitWords } from '../kit/words.ts';
import { act } from './act.ts';
import './board-column.ts';
import { columnsOf, type Carded, type Column, type Lifted, type Step } from './board-ways.ts';
import { describe, type DeskDescription, type EntityDescription } from './description.ts';
import { recordWords } from './words.ts';

interface Known {
  readonly desk: DeskDescription;
  readonly definition: RecordDefinition | undefined;
}

/** @summary The derived board of a kind of work. */
export class DeskWorkBoard extends DeskElement {
  static override properties = {
    path: {},
    start: { attribute: false },
    search: { attribute: false },
    lifted: { state: true },
    round: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    tabStyle,
    css`
      .page {
        max-inline-size: none;
      }
      .board {
        display: flex;
        gap: 0.5rem;
        overflow-x: auto;
        padding-block-end: 0.75rem;
      }
      /* Columns find their width by what they hold: they are shown together, or after a while as they are. */
      .board:has(> desk-admin-board-column:not([settled])) {
        visibility: hidden;
        animation: appear 0s 2s forwards;
      }
      @keyframes appear {
        to {
          visibility: visible;
        }
      }
      /* As wide as the page has room for; what is empty or folded takes a strip. */
      desk-admin-board-column {
        flex: 1 1 0;
        min-inline-size: 9.75rem;
        max-inline-size: 24rem;
      }
      desk-admin-board-column[narrow] {
        flex: 0 0 2.75rem;
        min-inline-size: 2.75rem;
      }
      .store {
        inline-size: 14rem;
      }
      @container (inline-size < 45rem) {
        .board {
          display: grid;
        }
        desk-admin-board-column,
        desk-admin-board-column[narrow] {
          min-inline-size: 0;
          max-inline-size: none;
        }
      }
    `,
  ];

  /** Path of the page, which is one of its feature's tabs. */
  path = '';
  /** What the feature says of the kind at first. */
  declare start: RecordStart;
  search = new URLSearchParams();
  /** The card that is dragged, and where it may be dropped. */
  lifted: Lifted | undefined;
  /** Rises when something changed: columns read themselves again. */
  round = 0;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #desk = new Loader(this, {
    args: () => (this.start ? ([this.start] as const) : undefined),
    load: async ([start]): Promise<Known> => {
      const [desk, definition] = await Promise.all([
        describe(this.#client.value, this.#viewer.value.id),
        loadCode(() => wholeRecord(start)),
      ]);
      return { desk, definition };
    },
  });

  constructor() {
    super();
    new RecordWatch(this, new Use(this, liveContext), { entities: ['WorkItem'], changed: () => (this.round += 1) });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('start')) this.lifted = undefined;
  }

  async #act({ detail: { row, way } }: CustomEvent<{ readonly row: Carded; readonly way: Step }>): Promise<void> {
    const forms = this.#desk.value?.definition?.forms;
    if (await act(this, way.action, { row: { id: row.id }, grave: way.grave, forms })) this.round += 1;
  }

  /** A drop is the action that leads there; where several do, the card's own menu asks which. */
  #dropped(column: Column): void {
    const { lifted } = this;
    this.lifted = undefined;
    if (!lifted || column.states.includes(lifted.row.state)) return;
    const ways = lifted.ways.filter(({ to }) => column.states.includes(to));
    const open = ways.filter(({ why }) => why === undefined);
    const [way] = open;
    if (way && open.length === 1) void this.#act(new CustomEvent('', { detail: { row: lifted.row, way } }));
    else if (way) lifted.choose(open);
    else {
      const words = this.words(recordWords);
      const text = ways[0]?.why ?? words.noWay(this.language.of(column.title));
      toast(this, { kind: 'warn', text });
    }
  }

  override render() {
    const board = (known: Known) => {
      const entity = known.desk.entities.find(({ name }) => name === this.start.entity);
      return entity?.work ? this.#renderBoard(known, entity) : this.#renderMissing();
    };
    return html`<div class="page">${loaded(this.#desk, this.language, board, { isPage: true })}</div>`;
  }

  #renderMissing() {
    return emptyState({ icon: 'lock', title: this.words(recordWords).missing, isPage: true });
  }

  #renderBoard({ desk, definition }: Known, entity: EntityDescription) {
    const { language } = this;
    const storeId = this.search.get('storeId') ?? '';
    const stores = [...(this.#directory.maybe?.stores.values() ?? [])];
    const navigation = this.#navigation.value;
    const { path } = this;
    const tabs = definition?.tabs ?? [];
    return html`<div class="page-head">
        <h1>${language.of(this.start.title)}</h1>
        ${
          stores.length > 1
            ? html`<div class="store">${selectField({
                id: 'store',
                label: this.words(recordWords).store,
                value: storeId,
                empty: this.words(kitWords).any,
                choices: stores.map(({ id, name }) => ({ value: id, label: name })),
                onInput: (id) => navigation.go(id ? `${path}?storeId=${id}` : path, { replace: true }),
              })}</div>`
            : nothing
        }
      </div>
      <nav class="tabs" aria-label=${this.words(recordWords).views}>${tabs.map(
        (tab) => html`<a href=${navigation.href(tab.path)}
        aria-current=${tab.path === path ? 'page' : 'false'}>${language.of(tab.title)}</a>`,
      )}</nav>
      <div class="board" @desk-move=${(event: CustomEvent<{ row: Carded; way: Step }>) => void this.#act(event)}
        @desk-lift=${({ detail }: CustomEvent<Lifted | undefined>) => (this.lifted = detail)}>${columnsOf(
          entity,
          language,
        ).map(
          (column) => html`<desk-admin-board-column .kind=${entity} .desk=${desk} .column=${column} .storeId=${storeId}
          .definition=${definition} .round=${this.round} .lifted=${this.lifted}
          @desk-drop=${() => this.#dropped(column)}></desk-admin-board-column>`,
        )}</div>`;
  }
}

define('desk-admin-work-board', DeskWorkBoard);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-work-board': DeskWorkBoard;
  }
}
