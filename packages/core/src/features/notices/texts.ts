import { texts } from '../../kernel/said.ts';

/** What this feature says in denials. */
export const noticeTexts = texts('notices', {
  locked: {
    en: 'Nobody can switch this kind of notice off.',
    zh: '此类通知不可关闭。',
  },
  nobodyNamed: { en: 'Choose somebody to tell.', zh: '请选择通知对象。' },
  notMeantForYou: { en: 'This notice is not addressed to you.', zh: '这条通知不是发给您的。' },
});
