/** @module What the viewer is told of: asked by the bell and by pages that show it themselves. */
import type { AnswerOf } from '@shopdesk/core/client';
import type { Language } from '../kit/language.ts';
import { actionMutation, viewQuery } from './documents.ts';

export const myNotices = viewQuery(
  'myNotices',
  { first: 'Int' },
  'notices { id kind title note count lastAt aboutEntity aboutId }',
);
export type MyNotice = AnswerOf<typeof myNotices>['notices'][number];

/** What a notice says in a line: what it is called, how often it happened, what it is about. */
export const noticeText = ({ kind, count, title }: MyNotice, language: Language): string =>
  `${language.code('NoticeKind', kind)}${count > 1 ? ` ×${count}` : ''} – ${title}`;

/** Where it is attended to: at the row that it is about, else at itself. */
export const noticePath = (
  { id, aboutEntity, aboutId }: MyNotice,
  pathOf: (entity: string, id: string) => string,
): string => {
  if (!aboutEntity || !aboutId) return pathOf('Notice', id);
  return aboutEntity === 'Conversation' ? `/inbox/open/${aboutId}` : pathOf(aboutEntity, aboutId);
};

export const seeNotice = actionMutation('seeNotice', 'Notice', 'id');
