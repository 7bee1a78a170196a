/**
 * @module What an audit entry says: who did what, and what that changed, field by field.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { nameOf, type Directory } from '../../desk/directory.ts';
import { icon } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import { codesOf, type DeskDescription, type FieldDescription } from '../../records/description.ts';
import { fieldName, titled, valueName } from '../../records/names.ts';
import type { AuditItem } from './data.ts';
import { auditWords } from './words.ts';

export interface EntryContext {
  readonly language: Language;
  readonly directory: Directory;
  readonly desk: DeskDescription | undefined;
}

/** The action as its button calls it. */
export const actionTitle = (name: string, { desk, language }: EntryContext): string =>
  titled(desk?.titles?.actions[name], name, language);
export const entityTitle = (name: string, { desk, language }: EntryContext): string =>
  titled(desk?.titles?.entities[name], name, language);

/** Whose session it is: who signs in is nobody yet, and somebody afterwards. */
const whoSignedIn = ({ changes }: AuditItem, { directory }: EntryContext): string | undefined =>
  changes
    .filter(({ entity }) => entity === 'StaffSession')
    .map(({ after, before }) => directory.colleagues.get(String((after ?? before)?.['userId']))?.name)
    .find((name) => name !== undefined);

export function actorName(item: AuditItem, context: EntryContext): string {
  const { actor, actorName: name } = item;
  const { language } = context;
  const words = language.words(auditWords);
  const signedIn = actor.startsWith('anonymous:') ? whoSignedIn(item, context) : undefined;
  if (signedIn) return signedIn;
  if (name) return actor.startsWith('system:') ? `${words.system} (${name})` : name;
  if (actor.startsWith('shopper:')) return words.customer;
  return actor.startsWith('anonymous:') ? words.anonymous : actor;
}

/** Who acts without a role of the staff. */
function roleName(code: string, language: Language): string {
  const { customer, system, anonymous } = language.words(auditWords);
  const others: Readonly<Record<string, string>> = { CU: customer, SYSTEM: system, ANONYMOUS: anonymous };
  return others[code] ?? language.code('Role', code);
}

export const roleNames = (role: string, language: Language): string =>
  language.list(role.split('+').map((code) => roleName(code, language)));

/** The set of the states of an entity's rows. */
function stateCodes(entity: string, { desk }: EntryContext): string | undefined {
  const described = desk?.entities.find(({ name }) => name === entity);
  return codesOf(described?.fields.find(({ name }) => name === described.machine?.field)?.schema);
}

/** From what to what, in the words of the states. */
export function transition({ from, to, entity }: AuditItem, context: EntryContext): TemplateResult | typeof nothing {
  const name = (state: string | null) => valueName(state, context.language, stateCodes(entity, context));
  if (!to && !from) return nothing;
  if (!from || from === to) return html`<span class="chip">${name(to ?? from)}</span>`;
  return html`<span class="row"><span class="chip">${name(from)}</span>${icon('right', 'small')}<span
    class="chip accent">${name(to)}</span></span>`;
}

type Named = Pick<FieldDescription, 'name'> & Partial<FieldDescription>;

/** A field as the desk describes it, where the viewer may see its entity. */
const fieldOf = (entity: string, name: string, { desk }: EntryContext): Named =>
  desk?.entities.find((one) => one.name === entity)?.fields.find((field) => field.name === name) ?? { name };

function shown(value: unknown, { name, schema }: Named, context: EntryContext): string {
  const codes = codesOf(schema);
  const { language, directory } = context;
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (typeof value === 'string')
    return directory.colleagues.has(value)
      ? nameOf(directory, value)
      : (directory.stores.get(value)?.name ?? valueName(value, language, codes));
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return language.list(value.map((item) => valueName(item, language, codes)));
  if (name === 'permissionOverrides') return rolesByPermission(value as Record<string, readonly string[]>, context);
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value);
}

/** What a tenant decided about its permissions, one a line: `Configure stores: Manager, Supervisor`. */
const rolesByPermission = (roles: Readonly<Record<string, readonly string[]>>, { desk, language }: EntryContext) =>
  Object.entries(roles)
    .map(([code, held]) => {
      const name = titled(desk?.titles?.permissions[code], code, language);
      return language.words(auditWords).permission(name, language.list(held.map((role) => roleName(role, language))));
    })
    .join('\n');

/** The fields that differ, before and after. */
export function changesOf(item: AuditItem, context: EntryContext): TemplateResult {
  const words = context.language.words(auditWords);
  if (item.changes.length === 0) return html`<p class="muted">${words.noChanges}</p>`;
  return html`${item.changes.map((change) => {
    const { before, after } = change;
    const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
    const differing = names.filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]));
    const state = before === null ? words.created : after === null ? words.removed : '';
    return html`<div class="change">
      <p><strong>${entityTitle(change.entity, context)}</strong> <span
        class="muted mono">${change.id}</span> ${state ? html`<span class="chip info">${state}</span>` : nothing}</p>
      ${
        differing.length === 0
          ? html`<p class="muted">${words.noChanges}</p>`
          : html`<table>
        <thead><tr><th
          scope="col">${words.field}</th>${before === null ? nothing : html`<th scope="col">${words.before}</th>`}<th
          scope="col">${words.after}</th></tr></thead>
        <tbody>${differing.map((name) => {
          const field = fieldOf(change.entity, name, context);
          const was = html`<td class="was">${shown(before?.[name], field, context)}</td>`;
          return html`<tr><th scope="row">${fieldName(field, context.language)}</th>
              ${before === null ? nothing : was}<td>${shown(after?.[name], field, context)}</td></tr>`;
        })}</tbody>
      </table>`
      }
    </div>`;
  })}`;
}

export const entryStyle = css`
  .change {
    display: grid;
    gap: 0.375rem;
    padding-block: 0.5rem;
    overflow-x: auto;
  }
  .change td,
  .change th {
    padding: 0.25rem 0.5rem;
    white-space: pre-wrap;
    font-size: 0.8125rem;
    background: none;
  }
  .was {
    color: var(--ink-2);
  }
`;
