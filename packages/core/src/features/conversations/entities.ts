import { z } from 'zod';
import { actorKey } from '../../kernel/actor.ts';
import { codes } from '../../kernel/codes.ts';
import {
  defineEntity,
  instant,
  named,
  personal,
  ref,
  secret,
  seenAs,
  staffOnly,
  type SeenAs,
} from '../../kernel/entity.ts';
import { wallMinutes } from '../../kernel/work.ts';
import { staffOfStore } from '../customers/index.ts';
import { locale } from '../access/index.ts';
import { MessageCard } from './card.ts';
import { ATTACHMENT_WORDS, MAX_ATTACHMENT_BYTES } from '../../text/file-name.ts';
import {
  conversationMachine,
  CONVERSATION_STATES,
  OPEN_STATES,
  OPEN_TRANSFERS,
  TRANSFER_STATES,
  transferMachine,
} from './machine.ts';
import { MessageHit } from './outbound.ts';

/** Level 1 of the intent taxonomy (2.12.5). */
export const intent = codes('Intent', {
  PRODUCT: { en: 'Product', zh: '商品咨询' },
  PROMOTION: { en: 'Promotion', zh: '优惠活动' },
  ORDER: { en: 'Order', zh: '订单' },
  PAYMENT: { en: 'Payment', zh: '支付' },
  LOGISTICS: { en: 'Delivery', zh: '物流' },
  RETURN: { en: 'Return', zh: '退货' },
  EXCHANGE: { en: 'Exchange', zh: '换货' },
  REPAIR: { en: 'Repair', zh: '维修' },
  REFUND: { en: 'Refund', zh: '退款' },
  INVOICE: { en: 'Invoice', zh: '发票' },
  ACCOUNT: { en: 'Account', zh: '账户' },
  TECH: { en: 'Technical help', zh: '技术支持' },
  COMPLAINT: { en: 'Complaint', zh: '投诉' },
  SUGGESTION: { en: 'Suggestion', zh: '建议' },
  COOPERATION: { en: 'Cooperation', zh: '商务合作' },
  SAFETY: { en: 'Safety', zh: '安全' },
  OTHER: { en: 'Other', zh: '其他' },
});
export const INTENTS = intent.options;

/** What came of a conversation. */
export const closeResult = codes('ConversationResult', {
  SOLVED: { en: 'Solved', zh: '已解决' },
  FOLLOW_UP: { en: 'Follow-up needed', zh: '需跟进' },
  NO_DEAL: { en: 'No purchase', zh: '未成交' },
  NOT_SOLVED: { en: 'Not solved', zh: '未解决' },
  NO_RESPONSE: { en: 'Customer did not answer', zh: '顾客未回复' },
  SPAM: { en: 'Spam', zh: '骚扰信息' },
});
/** How soon somebody has to look after it (2.12.1). */
export const priority = codes('Priority', {
  P1: { en: 'P1 – urgent', zh: 'P1 紧急' },
  P2: { en: 'P2 – high', zh: 'P2 高' },
  P3: { en: 'P3 – raised', zh: 'P3 较高' },
  P4: { en: 'P4 – normal', zh: 'P4 普通' },
});
export type Priority = z.output<typeof priority>;
/** Where a customer writes or calls. */
export const channel = codes('Channel', {
  WEB_CHAT: { en: 'Web chat', zh: '在线聊天' },
  PHONE: { en: 'Phone', zh: '电话' },
  EMAIL: { en: 'E-mail', zh: '邮件' },
  SOCIAL: { en: 'Social media', zh: '社交媒体' },
  MARKETPLACE_IM: { en: 'Marketplace chat', zh: '平台旺旺/咚咚' },
  SMS: { en: 'SMS', zh: '短信' },
  WALK_IN: { en: 'Walk-in', zh: '到访' },
});
/** Who wrote a message. */
export const sender = codes('MessageSender', {
  CUSTOMER: { en: 'Customer', zh: '顾客' },
  AGENT: { en: 'Agent', zh: '客服' },
  BOT: { en: 'Bot', zh: '智能助手' },
  SYSTEM: { en: 'The desk', zh: '系统' },
});
/** Why a conversation is handed over; OTHER needs approval (R-PRE-17). */
export const transferReason = codes('TransferReason', {
  AFTER_SALE: { en: 'After-sale matter', zh: '售后问题' },
  SKILL: { en: 'Needs another skill', zh: '技能不符' },
  LANGUAGE: { en: 'Language', zh: '语言' },
  SHIFT_END: { en: 'End of shift', zh: '交接班' },
  CUSTOMER_REQUEST: { en: 'Customer asked for it', zh: '顾客要求' },
  OTHER: { en: 'Other (needs approval)', zh: '其他（需审批）' },
});

