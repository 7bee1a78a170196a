/** @module How states, flags and payment methods of orders look and are named. */
import { html, css, nothing, type TemplateResult } from 'lit';
import { icon } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import type { Look } from '../../desk/record.ts';
import type { Flag, OrderStatus, Request, ShopPaymentMethod } from './data.ts';
import { orderWords } from './words.ts';

const LOOKS: Partial<Record<OrderStatus, string>> = {
  CREATED: 'warn',
  PAID: 'info',
  CONFIRMED: 'info',
  RELEASED_TO_WAREHOUSE: 'info',
  PACKED: 'info',
  SHIPPED: 'accent',
  DELIVERED: 'ok',
  COMPLETED: 'ok',
  RETURNED: 'warn',
};

/** The state in the desk's words; the shop's own word behind it where that says something else. */
export function statusChip(
  { status, shopStatus }: { readonly status: OrderStatus; readonly shopStatus: string },
  language: Language,
): TemplateResult {
  const name = language.code('ShopOrderStatus', status);
  return html`<span class="chip ${LOOKS[status] ?? ''}" title=${shopStatus}>${name}</span>`;
}

/** A flag has its name, so that nobody needs to tell colours apart. */
export const flagMark = (flag: Flag | undefined, language: Language, reason = ''): TemplateResult | typeof nothing =>
  flag
    ? html`<span class="flag flag-${flag.toLowerCase()}" title=${reason || nothing}>${icon('flag', 'small')}<span
      class="small">${language.code('RemarkFlag', flag)}</span></span>`
    : nothing;

export const flagStyle = css`
  .flag {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    white-space: nowrap;
  }
  .flag svg {
    fill: currentcolor;
  }
  .flag-red svg {
    color: light-dark(#c62828, #ff8a80);
  }
  .flag-yellow svg {
    color: light-dark(#a87400, #f3c64f);
  }
  .flag-green svg {
    color: light-dark(#2e7d32, #66cf8d);
  }
  .flag-blue svg {
    color: light-dark(#1565c0, #82b7f8);
  }
  .flag-purple svg {
    color: light-dark(#7b1fa2, #d0a0f0);
  }
`;

/** What a payment method is called; its id where the shop tells no more. */
export function methodName(method: ShopPaymentMethod | undefined, language: Language, id = ''): string {
  const words = language.words(orderWords);
  if (!method) return id || language.code('ShopPaymentMethodKind', 'OTHER');
  const provider = method.provider
    ? method.provider.charAt(0).toUpperCase() + method.provider.slice(1)
    : language.code('ShopPaymentMethodKind', method.kind);
  const parts = [
    provider,
    method.lastFour ? `•••• ${method.lastFour}` : '',
    method.balance ? `(${words.balance(language.money(method.balance))})` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

export const methodById = (
  methods: readonly ShopPaymentMethod[],
  id: string | null | undefined,
  language: Language,
): string =>
  methodName(
    methods.find((method) => method.id === id),
    language,
    id ?? '',
  );

/** How the states of a request to change an order look. */
export const REQUEST_LOOKS: Readonly<Record<Request['state'], Look>> = {
  SUBMITTED: 'warn',
  ACCEPTED: 'info',
  DONE: 'ok',
  REJECTED: 'danger',
  CONVERTED: 'note',
};
