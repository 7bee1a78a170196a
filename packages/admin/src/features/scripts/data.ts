/**
 * @module What the pages of scripts and macros ask of the desk.
 */
import type { Macro, RowOf, Script } from '@shopdesk/core';
import { DENIED, type Document } from '@shopdesk/core/client';
import {
  actionDocument,
  listDocument,
  select,
  viewDocument,
  type ActionVariables,
  type SelectedBy,
  type Selection,
} from '../../desk/document.ts';

type ScriptRow = RowOf<typeof Script>;
type MacroRow = RowOf<typeof Macro>;

export type LibraryScript = Pick<
  ScriptRow,
  | 'scriptCode'
  | 'scene'
  | 'title'
  | 'body'
  | 'quickKey'
  | 'storeId'
  | 'ownerId'
  | 'roles'
  | 'validFrom'
  | 'validTo'
  | 'hours'
  | 'customers'
  | 'scope'
  | 'state'
  | 'usageCount'
  | 'lastUsedAt'
  | 'variables'
> & { readonly id: string | null; readonly usable: boolean };
const libraryFields =
  'id scriptCode scene title { zh en } body { zh en } quickKey storeId ownerId roles validFrom validTo hours { from to } customers scope state usageCount lastUsedAt variables usable';
export const scriptLibrary = viewDocument<{ storeId: string }, { readonly scripts: readonly LibraryScript[] }>(
  'scriptLibrary',
  { storeId: 'ID!' },
  `scripts { ${libraryFields} }` as Selection<{ readonly scripts: readonly LibraryScript[] }>,
);

export interface ScriptInput {
  readonly scene: ScriptRow['scene'];
  readonly title: ScriptRow['title'];
  readonly body: ScriptRow['body'];
  readonly quickKey: string | null;
  readonly roles: readonly string[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly hours: ScriptRow['hours'];
  readonly customers: ScriptRow['customers'];
}
const saved = select<ScriptRow>()(['id', 'state']);
type Saved = SelectedBy<typeof saved>;
const onScript = <I>(name: string) => actionDocument<I, Saved>(name, 'Script', saved);
export const createScript = onScript<
  ScriptInput & { scriptCode: string; scope: ScriptRow['scope']; storeId: string | null }
>('createScript');
export const updateScript = onScript<ScriptInput & { id: string }>('updateScript');
export const publishScript = onScript<{ id: string }>('publishScript');
export const archiveScript = onScript<{ id: string }>('archiveScript');

export type MacroStep = MacroRow['steps'][number];
const stepFields = 'kind script text intent priority transferReason toUserId result caseType caseReason more';
const macroFields = select<MacroRow>()(['id', 'version', 'storeId', 'ownerId', 'state', 'usageCount', 'lastUsedAt'], {
  name: 'zh en',
  steps: stepFields,
});
export type MacroItem = SelectedBy<typeof macroFields>;
export const macros = listDocument<MacroRow, MacroItem>(
  { field: 'macros', entity: 'Macro', orderBy: 'USAGE_COUNT_DESC' },
  macroFields,
);
const onMacro = <I>(name: string) => actionDocument<I, MacroItem>(name, 'Macro', macroFields);
export const createMacro = onMacro<{
  name: MacroRow['name'];
  steps: readonly MacroStep[];
  storeId: string | null;
  shared: boolean;
}>('createMacro');
export const updateMacro = onMacro<{ id: string; name: MacroRow['name']; steps: readonly MacroStep[] }>('updateMacro');
export const archiveMacro = onMacro<{ id: string }>('archiveMacro');
export const noteMacroUse = onMacro<{ id: string }>('noteMacroUse');

export interface PlannedStep {
  readonly kind: MacroStep['kind'];
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly unresolved: readonly string[];
  readonly outcome: { readonly zh: string; readonly en: string } | null;
  readonly needs: readonly ('ORDER' | 'SCRIPT' | 'VALUES')[];
}
export interface PlanVariables {
  readonly id: string;
  readonly conversationId: string;
  readonly run: string;
  readonly values: readonly { readonly name: string; readonly value: string }[];
  readonly orderId?: string;
  readonly items: readonly { readonly lineId: string; readonly quantity: number }[];
}
export const planMacro = viewDocument<PlanVariables, { readonly steps: readonly PlannedStep[] }>(
  'planMacro',
  {
    id: 'ID!',
    conversationId: 'ID!',
    run: 'String!',
    values: '[VariableValueInput!]',
    orderId: 'ID',
    items: '[MacroItemInput!]',
  },
  'steps { kind action input text unresolved outcome { zh en } needs }' as Selection<{
    readonly steps: readonly PlannedStep[];
  }>,
);

export interface Refusal {
  readonly code: string;
  readonly message: string;
}
export const checkAction = viewDocument<{ name: string; input: unknown }, Refusal | null>(
  'checkAction',
  { name: 'String!', input: 'JSON!' },
  'code message' as Selection<Refusal | null>,
);

/** Any action by its name, as a macro's plan names it. */
export const performAction = (name: string): Document<ActionVariables<unknown>, { readonly value: unknown }> =>
  `mutation PerformAction($input: JSON!, $key: String) { performAction(name: ${JSON.stringify(name)}, input: $input, idempotencyKey: $key) { __typename ... on PerformedAction { value } ${DENIED} } }` as Document<
    ActionVariables<unknown>,
    { readonly value: unknown }
  >;
