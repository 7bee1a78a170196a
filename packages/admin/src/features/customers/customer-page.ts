import { css, html } from 'lit';
import { clientContext, navigationContext, Use } from '../../desk/contexts.ts';
import '../../desk/panels.ts';
import { customerDetail } from '../../desk/slots.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { customer } from './data.ts';
import { customerWords } from './words.ts';

/** @summary The page of one customer, made of panels that features put there. */
export class DeskCustomer extends DeskElement {
  static override properties = { params: { attribute: false } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      desk-admin-panels {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr));
        gap: 0.875rem;
        align-items: start;
      }
      .panel {
        display: grid;
        gap: 0.75rem;
        padding: 1rem;
        border: 1px solid var(--line);
        border-radius: 0.625rem;
        background: var(--surface);
        min-inline-size: 0;
      }
    `,
  ];

  params: Readonly<Record<string, string | undefined>> = {};
  readonly #client = new Use(this, clientContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #customer = new Loader(this, {
    args: () => (this.params['id'] ? ([this.params['id']] as const) : undefined),
    load: ([id]) => this.#client.value.query(customer, { id }),
  });

  override render() {
    const words = this.words(customerWords);
    const missing = emptyState({ icon: 'search', title: words.missing, isPage: true });
    if (this.#customer.problem?.code === 'NOT_FOUND') return missing;
    return html`<div class="page">
      ${loaded(
        this.#customer,
        this.language,
        (file) =>
          file
            ? html`<div class="page-head">
                <a class="button plain icon-only" href=${this.#navigation.value.href('/customers')}
                  aria-label=${words.backToList}>${icon('back')}</a>
                <h1>${file.name || file.nick || words.guest(file.id.slice(-4))}</h1>
              </div>
              <desk-admin-panels .place=${customerDetail}
                .subject=${{ customerId: file.id, storeId: file.storeId }}></desk-admin-panels>`
            : missing,
        { isPage: true },
      )}
    </div>`;
  }
}

define('desk-admin-customer', DeskCustomer);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-customer': DeskCustomer;
  }
}
