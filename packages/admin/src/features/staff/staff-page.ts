/**
 * @module The people who work at the desk: who they are, what they may do, and changing that.
 */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, directoryContext, liveContext, Use, viewerContext } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import { loadAll } from '../../desk/load-all.ts';
import { can } from '../../desk/viewer.ts';
import { avatar, avatars } from '../../kit/avatar.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { checkField, selectField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import '../../kit/menu.ts';
import type { MenuItem } from '../../kit/menu.ts';
import { presenceStyle } from '../../kit/presence-style.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { members, type Member } from './data.ts';
import { staffWords } from './words.ts';

const DIALOGS = {
  member: { tag: 'desk-admin-member-dialog', load: () => import('./member-dialog.ts') },
  password: { tag: 'desk-admin-password-dialog', load: () => import('./password-dialog.ts') },
  active: { tag: 'desk-admin-active-dialog', load: () => import('./active-dialog.ts') },
  presence: { tag: 'desk-admin-presence-dialog', load: () => import('./presence-dialog.ts') },
} as const;

export class DeskStaff extends DeskElement {
  static override properties = {
    text: { state: true },
    wanted: { state: true },
    inactive: { state: true },
    dialog: { state: true },
    member: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    avatars,
    presenceStyle,
    css`
      .off {
        opacity: 0.75;
      }
      .end {
        text-align: end;
      }
    `,
  ];

  text = '';
  wanted = '';
  inactive = false;
  dialog: keyof typeof DIALOGS | '' = '';
  member: Member | undefined;
  #stop: (() => void) | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #live = new Use(this, liveContext);
  readonly #members = new Loader(this, {
    args: () => [] as const,
    load: () => loadAll((page) => this.#client.value.query(members, page)),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.#live.value.on('colleague', ({ id, presence }) => this.#change(id, { presence }));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  #change(id: string, change: Partial<Member>): void {
    const all = this.#members.value;
    if (all?.some((member) => member.id === id))
      this.#members.set(all.map((member) => (member.id === id ? { ...member, ...change } : member)));
  }

