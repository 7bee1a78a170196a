/**
 * @module The one dialog for any action: its form is drawn from its input, its words from its definition. It asks the
 * desk, shows what is refused at the field, keeps what was typed, and acts once.
 */
import { css, html, nothing } from 'lit';
import { Act } from '../desk/act.ts';
import { clientContext, directoryContext, Use, viewerContext } from '../desk/contexts.ts';
import { zoneOf } from '../desk/directory.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import '../kit/dialog.ts';
import { DeskElement, define } from '../kit/element.ts';
import { icon } from '../kit/icon.ts';
import { Loader } from '../kit/loader.ts';
import { sentenceOf, type Problem } from '../kit/problem.ts';
import { problemNotice } from '../kit/problem-notice.ts';
import { failedState } from '../kit/states.ts';
import { states } from '../kit/state-style.ts';
import { tables } from '../kit/table-style.ts';
import { toast } from '../kit/toast.ts';
import { kitWords } from '../kit/words.ts';
import type { ActOptions } from './act.ts';
import { findRows, performing, recordOne, type RecordRow } from './data.ts';
import {
  describe,
  labelOf,
  type ActionDescription,
  type DeskDescription,
  type EntityDescription,
} from './description.ts';
import { initialValue, type FormValue } from './form-value.ts';
import { schemaForm } from './schema-form.ts';
import { recordWords } from './words.ts';

interface Known {
  readonly desk: DeskDescription;
  readonly action: ActionDescription;
  readonly row: RecordRow | undefined;
}

/** Fields that belong to what is done, not to the row, whatever the row has of that name. */
const WHY = ['reason'];

/** More fields than these stand in two columns of a wide dialog. */
const NARROW = 6;

/** What became of one row of several. */
interface Outcome {
  readonly label: string;
  readonly problem: Problem | undefined;
}

/**
 * @summary The dialog of an action.
 * @event {unknown} desk-done - What the action answered.
 * @event desk-closed - It is closed, and nothing was done.
 */
export class DeskAct extends DeskElement {
  static override properties = {
    name: {},
    options: { attribute: false },
    changed: { state: true },
    outcomes: { state: true },
    ending: { state: true },
  };
  static override styles = [
    base,
    controls,
    tables,
    states,
    css`
      .money > :first-child {
        flex: 2;
      }
      .money > :last-child {
        flex: 1;
      }
      form {
        gap: 1rem;
      }
      .fields {
        display: grid;
        gap: 1rem;
      }
      .fields.many {
        grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
      }
      .fields.many > :is(fieldset, .whole, :has(textarea)) {
        grid-column: 1 / -1;
      }
      .outcomes li {
        display: flex;
        gap: 0.5rem;
        padding-block: 0.375rem;
        border-block-end: 1px solid var(--line);
      }
      .outcomes svg {
        color: var(--ok);
      }
      .outcomes .refused svg {
        color: var(--danger);
      }
    `,
  ];

