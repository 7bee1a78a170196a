import { isOpen } from '../../connection/connection-state.ts';
import type { NoticeFeature } from '../feature.ts';

/** Before anybody waits: while the first message is written, and when the shopper opens the search. */
export const help: NoticeFeature = {
  name: 'help',
  when: ({ connection: { shown }, help: { open, put, draft } }) =>
    !(shown.conversation && isOpen(shown.conversation)) && (open || (!put && draft.length > 1)),
  load: () => import('./desk-help.ts'),
};
