/**
 * @module Forms as data: definitions, what a record holds, what is wrong with it, how versions differ, how it is read.
 * Pure, the same in the desk and in a browser.
 */
export { compareForms, FORM_CHANGES, loses, moveValues, type FormChange, type FormChangeCode } from './compare.ts';
export { isBlank, shownFields, shownValues } from './condition.ts';
export {
  FIELD_TYPES,
  fieldsOf,
  FORM_LIMITS,
  hasSetting,
  mayBeAsked,
  mayBeColumn,
  mostOf,
  type Condition,
  type FieldSetting,
  type FieldType,
  type FormDefinition,
  type FormField,
  type FormOption,
  type FormStep,
  type FormValues,
  type LooseDefinition,
  type MoneyValue,
  type RowValue,
} from './definition.ts';
export { DEFINITION_PROBLEMS, definitionProblems, idsOf, type DefinitionProblem, type UsedIds } from './lint.ts';
export { cellOf, tableOf, textOf, type Reader, type TableRecord } from './table.ts';
export { VALUE_PROBLEMS, valueProblems, type ValueProblem, type ValueProblemCode } from './values.ts';
