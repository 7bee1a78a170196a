import { css, html, type TemplateResult } from 'lit';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import { avatar, avatars } from '../../kit/avatar.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { tables } from '../../kit/table-style.ts';
import { functionTable, type OwnedFunction } from './data.ts';
import { organisationHead } from './page-head.ts';
import { organisationWords } from './words.ts';

/** Owners that are named; the others are a number. */
const NAMED = 3;

/** @summary The function table: what is done, and who owns it; what nobody owns is red (R-ORG-10). */
export class DeskFunctionTable extends DeskElement {
  static override styles = [
    base,
    controls,
    states,
    tabStyle,
    tables,
    avatars,
    css`
      td .numeric {
        white-space: nowrap;
      }
      tr.red > * {
        background: var(--danger-soft);
      }
      tr.red > :first-child {
        box-shadow: inset 0.25rem 0 var(--danger);
      }
    `,
  ];

  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #table = new Loader(this, {
    args: () => [] as const,
    load: () => this.#client.value.query(functionTable, {}),
  });

  override render() {
    const words = this.words(organisationWords);
    const navigation = this.#navigation.value;
    return html`<div class="page">
      ${organisationHead('/organisation/functions', navigation, this.language)}
      ${loaded(
        this.#table,
        this.language,
        ({
          functions,
          withoutOwner,
        }) => html`<p class="row wrap between"><span>${words.functionsText(withoutOwner)}</span>
          <a href=${navigation.href('/functions')}>${words.edit}</a></p>
        <div class="card table"><table class="stacking">
          <caption class="visually-hidden">${words.functionName}</caption>
          <thead><tr>${[words.number, words.functionName, words.parts, words.output, words.owner].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
          <tbody>${functions.map((one) => this.#renderFunction(one))}</tbody>
        </table></div>`,
      )}
    </div>`;
  }

  #renderFunction({ id, name, parts, output, owners, ownerRoles, owned }: OwnedFunction): TemplateResult {
    const words = this.words(organisationWords);
    const { language } = this;
    const roles = ownerRoles.map((role) => language.code('Role', role));
    return html`<tr class=${owned ? '' : 'red'}>
      <td data-label=${words.number}><span class="numeric">${id}</span></td>
      <th scope="row" data-label=${words.functionName}><a
        href=${this.#navigation.value.href(`/functions/${id}`)}>${language.of(name)}</a></th>
      <td data-label=${words.parts}>${language.of(parts)}</td>
      <td data-label=${words.output}>${language.of(output)}</td>
      <td data-label=${words.owner}><span class="row wrap">${
        owned
          ? html`${owners.slice(0, NAMED).map((userId) => {
              const person = nameOf(this.#directory.maybe, userId);
              return html`<span class="row">${avatar(person)}<bdi>${person}</bdi></span>`;
            })}${owners.length > NAMED ? html`<span class="chip">+${owners.length - NAMED}</span>` : ''}`
          : html`<span class="chip danger">${words.nobody}</span>`
      }<span class="muted small">${language.list(roles)}</span></span></td>
    </tr>`;
  }
}

define('desk-admin-function-table', DeskFunctionTable);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-function-table': DeskFunctionTable;
  }
}