export const Conversation = defineEntity({
  name: 'Conversation',
  title: { en: 'Conversation', zh: '会话' },
  schema: z.object({
    storeId: ref('Store'),
    customerId: ref('Customer'),
    channel,
    state: codes('ConversationState', CONVERSATION_STATES),
    ownerId: ref('User').nullable().default(null),
    /** Who had it before it was reopened: asked first. */
    preferredOwnerId: staffOnly(ref('User').nullable()).default(null),
    locale,
    intent: intent.nullable().default(null),
    priority: staffOnly(priority).default('P4'),
    /** What the answer bot did here when the conversation began; null: nothing. */
    bot: staffOnly(
      codes('ConversationBot', {
        DRAFT: { en: 'Drafts for agents', zh: '为客服拟稿' },
        BOT: { en: 'Answers by itself', zh: '自动回复' },
      })
        .nullable()
        .default(null),
    ),
    result: staffOnly(closeResult.nullable()).default(null),
    closeReason: staffOnly(z.string().max(500).nullable()).default(null),
    /** The owner is away: the customer's next word gets his automatic reply, once (R-CH-13). */
    autoReplyDue: staffOnly(z.boolean().default(false)),
    /** Its owner is absent, and the customer has had the automatic reply of this absence. */
    autoReplySent: staffOnly(z.boolean().default(false)),
    /** Closed while the customer's last word was unanswered (R-CH-03). */
    qaFlag: staffOnly(z.boolean()).default(false),
    openedAt: instant(),
    queuedAt: instant().nullable().default(null),
    assignedAt: instant().nullable().default(null),
    firstHumanReplyAt: instant().nullable().default(null),
    closedAt: instant().nullable().default(null),
    lastMessageAt: instant(),
    /** Since when the customer waits for an answer; null when nobody waits. */
    waitingSince: instant().nullable().default(null),
    /**
     * Until when staff have said that they are back; it stays after that time, until they answer. Null: they owe no
     * word.
     */
    holdUntil: staffOnly(instant().nullable().default(null)),
    /** Whether a person set the time by a button, or by promising a word in a message. */
    holdSetBy: staffOnly(
      codes('HoldSetBy', {
        PERSON: { en: 'By a button', zh: '手动设置' },
        PROMISE: { en: 'By a promise', zh: '消息中的承诺', note: 'An agent promised a word within a time.' },
      })
        .nullable()
        .default(null),
    ),
    /** Staff have answered since a person set the time. */
    holdAnswered: secret(z.boolean().default(false)),
    /** Beginning of the last message that both sides see. */
    preview: z.string().max(200).default(''),
    lastSender: sender.default('SYSTEM'),
    /** Number of the last entry, notes included. */
    lastSeq: staffOnly(z.int()).default(0),
    /** Number of the last entry that the customer sees. */
    lastPublicSeq: z.int().default(0),
    customerDeliveredSeq: z.int().default(0),
    customerReadSeq: z.int().default(0),
    staffDeliveredSeq: z.int().default(0),
    staffReadSeq: z.int().default(0),
    /** Customer messages that no member of staff has read. */
    unreadForStaff: staffOnly(z.int()).default(0),
    unreadForCustomer: z.int().default(0),
    /** Messages that count in K-06: without cards, notes, and what the desk says by itself. */
    customerMessages: staffOnly(z.int().default(0)),
    agentMessages: staffOnly(z.int().default(0)),
    reopenCount: staffOnly(z.int()).default(0),
    transferCount: staffOnly(z.int()).default(0),
    /** Where it goes on, since its guest signed in as somebody who had an open conversation; null otherwise. */
    mergedInto: ref('Conversation').nullable().default(null),
    contactEmail: staffOnly(personal('email', z.email().max(254).nullable())).default(null),
    pageUrl: staffOnly(personal('page', z.string().max(2000).nullable())).default(null),
    customerName: personal('name', z.string().max(200)),
  }),
  machine: conversationMachine,
  index: [
    ['storeId', 'state', '-lastMessageAt'],
    ['storeId', '-lastMessageAt'],
    ['ownerId', 'state', '-lastMessageAt'],
    ['state', '-lastMessageAt'],
    ['storeId', 'state', 'queuedAt'],
    ['-lastMessageAt'],
    ['customerId', '-lastMessageAt'],
    ['customerId', '-openedAt'],
  ],
  unique: [
    {
      name: 'conversation_open',
      fields: ['storeId', 'channel', 'customerId'],
      where: { field: 'state', in: OPEN_STATES },
    },
  ],
  audited: ['state', 'ownerId', 'intent', 'result', 'priority', 'closeReason', 'customerId'],
  visible: (actor) =>
    actor.kind === 'shopper' ? { customerId: actor.customerId } : staffOfStore(actor, 'conversation.read'),
  within: { customerId: { as: 'conversations' } },
  list: {
    filters: [
      'storeId',
      'state',
      'ownerId',
      'customerId',
      'channel',
      'intent',
      'priority',
      'unreadForStaff',
      'waitingSince',
      'customerName',
      'lastMessageAt',
    ],
    orders: [[['lastMessageAt', 'desc']], [['queuedAt', 'asc']]],
  },
  live: (row) => [`conversation:${row.id}`, `customer:${row.customerId}`, `store:${row.storeId}`],
});

