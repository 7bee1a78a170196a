import { html, nothing } from 'lit';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { tables } from '../../kit/table-style.ts';
import { policyVersions } from './data.ts';
import { policyWords } from './words.ts';

const MOST = 5;

/** @summary Versions that wait for approval, above the service report; nothing where none does. */
export class DeskWaitingPolicies extends DeskElement {
  static override styles = [base, controls, tables];

  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #waiting = new Loader(this, {
    args: () => [] as const,
    load: () =>
      this.#client.value.query(policyVersions, { filter: { state: { eq: 'SUBMITTED' } }, first: MOST, after: null }),
  });

  override render() {
    const words = this.words(policyWords);
    const { nodes = [], pageInfo } = this.#waiting.value ?? {};
    if (nodes.length === 0) return nothing;
    return html`<section class="card padded" aria-labelledby="title">
      <h2 id="title" class="row">${icon('scales')}${words.waiting}</h2>
      <ul class="stack">${nodes.map(
        (version) => html`<li class="row wrap">
          <a href=${this.#navigation.value.href(`/policies/${version.id}`)}>${words.versionOf(this.language.of(version.name), version.number)}</a>
          <span class="muted small">${words.submittedBy(
            nameOf(this.#directory.maybe, version.lastEditorId ?? version.authorId),
            version.submittedAt ? this.language.moment(version.submittedAt) : '',
          )}</span>
        </li>`,
      )}</ul>
      ${pageInfo?.hasNextPage ? html`<a href=${this.#navigation.value.href('/policies')}>${words.allWaiting}</a>` : nothing}
    </section>`;
  }
}

define('desk-admin-waiting-policies', DeskWaitingPolicies);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-waiting-policies': DeskWaitingPolicies;
  }
}
