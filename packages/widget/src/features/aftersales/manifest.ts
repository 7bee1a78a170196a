import type { NoticeFeature } from '../feature.ts';

/** News of the cases of a customer whom the shop has signed. */
export const caseNews: NoticeFeature = {
  name: 'caseNews',
  when: ({ connection: { state } }) => Boolean(state.loaded && state.session?.verified),
  load: () => import('./desk-case-news.ts'),
};
