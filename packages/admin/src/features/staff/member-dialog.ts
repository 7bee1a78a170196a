import { LIVE_SKILL, mayServe, MODES, skillsAsKept } from '@shopdesk/core';
import { css, html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, checkField, checksField, textField } from '../../kit/field.ts';
import { LANGUAGE_NAMES, LOCALES, type Locale } from '../../kit/language.ts';
import { fieldMessage, type Problem } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { Loader } from '../../kit/loader.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { kitWords } from '../../kit/words.ts';
import { memberDocument, servingRules, updateStaff, type Member, type MemberInput, type Role } from './data.ts';
import { staffWords } from './words.ts';

/**
 * @summary Changes a member of staff.
 * @event {Member} desk-done - It is saved.
 */
export class DeskMemberDialog extends DeskElement {
  static override properties = { row: { attribute: false }, draft: { state: true } };
  static override styles = [
    base,
    controls,
    tables,
    css`
      .checks {
        max-block-size: 12rem;
        overflow: auto;
      }
    `,
  ];

  /** The person to be changed. */
  row: { readonly id: string } | undefined;
  draft: MemberInput | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #act = new Act(this);
  readonly #member = new Loader(this, {
    args: () => (this.row ? ([this.row.id] as const) : undefined),
    load: ([id]) => this.#client.value.query(memberDocument, { id }),
  });
  readonly #rules = new Loader(this, {
    args: () => [] as const,
    load: () => this.#client.value.query(servingRules, {}),
  });

  get member(): Member | undefined {
    return this.#member.value ?? undefined;
  }

  #set(change: Partial<MemberInput>): void {
    if (this.member) this.draft = { ...this.#now(this.member), ...change };
  }

  #now(member: Member): MemberInput {
    return this.draft ?? { ...member, skills: skillsAsKept(member.skills) };
  }

  /** As it is ticked, as it is, or as new roles bring it. */
  #serves(member: Member): boolean {
    const { mayServe: ticked, skills, roles } = this.#now(member);
    if (ticked !== undefined) return ticked;
    const rules = this.#rules.value;
    const byRoles = (chosen: readonly string[]) =>
      !rules?.onboardingGate && chosen.some((role) => rules?.roles.includes(role));
    // An agent's role that is added brings the tick with it, as it does for somebody new.
    return mayServe({ skills }) || (byRoles(roles) && !byRoles(member.roles));
  }

  async #submit(event: Event, member: Member): Promise<void> {
    event.preventDefault();
    const { name, email, roles, storeIds, languages, skills, capacity, autoReplyText } = this.#now(member);
    const shared = { name, email, roles, storeIds, languages, skills, capacity, autoReplyText };
    const saved = await this.#act.run(this.#client.value, updateStaff, {
      ...shared,
      mayServe: this.#serves(member),
      id: member.id,
    });
    if (saved) {
      toast(this, { kind: 'ok', text: this.words(staffWords).saved });
      this.tell('desk-directory-stale');
      return void this.tell('desk-done', saved);
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  /** A duplicate is told by the name of the field that is taken. */
  #error(problem: Problem | undefined, field: string): string | undefined {
    if (problem?.code === 'DUPLICATE' && problem.details['field'] === field) return problem.message;
    return fieldMessage(problem, field);
  }

  override render() {
    const { member } = this;
    if (!member) return nothing;
    const { problem, busy } = this.#act;
    return html`<desk-admin-dialog open wide heading=${this.words(staffWords).editTitle(member.name)}
      ?dirty=${this.draft !== undefined}>
      <form id="form" class="stack" novalidate autocomplete="off"
        @submit=${(event: Event) => void this.#submit(event, member)}>
        ${problemNotice(problem, this.language)}
        <div class="two">${this.#renderWho(member, problem)}</div>
        ${this.#renderWhat(member, problem)}
      </form>
      <button slot="actions" class="button primary" form="form"
        aria-disabled=${busy}>${this.words(kitWords).save}</button>
    </desk-admin-dialog>`;
  }

  #renderWho(member: Member, problem: Problem | undefined) {
    const words = this.words(staffWords);
    const now = this.#now(member);
    const text = (id: 'name' | 'email', label: string) =>
      textField({
        id,
        label,
        type: id === 'email' ? 'email' : 'text',
        value: now[id],
        required: true,
        error: this.#error(problem, id),
        onInput: (value) => this.#set({ [id]: value }),
      });
    return html`${text('name', words.name)} ${text('email', words.email)}
      ${textField({ id: 'capacity', type: 'number', min: 1, max: 50, label: words.capacity, value: String(now.capacity), error: this.#error(problem, 'capacity'), onInput: (value) => this.#set({ capacity: Number(value) }) })}`;
  }

  #renderWhat(member: Member, problem: Problem | undefined) {
    const words = this.words(staffWords);
    const now = this.#now(member);
    const stores = [...this.#directory.value.stores.values()].map(({ id, name }) => ({ value: id, label: name }));
    return html`${checksField({ id: 'roles', label: words.roles, value: now.roles, error: this.#error(problem, 'roles'), choices: this.language.choices<Role>('Role'), onInput: (roles) => this.#set({ roles }) })}
      ${stores.length > 0 ? checksField({ id: 'storeIds', label: words.stores, hint: words.storesHint, value: now.storeIds, error: this.#error(problem, 'storeIds'), choices: stores, onInput: (storeIds) => this.#set({ storeIds }) }) : nothing}
      ${checksField<Locale>({ id: 'languages', label: words.languages, value: now.languages as Locale[], error: this.#error(problem, 'languages'), choices: LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })), onInput: (languages) => this.#set({ languages }) })}
      ${checkField({ id: 'mayServe', label: words.mayServe, hint: this.#rules.value?.onboardingGate ? words.mayServeGate : words.mayServeHint, value: this.#serves(member), onInput: (on) => this.#set({ mayServe: on }) })}
      ${this.#renderSkills(member, problem)}
      ${areaField({ id: 'autoReplyText', label: words.autoReply, hint: words.autoReplyHint, maxLength: 500, rows: 2, value: now.autoReplyText, error: this.#error(problem, 'autoReplyText'), onInput: (autoReplyText) => this.#set({ autoReplyText }) })}`;
  }

  /** The known skills, and what the person has from an older desk. */
  #renderSkills(member: Member, problem: Problem | undefined) {
    const words = this.words(staffWords);
    const { skills } = this.#now(member);
    const others = skillsAsKept(member.skills).filter(
      (skill) => skill !== LIVE_SKILL && !(MODES as readonly string[]).includes(skill),
    );
    const choices = [...this.language.choices('TalkMode'), ...others.map((value) => ({ value, label: value }))];
    const onInput = (chosen: string[]) => this.#set({ skills: chosen, mayServe: this.#serves(member) });
    return checksField<string>({
      id: 'skills',
      label: words.skills,
      hint: words.skillsHint,
      value: skills,
      error: this.#error(problem, 'skills'),
      choices,
      onInput,
    });
  }
}

define('desk-admin-member-dialog', DeskMemberDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-member-dialog': DeskMemberDialog;
  }
}
