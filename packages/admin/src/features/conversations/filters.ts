import { html, nothing, type TemplateResult } from 'lit';
import type { Directory } from '../../desk/directory.ts';
import { checkField, selectField } from '../../kit/field.ts';
import type { Language } from '../../kit/language.ts';
import { CHANNELS, filterCount, orderOf, ORDERS_OF, PRIORITIES, RISKS, STATES_OF, type InboxQuery } from './query.ts';
import { slaWords } from './sla-words.ts';
import { inboxWords } from './words.ts';

/** The filters of the list; each change goes into the address, so a filtered list can be kept and shared. */
export function filterPanel(options: {
  query: InboxQuery;
  language: Language;
  directory: Directory;
  change: (change: Partial<InboxQuery>) => void;
}): TemplateResult {
  const { query, language, directory, change } = options;
  const words = language.words(inboxWords);
  const sla = language.words(slaWords);
  const stores = [...directory.stores.values()].map(({ id, name }) => ({ value: id, label: name }));
  const owners = [...directory.colleagues.values()]
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ value: id, label: name }));
  const states = language.choices('ConversationState', STATES_OF[query.view]);
  const orders = (query.risk ? (['DUE'] as const) : ORDERS_OF[query.view]).map((value) => ({
    value,
    label: sla.orders[value],
  }));
  return html`<div class="filters" role="group" aria-label=${words.filters}>
    ${stores.length > 1 ? selectField({ id: 'store', label: words.store, value: query.storeId, empty: words.all, choices: stores, onInput: (storeId) => change({ storeId }) }) : nothing}
    ${states.length > 1 ? selectField({ id: 'state', label: words.state, value: query.state, empty: words.all, choices: states, onInput: (state) => change({ state }) }) : nothing}
    ${
      query.view === 'open' || query.view === 'closed'
        ? selectField({
            id: 'owner',
            label: words.owner,
            value: query.ownerId,
            empty: words.all,
            choices: owners,
            onInput: (ownerId) => change({ ownerId }),
          })
        : nothing
    }
    ${selectField({ id: 'priority', label: words.priority, value: query.priority, empty: words.all, choices: language.choices('Priority', PRIORITIES), onInput: (priority) => change({ priority }) })}
    ${selectField({ id: 'channel', label: words.channel, value: query.channel, empty: words.all, choices: language.choices('Channel', CHANNELS), onInput: (channel) => change({ channel }) })}
    ${selectField({ id: 'risk', label: sla.risk, value: query.risk, empty: words.all, choices: RISKS.map((value) => ({ value, label: sla.risks[value] })), onInput: (risk) => change({ risk }) })}
    ${selectField({ id: 'order', label: sla.order, value: orderOf(query), choices: orders, onInput: (order) => order && change({ order }) })}
    ${checkField({ id: 'unread', label: words.unreadOnly, value: query.unread, onInput: (unread) => change({ unread }) })}
    ${
      filterCount(query) > 0
        ? html`<button class="link" type="button"
          @click=${() => change({ storeId: '', state: '', ownerId: '', priority: '', channel: '', unread: false, risk: '' })}>${words.clearFilters}</button>`
        : nothing
    }
  </div>`;
}
