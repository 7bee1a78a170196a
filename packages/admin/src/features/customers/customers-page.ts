import { html } from 'lit';
import { DeskElement, define } from '../../kit/element.ts';
import '../../records/record-list.ts';

const COLUMNS = ['name', 'nick', 'storeId', 'verified', 'tags', 'tier', 'createdAt'];

/** @summary The customers of all stores. */
export class DeskCustomers extends DeskElement {
  static override properties = { search: { attribute: false } };

  search = new URLSearchParams();

  override render() {
    return html`<desk-record-list .entity=${'Customer'} .path=${'/customers'} .search=${this.search} .columns=${COLUMNS}></desk-record-list>`;
  }
}

define('desk-customers', DeskCustomers);

declare global {
  interface HTMLElementTagNameMap {
    'desk-customers': DeskCustomers;
  }
}
