import { isOpen } from '../../connection/connection-state.ts';
import { defineWidgetFeature } from '../../feature.ts';

export const knowledge = defineWidgetFeature({
  name: 'knowledge',
  notices: [
    {
      // Before anybody waits: while the first message is written, and when the shopper opens the search.
      name: 'help',
      when: ({ connection: { shown }, attention: { opened, putAway, draft } }) =>
        !(shown.conversation && isOpen(shown.conversation)) &&
        (opened === 'help' || (putAway !== 'help' && draft.length > 1)),
      opener: { en: 'Help', zh: '常见问题' },
      load: () => import('./desk-help.ts'),
    },
  ],
});
