/**
 * @module One row of any entity: its fields, what features show about it, and its actions with the reason for those
 * that are not possible now.
 */
import { html, nothing } from 'lit';
import type { Document } from '@shopdesk/core/client';
import { clientContext, navigationContext, Use, viewerContext } from '../desk/contexts.ts';
import '../desk/lazy.ts';
import { featuresContext } from '../desk/panels.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import { DeskElement, define } from '../kit/element.ts';
import { facts } from '../kit/facts.ts';
import { icon } from '../kit/icon.ts';
import { Loader } from '../kit/loader.ts';
import { emptyState, loaded } from '../kit/states.ts';
import { states } from '../kit/state-style.ts';
import { tables } from '../kit/table-style.ts';
import {
  describe,
  labelField,
  type ActionDescription,
  type DeskDescription,
  type EntityDescription,
} from './description.ts';
import { fieldName } from './names.ts';
import { recordOne, type RecordRow } from './record-query.ts';
import { rowPath } from './row-path.ts';
import { fieldView } from './value-view.ts';
import { recordWords } from './words.ts';

interface Available {
  readonly name: string;
  readonly title: string;
  readonly denial: { readonly code: string; readonly message: string } | null;
}

export const availableOn =
  'query AvailableActions($entity: String!, $id: ID!) { availableActions(entity: $entity, id: $id) { name title denial { code message } } }' as Document<
    { entity: string; id: string },
    readonly Available[]
  >;

interface Known {
  readonly desk: DeskDescription;
  readonly entity: EntityDescription;
  readonly row: RecordRow | null;
  readonly actions: readonly Available[];
}

/** @summary A generic page of one row. */
export class DeskRecord extends DeskElement {
  static override properties = { params: { attribute: false }, action: { state: true } };
  static override styles = [base, controls, states, tables, facts.style];

  params: Readonly<Record<string, string | undefined>> = {};
  action: ActionDescription | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #features = new Use(this, featuresContext);
  readonly #known = new Loader(this, {
    args: () => (this.params['id'] ? ([this.params['entity'] ?? '', this.params['id']] as const) : undefined),
    load: ([name, id]) => this.#load(name, id),
  });

  async #load(name: string, id: string): Promise<Known | null> {
    const client = this.#client.value;
    const desk = await describe(client, this.#viewer.value.id);
    const entity = desk.entities.find((one) => one.name === name);
    if (!entity) return null;
    const [row, actions] = await Promise.all([
      client.query(recordOne(entity, desk), { id }),
      client.query(availableOn, { entity: name, id }),
    ]);
    return { desk, entity, row, actions };
  }

  override render() {
    const missing = emptyState({ icon: 'search', title: this.words(recordWords).missing, isPage: true });
    if (this.#known.problem?.code === 'NOT_FOUND') return missing;
    return html`<div class="page">${loaded(this.#known, this.language, (known) => (known?.row ? this.#renderRow(known, known.row) : missing))}</div>`;
  }

  #renderRow(known: Known, row: RecordRow) {
    const { desk, entity } = known;
    const { language } = this;
    const words = this.words(recordWords);
    const list = language.of(entity.title);
    const hrefOf = (name: string, id: string) =>
      this.#navigation.value.href(rowPath(this.#features.maybe ?? [], name, id));
    const fields = entity.fields.filter(({ name }) => !['id', 'version'].includes(name));
    return html`<div class="page-head">
        ${entity.list ? html`<a class="button plain icon-only" href=${this.#navigation.value.href(`/records/${entity.name}`)} aria-label=${words.back(list)}>${icon('back')}</a>` : nothing}
        <h1>${list}: ${String(row[labelField(entity)] || row.id)}</h1>
      </div>
      <div class="columns">
        <section class="card padded" aria-label=${words.history}>
          ${facts([...fields.map((field) => [fieldName(field, language), html`${fieldView(field, row, { language, desk, hrefOf })}`] as const), [fieldName(entity.fields.find(({ name }) => name === 'id') ?? { name: 'id' }, language), html`<span class="mono">${row.id}</span>`]])}
        </section>
        <section class="card padded" aria-label=${words.actions}>${this.#renderActions(known)}</section>
      </div>
      ${this.action ? this.#renderDialog(known, row, this.action) : nothing}`;
  }

  #renderActions({ desk, actions }: Known) {
    const words = this.words(recordWords);
    if (actions.length === 0) return html`<p class="muted">${words.noActions}</p>`;
    return html`<h2>${words.actions}</h2>
      ${actions.map(({ name, title, denial }) => {
        const why = denial?.message ?? '';
        return html`<div class="field">
          <button class="button" type="button" aria-disabled=${why ? 'true' : nothing} aria-describedby=${why ? `why-${name}` : nothing} @click=${() => !why && (this.action = desk.actions.find((action) => action.name === name))}>${title}</button>
          ${why ? html`<p class="hint" id="why-${name}">${why}</p>` : nothing}
        </div>`;
      })}`;
  }

  #renderDialog({ desk, entity }: Known, row: RecordRow, action: ActionDescription) {
    return html`<desk-admin-lazy .tag=${'desk-admin-action-dialog'} .load=${() => import('./action-dialog.ts')} .values=${{ action, desk, entity, row }}
      @desk-done=${() => {
        this.action = undefined;
        void this.#known.reload();
      }}
      @desk-closed=${() => (this.action = undefined)}></desk-admin-lazy>`;
  }
}

define('desk-admin-record', DeskRecord);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-record': DeskRecord;
  }
}
