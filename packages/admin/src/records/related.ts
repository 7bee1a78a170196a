/**
 * @module Beside a row what belongs to it: rows of other entities that name it, and what was done with it. Each is
 * asked for when it comes into view, and what has nothing to show is not there.
 */
import { html, nothing, type PropertyValues } from 'lit';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../desk/contexts.ts';
import { featuresContext } from '../desk/panels.ts';
import { nameOf } from '../desk/directory.ts';
import { avatars } from '../kit/avatar.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import { DeskElement, define } from '../kit/element.ts';
import type { LocalText } from '../kit/language.ts';
import { Loader } from '../kit/loader.ts';
import { tables } from '../kit/table-style.ts';
import { cellStyle, fieldView, momentView, titleOf, type ViewContext } from './cell.ts';
import { recordList, type RecordRow } from './data.ts';
import {
  codesOf,
  describe,
  labelField,
  refIn,
  type DeskDescription,
  type EntityDescription,
  type FieldDescription,
} from './description.ts';
import { titled, valueName } from './names.ts';
import { pageStyle } from './page-style.ts';
import { rowPath } from './row-path.ts';
import { recordWords } from './words.ts';

const SHOWN = 5;
const STEPS = 20;
const AUDIT_STEP = ['actorName', 'actor', 'at', 'action', 'from', 'to', 'reason'];
const WORK_STEP = ['at', 'action', 'from', 'to', 'by', 'userId', 'because', 'clock', 'told'];

/** A field of another entity by which its rows belong to one of this. */
export interface Belonging {
  readonly entity: EntityDescription;
  readonly field: FieldDescription;
}

/** The lists that can be narrowed to what belongs to a row. */
export const belongingTo = (entity: EntityDescription, { entities }: DeskDescription): Belonging[] =>
  entities.flatMap((other) => {
    const field = other.fields.find(
      ({ name, ref, schema }) =>
        name.endsWith('Id') && (ref ?? refIn(schema)) === entity.name && other.list?.filters.includes(name),
    );
    return field ? [{ entity: other, field }] : [];
  });

/** Loads what it shows when it is seen for the first time. */
class SeenElement extends DeskElement {
  seen = false;
  #observer: IntersectionObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.#observer?.disconnect();
        this.seen = true;
        this.requestUpdate();
      },
      { rootMargin: '200px' },
    );
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }
}

/** @summary The newest rows of an entity that belong to a row. */
export class DeskRelated extends SeenElement {
  static override properties = { belonging: { attribute: false }, rowId: {}, desk: { attribute: false } };
  static override styles = [base, controls, tables, avatars, cellStyle, pageStyle];

  declare belonging: Belonging;
  declare desk: DeskDescription;
  /** The row to which they belong. */
  rowId = '';
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #features = new Use(this, featuresContext);
  readonly #rows = new Loader(this, {
    args: () => (this.seen && this.rowId ? ([this.belonging, this.rowId] as const) : undefined),
    load: async ([{ entity, field }, id]) => {
      const state = entity.machine?.field;
      const list = recordList(entity, [...(state ? [state] : []), 'createdAt'], this.desk);
      return (await this.#client.value.query(list, { filter: { [field.name]: { eq: id } }, first: SHOWN + 1 })).nodes;
    },
  });

  protected override willUpdate(_changed: PropertyValues): void {
    this.style.minBlockSize = this.#rows.value ? '0' : '1px';
  }

  override render() {
    const rows = this.#rows.value ?? [];
    if (rows.length === 0) return nothing;
    const { entity, field } = this.belonging;
    const { language } = this;
    const words = this.words(recordWords);
    const features = this.#features.maybe ?? [];
    const navigation = this.#navigation.value;
    const list = features.flatMap(({ records }) => records).find((one) => one.entity === entity.name)?.path;
    const all = navigation.href(`${list ? `/${list}` : `/records/${entity.name}`}?${field.name}=${this.rowId}`);
    const hrefOf = (name: string, id: string) => navigation.href(rowPath(features, name, id));
    const context: ViewContext = {
      language,
      desk: this.desk,
      entity,
      directory: this.#directory.value,
      definition: undefined,
      hrefOf,
    };
    const state = entity.fields.find(({ name }) => name === entity.machine?.field);
    return html`<section class="card padded">
      <div class="row between"><h2>${language.of(entity.title)}</h2>${rows.length > SHOWN ? html`<a href=${all}>${words.showAll}</a>` : nothing}</div>
      <ul class="related">${rows.slice(0, SHOWN).map((row) => html`<li><a href=${hrefOf(entity.name, row.id)}>${titleOf(entity, row, language)}</a><span class="row">${state && state.name !== labelField(entity) ? fieldView(state, row, context) : nothing}<span class="muted small">${momentView(String(row['createdAt']), language)}</span></span></li>`)}</ul>
    </section>`;
  }
}