  #shown(all: readonly Member[]): readonly Member[] {
    const wanted = this.text.trim().toLocaleLowerCase();
    return all
      .filter(({ active }) => active || this.inactive)
      .filter(({ roles }) => !this.wanted || roles.includes(this.wanted))
      .filter(({ name, agentNo, email }) => `${name} ${agentNo} ${email}`.toLocaleLowerCase().includes(wanted))
      .toSorted((a, b) => a.name.localeCompare(b.name, this.language.locale));
  }

  #open(dialog: keyof typeof DIALOGS, member: Member | undefined): void {
    this.member = member;
    this.dialog = dialog;
  }

  #done({ detail }: CustomEvent<{ member: Member; text: string }>): void {
    this.dialog = '';
    const all = this.#members.value ?? [];
    const known = all.some(({ id }) => id === detail.member.id);
    this.#members.set(
      known ? all.map((member) => (member.id === detail.member.id ? detail.member : member)) : [...all, detail.member],
    );
    toast(this, { kind: 'ok', text: detail.text });
    this.tell('desk-directory-stale');
  }

  override render() {
    const words = this.words(staffWords);
    const manages = can(this.#viewer.value, 'staff.manage');
    const choices = this.language.choices('Role');
    return html`<div class="page">
      <div class="page-head">
        <h1>${words.title}</h1>
        ${manages ? html`<button class="button primary" type="button" @click=${() => this.#open('member', undefined)}>${icon('plus')}${words.add}</button>` : nothing}
      </div>
      <div class="filter-bar" role="search" aria-label=${words.search}>
        ${textField({ id: 'search', type: 'search', label: words.search, value: this.text, onInput: (text) => (this.text = text) })}
        ${selectField({ id: 'role', label: words.role, value: this.wanted, empty: '–', choices, onInput: (role) => (this.wanted = role) })}
        ${checkField({ id: 'inactive', label: words.showInactive, value: this.inactive, onInput: (inactive) => (this.inactive = inactive) })}
      </div>
      <div class="card table">${loaded(this.#members, this.language, (all) => this.#renderTable(this.#shown(all)))}</div>
      ${this.#renderDialog()}
    </div>`;
  }

  #renderTable(shown: readonly Member[]) {
    const words = this.words(staffWords);
    if (shown.length === 0)
      return emptyState({ icon: 'badge', title: this.text || this.wanted ? words.emptyFiltered : words.empty });
    const acts = can(this.#viewer.value, 'staff.manage') || can(this.#viewer.value, 'presence.override');
    return html`<table class="stacking">
      <caption class="visually-hidden">${words.title}</caption>
      <thead><tr>
        ${[words.name, words.agentNo, words.roles, words.stores, words.status, words.capacity].map((name) => html`<th scope="col">${name}</th>`)}
        ${acts ? html`<th scope="col"><span class="visually-hidden">${words.edit}</span></th>` : nothing}
      </tr></thead>
      <tbody>${repeat(
        shown,
        ({ id }) => id,
        (member) => this.#renderMember(member, acts),
      )}</tbody>
    </table>`;
  }

  #renderMember(member: Member, acts: boolean) {
    const words = this.words(staffWords);
    const { stores } = this.#directory.value;
    const storeNames = member.storeIds.map((id) => stores.get(id)?.name ?? id);
    return html`<tr class=${member.active ? '' : 'off'}>
      <th scope="row" data-label=${words.name}><span class="row">${avatar(member.name)}<span class="grow"><bdi>${member.name}</bdi><br /><span class="muted small">${member.email}</span></span></span></th>
      <td data-label=${words.agentNo} class="numeric">${member.agentNo}</td>
      <td data-label=${words.roles}><span class="row wrap">${member.roles.map((role) => html`<span class="chip">${this.language.code('Role', role)}</span>`)}</span></td>
      <td data-label=${words.stores}><span>${storeNames.length > 0 ? this.language.list(storeNames) : words.allStores}</span></td>
      <td data-label=${words.status}><span class="row">${member.active ? html`<span class="presence" data-presence=${member.presence}></span>${words.presence[member.presence]}` : html`<span class="chip warn">${words.inactive}</span>`}</span></td>
      <td data-label=${words.capacity} class="numeric">${member.capacity}</td>
      ${acts ? html`<td class="end">${this.#renderMenu(member)}</td>` : nothing}
    </tr>`;
  }

  #renderMenu(member: Member) {
    const words = this.words(staffWords);
    const manages = can(this.#viewer.value, 'staff.manage');
    const items: MenuItem[] = [
      ...(manages
        ? [
            { id: 'member', label: words.edit, icon: 'edit' as const },
            { id: 'password', label: words.setPassword, icon: 'key' as const },
            {
              id: 'active',
              label: member.active ? words.deactivate : words.activate,
              icon: member.active ? ('close' as const) : ('check' as const),
              danger: member.active,
            },
          ]
        : []),
      ...(can(this.#viewer.value, 'presence.override') && member.active
        ? [{ id: 'presence', label: words.setPresence, icon: 'clock' as const }]
        : []),
    ];
    return html`<desk-admin-menu .items=${items} label=${words.actions(member.name)} @desk-pick=${({ detail }: CustomEvent<keyof typeof DIALOGS>) => this.#open(detail, member)}>${icon('more')}</desk-admin-menu>`;
  }

  #renderDialog() {
    if (!this.dialog) return nothing;
    const { tag, load } = DIALOGS[this.dialog];
    return html`<desk-admin-lazy .tag=${tag} .load=${load} .values=${{ member: this.member }} @desk-done=${this.#done} @desk-closed=${() => (this.dialog = '')}></desk-admin-lazy>`;
  }
}

define('desk-admin-staff', DeskStaff);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-staff': DeskStaff;
  }
}
