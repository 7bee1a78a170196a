/**
 * @module The form of one action, drawn from its input. It asks the desk, shows what it refuses at the field, and keeps
 * what was typed.
 */
import { css, html } from 'lit';
import type { Document } from '@shopdesk/core/client';
import { Act } from '../desk/act.ts';
import { clientContext, Use } from '../desk/contexts.ts';
import { DENIED } from '../desk/document.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import '../kit/dialog.ts';
import { DeskElement, define } from '../kit/element.ts';
import { problemNotice } from '../kit/problem-notice.ts';
import { tables } from '../kit/table-style.ts';
import { toast } from '../kit/toast.ts';
import type { ActionDescription, DeskDescription, EntityDescription } from './description.ts';
import { findRows } from './find-rows.ts';
import { initialValue, type FormValue } from './form-value.ts';
import type { RecordRow } from './record-query.ts';
import { schemaForm } from './schema-form.ts';
import { recordWords } from './words.ts';

/** The generic call of one action; its name is part of the document, so each has its own idempotency. */
export const performDocument = ({
  name,
  takesKey,
}: Pick<ActionDescription, 'name' | 'takesKey'>): Document<
  { input: object; key?: string },
  { readonly value: unknown }
> =>
  `mutation PerformAction($input: JSON!${takesKey ? ', $key: String' : ''}) { performAction(name: ${JSON.stringify(name)}, input: $input${takesKey ? ', idempotencyKey: $key' : ''}) { __typename ... on PerformedAction { value } ${DENIED} } }` as Document<
    { input: object; key?: string },
    { readonly value: unknown }
  >;

/**
 * @summary A dialog with the form of an action.
 * @event {unknown} desk-done - What the action answered.
 */
export class DeskActionDialog extends DeskElement {
  static override properties = {
    action: { attribute: false },
    desk: { attribute: false },
    entity: { attribute: false },
    row: { attribute: false },
    value: { state: true },
    touched: { state: true },
  };
  static override styles = [
    base,
    controls,
    tables,
    css`
      .money > :first-child {
        flex: 2;
      }
      .money > :last-child {
        flex: 1;
      }
    `,
  ];

  declare action: ActionDescription;
  declare desk: DeskDescription;
  declare entity: EntityDescription;
  /** The row that the action is about; absent for one that makes a new row. */
  row: RecordRow | undefined;
  value: FormValue = {};
  touched = false;
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  override willUpdate(): void {
    if (this.hasUpdated) return;
    const known = Object.keys(this.action.input.properties ?? {}).filter(
      (name) => name !== 'id' && this.row && this.row[name] !== undefined,
    );
    const now = Object.fromEntries(known.map((name) => [name, this.row?.[name]]));
    this.value = { ...(initialValue(this.action.input) as FormValue | undefined), ...now };
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const input = { ...this.value, ...(this.row ? { id: this.row.id } : {}) };
    const answer = await this.#act.run(this.#client.value, performDocument(this.action), input);
    if (answer) {
      toast(this, { kind: 'ok', text: this.words(recordWords).done(this.language.of(this.action.title)) });
      this.tell('desk-done', answer.value);
    } else {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }

  override render() {
    const { action, language, desk } = this;
    const { problem, busy } = this.#act;
    const client = this.#client.value;
    const title = language.of(action.title);
    const form = schemaForm(
      action.input,
      {
        language,
        entities: desk.entities,
        value: this.value,
        problem,
        change: (value) => {
          this.value = value;
          this.touched = true;
        },
        find: (target, text) => findRows(client, desk, target, text),
      },
      this.row ? ['id'] : [],
    );
    return html`<desk-admin-dialog open heading=${title} ?dirty=${this.touched}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>${problemNotice(problem, language)} ${form}</form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${title}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-action-dialog', DeskActionDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-action-dialog': DeskActionDialog;
  }
}
