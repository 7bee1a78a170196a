import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField } from '../../kit/field.ts';
import { paged, Pages } from '../../kit/pages.ts';
import { emptyState, failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { kitWords } from '../../kit/words.ts';
import { policyVersions, type VersionItem, type VersionState } from './data.ts';
import { periodOf, stateChip } from './version-chip.ts';
import { policyWords } from './words.ts';

const PAGE = 20;
const STATES: readonly VersionState[] = [
  'DRAFT',
  'SUBMITTED',
  'APPROVED',
  'SCHEDULED',
  'EFFECTIVE',
  'SUPERSEDED',
  'RETIRED',
];

/** @summary The shop's own versions, the last changed first: drafts, those that wait, rule or have ruled. */
export class DeskPolicyVersions extends DeskElement {
  static override properties = { state: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: end;
        justify-content: space-between;
        margin-block-end: 0.5rem;
      }
      .head .field {
        inline-size: 14rem;
      }
    `,
  ];

  state: VersionState | '' = '';
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #versions = new Pages<VersionItem>(this, {
    key: () => `state ${this.state}`,
    load: async (after) => {
      return paged(
        await this.#client.value.query(policyVersions, {
          first: PAGE,
          after,
          ...(this.state ? { filter: { state: { eq: this.state } } } : {}),
        }),
      );
    },
  });

  override render() {
    const words = this.words(policyWords);
    const choices = this.language.choices('PolicyVersionState', STATES);
    return html`<section aria-label=${words.versions}>
      <div class="head">
        <h2>${words.versions}</h2>
        ${selectField({ id: 'state', label: words.state, value: this.state, choices, empty: words.anyState, onInput: (state) => (this.state = state) })}
      </div>
      <div class="card table">${this.#renderList()}</div>
    </section>`;
  }

  #renderList() {
    const words = this.words(policyWords);
    const { rows, ready, problem, hasMore, pending } = this.#versions;
    if (problem) return failedState(this.language, problem, () => void this.#versions.retry());
    if (!ready) return pendingState(this.language);
    if (rows.length === 0) return emptyState({ icon: 'scroll', title: words.noVersions, text: words.noVersionsText });
    const columns = [
      words.name,
      words.state,
      words.layer,
      words.store,
      words.author,
      words.approver,
      words.period,
      words.changed,
    ];
    return html`<table class="stacking">
        <caption class="visually-hidden">${words.versions}</caption>
        <thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (version) => this.#renderVersion(version),
        )}</tbody>
      </table>
      ${hasMore ? html`<div class="more"><button class="button" type="button" aria-disabled=${pending} @click=${() => void this.#versions.more()}>${this.words(kitWords).loadMore}</button></div>` : nothing}`;
  }

  #renderVersion(version: VersionItem) {
    const { language } = this;
    const words = this.words(policyWords);
    const directory = this.#directory.value;
    const store = version.storeId ? directory.stores.get(version.storeId) : undefined;
    return html`<tr>
      <th scope="row" data-label=${words.name}><a
        href=${this.#navigation.value.href(`/policies/${version.id}`)}>${words.versionOf(language.of(version.name), version.number)}</a>
        ${version.note ? html`<span class="muted small">${version.note}</span>` : nothing}</th>
      <td data-label=${words.state}><span>${stateChip(version.state, language)}</span></td>
      <td data-label=${words.layer}>${this.language.code('PolicyLayer', version.layer)}</td>
      <td data-label=${words.store}>${version.storeId ? (store?.name ?? '–') : words.allStores}</td>
      <td data-label=${words.author}>${nameOf(directory, version.authorId)}</td>
      <td data-label=${words.approver}>${nameOf(directory, version.approverId)}</td>
      <td data-label=${words.period}>${periodOf(version, language, store?.timeZone) || '–'}</td>
      <td data-label=${words.changed}>${language.moment(version.updatedAt)}</td>
    </tr>`;
  }
}

define('desk-admin-policy-versions', DeskPolicyVersions);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-policy-versions': DeskPolicyVersions;
  }
}