/** What both sides see of an attachment; the content is behind a short-lived link. */
export const AttachedFile = named(
  'AttachedFile',
  z.object({ id: z.string(), name: z.string(), contentType: z.string(), size: z.int() }),
);

export const messageKind = codes('MessageKind', {
  TEXT: { en: 'Text', zh: '文字' },
  IMAGE: { en: 'Picture', zh: '图片' },
  FILE: { en: 'File', zh: '文件' },
  EMOJI: { en: 'Emoji', zh: '表情' },
  CARD: { en: 'Card', zh: '卡片', note: 'A product, an order or an article.' },
  NOTE: { en: 'Note', zh: '备注', note: 'Only staff see it.' },
  EVENT: { en: 'Event', zh: '系统事件', note: 'What happened in the conversation; the body is its code.' },
});
export const MESSAGE_KINDS = messageKind.options;
/** Kinds that the customer sees, and those that they do not: the ids that senders give are unique within each. */
export const PUBLIC_KINDS = MESSAGE_KINDS.filter((kind) => kind !== 'NOTE');
export const NOTE_KINDS = MESSAGE_KINDS.filter((kind) => kind === 'NOTE');

/** A shopper counts the entries that they may see, so that an internal note leaves no gap in their numbers. */
const numberFor: SeenAs = (row, actor) => (actor.kind === 'shopper' ? row['publicSeq'] : row['seq']);

/**
 * What a sender calls a message is between them and the desk: a shopper gets their own back, so that it takes the place
 * of what waits in their browser, and for another's the id of the message.
 */
const nameFor: SeenAs = (row, actor) =>
  actor.kind === 'shopper' && row['sender'] !== 'CUSTOMER' ? row['id'] : row['clientMsgId'];

