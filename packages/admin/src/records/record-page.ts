/**
 * @module The page of one row of any entity: what it is and how far, the one action that leads on and the others in a
 * menu, its facts, who and when at the side, what belongs to it, and what was done with it.
 */
import { html, nothing, type TemplateResult } from 'lit';
import {
  clientContext,
  directoryContext,
  liveContext,
  navigationContext,
  Use,
  viewerContext,
} from '../desk/contexts.ts';
import '../desk/lazy.ts';
import { loadCode } from '../desk/load-code.ts';
import { featuresContext } from '../desk/panels.ts';
import { wholeRecord, type RecordDefinition, type RecordSlot, type RecordStart } from '../desk/record.ts';
import { RecordWatch } from '../desk/record-watch.ts';
import { can } from '../desk/viewer.ts';
import { avatar, avatars } from '../kit/avatar.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import { DeskElement, define } from '../kit/element.ts';
import { facts } from '../kit/facts.ts';
import { icon } from '../kit/icon.ts';
import { Loader } from '../kit/loader.ts';
import '../kit/menu.ts';
import { emptyState, loaded } from '../kit/states.ts';
import { states } from '../kit/state-style.ts';
import { tables } from '../kit/table-style.ts';
import { act } from './act.ts';
import { cellStyle, chipsOf, fieldView, isEmpty, titleOf, type ViewContext } from './cell.ts';
import { offersOn, recordOne, type Offered, type RecordRow } from './data.ts';
import { describe, type DeskDescription, type EntityDescription, type FieldDescription } from './description.ts';
import { belowField, placesOf } from './meaning.ts';
import { fieldName } from './names.ts';
import { entriesOf, leadingOf, menuItems, type Entry } from './offers.ts';
import { pageStyle } from './page-style.ts';
import { belongingTo } from './related.ts';
import { rowPath } from './row-path.ts';
import { recordWords } from './words.ts';

/** Actions that stand beside the first one; the rest is in the menu. */
const BESIDE = 2;
/** Lists of what belongs to a row, at most. */
const MOST_RELATED = 6;

interface Known {
  readonly desk: DeskDescription;
  readonly definition: RecordDefinition | undefined;
  readonly entity: EntityDescription;
  readonly row: RecordRow | null;
  readonly offered: readonly Offered[];
}

type PartSlot = RecordSlot & { readonly kind: 'part' };

/** @summary A derived page of one row. */
export class DeskRecord extends DeskElement {
  static override properties = { params: { attribute: false }, entity: {}, start: { attribute: false } };
  static override styles = [base, controls, states, tables, avatars, facts.style, cellStyle, pageStyle];

  params: Readonly<Record<string, string | undefined>> = {};
  /** Name of the entity; absent: the address says it. */
  entity: string | undefined;
  /** What its feature says of it at first; absent: nothing. */
  start: RecordStart | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #features = new Use(this, featuresContext);
  readonly #known = new Loader(this, {
    args: () => (this.params['id'] ? ([this.#name, this.params['id']] as const) : undefined),
    load: ([name, id]) => this.#load(name, id),
  });

  constructor() {
    super();
    new RecordWatch(this, new Use(this, liveContext), {
      entities: [],
      hears: (entity) => entity === this.#name,
      changed: (changes) => {
        if (changes.length === 0 || changes.some(({ id }) => id === this.params['id'])) void this.#known.reload();
      },
    });
  }

  get definition(): RecordDefinition | undefined {
    return this.#known.value?.definition;
  }

  get #name(): string {
    return this.entity ?? this.params['entity'] ?? '';
  }

  get #slots(): readonly RecordSlot[] {
    return (this.#features.maybe ?? []).flatMap(({ into }) => into).filter(({ on }) => on === this.#name);
  }

  async #load(name: string, id: string): Promise<Known | null> {
    const client = this.#client.value;
    const desk = await describe(client, this.#viewer.value.id);
    const entity = desk.entities.find((one) => one.name === name);
    if (!entity) return null;
    const [definition, row, offers] = await Promise.all([
      loadCode(() => wholeRecord(this.start)),
      client.query(recordOne(entity, desk), { id }),
      client.query(offersOn, { entity: name, ids: [id] }),
    ]);
    const offered = (offers[0]?.actions ?? []).filter(({ elsewhere }) => !elsewhere);
    return { desk, definition, entity, row, offered };
  }

