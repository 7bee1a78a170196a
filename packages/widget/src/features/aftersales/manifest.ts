import { defineWidgetFeature } from '../../feature.ts';
import { loadCaseWords } from './words.ts';

export const aftersales = defineWidgetFeature({
  name: 'aftersales',
  texts: loadCaseWords,
  notices: [
    {
      // News of the cases of a customer whom the shop has signed.
      name: 'caseNews',
      home: true,
      when: ({ connection: { state } }) => Boolean(state.loaded && state.session?.verified),
      load: () => import('./desk-case-news.ts'),
    },
  ],
  pages: [
    { name: 'ask', load: () => import('./desk-case-flow.ts') },
    { name: 'cases', load: () => import('./desk-my-cases.ts'), entry: { en: 'Returns and repairs', zh: '我的售后' } },
    { name: 'case', load: () => import('./desk-case-page.ts'), ends: ['ask'] },
  ],
});