export const Message = defineEntity({
  name: 'Message',
  title: { en: 'Message', zh: '消息' },
  schema: z.object({
    storeId: ref('Store'),
    conversationId: ref('Conversation'),
    /** Number of the entry in its conversation, from 1 without gaps. */
    seq: seenAs(z.int(), numberFor),
    /** Number among the entries that the customer sees; null for a note. */
    publicSeq: z.int().nullable(),
    sender,
    senderId: z.string().nullable(),
    senderName: personal('name', z.string().max(100)),
    kind: messageKind,
    /** Stored raw, always rendered escaped; at most 2,000 characters. */
    body: z.string(),
    card: MessageCard.nullable(),
    attachment: AttachedFile.nullable(),
    isAuto: z.boolean(),
    at: instant(),
    /** Chosen by the sender; the same one twice is one message. */
    clientMsgId: seenAs(z.string().max(64), nameFor),
    /** What the guard on outgoing texts found and let pass (R-QA-04). */
    hits: staffOnly(z.array(MessageHit).default([])),
    /** What the message is found by; see `searchTerms`. */
    terms: secret(z.array(z.string()).default([])),
  }),
  index: [['conversationId', 'seq'], ['conversationId', 'publicSeq'], ['terms']],
  unique: [
    {
      name: 'message_client_id',
      fields: ['conversationId', 'clientMsgId'],
      where: { field: 'kind', in: PUBLIC_KINDS },
    },
    { name: 'note_client_id', fields: ['conversationId', 'clientMsgId'], where: { field: 'kind', in: NOTE_KINDS } },
    { name: 'message_seq', fields: ['conversationId', 'seq'] },
  ],
  // No audited fields: a message is its own record, and the trail must not hold its text.
  // A shopper reads messages through their conversation (the view `messages`); by its own id they reach what they
  // wrote.
  // Shoppers read the whole of a conversation by the view `messages`: of the rows themselves they see their own.
  within: { conversationId: { as: 'messages', order: [['seq', 'asc']], audience: 'staff' } },
  visible: (actor) =>
    actor.kind === 'shopper'
      ? { sender: 'CUSTOMER', senderId: actor.customerId }
      : staffOfStore(actor, 'conversation.read'),
  live: (row) => [`conversation:${row.conversationId}`],
});

const expires = ({ dueAt }: { readonly dueAt: string | null }) => ({ event: 'expire', changes: { decidedAt: dueAt } });

export const Transfer = defineEntity({
  name: 'Transfer',
  title: { en: 'Transfer', zh: '转接' },
  schema: z.object({
    storeId: ref('Store'),
    conversationId: ref('Conversation'),
    fromUserId: ref('User'),
    /** Null: anybody of the team may accept. */
    toUserId: ref('User').nullable(),
    /** Null: everybody, where no person is named either. */
    toTeam: ref('Team').nullable().default(null),
    reason: transferReason,
    note: z.string().max(500),
    summary: z.string().min(1).max(2000),
    state: codes('TransferState', TRANSFER_STATES),
    requestedAt: instant(),
    /** Until when it waits for a word; an approval lets the time begin anew. Null where it was asked for long ago. */
    dueAt: instant().nullable().default(null),
    decidedAt: instant().nullable(),
    approverId: ref('User').nullable(),
  }),
  machine: transferMachine,
  index: [['conversationId'], ['state', 'toUserId'], ['decidedAt']],
  unique: [
    {
      name: 'transfer_open',
      fields: ['conversationId'],
      where: { field: 'state', in: OPEN_TRANSFERS },
    },
  ],
  audited: ['state', 'toUserId', 'toTeam', 'reason', 'approverId'],
  visible: (actor) => staffOfStore(actor, 'conversation.read'),
  within: { conversationId: { as: 'transfers' } },
  list: {
    filters: ['conversationId', 'state', 'toUserId', 'fromUserId', 'decidedAt'],
    orders: [[['requestedAt', 'desc']]],
  },
  live: (row) => [`conversation:${row.conversationId}`, `store:${row.storeId}`],
  told: { as: 'TransferChanged', field: 'transfer' },
  work: {
    read: 'conversation.read',
    handle: 'customer.reply',
    title: ['summary'],
    owner: 'toUserId',
    // R-PRE-17: ten minutes, which begin anew with the approval; until then the conversation stays with its owner.
    clocks: {
      approve: { en: 'Approve', zh: '审批', runs: ['APPROVAL_PENDING'], within: wallMinutes(10), late: expires },
      accept: { en: 'Accept', zh: '接受', runs: ['OFFERED'], within: wallMinutes(10), late: expires },
    },
  },
});

