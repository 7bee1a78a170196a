/** @module Who hears of a figure whose formula fails. */
import { addTo } from '../../kernel/vocabulary.ts';
import { noticeKind, NoticeKind } from '../notices/index.ts';

export const MetricNotices = addTo(NoticeKind, {
  FIGURE_FAILS: { en: 'A figure cannot be counted', zh: '指标计算出错' },
});
export const figureFails = noticeKind(MetricNotices, { code: 'FIGURE_FAILS', severity: 'IMPORTANT' });
