/**
 * @module The cases by whose turn it is. A card is moved by nothing but the steps of its case, by mouse or keyboard
 * alike; each column is a list of its own, the most urgent first.
 */
import { css, html, nothing } from 'lit';
import { clientContext, directoryContext, liveContext, navigationContext, Use } from '../../desk/contexts.ts';
import { RecordWatch } from '../../desk/record-watch.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField } from '../../kit/field.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toastProblem } from '../../kit/toast.ts';
import { kitWords } from '../../kit/words.ts';
import './board-column.ts';
import './case-steps.ts';
import { afterSalesCase, caseCounts, type CaseGroup, type CaseItem } from './data.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { caseTabs } from './tabs.ts';
import { caseWords } from './words.ts';

const COLUMNS: readonly CaseGroup[] = ['DECIDE', 'RETURN', 'INSPECT', 'PAY', 'SEND', 'DISPUTE', 'DONE'];

export class DeskCaseBoard extends DeskElement {
  static override properties = { search: { attribute: false }, moving: { state: true }, round: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    tabStyle,
    css`
      .board {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(15.5rem, 1fr);
        gap: 0.75rem;
        overflow-x: auto;
        padding-block-end: 0.75rem;
        align-items: start;
      }
      .page {
        max-inline-size: none;
      }
      .store {
        inline-size: 14rem;
      }
      @container (inline-size < 45rem) {
        .board {
          grid-auto-flow: row;
          grid-auto-columns: auto;
        }
      }
    `,
  ];

  search = new URLSearchParams();
  moving: CaseItem | undefined;
  /** Rises when something changed: columns read themselves again. */
  round = 0;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #live = new Use(this, liveContext);
  readonly #counts = new Loader(this, {
    args: () => [this.search.get('store') ?? ''] as const,
    load: ([storeId]) => this.#client.value.query(caseCounts, storeId ? { storeId } : {}),
  });

  constructor() {
    super();
    new RecordWatch(this, this.#live, { entities: ['AfterSalesCase'], changed: () => this.#refresh() });
  }

  #refresh(): void {
    this.round += 1;
    void this.#counts.reload();
  }

  async #open({ detail }: CustomEvent<string>): Promise<void> {
    try {
      this.moving = (await this.#client.value.query(afterSalesCase, { id: detail })) ?? undefined;
    } catch (error) {
      toastProblem(this, error, this.language);
    }
  }

  #done(): void {
    this.moving = undefined;
    this.#refresh();
  }

  override render() {
    const words = this.words(caseWords);
    const stores = [...(this.#directory.maybe?.stores.values() ?? [])];
    const navigation = this.#navigation.value;
    const storeId = this.search.get('store') ?? '';
    return html`<div class="page">
      <div class="page-head">
        <h1>${words.title}</h1>
        ${stores.length > 1 ? html`<div class="store">${selectField({ id: 'store', label: words.store, value: storeId, empty: this.words(kitWords).any, choices: stores.map(({ id, name }) => ({ value: id, label: name })), onInput: (id) => navigation.go(id ? `/cases?store=${id}` : '/cases', { replace: true }) })}</div>` : nothing}
      </div>
      ${caseTabs('board', { language: this.language, navigation })}
      ${loaded(
        this.#counts,
        this.language,
        ({ groups, mostCounted }) =>
          html`<div class="board" @desk-move=${(event: CustomEvent<string>) => void this.#open(event)}>${COLUMNS.map(
            (group) => {
              const known = groups.find((one) => one.group === group);
              return html`<desk-admin-case-column .group=${group} .states=${known?.states ?? []}
                .count=${known?.cases ?? 0} .most=${mostCounted} .storeId=${storeId} .round=${this.round}></desk-admin-case-column>`;
            },
          )}</div>`,
      )}
      ${this.moving ? this.#renderMove(this.moving) : nothing}
    </div>`;
  }

  #renderMove(row: CaseItem) {
    return html`<desk-admin-dialog open heading=${this.words(caseWords).move(row.number)}
      @desk-done=${() => this.#done()} @desk-stale=${() => this.#refresh()} @desk-closed=${() => (this.moving = undefined)}>
      <desk-admin-case-steps .row=${row}></desk-admin-case-steps>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-case-board', DeskCaseBoard);
