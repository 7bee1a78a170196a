/** @module What keeps a draft from being published beyond its shape: ids, conditions, lists (the strict half). */
import {
  fieldsOf,
  FORM_LIMITS,
  hasSetting,
  mayBeAsked,
  mayBeColumn,
  type Condition,
  type FieldSetting,
  type FieldType,
  type FormDefinition,
  type FormField,
} from './definition.ts';

/** What may be wrong with a definition as a whole; `{id}` is that of the field, the step or the option. */
export const DEFINITION_PROBLEMS = {
  noFields: { en: 'A form has at least one field.', zh: '表单至少需要一个字段。' },
  tooLarge: { en: 'This form is too large. Make two of it.', zh: '表单内容过多，请拆分为两个。' },
  idTwice: { en: '“{id}” is there twice.', zh: '“{id}”重复。' },
  idOfOtherType: {
    en: '“{id}” was a field of another type once. Take another id, so that old records stay readable.',
    zh: '“{id}”曾用于其他类型的字段。请换一个标识，以免旧记录无法读取。',
  },
  optionsNeeded: { en: '“{id}” needs at least two options.', zh: '“{id}”至少需要两个选项。' },
  columnsNeeded: { en: '“{id}” needs at least one column.', zh: '“{id}”至少需要一列。' },
  notInTable: { en: '“{id}” cannot stand in a table.', zh: '“{id}”不能放在明细表中。' },
  notOfType: { en: '“{id}” says something that its type does not have.', zh: '“{id}”含有该类型不支持的设置。' },
  conditionUnknown: {
    en: '“{id}” depends on a field that does not stand above it.',
    zh: '“{id}”的显示条件引用了不在其上方的字段。',
  },
  conditionNeverTrue: {
    en: '“{id}” depends on something that the field above never holds.',
    zh: '“{id}”的显示条件永远无法满足。',
  },
  limitsCrossed: { en: 'The least of “{id}” is above its most.', zh: '“{id}”的最小值大于最大值。' },
} as const;

export type DefinitionProblemCode = keyof typeof DEFINITION_PROBLEMS;

export interface DefinitionProblem {
  /** Where: `steps.0.fields.2`. */
  readonly path: string;
  readonly code: DefinitionProblemCode;
  readonly id: string;
}

/** Types by the ids that a form has ever used; a column's id follows that of its table. */
export type UsedIds = Readonly<Record<string, FieldType>>;

/** The ids that a definition uses, each with its type. */
export const idsOf = (definition: FormDefinition): UsedIds =>
  Object.fromEntries(
    fieldsOf(definition).flatMap(({ id, type, columns = [] }) => [
      [id, type],
      ...columns.map((column) => [`${id}.${column.id}`, column.type]),
    ]),
  );

const twice = (ids: readonly string[]): readonly string[] => ids.filter((id, at) => ids.indexOf(id) !== at);

/** Whether a field can ever hold what a condition asks of it. */
function canHold({ type, options = [], most }: FormField, condition: Condition): boolean {
  if ('filled' in condition) return mayBeAsked(type);
  if ('atLeast' in condition) return type === 'NUMBER' && (most === undefined || most >= condition.atLeast);
  const held: readonly (string | boolean)[] =
    type === 'FLAG' ? [true, false] : type === 'DONE' ? [true] : options.map(({ id }) => id);
  const listed = type === 'CHOICE' || type === 'CHOICES' || type === 'FLAG' || type === 'DONE';
  return listed && condition.in.length > 0 && condition.in.every((value) => held.includes(value));
}

const SETTINGS: readonly FieldSetting[] = ['most', 'least', 'decimals', 'options', 'columns', 'roles'];

function codesOf(field: FormField, inTable: boolean): DefinitionProblemCode[] {
  const { type, options, columns, most, least, when } = field;
  const strange =
    SETTINGS.some((setting) => field[setting] !== undefined && !hasSetting(type, setting)) ||
    (inTable && when !== undefined);
  return [
    ...(strange ? ['notOfType' as const] : []),
    ...(hasSetting(type, 'options') && (options ?? []).length < 2 ? ['optionsNeeded' as const] : []),
    ...(hasSetting(type, 'columns') && (columns ?? []).length === 0 ? ['columnsNeeded' as const] : []),
    ...(inTable && !mayBeColumn(type) ? ['notInTable' as const] : []),
    ...(most !== undefined && least !== undefined && least > most ? ['limitsCrossed' as const] : []),
  ];
}

/** What is wrong with a definition of the right shape; `used` are the ids of all its versions. */
export function definitionProblems(definition: FormDefinition, used: UsedIds = {}): readonly DefinitionProblem[] {
  const fields = fieldsOf(definition);
  const problems: DefinitionProblem[] = [];
  const say = (path: string, code: DefinitionProblemCode, id = '') => problems.push({ path, code, id });
  if (fields.length === 0) say('steps', 'noFields');
  if (fields.length > FORM_LIMITS.fields || JSON.stringify(definition).length > FORM_LIMITS.characters)
    say('steps', 'tooLarge');
  for (const id of twice(definition.steps.map((step) => step.id))) say('steps', 'idTwice', id);
  for (const id of twice(fields.map((field) => field.id))) say('steps', 'idTwice', id);
  const above = new Map<string, FormField>();
  for (const [stepAt, step] of definition.steps.entries())
    for (const [at, field] of step.fields.entries()) {
      const path = `steps.${stepAt}.fields.${at}`;
      for (const code of codesOf(field, false)) say(path, code, field.id);
      for (const id of twice((field.options ?? []).map((option) => option.id))) say(path, 'idTwice', id);
      for (const id of twice((field.columns ?? []).map((column) => column.id))) say(path, 'idTwice', id);
      for (const [columnAt, column] of (field.columns ?? []).entries()) {
        const where = `${path}.columns.${columnAt}`;
        for (const code of codesOf(column, true)) say(where, code, column.id);
        for (const id of twice((column.options ?? []).map((option) => option.id))) say(where, 'idTwice', id);
        const type = used[`${field.id}.${column.id}`];
        if (type && type !== column.type) say(where, 'idOfOtherType', column.id);
      }
      const type = used[field.id];
      if (type && type !== field.type) say(path, 'idOfOtherType', field.id);
      const asked = field.when && above.get(field.when.field);
      if (field.when && !asked) say(path, 'conditionUnknown', field.id);
      if (field.when && asked && !canHold(asked, field.when)) say(path, 'conditionNeverTrue', field.id);
      above.set(field.id, field);
    }
  return problems;
}
