import { LIVE_SKILL, mayServe, MODES, skillsAsKept, TEAMS } from '@shopdesk/core';
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
import {
  addStaff,
  memberDocument,
  servingRules,
  updateStaff,
  type Member,
  type MemberInput,
  type Role,
} from './data.ts';
import { passwordField } from '../../kit/password-field.ts';
import { staffWords } from './words.ts';

type Draft = MemberInput & { readonly agentNo: string; readonly password: string };

const BLANK: Draft = {
  name: '',
  agentNo: '',
  email: '',
  password: '',
  roles: [],
  storeIds: [],
  languages: ['zh-CN'],
  skills: [],
  capacity: 5,
  autoReplyText: '',
};

const SKILLS = [...TEAMS, ...MODES];

/**
 * @summary Adds or changes a member of staff.
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

  /** The person to be changed; absent: somebody new. */
  row: { readonly id: string } | undefined;
  draft: Draft | undefined;
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

  get #now(): Draft {
    return (
      this.draft ?? (this.member ? { ...BLANK, ...this.member, skills: skillsAsKept(this.member.skills) } : this.#blank)
    );
  }

  /** Somebody new is an agent until another role is ticked. */
  get #blank(): Draft {
    return { ...BLANK, roles: (this.#rules.value?.roles.slice(0, 1) ?? []) as Draft['roles'] };
  }

  #set(change: Partial<Draft>): void {
    this.draft = { ...this.#now, ...change };
  }

  /** As it is ticked, as it is, or as a new person has it by the roles. */
  get #serves(): boolean {
    const { mayServe: ticked, skills, roles } = this.#now;
    if (ticked !== undefined) return ticked;
    const rules = this.#rules.value;
    const byRoles = (chosen: readonly string[]) =>
      !rules?.onboardingGate && chosen.some((role) => rules?.roles.includes(role));
    // An agent's role that is added brings the tick with it, as it does for somebody new.
    return mayServe({ skills }) || (byRoles(roles) && !byRoles(this.member?.roles ?? []));
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { name, email, roles, storeIds, languages, skills, capacity, autoReplyText, agentNo, password } = this.#now;
    const shared = { name, email, roles, storeIds, languages, skills, mayServe: this.#serves, capacity, autoReplyText };
    const client = this.#client.value;
    const member = this.member
      ? await this.#act.run(client, updateStaff, { ...shared, id: this.member.id })
      : await this.#act.run(client, addStaff, { ...shared, agentNo, password });
    const words = this.words(staffWords);
    if (member) {
      toast(this, { kind: 'ok', text: this.member ? words.saved : words.added(member.name) });
      this.tell('desk-directory-stale');
      return void this.tell('desk-done', member);
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
    if (this.row && !this.member) return nothing;
    const words = this.words(staffWords);
    const { problem, busy } = this.#act;
    const heading = this.member ? words.editTitle(this.member.name) : words.add;
    return html`<desk-admin-dialog open wide heading=${heading} ?dirty=${this.draft !== undefined}>
      <form id="form" class="stack" novalidate autocomplete="off" @submit=${this.#submit}>
        ${problemNotice(problem, this.language)}
        <div class="two">${this.#renderWho(problem)}</div>
        ${this.#renderWhat(problem)}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${this.member ? this.words(kitWords).save : words.add}</button>
    </desk-admin-dialog>`;
  }

  #renderWho(problem: Problem | undefined) {
    const words = this.words(staffWords);
    const now = this.#now;
    const text = (id: 'name' | 'email' | 'agentNo', label: string, hint?: string) =>
      textField({
        id,
        label,
        hint,
        type: id === 'email' ? 'email' : 'text',
        value: now[id],
        required: true,
        error: this.#error(problem, id),
        onInput: (value) => this.#set({ [id]: value }),
      });
    return html`${text('name', words.name)} ${this.member ? nothing : text('agentNo', words.agentNo, words.agentNoHint)} ${text('email', words.email)}
      ${this.member ? nothing : passwordField({ language: this.language, value: now.password, error: this.#error(problem, 'password'), onInput: (password) => this.#set({ password }) })}
      ${textField({ id: 'capacity', type: 'number', min: 1, max: 50, label: words.capacity, value: String(now.capacity), error: this.#error(problem, 'capacity'), onInput: (value) => this.#set({ capacity: Number(value) }) })}`;
  }

  #renderWhat(problem: Problem | undefined) {
    const words = this.words(staffWords);
    const now = this.#now;
    const stores = [...this.#directory.value.stores.values()].map(({ id, name }) => ({ value: id, label: name }));
    return html`${checksField({ id: 'roles', label: words.roles, value: now.roles, error: this.#error(problem, 'roles'), choices: this.language.choices<Role>('Role'), onInput: (roles) => this.#set({ roles }) })}
      ${stores.length > 0 ? checksField({ id: 'storeIds', label: words.stores, hint: words.storesHint, value: now.storeIds, error: this.#error(problem, 'storeIds'), choices: stores, onInput: (storeIds) => this.#set({ storeIds }) }) : nothing}
      ${checksField<Locale>({ id: 'languages', label: words.languages, value: now.languages as Locale[], error: this.#error(problem, 'languages'), choices: LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })), onInput: (languages) => this.#set({ languages }) })}
      ${checkField({ id: 'mayServe', label: words.mayServe, hint: this.#rules.value?.onboardingGate ? words.mayServeGate : words.mayServeHint, value: this.#serves, onInput: (on) => this.#set({ mayServe: on }) })}
      ${this.#renderSkills(problem)}
      ${areaField({ id: 'autoReplyText', label: words.autoReply, hint: words.autoReplyHint, maxLength: 500, rows: 2, value: now.autoReplyText, error: this.#error(problem, 'autoReplyText'), onInput: (autoReplyText) => this.#set({ autoReplyText }) })}`;
  }

  /** The known skills, and what the person has from an older desk. */
  #renderSkills(problem: Problem | undefined) {
    const words = this.words(staffWords);
    const { skills } = this.#now;
    const others = skillsAsKept(this.member?.skills ?? []).filter(
      (skill) => skill !== LIVE_SKILL && !(SKILLS as string[]).includes(skill),
    );
    const choices = [
      ...this.language.choices('Team'),
      ...this.language.choices('TalkMode'),
      ...others.map((value) => ({ value, label: value })),
    ];
    const onInput = (chosen: string[]) => this.#set({ skills: chosen, mayServe: this.#serves });
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
