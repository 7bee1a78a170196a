/** @module What each change of an order asks for, as fields of one draft. */
import { needsAddressPart } from '@shopdesk/core/text';
import { html, nothing, type TemplateResult } from 'lit';
import { areaField, checkField, selectField, textField } from '../../kit/field.ts';
import type { Language } from '../../kit/language.ts';
import { fieldMessage, type Problem } from '../../kit/problem.ts';
import { kitWords } from '../../kit/words.ts';
import type { Change, OrderBuyer, OrderOptions, Product, ShopAddress, ShopOrder, WantedChange } from './data.ts';
import { methodName } from './looks.ts';
import { orderWords } from './words.ts';

export interface ChangeDraft {
  readonly reason: string;
  /** A reason of the policy's list; empty for another one in words. */
  readonly code: string;
  readonly own: boolean;
  readonly contact: string;
  readonly address: ShopAddress;
  readonly methodId: string;
  /** The new variant by line. */
  readonly variants: Readonly<Record<string, string>>;
}

const NO_ADDRESS: ShopAddress = { line1: '', line2: '', city: '', region: '', postalCode: '', country: '' };

export const emptyDraft = ({ address }: Pick<ShopOrder, 'address'>): ChangeDraft => ({
  reason: '',
  code: '',
  own: false,
  contact: '',
  address: address ?? NO_ADDRESS,
  methodId: '',
  variants: {},
});

export interface ChangeForm {
  readonly change: Change;
  readonly order: ShopOrder;
  readonly buyer: OrderBuyer;
  readonly reasons: OrderOptions['cancelReasons'];
  readonly onOwnAccord: boolean;
  /** Products of the lines by id; needed for a change of items only. */
  readonly products: ReadonlyMap<string, Product>;
  readonly draft: ChangeDraft;
  readonly problem: Problem | undefined;
  readonly language: Language;
  readonly set: (draft: Partial<ChangeDraft>) => void;
}

/** The draft as the desk is asked. */
export function wantedOf(
  { change, order }: Pick<ChangeForm, 'change' | 'order'>,
  draft: ChangeDraft,
  where: { storeId: string; conversationId: string },
): WantedChange {
  const reason = draft.code || draft.reason;
  const items = order.lines.flatMap(({ id: lineId, quantity }) =>
    draft.variants[lineId] ? [{ lineId, quantity, newVariantId: draft.variants[lineId] }] : [],
  );
  const own =
    change === 'CANCEL' && draft.own
      ? { asker: 'AGENT' as const, ...(draft.contact ? { contact: draft.contact } : {}) }
      : {};
  const parts = {
    CANCEL: own,
    ADDRESS: { address: plain(draft.address) },
    PAYMENT: { paymentMethodId: draft.methodId },
    ITEMS: { paymentMethodId: draft.methodId, ...(items.length > 0 ? { items } : {}) },
  }[change];
  return {
    storeId: where.storeId,
    orderId: order.id,
    change,
    reason,
    ...(where.conversationId ? { conversationId: where.conversationId } : {}),
    ...parts,
  };
}

const plain = ({ line1, line2, city, region, postalCode, country }: ShopAddress): ShopAddress => ({
  line1,
  line2,
  city,
  region,
  postalCode,
  country,
});

export function changeForm(form: ChangeForm): TemplateResult {
  const parts = { CANCEL: cancelFields, ADDRESS: addressFields, PAYMENT: paymentFields, ITEMS: itemFields }[
    form.change
  ];
  return html`${parts(form)} ${form.change === 'CANCEL' ? nothing : reasonField(form)}`;
}

function reasonField({ draft, problem, language, set }: ChangeForm): TemplateResult {
  const words = language.words(orderWords);
  const missing =
    problem?.code === 'REASON_REQUIRED' ? language.words(kitWords).required : fieldMessage(problem, 'reason');
  return areaField({
    id: 'reason',
    label: words.reason,
    hint: words.reasonHint,
    value: draft.reason,
    required: true,
    maxLength: 500,
    rows: 2,
    error: missing,
    onInput: (reason) => set({ reason }),
  });
}

function cancelFields(form: ChangeForm): TemplateResult {
  const { reasons, onOwnAccord, draft, problem, language, set } = form;
  const words = language.words(orderWords);
  const choices = reasons
    .filter(({ code }) => code !== 'OTHER')
    .map(({ code, label }) => ({ value: code, label: language.of(label) }));
  return html`${choices.length > 0 ? selectField({ id: 'code', label: words.cancelReason, value: draft.code, empty: words.otherReason, choices, onInput: (code) => set({ code }) }) : nothing}
    ${draft.code ? nothing : reasonField(form)}
    ${
      onOwnAccord
        ? html`${checkField({ id: 'own', label: words.onOwnAccord, value: draft.own, onInput: (own) => set({ own }) })}
          ${draft.own ? areaField({ id: 'contact', label: words.contact, hint: words.contactHint, value: draft.contact, maxLength: 500, rows: 2, error: fieldMessage(problem, 'contact'), onInput: (contact) => set({ contact }) }) : nothing}`
        : nothing
    }`;
}

const ADDRESS = ['line1', 'line2', 'city', 'region', 'postalCode', 'country'] as const;

function addressFields({ draft, problem, language, set }: ChangeForm): TemplateResult {
  const words = language.words(orderWords);
  const names = {
    line1: words.street,
    line2: words.street2,
    city: words.city,
    region: words.region,
    postalCode: words.postalCode,
    country: words.country,
  };
  return html`<div class="two">${ADDRESS.map((id) =>
    textField({
      id,
      label: names[id],
      value: draft.address[id] ?? '',
      required: needsAddressPart(id, draft.address.country),
      maxLength: 200,
      error: fieldMessage(problem, `address.${id}`),
      onInput: (value) => set({ address: { ...draft.address, [id]: value } }),
    }),
  )}</div>`;
}

function paymentFields({ buyer, draft, problem, language, set, change }: ChangeForm): TemplateResult {
  const words = language.words(orderWords);
  const choices = buyer.paymentMethods.map((method) => ({
    value: method.id,
    label: methodName(method, language, method.id),
  }));
  const label = change === 'ITEMS' ? words.settleBy : words.newMethod;
  return selectField({
    id: 'paymentMethodId',
    label,
    value: draft.methodId,
    empty: words.choose,
    required: true,
    choices,
    error: fieldMessage(problem, 'paymentMethodId'),
    onInput: (methodId) => set({ methodId }),
  });
}

function itemFields(form: ChangeForm): TemplateResult {
  const { order, products, draft, problem, language, set } = form;
  const words = language.words(orderWords);
  const chosen = Object.values(draft.variants).some(Boolean);
  const error = fieldMessage(problem, 'items');
  return html`${order.lines.map((line) => {
    const variants = products.get(line.productId)?.variants ?? [];
    const choices = variants
      .filter(({ id }) => id !== line.variantId)
      .map(({ id, title, options, price, available }) => ({
        value: id,
        label: `${options.map(({ value }) => value).join(' / ') || title} · ${language.money(price)}${available ? '' : ` (${words.soldOut})`}`,
      }));
    return selectField({
      id: `line-${line.id}`,
      label: words.replaceBy(line.title),
      value: draft.variants[line.id] ?? '',
      empty: words.keep,
      choices,
      error: error && !chosen ? words.pickItem : undefined,
      onInput: (variant) => set({ variants: { ...draft.variants, [line.id]: variant } }),
    });
  })}
    ${paymentFields(form)}`;
}
