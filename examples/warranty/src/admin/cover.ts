import { clientContext, DeskElement, define, Loader, Use } from '@shopdesk/admin';
import { base } from '@shopdesk/admin/kit/base-style';
import { controls } from '@shopdesk/admin/kit/control-style';
import { icon } from '@shopdesk/admin/kit/icon';
import { loaded } from '@shopdesk/admin/kit/states';
import { states } from '@shopdesk/admin/kit/state-style';
import type { ConversationItem } from '@shopdesk/admin/desk/rows';
import { html, nothing } from 'lit';
import { claimsOf, coverOf } from './data.ts';
import { claimWords } from './words.ts';

/** @summary Beside a conversation: whether the customer is covered, and how many of their claims are open. */
export class WarrantyCover extends DeskElement {
  static override properties = { subject: { attribute: false } };
  static override styles = [base, controls, states];

  declare subject: ConversationItem;
  readonly #client = new Use(this, clientContext);
  readonly #cover = new Loader(this, {
    args: () => (this.subject ? ([this.subject.customerId] as const) : undefined),
    load: async ([customerId]) => {
      const [{ coveredUntil }, { nodes }] = await Promise.all([
        this.#client.value.query(coverOf, { id: customerId }),
        this.#client.value.query(claimsOf, { customerId }),
      ]);
      return { coveredUntil, open: nodes.filter(({ state }) => state === 'REQUESTED' || state === 'ACCEPTED').length };
    },
  });

  override render() {
    const words = this.words(claimWords);
    return html`${loaded(
      this.#cover,
      this.language,
      ({ coveredUntil, open }) => html`<p>
        <span class="chip ${coveredUntil ? 'ok' : ''}">${icon(coveredUntil ? 'check' : 'info', 'small')}${coveredUntil ? words.covered(this.language.moment(coveredUntil)) : words.notCovered}</span>
        ${open > 0 ? html`<span class="chip warn">${words.open(open)}</span>` : nothing}
      </p>`,
    )}`;
  }
}

define('warranty-cover', WarrantyCover);
