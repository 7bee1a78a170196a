import { html } from 'lit';
import { DeskElement, define } from '../../kit/element.ts';
import '../../records/record-list.ts';
import { customerWords } from './words.ts';

const COLUMNS = ['name', 'nick', 'storeId', 'verified', 'tags', 'tier', 'createdAt'];

/** @summary The customers of all stores. */
export class DeskCustomers extends DeskElement {
  static override properties = { search: { attribute: false } };

  search = new URLSearchParams();

  override render() {
    return html`<desk-admin-record-list .entity=${'Customer'} .path=${'/customers'} .search=${this.search} .columns=${COLUMNS}>
      <h1 slot="head">${this.words(customerWords).title}</h1>
    </desk-admin-record-list>`;
  }
}

define('desk-admin-customers', DeskCustomers);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-customers': DeskCustomers;
  }
}
