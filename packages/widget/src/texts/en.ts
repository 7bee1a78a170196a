import { timelineTextsEn } from '../elements/timeline-texts-en.ts';
import type { FirstTexts } from './texts.ts';

export const texts: FirstTexts = {
  ...timelineTextsEn,
  panel: {
    close: 'Close',
    back: 'Back to the conversation',
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
  problems: {
    VALIDATION_FAILED: 'The desk does not accept this message.',
    NOT_FOUND: 'The shop does not know this.',
    RATE_LIMITED: 'Too many messages. Please wait a moment.',
    INTERNAL: 'Something went wrong on our side.',
    SERVICE_UNAVAILABLE: 'It did not get through.',
  },
};
