import type { AnswerOf } from '@shopdesk/core/client';
import { actionMutation, viewQuery } from '../../desk/documents.ts';

export const noticeSettings = viewQuery(
  'noticeSettings',
  { storeId: 'ID' },
  'kinds { kind severity locked onInStore perDay onForMe told decidedBy }',
);
export type NoticeSetting = AnswerOf<typeof noticeSettings>['kinds'][number];

export const customerNoticeSettings = viewQuery(
  'customerNoticeSettings',
  { storeId: 'ID!' },
  'kinds { kind locked on perDay ways connected }',
);
export type CustomerNoticeSetting = AnswerOf<typeof customerNoticeSettings>['kinds'][number];
export const setCustomerNoticePolicy = actionMutation('setCustomerNoticePolicy', 'CustomerNoticePolicy', 'id');

export const setNoticePolicy = actionMutation('setNoticePolicy', 'NoticePolicy', 'id');
export const setNoticePreference = actionMutation('setNoticePreference', 'NoticePreference', 'id');
