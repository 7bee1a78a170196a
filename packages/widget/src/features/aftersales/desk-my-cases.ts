import { MY_CASES, type DeskCaseEntry } from '@shopdesk/core/client';
import { html, LitElement, nothing } from 'lit';
import type { RenderPage } from '../../feature.ts';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import { pageStyles } from '../../self-service/page-styles.ts';
import { problem } from '../../self-service/problem.ts';
import { Remote } from '../../self-service/remote.ts';
import { go } from '../../self-service/service.ts';
import type { CaseService as Service, CaseWords } from './words.ts';
import { isNews, isYourTurn } from './case-news.ts';

const PAGE = 10;
type Page = {
  readonly nodes: readonly DeskCaseEntry[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
};

/**
 * The customer's cases, newest first, with what is new and what waits for him.
 *
 * @summary List of after-sales cases.
 * @event {CustomEvent<{ page: ServicePage }>} desk-go - A case was chosen.
 */
export class DeskMyCases extends LitElement {
  static override properties = {
    service: { attribute: false },
    _more: { state: true },
    _busy: { state: true },
    _failed: { state: true },
  };
  static override styles = [base, pageStyles];
  declare service: Service;
  declare _more: Page | undefined;
  declare _busy: boolean;
  declare _failed: unknown;
  readonly #first = new Remote<Page>(this, {
    connection: () => this.service.connection,
    load: () => this.service.connection.client.query(MY_CASES, { first: PAGE }),
    live: true,
  });

  constructor() {
    super();
    this._busy = false;
  }

  override render() {
    return html`<h3 tabindex="-1">${this.service.words.cases.title}</h3>${this.#renderList()}`;
  }

  #renderList() {
    const { service } = this;
    const { words } = service;
    const { value, error, again } = this.#first;
    if (error && !value) return problem(error, { service, onRetry: again });
    if (!value) return html`<p role="status" class="muted">${words.loading}</p>`;
    if (value.nodes.length === 0) return html`<p role="status">${words.cases.empty}</p>`;
    const known = new Set(value.nodes.map(({ id }) => id));
    const rows = [...value.nodes, ...(this._more?.nodes ?? []).filter(({ id }) => !known.has(id))];
    const { endCursor, hasNextPage } = (this._more ?? value).pageInfo;
    return html`<ul class="list" aria-label=${words.cases.title}>${rows.map((row) => this.#renderRow(row))}</ul>
      ${this._failed ? problem(this._failed, { service, onRetry: () => void this.#loadMore(endCursor) }) : nothing}
      ${hasNextPage ? html`<button type="button" class="button wide" ?disabled=${this._busy} @click=${() => this.#loadMore(endCursor)}>${words.cases.more}</button>` : nothing}`;
  }

  #renderRow(row: DeskCaseEntry) {
    const { service } = this;
    const { words } = service;
    const { id, number, type, state, lines, returnDueAt, decisionDueAt } = row;
    const badge = isYourTurn(row) ? words.cases.yourTurn : isNews(service.connection, row) ? words.cases.news : '';
    const limit =
      state === 'AWAITING_RETURN' && returnDueAt
        ? words.cases.sendBackBy(service.until(returnDueAt))
        : (state === 'REQUESTED' || state === 'UNDER_REVIEW') && decisionDueAt
          ? words.cases.decisionBy(service.until(decisionDueAt))
          : '';
    return html`<li><button type="button" class="option" @click=${() => go(this, { name: 'case', id })}>
      <span class="row"><span class="state">${words.caseTypes[type]} · ${words.caseStates[state]}</span>${badge ? html`<span class="badge">${badge}</span>` : nothing}</span>
      <span><bdi>${words.list(lines.map(({ title, quantity }) => `${title} × ${quantity}`))}</bdi></span>
      <span class="muted"><bdi>${number}</bdi>${limit ? ` · ${limit}` : ''}</span>
    </button></li>`;
  }

  async #loadMore(after: string | null): Promise<void> {
    if (!after || this._busy) return;
    [this._busy, this._failed] = [true, undefined];
    const { connection } = this.service;
    try {
      const { nodes, pageInfo } = await connection.authorised(() =>
        connection.client.query(MY_CASES, { first: PAGE, after }),
      );
      this._more = { nodes: [...(this._more?.nodes ?? []), ...nodes], pageInfo };
    } catch (error) {
      this._failed = error;
    }
    this._busy = false;
  }
}

/** How self-service shows it. */
export const render: RenderPage<CaseWords> = (service) => html`<desk-my-cases .service=${service}></desk-my-cases>`;

define('desk-my-cases', DeskMyCases);
