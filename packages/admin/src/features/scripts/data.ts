/**
 * @module What the pages of scripts and macros ask of the desk.
 */
import {
  actionMutation,
  listQuery,
  viewQuery,
  withJson,
  type ActionOn,
  type ActionVariables,
  type Row,
} from '../../desk/documents.ts';
import { DENIED, type AnswerOf, type Document } from '@shopdesk/core/client';

const libraryFields = `id scriptCode scene title { zh en } body { zh en } quickKey storeId ownerId roles validFrom validTo hours { from to
    } customers scope state usageCount lastUsedAt variables usable`;
export const scriptLibrary = viewQuery(
  'scriptLibrary',
  { storeId: 'ID!', state: 'ScriptState' },
  `scripts { ${libraryFields} }`,
);
export type LibraryScript = AnswerOf<typeof scriptLibrary>['scripts'][number];
export type ScriptState = LibraryScript['state'];

const saved = 'id state';
const onScript = <const N extends ActionOn<'Script'>>(name: N) => actionMutation(name, 'Script', saved);
export const createScript = onScript('createScript');
export const updateScript = onScript('updateScript');
export type ScriptInput = Pick<
  LibraryScript,
  'scene' | 'title' | 'body' | 'quickKey' | 'roles' | 'validFrom' | 'validTo' | 'hours' | 'customers'
>;
export const publishScript = onScript('publishScript');
export const archiveScript = onScript('archiveScript');

const stepFields = 'kind script text intent priority transferReason toUserId result caseType caseReason more';
const macroFields =
  `id version storeId ownerId state usageCount lastUsedAt name { zh en } steps { ${stepFields} }` as const;

export type MacroItem = Row<'Macro', typeof macroFields>;
export type MacroStep = MacroItem['steps'][number];
export const macros = listQuery('macros', 'Macro', macroFields, 'USAGE_COUNT_DESC');
const onMacro = <const N extends ActionOn<'Macro'>>(name: N) => actionMutation(name, 'Macro', macroFields);
export const createMacro = onMacro('createMacro');
export const updateMacro = onMacro('updateMacro');
export const archiveMacro = onMacro('archiveMacro');
export const noteMacroUse = onMacro('noteMacroUse');

export const planMacro = withJson<{ input: Readonly<Record<string, unknown>> }>()(
  viewQuery(
    'planMacro',
    {
      id: 'ID!',
      conversationId: 'ID!',
      run: 'String!',
      values: '[VariableValueInput!]',
      orderId: 'ID',
      items: '[MacroItemInput!]',
    },
    'steps { kind action input text unresolved outcome { zh en } denial { code text { zh en } } needs }',
  ),
);
export type PlannedStep = AnswerOf<typeof planMacro>['steps'][number];

/** Any action by its name, as a macro's plan names it. */
export const performAction = (name: string): Document<ActionVariables<unknown>, unknown> =>
  `mutation PerformAction($input: JSON!, $key: String) { performAction(name: ${JSON.stringify(name)}, input: $input, idempotencyKey: $key) { value ${DENIED} } }`;
