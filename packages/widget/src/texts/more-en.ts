import { pieceTextsEn } from '../elements/piece-texts-en.ts';
import type { MoreTexts } from './texts.ts';

export const texts: MoreTexts = {
  ...pieceTextsEn,
  openOrder: 'Details',
  files: {
    type: (name) => `${name}: this type of file cannot be sent. Pictures, PDF and videos can.`,
    size: (name) => `${name} is larger than 10 MB.`,
    unreadable: (name) => `${name} can no longer be read. Choose it again.`,
    tooMany: 'No more files can be sent in this conversation.',
    failed: 'The file could not be sent.',
  },
  queue: {
    place: (place) => (place === 1 ? 'You are next.' : `You are number ${place} in the queue.`),
    waiting: 'An agent will be with you soon.',
    waited: (time) => `Waiting ${time}`,
    estimate: (minutes) => (minutes === 1 ? 'About 1 minute.' : `About ${minutes} minutes.`),
    leave: 'Leave the queue',
    leaveMessage: 'Leave a message instead',
    left: 'We have your message and answer as soon as we can. You can close this window.',
    away: 'You were away, so your place in the queue was given up. We have your message and answer as soon as we can.',
    back: 'Back to my place in the queue',
  },
  offline: {
    email: 'E-mail, in case we need to reach you (optional)',
    emailHint: 'Write your message below. The answer will wait for you here.',
    save: 'Save',
    saved: (email) => `We can reach you at ${email}.`,
    invalid: 'This is not an e-mail address.',
  },
  rating: {
    question: 'How was our service?',
    comment: 'What was good, what was not? (optional)',
    send: 'Send rating',
    thanks: 'Thank you for your rating!',
    failed: 'The rating could not be sent. Please try again.',
  },
  history: {
    empty: 'No conversations yet.',
    open: 'Open',
    closed: 'Closed',
    start: 'Start a new conversation',
    failed: 'Your conversations could not be loaded.',
    unread: (count) => `${count} unread`,
  },
  cards: {
    offer: 'You are looking at',
    send: 'Send',
    dismiss: 'Dismiss',
    orders: 'Your orders',
    noOrders: 'No orders were found.',
    unavailable: 'The orders cannot be shown at the moment.',
    all: 'All orders, changes and returns',
    show: (number) => `Show order ${number}`,
  },
};
