/** @module Begins a record: which form, in which store; then its page opens. */
import { html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import { loadAll } from '../../desk/load-all.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField } from '../../kit/field.ts';
import { Loader } from '../../kit/loader.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { formsInUse, openFormRecord } from './data.ts';
import { formWords } from './words.ts';

/**
 * @summary Begins a record of a form.
 * @event desk-done - It was begun; its page opens.
 */
export class DeskFormBegin extends DeskElement {
  static override properties = {
    row: { attribute: false },
    subject: { attribute: false },
    formId: { state: true },
    storeId: { state: true },
  };
  static override styles = [base, controls];

  /** The form, where it is known already. */
  row: { readonly id: string } | undefined;
  /** What the record hangs on. */
  subject: { readonly kind: string; readonly id: string; readonly storeId: string } | undefined;
  formId = '';
  storeId = '';
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  readonly #forms = new Loader(this, {
    args: () => [] as const,
    load: () =>
      loadAll((page) => this.#client.value.query(formsInUse, { filter: { state: { eq: 'IN_USE' } }, ...page })),
  });

  async #begin(event: Event): Promise<void> {
    event.preventDefault();
    const { subject } = this;
    const opened = await this.#act.run(this.#client.value, openFormRecord, {
      formId: this.#formId,
      storeId: this.#storeId,
      ...(subject ? { subjectKind: subject.kind as 'NONE', subjectId: subject.id } : {}),
    });
    if (!opened) return;
    this.tell('desk-done', opened);
    this.#navigation.value.go(`/form-records/${opened.id}`);
  }

  get #formId(): string {
    return this.formId || this.row?.id || '';
  }

  get #storeId(): string {
    return this.subject?.storeId || this.storeId || (this.#directory.maybe?.stores.keys().next().value ?? '');
  }

  override render() {
    const words = this.words(formWords);
    const { language, subject } = this;
    const stores = [...(this.#directory.maybe?.stores.values() ?? [])];
    const fits = (this.#forms.value ?? []).filter(
      ({ subjects }) => subjects.length === 0 || (subjects as readonly string[]).includes(subject?.kind ?? 'NONE'),
    );
    const choices = fits.map(({ id, code, title }) => ({ value: id, label: `${code} · ${language.of(title)}` }));
    return html`<desk-admin-dialog open heading=${words.fillTitle}>
      <form id="begin" class="stack" novalidate @submit=${this.#begin}>
        ${problemNotice(this.#act.problem, language)}
        ${selectField({ id: 'formId', label: words.form, required: true, value: this.#formId, empty: words.choose, choices, error: fieldMessage(this.#act.problem, 'formId'), onInput: (id) => (this.formId = id) })}
        ${subject?.storeId || stores.length < 2 ? nothing : selectField({ id: 'storeId', label: words.store, required: true, value: this.#storeId, choices: stores.map(({ id, name }) => ({ value: id, label: name })), onInput: (id) => (this.storeId = id) })}
      </form>
      <button slot="actions" class="button primary" form="begin"
        aria-disabled=${this.#act.busy || !this.#formId}>${words.begin}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-form-begin', DeskFormBegin);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-form-begin': DeskFormBegin;
  }
}
