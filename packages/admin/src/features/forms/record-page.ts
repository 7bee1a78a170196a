/** @module One record: filled in and saved by itself, handed in, signed, corrected, printed. */
import { DeskError, attachmentLink } from '@shopdesk/core/client';
import { valueProblems, type FormField } from '@shopdesk/core/forms';
import { css, html, nothing } from 'lit';
import {
  clientContext,
  directoryContext,
  liveContext,
  navigationContext,
  Use,
  viewerContext,
} from '../../desk/contexts.ts';
import { Act } from '../../desk/act.ts';
import { RowOffers } from '../../desk/offers.ts';
import { RecordWatch } from '../../desk/record-watch.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { problemOf, type Problem } from '../../kit/problem.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { act } from '../../records/act.ts';
import {
  finishFormStep,
  recordById,
  saveFormRecord,
  signFormRecord,
  submitFormRecord,
  type RecordRow,
} from './data.ts';
import type { DeskFormFill } from './fill.ts';
import './fill.ts';
import './move-notice.ts';
import './sheet.ts';
import { headOf, namesOf } from './sheet-head.ts';
import { formWords } from './words.ts';

/** So long after the last key it is saved. */
const PAUSE_MS = 800;
const LOOKS = { DRAFT: 'info', SIGNING: 'warn', DONE: 'ok', CANCELLED: '' } as const;

