/** @module Conversations between shoppers and staff: queue, messages, transfer, close, rating (domain model 3.2). */
import { chatDemo } from './demo.ts';
import { defineFeature } from '../../kernel/feature.ts';
import { customers } from '../customers/index.ts';
import { organisation } from '../organisation/index.ts';
import { calendar } from '../calendar/index.ts';
import { access, CONVERSATION_PERMISSIONS } from '../access/index.ts';
import { abandonConversation, keepQueuePlace, noteShopperConnection, resumeWaiting } from './absence.ts';
import { addAttachment, attachment, attachmentFile } from './attachment.ts';
import { customerAnswers, guestsConversations, ConversationEntry } from './customer-file.ts';
import { CardType, shopCards } from './card.ts';
import { work } from '../work/index.ts';
import { closeConversation, closeIdleConversation, rateConversation, warnIdleCustomer } from './close.ts';
import { Attachment, Conversation, Message, Rating, Transfer, TransferAttempt } from './entities.ts';
import { endHold, holdConversation, releaseHold } from './hold.ts';
import { leaveMessage, leaveQueueForMessage } from './leave.ts';
import { openConversation, requestHuman, startService } from './open.ts';
import { assignConversation, takeConversation } from './queue.ts';
import { searchMessages } from './search.ts';
import { addNote, sendMessage } from './send.ts';
import { markDelivered, markRead, setTyping, setViewing } from './signals.ts';
import {
  acceptTransfer,
  approveTransfer,
  declineTransfer,
  expireTransfer,
  offerOn,
  requestTransfer,
  transfersToTeam,
} from './transfer.ts';
import { inboxCounts, messages, myConversations } from './views.ts';
import { conversationReasons } from './reasons.ts';
import { conversationTexts } from './texts.ts';
import { whenDue } from '../../kernel/timer.ts';
import { leaveTimer, idleWarningTimer, idleCloseTimer, holdTimer, serviceTimer } from './timers.ts';
import { conversationsWords } from './words.ts';

export const conversations = defineFeature({
  name: 'conversations',
  words: conversationsWords,
  requires: [access, calendar, customers, organisation, work],
  vocabularies: [CardType],
  members: [ConversationEntry, conversationReasons],
  entities: [Conversation, Message, Transfer, TransferAttempt, Rating, Attachment],
  actions: {
    openConversation,
    requestHuman,
    startService,
    noteShopperConnection,
    abandonConversation,
    keepQueuePlace,
    resumeWaiting,
    leaveQueueForMessage,
    leaveMessage,
    takeConversation,
    assignConversation,
    requestTransfer,
    approveTransfer,
    acceptTransfer,
    declineTransfer,
    expireTransfer,
    sendMessage,
    addNote,
    setTyping,
    setViewing,
    markDelivered,
    markRead,
    addAttachment,
    holdConversation,
    releaseHold,
    endHold,
    closeConversation,
    warnIdleCustomer,
    closeIdleConversation,
    rateConversation,
  },
  views: { messages, myConversations, inboxCounts, attachment, searchMessages },
  inCommit: [guestsConversations, offerOn],
  demo: chatDemo,
  answers: [...customerAnswers, shopCards, transfersToTeam],
  timers: [
    whenDue(leaveTimer, abandonConversation),
    whenDue(idleWarningTimer, warnIdleCustomer),
    whenDue(idleCloseTimer, closeIdleConversation),
    whenDue(holdTimer, endHold),
    whenDue(serviceTimer, startService),
  ],
  permissions: CONVERSATION_PERMISSIONS,
  files: [attachmentFile],
  texts: conversationTexts,
});

export { closeIdleConversation, warnIdleCustomer } from './close.ts';
export { card, CardType, MessageCard, type AskedCard } from './card.ts';
export * from './entities.ts';
export * from './events.ts';
export * from './machine.ts';
export {
  GUARD_LEVELS,
  guardLevel,
  MessageHit,
  outbound,
  verdictOn,
  type GuardLevel,
  type OutboundText,
  type OutboundTo,
  type Verdict,
} from './outbound.ts';
export { admission, firstWord, KEPT_SECONDS, placeKept } from './points.ts';
export { searchTerms } from './search.ts';
export { MAX_MESSAGE_CHARACTERS, messageText, preview } from './text.ts';
export {
  ATTACHMENT_TYPES,
  ATTACHMENT_WORDS,
  MAX_ATTACHMENT_BYTES,
  MAX_FILE_NAME,
  safeFileName,
  type AttachmentType,
} from '../../text/file-name.ts';
export type { EventCode } from './timeline.ts';
export { openConversationOf } from './notice.ts';
export { beginOver, queueAnswer } from './leave.ts';
export { openableFile } from './open-file.ts';
export { isFull, isServed, openConversation, queueForPerson } from './open.ts';
export { assignConversation, giveTo, serves } from './queue.ts';
export { closeConversation } from './close.ts';
export { addNote, mayWrite, sendMessage } from './send.ts';
export { replyStanding, type ReplyStanding } from './standing.ts';
export { addEntry, addEvent, isAnswer, type Entry } from './timeline.ts';
export { UNANSWERED_CONVERSATIONS } from './reasons.ts';