  override render() {
    const missing = emptyState({ icon: 'search', title: this.words(recordWords).missing, isPage: true });
    if (this.#known.problem?.code === 'NOT_FOUND') return missing;
    return html`<div
      class="page">${loaded(this.#known, this.language, (known) => (known?.row ? this.#renderRow(known, known.row) : missing), { isPage: true })}</div>`;
  }

  #context({ desk, entity }: Known): ViewContext {
    const features = this.#features.maybe ?? [];
    return {
      language: this.language,
      desk,
      entity,
      directory: this.#directory.value,
      definition: this.definition,
      hrefOf: (name, id) => this.#navigation.value.href(rowPath(features, name, id)),
    };
  }

  #renderRow(known: Known, row: RecordRow) {
    const { desk, entity } = known;
    const context = this.#context(known);
    const places = placesOf(entity);
    const parts = this.#slots.filter(
      (slot): slot is PartSlot =>
        slot.kind === 'part' && can(this.#viewer.maybe, slot.allow) && (slot.when?.(row as never) ?? true),
    );
    const related = belongingTo(entity, desk).slice(0, MOST_RELATED);
    return html`${this.#renderHead(known, row, context)}
      <div class="columns">
        <div class="main">
          ${this.#renderFacts([...places.facts], places.prose, row, context)}
          ${places.parts.filter((field) => !isEmpty(field, row)).map((field) => html`<section class="card padded"><h2>${fieldName(field, this.language)}</h2>${fieldView(field, row, context)}</section>`)}
          ${parts.filter(({ side }) => !side).map((slot) => this.#renderPart(slot, row))}
          ${related.map(
            (belonging) => html`<desk-admin-related .belonging=${belonging} .desk=${desk}
            .rowId=${row.id}></desk-admin-related>`,
          )}
        </div>
        <aside class="side" aria-label=${this.words(recordWords).whoAndWhen}>
          ${parts.filter(({ side }) => side).map((slot) => this.#renderPart(slot, row))}
          ${this.#renderSide(places.side, places.rare, row, context)}
          <desk-admin-history .entity=${entity.name} .rowId=${row.id} .version=${row.version}></desk-admin-history>
        </aside>
      </div>`;
  }

  #renderHead(known: Known, row: RecordRow, context: ViewContext) {
    const { entity, offered, desk } = known;
    const { language, definition } = this;
    const words = this.words(recordWords);
    const title = titleOf(entity, row, language);
    const listPath = definition ? `/${definition.path}` : `/records/${entity.name}`;
    const listTitle = language.of(definition?.title ?? entity.title);
    const state = entity.fields.find(({ name }) => name === entity.machine?.field);
    const below = belowField(entity, definition);
    const chips = this.#slots.flatMap((slot) => (slot.kind === 'chip' ? [slot] : []));
    const entries = entriesOf(row, offered, { desk, entity, definition, slots: this.#slots, language });
    return html`<div class="head">
      ${
        entity.list
          ? html`<a class="button plain icon-only" href=${this.#navigation.value.href(listPath)}
        aria-label=${words.back(listTitle)}>${icon('back')}</a>`
          : nothing
      }
      ${definition?.people ? avatar(title) : nothing}
      <div class="what">
        <p class="kind">${language.of(entity.title)}${below && row[below.name] ? html` · <bdi>${String(row[below.name])}</bdi>` : nothing}</p>
        <div class="name"><h1><bdi>${title}</bdi></h1>${state ? fieldView(state, row, context) : nothing}${chipsOf(chips, row, language)}</div>
      </div>
      ${this.#renderButtons(entries, row, entity)}
    </div>`;
  }

  /** Why the desk recommends the first button. */
  #renderBecause(first: Entry | undefined) {
    return first?.because
      ? html`<p class="because hint">${icon('info', 'small')}<span>${first.because}</span></p>`
      : nothing;
  }

  /** One that leads on, two beside it, the rest in the menu: what is grave or not possible now stands there. */
  #renderButtons(entries: readonly Entry[], row: RecordRow, entity: EntityDescription) {
    const words = this.words(recordWords);
    const first = leadingOf(entries, row, entity);
    const beside = entries
      .filter((entry) => entry !== first && entry.why === undefined && !entry.grave)
      .slice(0, BESIDE);
    const rest = entries.filter((entry) => entry !== first && !beside.includes(entry));
    const button = (entry: Entry, kind: string) =>
      html`<button class="button ${kind}" type="button"
        @click=${() => void this.#do(entry, row)}>${entry.label}</button>`;
    const pick = ({ detail }: CustomEvent<string>) => {
      const entry = rest.find(({ id }) => id === detail);
      if (entry) void this.#do(entry, row);
    };
    return html`<div class="row wrap">
      ${this.#renderBecause(first)} ${first ? button(first, 'primary') : nothing}
      ${beside.map((entry) => button(entry, ''))}
      ${
        rest.length > 0
          ? html`<desk-admin-menu label=${words.more} .items=${menuItems(rest)}
        @desk-pick=${pick}>${icon('more')}</desk-admin-menu>`
          : nothing
      }
    </div>`;
  }

  async #do({ action, button, grave }: Entry, row: RecordRow): Promise<void> {
    const heading = button?.title && this.language.of(button.title);
    if (!(await act(this, action.name, { ...button, row, grave, heading, forms: this.definition?.forms }))) return;
    await this.#known.reload();
    // A row that the action has taken away has no page any more.
    if (this.#known.problem?.code === 'NOT_FOUND' || this.#known.value?.row === null)
      this.#navigation.value.go(this.definition ? `/${this.definition.path}` : `/records/${this.#name}`, {
        replace: true,
      });
  }

  #renderFacts(
    fields: readonly FieldDescription[],
    prose: readonly FieldDescription[],
    row: RecordRow,
    context: ViewContext,
  ) {
    const texts = prose.filter((field) => !isEmpty(field, row));
    if (fields.length + texts.length === 0) return nothing;
    const said = this.definition?.empty ?? {};
    const blank = fields.filter((field) => isEmpty(field, row) && !(field.name in said));
    const filled = fields.filter((field) => !blank.includes(field));
    const names = this.language.list(blank.map((field) => fieldName(field, this.language)));
    return html`<section class="card padded" aria-label=${this.words(recordWords).what}>
      ${filled.length > 0 ? this.#facts(filled, row, context) : nothing}
      ${blank.length > 0 ? html`<p class="muted small">${this.words(recordWords).blank(names)}</p>` : nothing}
      ${texts.map((field) => html`<div class="prose-field"><span>${fieldName(field, this.language)}</span>${fieldView(field, row, context)}</div>`)}
    </section>`;
  }

  #facts(fields: readonly FieldDescription[], row: RecordRow, context: ViewContext): TemplateResult {
    return facts(
      fields.map((field) => [fieldName(field, this.language), html`${fieldView(field, row, context)}`] as const),
    );
  }

  #renderSide(
    fields: readonly FieldDescription[],
    rare: readonly FieldDescription[],
    row: RecordRow,
    context: ViewContext,
  ) {
    const words = this.words(recordWords);
    const said = this.definition?.empty ?? {};
    const filled = fields.filter((field) => !isEmpty(field, row) || field.name in said);
    const folded = rare.filter((field) => !isEmpty(field, row));
    return html`<section class="card padded">
      ${this.#facts(filled, row, context)}
      ${folded.length > 0 ? html`<details><summary>${words.rare}</summary>${this.#facts(folded, row, context)}</details>` : nothing}
      <p class="muted small">${words.idLabel} <span class="mono">${row.id}</span></p>
    </section>`;
  }

  #renderPart({ tag, load, title }: PartSlot, row: RecordRow) {
    return html`<section class="card padded"><h2>${this.language.of(title)}</h2><desk-admin-lazy .tag=${tag}
      .load=${load} .values=${{ subject: row }}></desk-admin-lazy></section>`;
  }
}

define('desk-admin-record', DeskRecord);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-record': DeskRecord;
  }
}
