/** @module One form: what is in use, the draft of what comes next with its preview, and what publishing changes. */
import type { LooseDefinition } from '@shopdesk/core/forms';
import { shownFields, type FormDefinition } from '@shopdesk/core/forms';
import { css, html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { loadCode } from '../../desk/load-code.ts';
import { RowOffers } from '../../desk/offers.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { checkField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { problemOf, type Problem } from '../../kit/problem.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { saveTextFile } from '../../kit/text-file.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { act } from '../../records/act.ts';
import { compareForm, editFormDraft, formById, formTable, publishForm, type Comparison, type FormRow } from './data.ts';
import './editor.ts';
import './fill.ts';
import { formWords } from './words.ts';

const PAUSE_MS = 800;
const LOOKS = { DRAFT: 'info', IN_USE: 'ok', RETIRED: '' } as const;

/** What of a draft can be shown as a form: fields that have an id, with words for those that are not written yet. */
function previewOf(draft: LooseDefinition): FormDefinition | undefined {
  const words = (given: { en?: string | undefined; zh?: string | undefined } | undefined, other: string) => ({
    en: given?.en || given?.zh || other,
    zh: given?.zh || given?.en || other,
  });
  const definition = {
    title: words(draft.title, '–'),
    steps: (draft.steps ?? []).map((step, at) => ({
      ...step,
      id: step.id || `s${at}`,
      title: words(step.title, '–'),
      fields: (step.fields ?? []).flatMap((field) =>
        field.id ? [{ ...field, type: field.type ?? 'TEXT', title: words(field.title, field.id) }] : [],
      ),
    })),
  } as unknown as FormDefinition;
  try {
    shownFields(definition, {});
    return definition;
  } catch {
    return undefined;
  }
}

/** @summary The page of a form. */
export class DeskForm extends DeskElement {
  static override properties = {
    params: { attribute: false },
    draft: { state: true },
    tried: { state: true },
    comparison: { state: true },
    seen: { state: true },
    saving: { state: true },
    failure: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
        gap: 1.25rem;
        align-items: start;
      }
      .column {
        display: grid;
        gap: 0.75rem;
        min-inline-size: 0;
      }
    `,
  ];

  params: Readonly<Record<string, string | undefined>> = {};
  /** As it was typed, until it is saved. */
  draft: LooseDefinition | undefined;
  tried: Readonly<Record<string, unknown>> = {};
  comparison: Comparison | undefined;
  seen = false;
  saving = false;
  failure: Problem | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #inFlight: Promise<void> | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  readonly #form = new Loader(this, {
    args: () => (this.params['id'] ? ([this.params['id']] as const) : undefined),
    load: async ([id]) => {
      const form = await this.#client.value.query(formById, { id });
      if (form?.draft && can(this.#viewer.value, 'form.design')) await this.#compare(id);
      return form;
    },
  });
  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'Form',
    rows: () => (this.#form.value ? [this.#form.value] : []),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    void this.#save();
  }

  async #compare(id: string): Promise<void> {
    this.comparison = await this.#client.value.query(compareForm, { id }).catch(() => undefined);
  }

  #change({ detail }: CustomEvent<LooseDefinition>): void {
    this.draft = detail;
    this.seen = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), PAUSE_MS);
  }

  async #save(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#inFlight;
    if (this.draft && this.#form.value) await (this.#inFlight = this.#send(this.#form.value, this.draft));
  }

  async #send({ id, version }: FormRow, draft: LooseDefinition): Promise<void> {
    this.saving = true;
    try {
      // The last version that is known: whoever else has written meanwhile is not overwritten.
      const input = { id, draft: JSON.parse(JSON.stringify(draft)) as Record<string, unknown> };
      const saved = await this.#client.value.mutate(editFormDraft, { input, version });
      this.#form.set(saved);
      if (this.draft === draft) this.draft = undefined;
      this.failure = undefined;
      await this.#compare(id);
    } catch (error) {
      this.failure = problemOf(error);
    } finally {
      this.saving = false;
    }
  }

  async #reload(): Promise<void> {
    this.draft = undefined;
    this.failure = undefined;
    await this.#form.reload();
  }

  async #publish(): Promise<void> {
    await this.#save();
    const form = this.#form.value;
    if (!form || !this.comparison || this.failure) return;
    const { fingerprint } = this.comparison;
    const done = await this.#act.run(this.#client.value, publishForm, { id: form.id, fingerprint });
    this.seen = false;
    if (!done) return this.#compare(form.id);
    this.#form.set(done);
    toast(this, { kind: 'ok', text: this.words(formWords).published });
  }

  async #do(name: string): Promise<void> {
    if (await act(this, name, { row: this.#form.value ?? undefined })) await this.#reload();
  }

  async #export(kind: 'csv' | 'xlsx'): Promise<void> {
    const form = this.#form.value;
    if (!form) return;
    const words = this.words(formWords);
    try {
      const table = await this.#client.value.query(formTable, { formId: form.id, language: this.language.source });
      if (kind === 'csv') saveTextFile(`${table.name}.csv`, table.csv, 'text/csv');
      else {
        const { saveExcel } = await loadCode(() => import('./export.ts'));
        await saveExcel(table.name, words.sheet, table.rows as (string | number | null)[][]);
      }
      toast(this, { kind: 'ok', text: words.exported(table.count) });
    } catch (error) {
      this.failure = problemOf(error);
    }
  }

  override render() {
    const missing = emptyState({ icon: 'search', title: this.words(formWords).missing, isPage: true });
    if (this.#form.problem?.code === 'NOT_FOUND') return missing;
    return html`<div
      class="page">${loaded(this.#form, this.language, (form) => (form ? this.#renderForm(form) : missing))}</div>`;
  }

  #renderForm(form: FormRow) {
    const words = this.words(formWords);
    const { language } = this;
    const navigation = this.#navigation.value;
    const viewer = this.#viewer.value;
    const draft = this.draft ?? form.draft ?? undefined;
    const buttons = ['beginFormDraft', 'discardFormDraft', 'retireForm', 'reuseForm'].flatMap((name) =>
      this.#offers.allows(form, name) ? (this.#offers.of(form, name) ?? []) : [],
    );
    return html`<div class="page-head">
        <div><h1>${form.code} · ${language.of(form.title)}</h1>
          <p class="muted row wrap"><span
            class="chip ${LOOKS[form.state]}">${language.code('FormState', form.state)}</span>
            ${form.publishedNumber > 0 ? html`<span>${words.version(form.publishedNumber)}</span>` : nothing}
            <a href=${navigation.href(`/form-records?formId=${form.id}`)}>${words.records}</a></p></div>
        <div class="row wrap">
          ${
            form.published && can(viewer, 'form.fill')
              ? html`<button class="button primary" type="button"
            @click=${() => void this.#do('openFormRecord')}>${icon('edit', 'small')}${words.fillIn}</button>`
              : nothing
          }
          ${buttons.map(
            ({ name, title }) => html`<button class="button" type="button"
            @click=${() => void this.#do(name)}>${title}</button>`,
          )}
          ${
            can(viewer, 'form.export')
              ? html`<button class="button" type="button"
                @click=${() => void this.#export('csv')}>${icon('download', 'small')}${words.csv}</button>
                <button class="button" type="button"
                  @click=${() => void this.#export('xlsx')}>${icon('download', 'small')}${words.excel}</button>`
              : nothing
          }
        </div>
      </div>
      ${problemNotice(this.failure ?? this.#act.problem, language)}
      ${
        this.failure?.code === 'CONFLICT'
          ? html`<p class="row wrap">${words.conflict} <button class="button tight"
        type="button" @click=${() => void this.#reload()}>${words.reload}</button></p>`
          : nothing
      }
      ${draft && can(viewer, 'form.design') ? this.#renderDraft(form, draft) : this.#renderUsed(form)}`;
  }

  #renderUsed({ published }: FormRow) {
    return html`<p class="muted">${this.words(formWords).noDraft}</p>
      <desk-admin-form-fill .definition=${published?.definition} .values=${this.tried}
        @desk-change=${this.#try}></desk-admin-form-fill>`;
  }

  readonly #try = ({ detail: { id, value } }: CustomEvent<{ id: string; value: unknown }>): void => {
    this.tried = { ...this.tried, [id]: value };
  };

  #renderDraft(form: FormRow, draft: LooseDefinition) {
    const words = this.words(formWords);
    const errors = new Map((this.comparison?.problems ?? []).map(({ path, text }) => [path, this.language.of(text)]));
    return html`${this.#renderComparison(form)}
      <div class="columns">
        <div class="column"><div class="row between wrap"><h2>${words.draft}</h2><span
          class="muted small" role="status">${this.saving ? words.saving : this.draft ? words.unsaved : words.saved}</span></div>
          <desk-admin-form-editor .draft=${draft} .errors=${errors}
            @desk-change=${this.#change}></desk-admin-form-editor></div>
        <div class="column"><h2>${words.preview}</h2><p class="muted">${words.previewText}</p>
          <desk-admin-form-fill .definition=${previewOf(draft)} .values=${this.tried}
            @desk-change=${this.#try}></desk-admin-form-fill></div>
      </div>`;
  }

  #renderComparison(form: FormRow) {
    const words = this.words(formWords);
    const { language, comparison } = this;
    if (!comparison) return nothing;
    const { problems, changes, openRecords } = comparison;
    const loses = changes.some((change) => change.loses);
    const may = this.#offers.allows(form, 'publishForm');
    return html`<section class="card padded column" aria-live="polite">
      <h2>${words.changes}</h2>
      ${
        problems.length > 0
          ? html`<p>${words.problems}</p><ul>${[...new Set(problems.map(({ text }) => language.of(text)))].map((text) => html`<li>${text}</li>`)}</ul>`
          : html`${
              changes.length > 0
                ? html`<ul>${changes.map(
                    ({
                      code,
                      title,
                      options,
                      loses: takes,
                    }) => html`<li>${language.of(title)}: ${language.code('FormChangeCode', code)}${options.length > 0 ? html` (${language.list(options.map((one) => language.of(one)))})` : nothing}
                      ${takes ? html`<span class="chip warn">${words.takesAway}</span>` : nothing}</li>`,
                  )}</ul>`
                : html`<p>${form.publishedNumber > 0 ? words.noChanges : words.firstVersion}</p>`
            }
            ${openRecords > 0 ? html`<p>${words.openRecords(openRecords)}</p>` : nothing}
            ${loses ? checkField({ id: 'seen', label: words.confirmLoss, value: this.seen, onInput: (on) => (this.seen = on) }) : nothing}
            ${
              may
                ? html`<div><button class="button primary" type="button"
              aria-disabled=${this.#act.busy || this.saving || (loses && !this.seen)}
                @click=${() => (loses && !this.seen ? undefined : void this.#publish())}>${words.publish}</button></div>`
                : nothing
            }`
      }
    </section>`;
  }
}

define('desk-admin-form', DeskForm);