/** A transfer that was refused or not approved (K-23); the conversation stayed with its owner. */
export const TransferAttempt = defineEntity({
  name: 'TransferAttempt',
  title: { en: 'Refused transfer', zh: '违规转接记录' },
  schema: z.object({
    storeId: ref('Store'),
    conversationId: ref('Conversation'),
    userId: ref('User'),
    code: codes('TransferAttemptCode', {
      TRANSFER_NOT_AUTHORISED: { en: 'Not authorised', zh: '未授权转接' },
      APPROVAL_DECLINED: { en: 'Approval declined', zh: '审批未通过' },
    }),
    at: instant(),
  }),
  index: [['storeId', '-at'], ['userId', '-at'], ['conversationId']],
  audited: ['conversationId', 'userId', 'code'],
  visible: (actor) => staffOfStore(actor, 'conversation.read'),
  list: { filters: ['storeId', 'userId', 'conversationId', 'code', 'at'], orders: [[['at', 'desc']]] },
});

export const Rating = defineEntity({
  name: 'Rating',
  title: { en: 'Rating', zh: '评价' },
  schema: z.object({
    storeId: ref('Store'),
    conversationId: ref('Conversation'),
    customerId: ref('Customer'),
    agentId: ref('User').nullable(),
    score: z.int().min(1).max(5),
    comment: z.string().max(1000),
    ratedAt: instant(),
  }),
  index: [
    ['customerId', '-ratedAt'],
    ['storeId', '-ratedAt'],
    ['agentId', '-ratedAt'],
  ],
  unique: [{ name: 'rating_once', fields: ['conversationId'] }],
  audited: ['score'],
  visible: (actor) =>
    actor.kind === 'shopper' ? { customerId: actor.customerId } : staffOfStore(actor, 'conversation.read'),
  list: {
    filters: ['storeId', 'agentId', 'customerId', 'conversationId', 'score', 'ratedAt'],
    orders: [[['ratedAt', 'desc']]],
  },
  live: (row) => [`conversation:${row.conversationId}`],
});

export const Attachment = defineEntity({
  name: 'Attachment',
  title: { en: 'Attachment', zh: '附件' },
  schema: z.object({
    storeId: ref('Store'),
    conversationId: ref('Conversation'),
    name: z.string().min(1).max(200),
    contentType: codes('AttachmentType', ATTACHMENT_WORDS),
    size: z.int().min(1).max(MAX_ATTACHMENT_BYTES),
    sha256: z.string(),
    blobKey: secret(z.string()),
    uploadedBy: staffOnly(z.string()),
    /** When a message first carried it; null also in rows of an earlier version, which never kept it. */
    sentAt: staffOnly(instant().nullable().default(null)),
  }),
  index: [['conversationId']],
  unique: [{ name: 'attachment_blob', fields: ['blobKey'] }],
  audited: ['name', 'contentType', 'size', 'sha256'],
  // A shopper finds by its own id what they uploaded themselves; what was sent to them by the view `attachment`.
  visible: (actor) =>
    actor.kind === 'shopper' ? { uploadedBy: actorKey(actor) } : staffOfStore(actor, 'conversation.read'),
});
