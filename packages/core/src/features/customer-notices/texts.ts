import { texts } from '../../kernel/said.ts';

/** What this feature says in denials. */
export const customerNoticeTexts = texts('customerNotices', {
  locked: {
    en: 'Customers must hear this: it cannot be switched off or limited.',
    zh: '此类事项必须告知顾客，不可关闭或限制次数。',
  },
});
