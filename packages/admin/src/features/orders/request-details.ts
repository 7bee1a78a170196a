/** @module What derived pages show of a request to change an order: what is under way first, and the tabs of orders. */
import type { LocalText } from '../../kit/language.ts';
import type { RecordDetails } from '../../desk/record.ts';
import { REQUEST_LOOKS } from './looks.ts';
import { PATHS, TABS } from './tabs.ts';
import { orderWords } from './words.ts';

const said = (of: (words: (typeof orderWords)['en']) => string): LocalText => ({
  en: of(orderWords.en),
  zh: of(orderWords.zh),
});

export const details: RecordDetails = {
  none: said((words) => words.noChanges),
  list: ['orderNumber', 'state', 'change', 'way', 'ownerId', 'requestedAt'],
  below: 'reason',
  views: [
    { name: said((words) => words.underWay), query: 'state=SUBMITTED,ACCEPTED' },
    { name: said((words) => words.allChanges), query: 'all=true' },
  ],
  looks: { state: REQUEST_LOOKS },
  buttons: [
    { action: 'finishOrderChange', title: said((words) => words.finish), icon: 'check' },
    { action: 'rejectOrderChange', title: said((words) => words.reject), grave: true },
  ],
  tabs: TABS.map((tab) => ({ path: PATHS[tab], title: said((words) => words.tabs[tab]) })),
};