/** @summary What was done with a row: who, when, why. */
export class DeskHistory extends SeenElement {
  static override properties = { entity: {}, rowId: {}, version: { type: Number } };
  static override styles = [base, controls, tables, pageStyle];

  /** Name of the entity. */
  entity = '';
  rowId = '';
  /** Of the row that is shown: a later one has more history. */
  version = 0;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #steps = new Loader(this, {
    args: () => (this.seen && this.rowId ? ([this.entity, this.rowId, this.version] as const) : undefined),
    load: async ([entity, id]) => {
      const client = this.#client.value;
      const desk = await describe(client, this.#viewer.value.id);
      const kept = (name: string) => desk.entities.find((one) => one.name === name);
      const rowsOf = async (from: EntityDescription | undefined, filter: object, order: string, names: string[]) =>
        from ? (await client.query(recordList(from, names, desk), { filter, orderBy: order, first: STEPS })).nodes : [];
      // What happened with a work item stands in its steps, which everybody reads who may see it.
      const steps = kept(entity)?.work
        ? await rowsOf(kept('WorkStep'), { workItemId: { eq: id } }, 'AT_DESC', WORK_STEP)
        : [];
      if (steps.length > 0) return { desk, steps };
      const filter = { entity: { eq: entity }, entityId: { eq: id } };
      return { desk, steps: await rowsOf(kept('AuditEvent'), filter, 'AT_DESC', AUDIT_STEP) };
    },
  });

  override render() {
    const { value } = this.#steps;
    if (!value || value.steps.length === 0) return nothing;
    const { desk, steps } = value;
    return html`<section class="card padded">
      <h2>${this.words(recordWords).history}</h2>
      <ol class="timeline">${steps.map((step) => this.#renderStep(step, desk))}</ol>
    </section>`;
  }

  #who(step: RecordRow): string {
    const person = step['userId'] ? nameOf(this.#directory.maybe, String(step['userId'])) : '';
    if (person) return person;
    if (step['by']) return this.language.code('WorkStepBy', String(step['by']));
    return String(step['actorName'] ?? '') || (String(step['actor'] ?? '').split(':')[0] ?? '');
  }

  #renderStep(step: RecordRow, desk: DeskDescription) {
    const { language } = this;
    const described = desk.entities.find(({ name }) => name === this.entity);
    const set = codesOf(described?.fields.find(({ name }) => name === described.machine?.field)?.schema);
    const [from, to, action] = [step['from'], step['to'], String(step['action'])];
    const state = (code: unknown) => valueName(code, language, set);
    const clock = described?.work?.clocks[String(step['clock'])];
    const what = clock
      ? this.words(recordWords).ranOut(language.of(clock))
      : titled(desk.titles?.actions[action], action, language);
    const reason = step['reason'] ?? step['because'];
    const told = step['told'] as LocalText | null | undefined;
    return html`<li>
      <span class="row wrap between"><strong>${what}</strong><span
        class="muted small">${momentView(String(step['at']), language)}</span></span>
      <span class="muted"><bdi>${this.#who(step)}</bdi>${to && from !== to ? html` · ${from ? html`${state(from)} → ` : nothing}${state(to)}` : nothing}</span>
      ${reason ? html`<q>${String(reason)}</q>` : nothing}
      ${told ? html`<span class="muted">${this.words(recordWords).customerTold} <bdi>${language.of(told)}</bdi></span>` : nothing}
    </li>`;
  }
}

define('desk-admin-related', DeskRelated);
define('desk-admin-history', DeskHistory);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-related': DeskRelated;
    'desk-admin-history': DeskHistory;
  }
}
