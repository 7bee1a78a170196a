import type { StaffPreset } from '@shopdesk/core';
import { css, html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { checksField, textField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { inviteStaff, type MadeLink, type Role } from './data.ts';
import { madeLink } from './made-link.ts';
import { staffWords } from './words.ts';

/** What one of the four roles stands for, or roles of one's own choice. */
type Chosen = StaffPreset | 'OTHER';

/**
 * @summary Invites somebody: who they are and what they do; then the link to hand over, shown once.
 * @event {MadeLink} desk-done - They are invited.
 */
export class DeskInviteDialog extends DeskElement {
  static override properties = {
    name: { state: true },
    email: { state: true },
    chosen: { state: true },
    roles: { state: true },
    storeIds: { state: true },
    agentNo: { state: true },
    link: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      .presets {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
        gap: 0.5rem;
      }
      .presets small {
        display: block;
      }
      summary {
        cursor: pointer;
      }
    `,
  ];

  name = '';
  email = '';
  chosen: Chosen = 'AGENT';
  roles: readonly Role[] = [];
  storeIds: readonly string[] = [];
  agentNo = '';
  link: MadeLink | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { name, email, chosen, agentNo, storeIds } = this;
    this.link = await this.#act.run(this.#client.value, inviteStaff, {
      name,
      email,
      ...(chosen === 'OTHER' ? { roles: [...this.roles] } : { preset: chosen }),
      storeIds: [...storeIds],
      ...(agentNo ? { agentNo } : {}),
    });
    if (this.link) return void this.tell('desk-directory-stale');
    await this.updateComplete;
    const wrong = this.renderRoot.querySelectorAll<HTMLElement>('[aria-invalid="true"]');
    for (const { parentElement } of wrong) parentElement?.closest('details')?.setAttribute('open', '');
    wrong[0]?.focus();
  }

  /** A duplicate is told by the name of the field that is taken. */
  #error(field: string): string | undefined {
    const { problem } = this.#act;
    if (problem?.code === 'DUPLICATE' && problem.details['field'] === field) return problem.message;
    return fieldMessage(problem, field);
  }

  override render() {
    const words = this.words(staffWords);
    const { link } = this;
    const done = () => this.tell('desk-done', link);
    if (link)
      return html`<desk-admin-dialog open heading=${words.linkTitle(link.name)}
        @desk-closed=${(event: Event) => (event.stopPropagation(), done())}>
        ${madeLink(link, this.#navigation.value, this.language)}
        <button slot="actions" class="button primary" type="button" @click=${done}>${words.done}</button>
      </desk-admin-dialog>`;
    const dirty = this.name !== '' || this.email !== '';
    return html`<desk-admin-dialog open heading=${words.invite} ?dirty=${dirty}>
      <form id="form" class="stack" novalidate autocomplete="off" @submit=${this.#submit}>
        ${problemNotice(this.#act.problem, this.language)}
        <p class="muted">${words.inviteText}</p>
        ${textField({ id: 'name', label: words.name, value: this.name, required: true, maxLength: 100, error: this.#error('name'), onInput: (name) => (this.name = name) })}
        ${textField({ id: 'email', type: 'email', label: words.email, value: this.email, required: true, error: this.#error('email'), onInput: (email) => (this.email = email) })}
        ${this.#renderRoles()} ${this.#renderMore()}
      </form>
      <button slot="actions" class="button primary" form="form"
        aria-disabled=${this.#act.busy}>${words.inviteMake}</button>
    </desk-admin-dialog>`;
  }

  #renderRoles() {
    const words = this.words(staffWords);
    const choice = (value: Chosen, label: string, note = '') => html`<label class="check">
      <input type="radio" name="preset" value=${value} .checked=${this.chosen === value}
        @change=${() => (this.chosen = value)} />
      <span>${label}${note ? html`<small class="muted">${note}</small>` : nothing}</span>
    </label>`;
    return html`<fieldset>
        <legend>${words.whatThey}</legend>
        <div class="presets">
          ${this.language.choices<StaffPreset>('StaffPreset').map(({ value, label }) => choice(value, label, words.presets[value]))}
          ${choice('OTHER', words.otherRoles)}
        </div>
      </fieldset>
      ${this.chosen === 'OTHER' ? checksField({ id: 'roles', label: words.roles, value: this.roles, error: this.#error('roles'), choices: this.language.choices<Role>('Role'), onInput: (roles) => (this.roles = roles) }) : nothing}`;
  }

  #renderMore() {
    const words = this.words(staffWords);
    const stores = [...this.#directory.value.stores.values()].map(({ id, name }) => ({ value: id, label: name }));
    return html`<details>
      <summary>${words.more}</summary>
      <div class="stack">
        ${stores.length > 0 ? checksField({ id: 'storeIds', label: words.stores, hint: words.storesHint, value: this.storeIds, error: this.#error('storeIds'), choices: stores, onInput: (storeIds) => (this.storeIds = storeIds) }) : nothing}
        ${textField({ id: 'agentNo', label: words.agentNo, hint: words.agentNoFree, value: this.agentNo, error: this.#error('agentNo'), onInput: (agentNo) => (this.agentNo = agentNo) })}
      </div>
    </details>`;
  }
}

define('desk-admin-invite-dialog', DeskInviteDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-invite-dialog': DeskInviteDialog;
  }
}
