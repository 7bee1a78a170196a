/** @module Short ways to write a field, for the forms that the desk brings along. */
import type { FieldType, FormDefinition, FormField, FormStep } from '../model/index.ts';

type More = Omit<Partial<FormField>, 'id' | 'type' | 'title'>;

const field =
  (type: FieldType) =>
  (id: string, en: string, zh: string, more: More = {}): FormField => ({ id, type, title: { en, zh }, ...more });

export const line = field('TEXT');
export const text = field('LONG_TEXT');
export const number = field('NUMBER');
export const money = field('MONEY');
export const day = field('DATE');
export const time = field('TIME');
export const flag = field('FLAG');
export const done = field('DONE');
export const person = field('PERSON');
export const files = field('EVIDENCE');
export const signature = field('SIGNATURE');

/** Options by their ids: `{ GIFT: ['Gift', '赠品'] }`. */
export type Options = Readonly<Record<string, readonly [en: string, zh: string]>>;

const optionsOf = (options: Options) => Object.entries(options).map(([id, [en, zh]]) => ({ id, title: { en, zh } }));

export const choice = (id: string, en: string, zh: string, options: Options, more: More = {}): FormField =>
  field('CHOICE')(id, en, zh, { options: optionsOf(options), ...more });
export const choices = (id: string, en: string, zh: string, options: Options, more: More = {}): FormField =>
  field('CHOICES')(id, en, zh, { options: optionsOf(options), ...more });
export const rows = (id: string, en: string, zh: string, columns: readonly FormField[], more: More = {}): FormField =>
  field('ROWS')(id, en, zh, { columns, ...more });

export const MUST = { must: true } as const;

export const step = (
  id: string,
  en: string,
  zh: string,
  fields: readonly FormField[],
  more: Omit<Partial<FormStep>, 'id' | 'title' | 'fields'> = {},
): FormStep => ({ id, title: { en, zh }, fields, ...more });

/** A form of the desk: its code is for ever. */
export interface ShippedForm {
  readonly code: string;
  readonly definition: FormDefinition;
  /** Kinds of subjects, where it makes sense for some only. */
  readonly subjects?: readonly string[];
  readonly confidential?: boolean;
}

export const form = (
  code: string,
  [en, zh]: readonly [string, string],
  [aboutEn, aboutZh]: readonly [string, string],
  steps: readonly FormStep[],
  more: { readonly confidential?: true; readonly ordered?: true } = {},
): ShippedForm => ({
  code,
  definition: {
    title: { en, zh },
    about: { en: aboutEn, zh: aboutZh },
    ...(more.ordered ? { ordered: true } : {}),
    steps,
  },
  ...(more.confidential ? { confidential: true } : {}),
});

/** Fields that many forms begin with; the desk fills them in by what the record hangs on. */
export const where = [line('store', 'Store', '店铺', MUST), day('date', 'Date', '日期', MUST)] as const;
export const byWhom = person('agent', 'Agent', '经办客服');

/** The ids are those of cases, which print as these forms. */
export const RESPONSIBLE: Options = {
  SELLER: ['Seller', '卖家'],
  BUYER: ['Buyer', '买家'],
  CARRIER: ['Carrier', '承运人'],
  SUPPLIER: ['Supplier', '供应商'],
  UNCLEAR: ['Unclear', '不明'],
};
export const PAYS_FREIGHT: Options = {
  BUYER: ['Buyer', '买家'],
  SELLER: ['Seller', '卖家'],
  SPLIT: ['Each one way', '各付一程'],
  FAULT_PARTY: ['Party at fault', '责任方'],
  CONTRACT: ['By contract', '按合同'],
};
export const STOCK_ACTIONS: Options = {
  RESTOCK: ['Restocked', '重新入库'],
  REPAIR: ['To repair', '送修'],
  SCRAP: ['Scrapped', '报废'],
  TO_SUPPLIER: ['To the supplier', '退供应商'],
  NONE: ['None', '无'],
};
