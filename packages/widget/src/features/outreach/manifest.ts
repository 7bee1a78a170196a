import { defineWidgetFeature } from '../../feature.ts';

export const outreach = defineWidgetFeature({
  name: 'outreach',
  texts: async (locale) => (await import('./words.ts')).outreachWords(locale),
  pages: [
    {
      name: 'messages',
      load: () => import('./desk-messages-choice.ts'),
      entry: { en: 'Messages you get', zh: '消息接收设置' },
    },
  ],
});
