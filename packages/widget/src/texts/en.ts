import { timelineTextsEn } from '../elements/timeline-texts-en.ts';
import type { FirstTexts } from './texts.ts';

export const texts: FirstTexts = {
  ...timelineTextsEn,
  panel: {
    close: 'Close',
    back: 'Back',
    history: 'Your conversations',
    connecting: 'Connecting …',
    reconnecting: 'Reconnecting … What you write is sent once it is back.',
    refused: 'This chat is not available here.',
    featureFailed: 'This could not be loaded. Please try again.',
    served: 'We are here for you',
    away: 'Leave us a message',
    withAgent: 'Your agent is here',
  },
  composer: {
    label: 'Your message',
    placeholder: 'Write a message',
    placeholderNew: 'Write to start a new conversation',
    send: 'Send',
    emoji: 'Emoji',
    attach: 'Attach a file',
    tooLong: (count, limit) => `${count} of at most ${limit} characters. Please shorten the message.`,
    left: (count) => (count === 1 ? '1 character left' : `${count} characters left`),
  },
};
