/** @module What some customers of the demo have said of being written to. */
import { DEMO_CUSTOMER, type DemoCourse } from '../../kernel/demo.ts';

/** The guests of the chats: some want offers, some want no questions, one has changed their mind. */
export const outreachDemo: DemoCourse[] = Array.from({ length: 8 }, (_, n) => {
  const purpose = n % 2 ? 'SURVEYS' : 'OFFERS';
  const word = (given: boolean) => () => ({ purpose, given, textVersion: '2026-01' });
  return {
    daysAgo: 40 - n * 4,
    customer: `guest-${n}`,
    steps: [
      [DEMO_CUSTOMER, 'setConsent', word(n % 2 === 0)],
      ...(n === 4 ? [[DEMO_CUSTOMER, 'setConsent', word(false), 72] as const] : []),
    ],
  };
});