/** @summary The page of a record of a form. */
export class DeskFormRecord extends DeskElement {
  static override properties = {
    params: { attribute: false },
    edits: { state: true },
    strict: { state: true },
    saving: { state: true },
    said: { state: true },
    failure: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      .paper {
        overflow-x: auto;
      }
      .foot {
        position: sticky;
        inset-block-end: 0;
        background: var(--page, var(--surface));
        padding-block: 0.75rem;
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
        border-block-start: 1px solid var(--line);
      }
    `,
  ];

  params: Readonly<Record<string, string | undefined>> = {};
  /** What was typed and is not saved yet. */
  edits: Readonly<Record<string, unknown>> = {};
  strict = false;
  saving = false;
  said: Readonly<Record<string, string>> = {};
  failure: Problem | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #inFlight: Promise<boolean> | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  readonly #record = new Loader(this, {
    args: () => (this.params['id'] ? ([this.params['id']] as const) : undefined),
    load: ([id]) => this.#client.value.query(recordById, { id }),
  });
  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'FormRecord',
    rows: () => (this.#record.value ? [this.#record.value] : []),
  });

  constructor() {
    super();
    new RecordWatch(this, new Use(this, liveContext), {
      entities: ['FormRecord'],
      changed: (changes) => {
        if (changes.length === 0 || changes.some(({ id }) => id === this.params['id'])) void this.#record.reload();
      },
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    void this.#save();
  }

  get #values(): Readonly<Record<string, unknown>> {
    const { values = {} } = this.#record.value ?? {};
    return Object.fromEntries(
      Object.entries({ ...values, ...this.edits }).filter(([, value]) => value !== undefined && value !== null),
    );
  }

  #change({ detail: { id, value } }: CustomEvent<{ id: string; value: unknown }>): void {
    this.edits = { ...this.edits, [id]: value ?? null };
    const { [id]: _before, ...said } = this.said;
    this.said = said;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), PAUSE_MS);
  }

  /** Saves what can be saved; what is not valid stays in its field, marked. Answers whether nothing is left. */
  async #save(): Promise<boolean> {
    clearTimeout(this.#timer);
    await this.#inFlight;
    const row = this.#record.value;
    if (!row || !this.#offers.allows(row, 'saveFormRecord')) return true;
    const problems = valueProblems(row.formVersion!.definition, this.#values, { strict: false });
    const bad = new Set(problems.map(({ path }) => path.split('.')[0]));
    const sent = Object.fromEntries(Object.entries(this.edits).filter(([id]) => !bad.has(id)));
    if (Object.keys(sent).length === 0) return bad.size === 0;
    this.#inFlight = this.#send(row, sent);
    return (await this.#inFlight) && bad.size === 0;
  }

  async #send({ id }: RecordRow, values: Readonly<Record<string, unknown>>): Promise<boolean> {
    this.saving = true;
    try {
      await this.#client.value.mutate(saveFormRecord, { input: { id, values } });
      await this.#record.reload();
      // What was typed meanwhile is still to be saved.
      this.edits = Object.fromEntries(Object.entries(this.edits).filter(([name, value]) => values[name] !== value));
      this.failure = undefined;
      return true;
    } catch (error) {
      this.#tellProblem(problemOf(error));
      return false;
    } finally {
      this.saving = false;
    }
  }

  #tellProblem(problem: Problem): void {
    this.failure = problem;
    this.said = Object.fromEntries(
      problem.fields.map(({ path, message }) => [path.replace(/^values\./, ''), message] as const),
    );
  }

  async #submit(): Promise<void> {
    this.strict = true;
    const fill = this.renderRoot.querySelector<DeskFormFill>('desk-admin-form-fill');
    const row = this.#record.value;
    if (!row || !(await this.#save())) return void fill?.focusProblem();
    const done = await this.#act.run(this.#client.value, submitFormRecord, { id: row.id });
    if (this.#act.problem) this.#tellProblem(this.#act.problem);
    if (!done) return void fill?.focusProblem();
    this.strict = false;
    toast(this, { kind: 'ok', text: this.words(formWords).submitted });
    await this.#record.reload();
  }

  async #finish({ detail: step }: CustomEvent<string>): Promise<void> {
    const row = this.#record.value;
    if (!row || !(await this.#save())) return;
    await this.#act.run(this.#client.value, finishFormStep, { id: row.id, step });
    if (this.#act.problem) this.#tellProblem(this.#act.problem);
    await this.#record.reload();
    if (this.#act.problem) await this.renderRoot.querySelector<DeskFormFill>('desk-admin-form-fill')?.focusProblem();
  }

  async #upload({ detail: { fieldId, files } }: CustomEvent<{ fieldId: string; files: File[] }>): Promise<void> {
    const row = this.#record.value;
    if (!row) return;
    const added: string[] = [];
    for (const file of files) {
      const path = `/attachments?kind=FormFile&recordId=${encodeURIComponent(row.id)}&name=${encodeURIComponent(file.name)}`;
      const headers = { 'content-type': 'application/octet-stream' };
      try {
        const response = await this.#client.value.request(path, {
          method: 'POST',
          headers,
          body: file as unknown as string,
        });
        const answer = JSON.parse(await response.text()) as { readonly id: string };
        if (!response.ok) throw new DeskError(answer as never);
        added.push(answer.id);
      } catch (error) {
        this.failure = problemOf(error);
      }
    }
    if (added.length === 0) return;
    await this.#record.reload();
    const held = this.#values[fieldId];
    this.edits = { ...this.edits, [fieldId]: [...(Array.isArray(held) ? (held as string[]) : []), ...added] };
    await this.#save();
  }

  async #open(id: string): Promise<void> {
    window.open(await attachmentLink(this.#client.value, id), '_blank', 'noopener');
  }

  async #sign(fieldId: string): Promise<void> {
    const row = this.#record.value;
    if (!row) return;
    const signed = await this.#act.run(this.#client.value, signFormRecord, { id: row.id, fieldId });
    if (signed) toast(this, { kind: 'ok', text: this.words(formWords).signed });
    await this.#record.reload();
  }

  async #do(name: string): Promise<void> {
    if (await act(this, name, { row: this.#record.value ?? undefined })) await this.#record.reload();
  }

  override render() {
    const missing = emptyState({ icon: 'search', title: this.words(formWords).missing, isPage: true });
    if (this.#record.problem?.code === 'NOT_FOUND') return missing;
    return html`<div
      class="page">${loaded(this.#record, this.language, (row) => (row ? this.#renderRow(row) : missing))}</div>`;
  }

  #renderRow(row: RecordRow) {
    const words = this.words(formWords);
    const { language } = this;
    const navigation = this.#navigation.value;
    const others = ['reopenFormRecord', 'cancelFormRecord'].flatMap((name) =>
      this.#offers.allows(row, name) ? (this.#offers.of(row, name) ?? []) : [],
    );
    return html`<div class="page-head">
        <div>
          <h1>${language.of(row.formTitle)}</h1>
          <p class="muted row wrap"><span
            class="chip ${LOOKS[row.state]}">${language.code('FormRecordState', row.state)}</span>
            <span>${row.number}</span><span>${words.version(row.versionNumber)}</span>
            ${row.subjectLabel ? html`<span>${row.subjectLabel}</span>` : nothing}</p>
        </div>
        <div class="row wrap not-printed">
          ${others.map(
            ({ name, title }) => html`<button class="button" type="button"
            @click=${() => void this.#do(name)}>${title}</button>`,
          )}
          <a class="button"
            href=${navigation.href(`/form-records/${row.id}/print`)}>${icon('receipt', 'small')}${words.print}</a>
        </div>
      </div>
      ${problemNotice(this.failure ?? this.#act.problem, language)}
      ${row.reason ? html`<p class="notice">${row.reason}</p>` : nothing}
      ${this.#offers.allows(row, 'saveFormRecord') ? this.#renderFill(row) : this.#offers.knows(row) ? this.#renderSheet(row) : nothing}`;
  }

  #renderFill(row: RecordRow) {
    const words = this.words(formWords);
    const dirty = Object.keys(this.edits).length > 0;
    const newest = row.form?.publishedNumber ?? 0;
    return html`${
      newest > row.versionNumber
        ? html`<desk-admin-form-move .recordId=${row.id} .newest=${newest}
          @desk-done=${() => void this.#record.reload()}></desk-admin-form-move>`
        : nothing
    }
      <desk-admin-form-fill alive .definition=${row.formVersion!.definition} .values=${this.#values}
        .storeId=${row.storeId}
        .files=${row.files.nodes} .stepsDone=${row.stepsDone} .begunAt=${row.createdAt} .strict=${this.strict}
          .said=${this.said}
        @desk-change=${this.#change} @desk-upload=${this.#upload} @desk-finish=${this.#finish}
        @desk-open-file=${({ detail }: CustomEvent<string>) => void this.#open(detail)}></desk-admin-form-fill>
      <div class="foot not-printed">
        <button class="button primary" type="button" aria-disabled=${this.#act.busy}
          @click=${() => void this.#submit()}>${words.submit}</button>
        <span class="muted small"
          role="status">${this.saving ? words.saving : dirty ? words.unsaved : words.saved}</span>
      </div>`;
  }

  #renderSheet(row: RecordRow) {
    const { language } = this;
    return html`<div class="card padded paper"><desk-admin-form-sheet .definition=${row.formVersion!.definition}
      .values=${row.values}
      .signatures=${row.signatures.nodes} .nameOf=${namesOf(row.files.nodes, this.#directory.maybe)}
      .timeZone=${this.#directory.maybe?.stores.get(row.storeId)?.timeZone ?? 'UTC'} .speaks=${language.source}
      .head=${headOf(row, this.#directory.maybe)}
      .actions=${(field: FormField) => this.#renderSignature(row, field)}></desk-admin-form-sheet></div>`;
  }

  #renderSignature(row: RecordRow, { id, roles = [] }: FormField) {
    const words = this.words(formWords);
    const viewer = this.#viewer.value;
    const offered = this.#offers.allows(row, 'signFormRecord');
    const named = roles.map((role) => this.language.code('Role', role));
    return html`${
      offered
        ? html`<button class="button tight" type="button" aria-disabled=${this.#act.busy}
          @click=${() => void this.#sign(id)}>${icon('edit', 'small')}${words.signAs(viewer.name)}</button>`
        : html`<span class="muted">${words.notSigned}</span>`
    }${named.length > 0 ? html` <span class="muted small">${words.mayed(this.language.list(named))}</span>` : nothing}`;
  }
}

define('desk-admin-form-record', DeskFormRecord);
