/**
 * @module What the composer asks of the desk while a reply is written.
 */
import type { MessageHit, RowOf, Script } from '@shopdesk/core';
import { actionDocument, viewDocument, type Selection } from '../../../desk/document.ts';
import type { LocalText } from '../../../kit/language.ts';

type ScriptRow = RowOf<typeof Script>;

export type Hit = Pick<MessageHit, 'span' | 'start' | 'end' | 'rule' | 'level' | 'replacement'>;

export interface TextCheck {
  readonly level: MessageHit['level'] | null;
  readonly hits: readonly Hit[];
  readonly unresolved: readonly string[];
  readonly names: readonly { readonly rule: string; readonly name: LocalText }[];
}
export const checkText = viewDocument<{ conversationId: string; text: string }, TextCheck>(
  'checkText',
  { conversationId: 'ID!', text: 'String!' },
  'level hits { span start end rule level replacement { zh en } } unresolved names { rule name { zh en } }' as Selection<TextCheck>,
);

export type LibraryScript = Pick<
  ScriptRow,
  'scriptCode' | 'scene' | 'title' | 'body' | 'quickKey' | 'scope' | 'usageCount'
> & { readonly id: string | null; readonly usable: boolean };
export const scriptLibrary = viewDocument<{ storeId: string }, { readonly scripts: readonly LibraryScript[] }>(
  'scriptLibrary',
  { storeId: 'ID!' },
  'scripts { id scriptCode scene title { zh en } body { zh en } quickKey scope usageCount usable }' as Selection<{
    readonly scripts: readonly LibraryScript[];
  }>,
);

export interface Expanded {
  readonly scriptCode: string;
  readonly text: string;
  readonly unresolved: readonly string[];
}
export const expandScript = viewDocument<{ conversationId: string; script: string }, Expanded>(
  'expandScript',
  { conversationId: 'ID!', script: 'String!' },
  'scriptCode text unresolved' as Selection<Expanded>,
);

export const noteScriptUse = actionDocument<{ conversationId: string; script: string }, { readonly id: string }>(
  'noteScriptUse',
  'Script',
  'id' as Selection<{ readonly id: string }>,
);
