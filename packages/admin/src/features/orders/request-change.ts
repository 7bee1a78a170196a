import { html, nothing } from 'lit';
import { navigationContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { facts } from '../../kit/facts.ts';
import { icon } from '../../kit/icon.ts';
import type { Request } from './data.ts';
import { orderPath } from './order-path.ts';
import { changeText } from './order-sections.ts';
import { orderWords } from './words.ts';

/** @summary What a request changes of which order, and why that was refused. */
export class DeskOrderRequestChange extends DeskElement {
  static override properties = { subject: { attribute: false } };
  static override styles = [base, controls, facts.style];

  declare subject: Request;
  readonly #navigation = new Use(this, navigationContext);

  override render() {
    const words = this.words(orderWords);
    const { before, after, refusal, orderId, orderNumber, storeId } = this.subject;
    const href = orderId ? this.#navigation.value.href(orderPath(storeId, orderId)) : undefined;
    const refused = refusal && this.language.of(refusal);
    return html`${facts([
      href && [words.number, html`<a class="numeric" href=${href}>${orderNumber}</a>`],
      [words.before, changeText(before)],
      [words.after, changeText(after)],
    ])}
      ${refused ? html`<p class="notice danger">${icon('warning', 'small')}<span>${refused}</span></p>` : nothing}`;
  }
}

define('desk-admin-order-request-change', DeskOrderRequestChange);
