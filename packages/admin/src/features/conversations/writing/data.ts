/**
 * @module What the composer asks of the desk while a reply is written.
 */
import type { AnswerOf } from '@shopdesk/core/client';
import { actionMutation, viewQuery } from '../../../desk/documents.ts';

export const checkText = viewQuery(
  'checkText',
  { conversationId: 'ID!', text: 'String!' },
  'level hits { span start end rule level replacement { zh en } } unresolved names { rule name { zh en } }',
);
export type TextCheck = AnswerOf<typeof checkText>;
export type Hit = TextCheck['hits'][number];

export const scriptLibrary = viewQuery(
  'scriptLibrary',
  { storeId: 'ID!', conversationId: 'ID!' },
  'scripts { id scriptCode scene title { zh en } body { zh en } quickKey scope fits usable }',
);
export type LibraryScript = AnswerOf<typeof scriptLibrary>['scripts'][number];

export const expandScript = viewQuery(
  'expandScript',
  { conversationId: 'ID!', script: 'String!' },
  'scriptCode text unresolved',
);
export type Expanded = AnswerOf<typeof expandScript>;

export const noteScriptUse = actionMutation('noteScriptUse', 'Script', 'id');
