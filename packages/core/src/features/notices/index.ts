/**
 * @module Notices: what the desk says to its staff by itself, once. A feature adds kinds (`addTo(NoticeKind, …)`,
 * `noticeKind`), gives notice with `notify` and takes it back with `clearNotices`.
 */
import { whenChanged } from '../../kernel/changes.ts';
import { defineFeature } from '../../kernel/feature.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { whenDue } from '../../kernel/timer.ts';
import { access, User } from '../access/index.ts';
import { calendar } from '../calendar/index.ts';
import {
  acknowledgeNotice,
  escalateNotice,
  seeNotice,
  sendNotice,
  setNoticePolicy,
  setNoticePreference,
} from './actions.ts';
import { Notice, NoticeMark, NoticePolicy, NoticePreference } from './entities.ts';
import { announcement, knownNotices, NoticeKind } from './kinds.ts';
import { leaveNotices, UNHEARD } from './notify.ts';
import { noticeTexts } from './texts.ts';
import { escalationTimer } from './timers.ts';
import { myNotices, noticeSettings } from './views.ts';
import { noticeWords } from './words.ts';

/** Whoever leaves hands on what was meant for them. */
const whoLeaves = whenChanged(
  ({ name }) => name === User.name,
  async (ctx, { before, row }) => {
    const [was, is] = [before, row] as [RowOf<typeof User> | undefined, RowOf<typeof User> | undefined];
    if (was?.active && is?.active === false) await leaveNotices(ctx, is.id);
  },
);

export const notices = defineFeature({
  name: 'notices',
  words: noticeWords,
  requires: [access, calendar],
  entities: [Notice, NoticeMark, NoticePolicy, NoticePreference],
  vocabularies: [NoticeKind],
  actions: { acknowledgeNotice, seeNotice, escalateNotice, sendNotice, setNoticePolicy, setNoticePreference },
  views: { myNotices, noticeSettings },
  permissions: {
    'notice.send': { roles: ['TL', 'SV', 'MG', 'OD', 'AD'], en: 'Send notices', zh: '发送通知' },
    'notice.configure': { roles: ['SV', 'MG', 'AD'], en: 'Set rules of notices', zh: '设置通知规则' },
    [UNHEARD]: {
      roles: ['SV', 'MG', 'AD'],
      en: 'Hear of what would reach nobody',
      zh: '接收无人可收的通知',
    },
  },
  answers: [knownNotices(announcement)],
  changes: [whoLeaves],
  timers: [whenDue(escalationTimer, escalateNotice)],
  texts: noticeTexts,
});

export { sendNotice } from './actions.ts';
export { Notice, NoticeMark } from './entities.ts';
export { knownNotices, noticeKind, NoticeKind, type NoticeKindRule } from './kinds.ts';
export {
  clearNotices,
  clearNoticesAbout,
  leaveLead,
  notify,
  teamAudience,
  type Audience,
  type Notification,
} from './notify.ts';
