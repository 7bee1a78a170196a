/** @module Staff are told where a customer had to know something and was not reached, and on what basis mail rests. */
import { addTo } from '../../kernel/vocabulary.ts';
import { NoticeKind, noticeKind } from '../notices/index.ts';
import { Purpose, purpose } from '../outreach/index.ts';

export const ReachNotices = addTo(NoticeKind, {
  CUSTOMER_NOT_REACHED: { en: 'Customer not reached', zh: '未能通知到顾客' },
});
export const customerNotReached = noticeKind(ReachNotices, { code: 'CUSTOMER_NOT_REACHED', severity: 'IMPORTANT' });

export const ServiceNews = addTo(Purpose, {
  SERVICE_NEWS: { en: 'Mail and text messages about my requests', zh: '售后与服务进度短信、邮件' },
});

/** What they asked for is answered by mail too, outside quiet hours, until they say no. */
export const SERVICE_NEWS = purpose(ServiceNews, {
  code: 'SERVICE_NEWS',
  basis: 'OPT_OUT',
  channels: ['EMAIL', 'SMS'],
});
