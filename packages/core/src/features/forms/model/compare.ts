/** @module What a version takes away from the one before it, and what it adds: shown before anybody publishes it. */
import type { Words } from '../../../kernel/entity.ts';
import { isBlank } from './condition.ts';
import {
  fieldsOf,
  mostOf,
  type Condition,
  type FormDefinition,
  type FormField,
  type FormValues,
} from './definition.ts';
import { valueProblems } from './values.ts';

/** What may change of a field. The first five take something away from whoever fills it in or reads it. */
export const FORM_CHANGES = {
  REMOVED: { en: 'Field removed', zh: '字段删除' },
  RETYPED: { en: 'Other type', zh: '类型改变' },
  NARROWED: { en: 'Takes less', zh: '范围收窄' },
  OPTION_GONE: { en: 'Option gone', zh: '选项删除' },
  MUST_DROPPED: { en: 'No longer mandatory', zh: '不再必填' },
  CONDITION: { en: 'Other condition', zh: '显示条件改变' },
  MUST_ADDED: { en: 'Mandatory now', zh: '改为必填' },
  ADDED: { en: 'New field', zh: '新增字段' },
} as const satisfies Readonly<Record<string, Words>>;

export type FormChangeCode = keyof typeof FORM_CHANGES;

export interface FormChange {
  readonly code: FormChangeCode;
  /** Id of the field; of a column after its table: `promises.what`. */
  readonly field: string;
  readonly title: Words;
  /** The options that are gone. */
  readonly options?: readonly Words[];
}

/** Whether a change takes something away, and so needs somebody who has seen it. */
export const loses = ({ code }: Pick<FormChange, 'code'>): boolean =>
  code === 'REMOVED' || code === 'RETYPED' || code === 'NARROWED' || code === 'OPTION_GONE' || code === 'MUST_DROPPED';

const LEAST = Number.MIN_SAFE_INTEGER;
const narrowed = (was: FormField, is: FormField): boolean =>
  mostOf(is) < mostOf(was) ||
  (is.least ?? LEAST) > (was.least ?? LEAST) ||
  (is.type === 'NUMBER' && (is.decimals ?? 0) < (was.decimals ?? 0));

/** Whatever order their parts stand in: a database keeps its own. */
function sameCondition(was: Condition | undefined, is: Condition | undefined): boolean {
  const parts = (condition: Condition | undefined) =>
    JSON.stringify(Object.entries(condition ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return parts(was) === parts(is);
}

function changesOf(was: FormField, is: FormField, above: string): FormChange[] {
  const about = { field: `${above}${is.id}`, title: is.title };
  if (was.type !== is.type) return [{ code: 'RETYPED', ...about }];
  const gone = (was.options ?? []).filter(({ id }) => !is.options?.some((option) => option.id === id));
  return [
    ...(narrowed(was, is) ? [{ code: 'NARROWED' as const, ...about }] : []),
    ...(gone.length > 0 ? [{ code: 'OPTION_GONE' as const, ...about, options: gone.map(({ title }) => title) }] : []),
    ...(was.must && !is.must ? [{ code: 'MUST_DROPPED' as const, ...about }] : []),
    ...(!was.must && is.must ? [{ code: 'MUST_ADDED' as const, ...about }] : []),
    ...(sameCondition(was.when, is.when) ? [] : [{ code: 'CONDITION' as const, ...about }]),
    ...compareFields(was.columns ?? [], is.columns ?? [], `${above}${is.id}.`),
  ];
}

function compareFields(was: readonly FormField[], is: readonly FormField[], above = ''): FormChange[] {
  const before = new Map(was.map((field) => [field.id, field]));
  const after = new Set(is.map(({ id }) => id));
  return [
    ...was
      .filter(({ id }) => !after.has(id))
      .map(({ id, title }) => ({ code: 'REMOVED' as const, field: `${above}${id}`, title })),
    ...is.flatMap((field) => {
      const known = before.get(field.id);
      return known
        ? changesOf(known, field, above)
        : [{ code: 'ADDED' as const, field: `${above}${field.id}`, title: field.title }];
    }),
  ];
}

/** What changes from one version to another, the losses first. */
export const compareForms = (was: FormDefinition, is: FormDefinition): readonly FormChange[] =>
  compareFields(fieldsOf(was), fieldsOf(is)).toSorted((a, b) => Number(loses(b)) - Number(loses(a)));

export interface FormMove {
  /** What the record keeps. */
  readonly values: FormValues;
  /** Ids of fields whose value the other version does not take. */
  readonly lost: readonly string[];
  /** Ids of fields that are to be filled in by then. */
  readonly missing: readonly string[];
}

/** What becomes of the values of a record when it goes to another version. */
export function moveValues(to: FormDefinition, values: FormValues): FormMove {
  const bad = new Set(valueProblems(to, values, { strict: false }).map(({ path }) => path.split('.')[0]));
  const filled = Object.entries(values).filter(([, value]) => !isBlank(value));
  const kept = Object.fromEntries(filled.filter(([id]) => !bad.has(id)));
  const missing = valueProblems(to, kept, { strict: true }).filter(({ code }) => code === 'required');
  return {
    values: kept,
    lost: filled.map(([id]) => id).filter((id) => bad.has(id)),
    missing: missing.map(({ path }) => path),
  };
}
