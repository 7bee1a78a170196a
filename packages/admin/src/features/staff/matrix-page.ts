/**
 * @module The permission matrix: permission by role, changed by an administrator after he has confirmed what it means.
 */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { live } from 'lit/directives/live.js';
import { Act } from '../../desk/act.ts';
import { clientContext, Use, viewerContext } from '../../desk/contexts.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { checksField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { describe } from '../../records/description.ts';
import { titled } from '../../records/names.ts';
import { permissionMatrix, setPermissionRoles, type PermissionRow, type Role } from './data.ts';
import { staffWords } from './words.ts';

// Shown: the roles that most shops have come first; the others are chosen.
const USUAL: readonly string[] = ['PA', 'AA', 'TL', 'SV', 'MG', 'AD'];

interface Change {
  readonly row: PermissionRow;
  readonly roles: readonly Role[];
  readonly text: string;
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((role) => b.includes(role));

export class DeskMatrix extends DeskElement {
  static override properties = {
    text: { state: true },
    change: { state: true },
    roles: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      .table {
        overflow: auto;
        max-block-size: calc(100dvh - 15rem);
        min-block-size: 16rem;
      }
      th,
      td {
        padding: 0.3125rem 0.5rem;
        text-align: center;
      }
      thead th {
        position: sticky;
        inset-block-start: 0;
        z-index: 1;
        white-space: normal;
        min-inline-size: 4.75rem;
        max-inline-size: 6rem;
        vertical-align: bottom;
      }
      tbody th,
      thead th:first-child {
        position: sticky;
        inset-inline-start: 0;
        z-index: 1;
        min-inline-size: 13rem;
        background: var(--surface);
        text-align: start;
      }
      thead th:first-child {
        z-index: 2;
      }
      tr:hover > th {
        background: var(--hover);
      }
      td label {
        display: grid;
        place-items: center;
        min-block-size: 1.75rem;
      }
      .own {
        color: var(--warn);
      }
      @container (inline-size < 45rem) {
        tbody th,
        thead th:first-child {
          min-inline-size: 9rem;
        }
      }
    `,
  ];

  text = '';
  /** The roles that are compared. */
  roles: readonly string[] = USUAL;
  change: Change | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #act = new Act(this);
  readonly #matrix = new Loader(this, {
    args: () => [] as const,
    load: async () => {
      const client = this.#client.value;
      const [{ rows }, { titles }] = await Promise.all([
        client.query(permissionMatrix, {}),
        describe(client, this.#viewer.value?.id ?? ''),
      ]);
      return { rows, titles };
    },
  });

  #name(permission: string): string {
    return titled(this.#matrix.value?.titles?.permissions[permission], permission, this.language);
  }

  #ask(row: PermissionRow, role: Role, event: Event): void {
    const on = (event.target as HTMLInputElement).checked;
    const words = this.words(staffWords);
    const name = this.#name(row.permission);
    const roles = on ? [...row.roles, role] : row.roles.filter((other) => other !== role);
    const text = (on ? words.confirmGrant : words.confirmRevoke)(this.language.code('Role', role), name);
    this.#act.clear();
    this.change = { row, roles, text };
  }

  #askReset(row: PermissionRow): void {
    this.#act.clear();
    this.change = {
      row,
      roles: row.byDefault,
      text: this.words(staffWords).resetConfirm(this.#name(row.permission)),
    };
  }

  async #confirm(): Promise<void> {
    const { change } = this;
    if (!change) return;
    const { permission } = change.row;
    const done = await this.#act.run(this.#client.value, setPermissionRoles, { permission, roles: change.roles });
    if (!done) return;
    this.change = undefined;
    const rows = (this.#matrix.value?.rows ?? []).map((row) =>
      row.permission === permission ? { ...row, roles: change.roles } : row,
    );
    this.#matrix.set({ rows, titles: this.#matrix.value?.titles });
    toast(this, { kind: 'ok', text: this.words(staffWords).permissionChanged });
  }

  override render() {
    const words = this.words(staffWords);
    const mayChange = can(this.#viewer.value, 'staff.manage');
    return html`<div class="page">
      <div class="page-head"><h1>${words.matrix}</h1></div>
      <p class="muted">${words.matrixText}</p>
      ${mayChange ? nothing : html`<p class="notice">${icon('info')}<span>${words.readOnly}</span></p>`}
      <div class="filter-bar">${textField({ id: 'search', type: 'search', label: words.filterPermissions, value: this.text, onInput: (text) => (this.text = text) })}</div>
      <details class="card padded"><summary>${words.rolesShown(this.#roles.length, this.#allRoles.length)}</summary>${checksField(
        {
          id: 'roles',
          label: words.rolesToCompare,
          value: this.#roles,
          choices: this.#allRoles.map((role) => ({ value: role, label: this.language.code('Role', role) })),
          onInput: (roles) => (this.roles = roles),
        },
      )}</details>
      <div class="card table" tabindex="0" role="region"
        aria-label=${words.matrix}>${loaded(this.#matrix, this.language, ({ rows }) => this.#renderTable(rows, mayChange))}</div>
      ${this.change ? this.#renderConfirm(this.change) : nothing}
    </div>`;
  }

  get #allRoles(): Role[] {
    return Object.keys(this.language.names('Role')) as Role[];
  }

  get #roles(): Role[] {
    return this.#allRoles.filter((role) => this.roles.includes(role));
  }

  #renderTable(rows: readonly PermissionRow[], mayChange: boolean) {
    const words = this.words(staffWords);
    const wanted = this.text.trim().toLocaleLowerCase();
    const shown = rows.filter(({ permission }) =>
      `${permission} ${this.#name(permission)}`.toLocaleLowerCase().includes(wanted),
    );
    return html`<table>
      <caption class="visually-hidden">${words.matrix}</caption>
      <thead><tr><th
        scope="col">${words.permission}</th>${this.#roles.map((role) => html`<th scope="col" title=${role}>${this.language.code('Role', role)}</th>`)}</tr></thead>
      <tbody>${repeat(
        shown,
        ({ permission }) => permission,
        (row) => this.#renderRow(row, mayChange),
      )}</tbody>
    </table>`;
  }

  #renderRow(row: PermissionRow, mayChange: boolean) {
    const words = this.words(staffWords);
    const name = this.#name(row.permission);
    const differs = !same(row.roles, row.byDefault);
    return html`<tr>
      <th scope="row" title=${row.permission}>${name}
        ${differs ? html`<br /><span class="small own">${words.changed}</span> ${mayChange ? html`<button class="link small" type="button" @click=${() => this.#askReset(row)}>${words.reset}</button>` : nothing}` : nothing}
      </th>
      ${this.#roles.map(
        (role) => html`<td><label><input
        type="checkbox"
        aria-label=${words.cell(this.language.code('Role', role), name)}
        .checked=${live(row.roles.includes(role))}
        ?disabled=${!mayChange}
        @change=${(event: Event) => this.#ask(row, role, event)}
      /></label></td>`,
      )}
    </tr>`;
  }

  #renderConfirm(change: Change) {
    const words = this.words(staffWords);
    return html`<desk-admin-dialog open heading=${words.confirmTitle} @desk-closed=${() => (this.change = undefined)}>
      <div class="stack">${problemNotice(this.#act.problem, this.language)}<p>${change.text}</p></div>
      <button slot="actions" class="button primary" type="button" aria-disabled=${this.#act.busy}
        @click=${() => void this.#confirm()}>${words.confirm}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-matrix', DeskMatrix);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-matrix': DeskMatrix;
  }
}
