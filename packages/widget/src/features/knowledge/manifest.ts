import { isOpen } from '../../connection/connection-state.ts';
import { helpIcon } from '../../elements/part-icons.ts';
import { defineWidgetFeature } from '../../feature.ts';

const HELP = { en: 'Help', zh: '常见问题' };

export const knowledge = defineWidgetFeature({
  name: 'knowledge',
  notices: [
    {
      // Before anybody waits, while the first message is written.
      name: 'help',
      home: true,
      when: ({ connection: { shown }, attention: { solved, putAway, draft } }) =>
        !(shown.conversation && isOpen(shown.conversation)) &&
        (solved === 'help' || (putAway !== 'help' && draft.length > 1)),
      load: () => import('./desk-help.ts'),
    },
  ],
  tools: [{ name: 'help', label: HELP, icon: helpIcon, page: 'help' }],
  pages: [
    { name: 'help', guests: true, home: HELP, load: async () => ({ render: (await import('./desk-help.ts')).page }) },
  ],
});
