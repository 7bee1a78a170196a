import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import type { CustomerItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, textField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { kitWords } from '../../kit/words.ts';
import { updateCustomer, type CustomerChange } from './data.ts';
import { customerWords } from './words.ts';

type Draft = Record<'name' | 'nick' | 'tier' | 'styleTag' | 'riskNote', string>;

/**
 * @summary Edits a customer's file.
 * @event {CustomerItem} desk-saved - The file as it is now.
 */
export class DeskCustomerDialog extends DeskElement {
  static override properties = { file: { attribute: false }, draft: { state: true } };
  static override styles = [base, controls];

  declare file: CustomerItem;
  draft: Draft | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  get #now(): Draft {
    const { name, nick, tier, styleTag, riskNote } = this.file;
    return this.draft ?? { name, nick, tier: tier ?? '', styleTag: styleTag ?? '', riskNote: riskNote ?? '' };
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { name, nick, tier, styleTag, riskNote } = this.#now;
    const input: CustomerChange = {
      id: this.file.id,
      name,
      nick,
      tier: tier || null,
      styleTag: styleTag || null,
      riskNote: riskNote || null,
    };
    const saved = await this.#act.run(this.#client.value, updateCustomer, input);
    if (saved) this.tell('desk-saved', saved);
  }

  override render() {
    const words = this.words(customerWords);
    const { problem, busy } = this.#act;
    const now = this.#now;
    const field = (id: keyof Draft, label: string, maxLength: number) => ({
      id,
      label,
      maxLength,
      value: now[id],
      error: fieldMessage(problem, id),
      onInput: (value: string) => (this.draft = { ...now, [id]: value }),
    });
    return html`<desk-admin-dialog open heading=${words.edit} ?dirty=${this.draft !== undefined}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem, this.language)} ${textField(field('name', words.name, 200))} ${textField(field('nick', words.nick, 200))}
        ${textField(field('tier', words.tier, 40))} ${textField(field('styleTag', words.style, 40))} ${areaField(field('riskNote', words.risk, 1000))}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${this.words(kitWords).save}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-customer-dialog', DeskCustomerDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-customer-dialog': DeskCustomerDialog;
  }
}