  name = '';
  options: ActOptions = {};
  /** What was changed in the form. */
  changed: FormValue | undefined;
  outcomes: readonly Outcome[] = [];
  /** All rows were tried. */
  ending = false;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #act = new Act(this);
  readonly #known = new Loader(this, {
    args: () => (this.name ? ([this.name] as const) : undefined),
    load: () => this.#load(),
  });

  async #load(): Promise<Known> {
    const client = this.#client.value;
    const desk = await describe(client, this.#viewer.value.id);
    const action = desk.actions.find(({ name }) => name === this.name);
    if (!action) throw new Error(`There is no action ${this.name} for this viewer.`);
    const { row } = this.options;
    const entity = desk.entities.find(({ name }) => name === action.on);
    const asks = this.#askedOf(action).length > 0;
    const whole =
      row && entity && asks && !this.#isWhole(action, row, entity)
        ? await client.query(recordOne(entity, desk), { id: row.id })
        : row;
    const known = { desk, action, row: (whole ?? undefined) as RecordRow | undefined };
    if (!asks && action.manner === 'light') void this.#atOnce(known);
    return known;
  }

  /** The names of the fields that a person is asked. */
  #askedOf({ input, on }: ActionDescription): string[] {
    const { fields, preset = {} } = this.options;
    return Object.keys(input.properties ?? {}).filter(
      (name) => !(on && name === 'id') && !(name in preset) && (fields?.includes(name) ?? true),
    );
  }

  /** Whether the row says what its fields are now, as far as they are asked. */
  #isWhole(action: ActionDescription, row: object, { fields }: EntityDescription): boolean {
    const own = this.#askedOf(action).filter(
      (asked) => !WHY.includes(asked) && fields.some(({ name }) => name === asked),
    );
    return own.every((name) => name in row);
  }

  /** Nothing to ask, nothing grave: it is done, and said. */
  async #atOnce(known: Known): Promise<void> {
    await this.#run(known, {});
    if (this.#act.problem) {
      toast(this, { kind: 'danger', text: sentenceOf(this.#act.problem, this.language) });
      this.tell('desk-closed');
    }
  }

  #initial({ action, row }: Known): FormValue {
    const asked = this.#askedOf(action);
    const inRow = asked.filter((name) => row?.[name] !== undefined && !WHY.includes(name));
    return {
      ...(initialValue(action.input) as FormValue | undefined),
      ...Object.fromEntries(inRow.map((name) => [name, row?.[name]])),
      ...this.options.begin,
      ...this.options.preset,
    };
  }

  /** What must be said, and of the rest what was changed: a masked value is never sent back. */
  #inputOf(known: Known): FormValue {
    const { action, row } = known;
    const before = { ...this.#initial(known), ...(row ? {} : this.options.begin) };
    const now = this.changed ?? before;
    const must = new Set([...(action.input.required ?? []), ...Object.keys(this.options.preset ?? {})]);
    const entries = Object.entries(now).filter(
      ([name, value]) => must.has(name) || !row || JSON.stringify(value) !== JSON.stringify(before[name]),
    );
    const asked = new Set([...this.#askedOf(action), ...Object.keys(this.options.preset ?? {})]);
    return Object.fromEntries(
      entries.filter(([name, value]) => asked.has(name) && !(name === 'reason' && value === '')),
    );
  }

  async #submit(event: Event, known: Known): Promise<void> {
    event.preventDefault();
    if (this.options.rows) return this.#runAll(known, this.options.rows);
    await this.#run(known, this.#inputOf(known));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"], [error]:not([error=""])')?.focus();
  }

  async #run({ action, row }: Known, input: FormValue): Promise<void> {
    const about = row && action.on ? { id: row.id } : {};
    const answer = await this.#act.run(this.#client.value, performing(action), { ...input, ...about });
    if (!answer) return;
    const { said = this.words(recordWords).done(this.#heading(action)) } = this.options;
    if (said) toast(this, { kind: 'ok', text: said });
    this.tell('desk-done', answer);
  }

  /** Each row by itself, so that one that is refused keeps no other back. */
  async #runAll(known: Known, rows: readonly RecordRow[]): Promise<void> {
    const { action, desk } = known;
    const entity = desk.entities.find(({ name }) => name === action.on);
    const input = this.#inputOf(known);
    for (const row of rows) {
      await this.#act.run(this.#client.value, performing(action), { ...input, id: row.id });
      const { problem } = this.#act;
      if (problem?.code === 'VALIDATION_FAILED' && this.outcomes.length === 0) return;
      const label = (entity && labelOf(entity, row, this.language)) ?? row.id.slice(-6);
      this.outcomes = [...this.outcomes, { label, problem }];
    }
    this.#act.clear();
    this.ending = true;
    if (this.outcomes.every(({ problem }) => !problem)) {
      toast(this, { kind: 'ok', text: this.words(recordWords).allDone(this.#heading(action), rows.length) });
      this.tell('desk-done');
    }
  }

  #heading(action: ActionDescription): string {
    return this.options.heading ?? this.language.of(action.title);
  }

  /** A reason that is missing and a value that is taken are told at their fields. */
  #problem(asked: readonly string[]): Problem | undefined {
    const { problem } = this.#act;
    const field =
      problem?.code === 'REASON_REQUIRED'
        ? asked.find((name) => ['reason', 'note'].includes(name))
        : problem?.code === 'DUPLICATE'
          ? asked.find((name) => name === problem.details['field'])
          : undefined;
    if (!problem || !field) return problem;
    const message = problem.code === 'REASON_REQUIRED' ? this.words(kitWords).required : problem.message;
    return { ...problem, code: 'VALIDATION_FAILED', message, fields: [{ path: field, message }] };
  }

  override render() {
    const { value: known, problem } = this.#known;
    if (problem)
      return html`<desk-admin-dialog open
        heading=${this.options.heading ?? ''}>${failedState(this.language, problem, () => void this.#known.reload())}</desk-admin-dialog>`;
    if (!known) return nothing;
    const { action } = known;
    const asked = this.#askedOf(action);
    if (asked.length === 0 && action.manner === 'light') return nothing;
    return this.#renderDialog(known, asked);
  }

  #renderDialog(known: Known, asked: readonly string[]) {
    const { action, desk, row } = known;
    const { language, options } = this;
    const title = this.#heading(action);
    const entity = desk.entities.find(({ name }) => name === action.on);
    const called = row && entity ? labelOf(entity, row, language) : undefined;
    const about = options.rows ? this.words(recordWords).selected(options.rows.length) : called;
    const heading = about && !options.heading?.includes(about) ? this.words(recordWords).about(title, about) : title;
    const grave = options.grave ?? action.manner === 'grave';
    const text = options.text ?? action.about;
    const count = options.rows && this.outcomes.length > 0 && !this.ending;
    const problem = this.#problem(asked);
    return html`<desk-admin-dialog open heading=${heading} ?wide=${asked.length > NARROW}
      ?dirty=${this.changed !== undefined && !this.ending} ?fixed=${Boolean(count)}>
      ${
        this.outcomes.length > 0
          ? this.#renderOutcomes()
          : html`<form id="form" class="stack" novalidate autocomplete="off"
            @submit=${(event: Event) => void this.#submit(event, known)}>
        ${problemNotice(problem, language)} ${text ? html`<p>${language.of(text)}</p>` : nothing}
        ${asked.length > 0 ? html`<div class="fields ${asked.length > NARROW ? 'many' : ''}">${this.#renderForm(known, asked, problem)}</div>` : nothing}
      </form>`
      }
      ${this.#renderButtons(title, grave)}
    </desk-admin-dialog>`;
  }

  #renderButtons(title: string, grave: boolean) {
    const { close, cancel } = this.words(kitWords);
    const shut = () => this.renderRoot.querySelector('desk-admin-dialog')?.close();
    if (this.ending)
      return html`<button slot="actions" class="button" type="button"
        @click=${() => this.tell('desk-done')}>${close}</button>`;
    if (this.outcomes.length > 0) return nothing;
    return html`${
      grave
        ? html`<button slot="actions" class="button" type="button" autofocus
      @click=${shut}>${cancel}</button>`
        : nothing
    }
      <button slot="actions" class="button ${grave ? 'danger' : 'primary'}" form="form"
        aria-disabled=${this.#act.busy}>${title}</button>`;
  }

  #renderForm(known: Known, asked: readonly string[], problem: Problem | undefined) {
    const { action, desk, row } = known;
    const client = this.#client.value;
    const directory = this.#directory.value;
    const storeId = String(row?.['storeId'] ?? this.changed?.['storeId'] ?? [...directory.stores.keys()][0] ?? '');
    return schemaForm(
      action.input,
      {
        language: this.language,
        entities: desk.entities,
        directory,
        zone: zoneOf(directory, storeId),
        currency: directory.stores.get(storeId)?.currency,
        value: this.changed ?? this.#initial(known),
        problem,
        change: (value) => (this.changed = value),
        find: (entity, text) => findRows(client, desk, { entity, text, language: this.language }),
        row,
      },
      asked,
    );
  }

  #renderOutcomes() {
    return html`<ul class="outcomes" role="status">${this.outcomes.map(
      ({ label, problem }) =>
        html`<li class=${problem ? 'refused' : ''}>${icon(problem ? 'warning' : 'check', 'small')}<span><strong><bdi>${label}</bdi></strong>${problem ? html`<br /><span class="hint">${sentenceOf(problem, this.language)}</span>` : nothing}</span></li>`,
    )}</ul>`;
  }
}

define('desk-admin-act', DeskAct);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-act': DeskAct;
  }
}
