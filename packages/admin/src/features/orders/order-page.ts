import { html, nothing } from 'lit';
import { navigationContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { tables } from '../../kit/table-style.ts';
import './order-file.ts';
import type { OrderFile } from './order-file.ts';
import { orderWords } from './words.ts';

const decoded = (part: string | undefined): string => {
  try {
    return decodeURIComponent(part ?? '');
  } catch {
    return part ?? '';
  }
};

/** @summary The page of one order. */
export class DeskOrderPage extends DeskElement {
  static override properties = { params: { attribute: false }, number: { state: true } };
  static override styles = [base, controls, tables];

  params: Readonly<Record<string, string | undefined>> = {};
  number = '';
  readonly #navigation = new Use(this, navigationContext);

  override render() {
    const words = this.words(orderWords);
    const orderId = decoded(this.params['id']);
    return html`<div class="page">
      <div class="page-head">
        <a class="button plain icon-only" href=${this.#navigation.value.href('/orders')}
          aria-label=${words.back}>${icon('back')}</a>
        <h1>${words.number} <span class="numeric">${this.number || orderId || nothing}</span></h1>
      </div>
      <desk-admin-order-file .storeId=${decoded(this.params['store'])} .orderId=${orderId}
        @desk-order-loaded=${({ detail }: CustomEvent<OrderFile>) => (this.number = detail.order.number)}></desk-admin-order-file>
    </div>`;
  }
}

define('desk-admin-order-page', DeskOrderPage);
