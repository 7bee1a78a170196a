/**
 * @module The draft of a hand-over. What is typed stays until it is saved, also when sending is refused.
 */
import { css, html, type PropertyValues } from 'lit';
import { live } from 'lit/directives/live.js';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, Use } from '../../desk/contexts.ts';
import { worksFor } from '../../desk/directory.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, bareSelect, selectField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { tables } from '../../kit/table-style.ts';
import {
  editHandover,
  refreshHandover,
  submitHandover,
  type HandoverRead,
  type HandoverTexts,
  type ItemDraft,
} from './data.ts';
import { shiftWords } from './words.ts';
import { localMinute } from '../../kit/local-minute.ts';

const TEXTS = ['parcels', 'preOrders', 'anomalies', 'changes'] as const satisfies readonly (keyof HandoverTexts)[];

const toField = (instant: string | null): string => (instant ? localMinute(Date.parse(instant)) : '');

/** @event {{ handover: HandoverRead, text: string }} desk-handover - It is saved or sent. */
export class DeskHandoverForm extends DeskElement {
  static override properties = {
    handover: { attribute: false },
    items: { state: true },
    texts: { state: true },
    receiverId: { state: true },
  };
  static override styles = [
    base,
    controls,
    tables,
    css`
      .entry {
        display: grid;
        grid-template-columns: 8rem minmax(10rem, 1fr) 12rem auto;
        gap: 0.375rem;
        align-items: center;
        padding-block: 0.25rem;
      }
      @container (inline-size < 45rem) {
        .entry {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .entry > .wide {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  declare handover: HandoverRead;
  items: readonly ItemDraft[] | undefined;
  texts: HandoverTexts | undefined;
  receiverId = '';
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #act = new Act(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('handover')) return;
    const { items, parcels, preOrders, anomalies, changes } = this.handover;
    this.items = items.map(({ id, kind, refId, text, dueAt }) => ({ id, kind, refId, text, dueAt }));
    this.texts = { parcels, preOrders, anomalies, changes };
  }

  get #input() {
    const items = (this.items ?? []).filter(({ text }) => text.trim());
    return {
      id: this.handover.id,
      items,
      ...(this.texts ?? { parcels: '', preOrders: '', anomalies: '', changes: '' }),
    };
  }

  async #save(): Promise<HandoverRead | undefined> {
    return this.#act.run(this.#client.value, editHandover, this.#input);
  }

  async #saveDraft(): Promise<void> {
    const handover = await this.#save();
    if (handover) this.tell('desk-handover', { handover, text: this.words(shiftWords).draftSaved });
  }

  async #refresh(): Promise<void> {
    if (!(await this.#save())) return;
    const handover = await this.#act.run(this.#client.value, refreshHandover, { id: this.handover.id });
    if (handover) this.tell('desk-handover', { handover, text: '' });
  }

  async #send(event: Event): Promise<void> {
    event.preventDefault();
    if (!(await this.#save())) return;
    const handover = await this.#act.run(this.#client.value, submitHandover, {
      id: this.handover.id,
      receiverId: this.receiverId || null,
    });
    if (handover) this.tell('desk-handover', { handover, text: this.words(shiftWords).sent });
  }

  override render() {
    const words = this.words(shiftWords);
    const { storeId, giverId } = this.handover;
    const { problem, busy } = this.#act;
    const people = [...this.#directory.value.colleagues.values()]
      .filter((one) => one.active && one.id !== giverId && worksFor(one, storeId))
      .map(({ id, name }) => ({ value: id, label: name }));
    return html`<form class="card padded" novalidate @submit=${this.#send}>
      ${problemNotice(problem, this.language)}
      <h2>${words.items}</h2>
      <div>${(this.items ?? []).length === 0 ? html`<p class="muted">${words.noItems}</p>` : (this.items ?? []).map((item, index) => this.#renderItem(item, index))}</div>
      <div class="row wrap">
        <button class="button tight" type="button"
          @click=${() => (this.items = [...(this.items ?? []), { kind: 'PROMISE', refId: null, text: '', dueAt: null }])}>${icon('plus', 'small')}${words.addItem}</button>
        <button class="button tight" type="button" aria-disabled=${busy}
          @click=${() => void this.#refresh()}>${icon('refresh', 'small')}${words.refresh}</button>
      </div>
      <div class="two">${TEXTS.map((name) => areaField({ id: name, label: words[name], value: this.texts?.[name] ?? '', maxLength: 2000, rows: 2, onInput: (value) => this.texts && (this.texts = { ...this.texts, [name]: value }) }))}</div>
      ${selectField({ id: 'receiver', label: words.receiver, value: this.receiverId, empty: words.anybody, choices: people, onInput: (id) => (this.receiverId = id) })}
      <div class="row wrap">
        <button class="button primary" aria-disabled=${busy}>${icon('send', 'small')}${words.send}</button>
        <button class="button" type="button" aria-disabled=${busy}
          @click=${() => void this.#saveDraft()}>${words.saveDraft}</button>
      </div>
    </form>`;
  }

  #renderItem(item: ItemDraft, index: number) {
    const words = this.words(shiftWords);
    const change = (more: Partial<ItemDraft>) =>
      (this.items = (this.items ?? []).map((one, at) => (at === index ? { ...one, ...more } : one)));
    const value = (event: Event) => (event.target as HTMLInputElement).value;
    const name = item.text || `${index + 1}`;
    const dueAt = (event: Event) => (value(event) ? new Date(value(event)).toISOString() : null);
    return html`<div class="entry" role="group" aria-label=${name}>
      ${bareSelect({ id: `kind-${index}`, label: words.kind, value: item.kind, disabled: item.refId !== null, choices: this.language.choices<ItemDraft['kind']>('HandoverItemKind'), onInput: (kind) => kind && change({ kind }) })}
      <input class="wide" aria-label=${words.text} placeholder=${words.text} maxlength="500"
        .value=${live(item.text)} @input=${(event: Event) => change({ text: value(event) })} />
      <input type="datetime-local" aria-label=${words.due} .value=${live(toField(item.dueAt ?? null))}
        @change=${(event: Event) => change({ dueAt: dueAt(event) })} />
      <button class="button plain icon-only" type="button" aria-label=${words.removeItem(name)}
        @click=${() => (this.items = (this.items ?? []).filter((_, at) => at !== index))}>${icon('trash')}</button>
    </div>`;
  }
}

define('desk-admin-handover-form', DeskHandoverForm);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-handover-form': DeskHandoverForm;
  }
}
