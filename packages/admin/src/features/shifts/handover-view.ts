/**
 * @module A hand-over as the next shift reads it: ticked item by item, acknowledged once.
 */
import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { Act } from '../../desk/act.ts';
import { clientContext, navigationContext, Use } from '../../desk/contexts.ts';
import type { AdminFeature } from '../../desk/feature.ts';
import { featuresContext } from '../../desk/panels.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField } from '../../kit/field.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { tables } from '../../kit/table-style.ts';
import { RowOffers } from '../../desk/offers.ts';
import { rowPath } from '../../records/row-path.ts';
import { acknowledgeHandover, setHandoverItem, type HandoverItemRow, type HandoverRead } from './data.ts';
import { shiftWords } from './words.ts';

const TEXTS = ['parcels', 'preOrders', 'anomalies', 'changes'] as const;

/** Where an item can be looked at. */
const pathOf = ({ kind, refId }: HandoverItemRow, features: readonly AdminFeature[]): string | undefined => {
  if (!refId) return undefined;
  if (kind === 'CONVERSATION') return `/inbox/open/${refId}`;
  const [entity = '', id = ''] = kind === 'CASE' ? ['AfterSalesCase', refId] : refId.split('/');
  return kind === 'CASE' || kind === 'WORK' ? rowPath(features, entity, id) : undefined;
};

/** @event {{ handover: HandoverRead, text: string }} desk-handover - It is ticked or acknowledged. */
export class DeskHandoverView extends DeskElement {
  static override properties = { handover: { attribute: false }, remark: { state: true } };
  static override styles = [
    base,
    controls,
    tables,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.5rem;
        align-items: center;
        padding-block: 0.25rem;
        border-block-end: 1px solid var(--line);
      }
      .done {
        color: var(--ink-2);
        text-decoration: line-through;
      }
      dl {
        display: grid;
        gap: 0.25rem;
        margin: 0;
      }
      dd {
        margin: 0;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare handover: HandoverRead;
  remark = '';
  readonly #client = new Use(this, clientContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #features = new Use(this, featuresContext);
  readonly #act = new Act(this);

  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'Handover',
    rows: () => (this.handover ? [this.handover] : []),
  });

  async #tick(item: HandoverItemRow, event: Event): Promise<void> {
    const done = (event.target as HTMLInputElement).checked;
    const handover = await this.#act.run(this.#client.value, setHandoverItem, {
      id: this.handover.id,
      itemId: item.id,
      done,
    });
    if (handover) this.tell('desk-handover', { handover, text: '' });
    else this.requestUpdate();
  }

  async #acknowledge(event: Event): Promise<void> {
    event.preventDefault();
    const handover = await this.#act.run(this.#client.value, acknowledgeHandover, {
      id: this.handover.id,
      remark: this.remark,
    });
    if (handover) this.tell('desk-handover', { handover, text: this.words(shiftWords).acknowledged });
  }

  override render() {
    const words = this.words(shiftWords);
    const { items } = this.handover;
    const texts = TEXTS.filter((name) => this.handover[name]);
    return html`<section class="card padded">
      ${problemNotice(this.#act.problem, this.language)}
      <h2>${words.items} <span
        class="muted small">${words.openCount(items.filter(({ doneAt }) => doneAt === null).length, items.length)}</span></h2>
      ${items.length === 0 ? html`<p class="muted">${words.noItems}</p>` : html`<ul>${items.map((item) => this.#renderItem(item))}</ul>`}
      ${texts.length > 0 ? html`<dl>${texts.map((name) => html`<dt class="muted small">${words[name]}</dt><dd>${this.handover[name]}</dd>`)}</dl>` : nothing}
      ${
        this.#offers.allows(this.handover, 'acknowledgeHandover')
          ? html`<form class="stack" novalidate @submit=${this.#acknowledge}>
            ${areaField({ id: 'remark', label: words.remark, value: this.remark, maxLength: 1000, rows: 2, onInput: (remark) => (this.remark = remark) })}
            <div><button class="button primary" aria-disabled=${this.#act.busy}>${words.acknowledge}</button></div>
          </form>`
          : nothing
      }
    </section>`;
  }

  #renderItem(item: HandoverItemRow) {
    const words = this.words(shiftWords);
    const path = pathOf(item, this.#features.maybe ?? []);
    const text = path ? html`<a href=${this.#navigation.value.href(path)}>${item.text}</a>` : item.text;
    return html`<li>
      <input type="checkbox" aria-label=${words.tick(item.text)} .checked=${live(item.doneAt !== null)}
        ?disabled=${!this.#offers.allows(this.handover, 'setHandoverItem')} @change=${(event: Event) => void this.#tick(item, event)} />
      <span class="chip">${this.language.code('HandoverItemKind', item.kind)}</span>
      <span class=${item.doneAt ? 'done' : ''}>${text}</span>
      ${item.dueAt ? html`<span class="muted small">${words.due} ${this.language.deadline(item.dueAt, undefined)}</span>` : nothing}
    </li>`;
  }
}

define('desk-admin-handover-view', DeskHandoverView);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-handover-view': DeskHandoverView;
  }
}
