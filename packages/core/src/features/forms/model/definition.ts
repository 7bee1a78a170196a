/**
 * @module What a form is made of: ordered steps of fields, each with an id that is for ever, a type and its words. The
 * same in the desk and in a browser; nothing here reads a clock or asks anybody.
 */
import type { Words } from '../../../kernel/entity.ts';

/** What a field may hold, with what people call it. */
export const FIELD_TYPES = {
  TEXT: { en: 'Line of text', zh: '单行文本' },
  LONG_TEXT: { en: 'Text', zh: '多行文本' },
  NUMBER: { en: 'Number', zh: '数字' },
  MONEY: { en: 'Amount of money', zh: '金额' },
  DATE: { en: 'Date', zh: '日期' },
  TIME: { en: 'Date and time', zh: '日期和时间' },
  CHOICE: { en: 'One of a list', zh: '单选' },
  CHOICES: { en: 'Some of a list', zh: '多选' },
  FLAG: { en: 'Yes or no', zh: '是或否' },
  DONE: { en: 'Done, to be ticked', zh: '完成打勾' },
  PERSON: { en: 'Member of staff', zh: '员工' },
  ROWS: { en: 'Table of rows', zh: '明细表' },
  EVIDENCE: { en: 'Files as evidence', zh: '凭证附件' },
  SIGNATURE: { en: 'Signature', zh: '签名' },
} as const satisfies Readonly<Record<string, Words>>;

export type FieldType = keyof typeof FIELD_TYPES;

/** Types that hold one value, of which the columns of a table are made. */
const COLUMN_TYPES = ['TEXT', 'LONG_TEXT', 'NUMBER', 'MONEY', 'DATE', 'TIME', 'CHOICE', 'FLAG', 'PERSON'] as const;

/**
 * When a field is there at all, by what an earlier field holds: one of some values, anything or nothing, or a number
 * that is great enough.
 */
export type Condition =
  | { readonly field: string; readonly in: readonly (string | boolean)[] }
  | { readonly field: string; readonly filled: boolean }
  | { readonly field: string; readonly atLeast: number };

export interface FormOption {
  readonly id: string;
  readonly title: Words;
}

export interface FormField {
  /** Letters and digits; never used again for another type, even when the field is gone. */
  readonly id: string;
  readonly type: FieldType;
  readonly title: Words;
  readonly hint?: Words;
  /** A record cannot be submitted without it. */
  readonly must?: boolean;
  readonly when?: Condition;
  /** Of CHOICE and CHOICES. */
  readonly options?: readonly FormOption[];
  /** The most: characters of a text, the greatest number, rows of a table, files. */
  readonly most?: number;
  /** The least: the smallest number, rows of a table, files. */
  readonly least?: number;
  /** Digits after the point of a NUMBER. */
  readonly decimals?: number;
  /** Of ROWS: fields of one value each. */
  readonly columns?: readonly FormField[];
  /** Of SIGNATURE: who may sign by their role; none: whoever fills forms in. */
  readonly roles?: readonly string[];
}

export interface FormStep {
  readonly id: string;
  readonly title: Words;
  readonly hint?: Words;
  /** Minutes from the beginning of the record in which the step is to be done. */
  readonly within?: number;
  readonly fields: readonly FormField[];
}

/** The strict shape: what a published version holds. */
export interface FormDefinition {
  readonly title: Words;
  /** What it is for, in a sentence. */
  readonly about?: Words;
  /** Each step is finished before the next one is filled in. */
  readonly ordered?: boolean;
  readonly steps: readonly FormStep[];
}

/** The loose shape: what a draft may look like while somebody writes it. */
export type LooseDefinition = Loose<FormDefinition>;

type Loose<T> = T extends readonly (infer Item)[]
  ? readonly Loose<Item>[]
  : T extends object
    ? { readonly [K in keyof T]?: Loose<T[K]> | undefined }
    : T;

/** An amount of money, in minor units of its currency. */
export interface MoneyValue {
  readonly amount: number;
  readonly currency: string;
}

export type RowValue = Readonly<Record<string, unknown>>;

/** What a record holds, by the ids of its fields. */
export type FormValues = Readonly<Record<string, unknown>>;

/** Limits of every form, so that none is too large to be read. */
export const FORM_LIMITS = {
  steps: 30,
  fields: 60,
  columns: 12,
  options: 60,
  rows: 200,
  files: 20,
  text: 500,
  longText: 5000,
  /** Characters of a whole definition or of all values of a record, as JSON. */
  characters: 200_000,
} as const;

export const fieldsOf = ({ steps }: FormDefinition): readonly FormField[] => steps.flatMap(({ fields }) => fields);

/** Settings that only some types have. */
const SETTINGS = {
  most: ['TEXT', 'LONG_TEXT', 'NUMBER', 'ROWS', 'EVIDENCE'],
  least: ['NUMBER', 'ROWS', 'EVIDENCE'],
  decimals: ['NUMBER'],
  options: ['CHOICE', 'CHOICES'],
  columns: ['ROWS'],
  roles: ['SIGNATURE'],
} as const satisfies Partial<Record<keyof FormField, readonly FieldType[]>>;

export type FieldSetting = keyof typeof SETTINGS;

/** Whether fields of a type have a setting, such as options. */
export const hasSetting = (type: FieldType, setting: FieldSetting): boolean =>
  (SETTINGS[setting] as readonly FieldType[]).includes(type);

/** Types whose value no condition can ask for. */
export const mayBeAsked = (type: FieldType): boolean => type !== 'SIGNATURE' && type !== 'EVIDENCE';

/** Types that may be a column of a table. */
export const mayBeColumn = (type: FieldType): boolean => (COLUMN_TYPES as readonly FieldType[]).includes(type);

/** Characters of a text, rows or files that a field takes at most. */
export function mostOf({ type, most }: Pick<FormField, 'type' | 'most'>): number {
  const greatest: Partial<Record<FieldType, number>> = {
    TEXT: FORM_LIMITS.text,
    LONG_TEXT: FORM_LIMITS.longText,
    ROWS: FORM_LIMITS.rows,
    EVIDENCE: FORM_LIMITS.files,
  };
  const limit = greatest[type] ?? Number.MAX_SAFE_INTEGER;
  return most === undefined ? limit : Math.min(most, limit);
}
