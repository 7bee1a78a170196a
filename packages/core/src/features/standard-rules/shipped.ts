/** @module Rules that every desk finds as drafts: somebody tries them, changes them and publishes them. */
import type { ShippedRule } from '../rules/index.ts';

const field = (name: string) => ({ field: name });
const aboutChat = {
  storeId: field('storeId'),
  customerId: field('customerId'),
  conversationId: field('conversationId'),
};

export const SHIPPED_RULES: readonly ShippedRule[] = [
  {
    code: 'LOW_RATING',
    name: { zh: '低分评价：安排回访', en: 'Low rating: call the customer back' },
    draft: {
      event: 'CONVERSATION_RATED',
      conditions: [{ field: 'score', operator: 'AT_MOST', value: '2' }],
      steps: [
        {
          action: 'createTask',
          input: {
            ...aboutChat,
            subject: '低分评价 {score} 分，请回访 · Rated {score}: call the customer back',
            priority: 'HIGH',
            doneBy: { hours: 24 },
          },
        },
      ],
    },
  },
  {
    code: 'NOT_SOLVED',
    name: { zh: '会话结束但未解决：跟进', en: 'Ended without a solution: follow up' },
    draft: {
      event: 'CONVERSATION_CLOSED',
      conditions: [{ field: 'result', operator: 'ONE_OF', value: 'NOT_SOLVED,FOLLOW_UP' }],
      steps: [
        {
          action: 'createTask',
          input: {
            storeId: field('storeId'),
            customerId: field('customerId'),
            conversationId: field('id'),
            subject: '会话未解决，请跟进 · Not solved: follow up',
            doneBy: { hours: 24 },
          },
        },
      ],
    },
  },
  {
    code: 'ANGRY',
    name: { zh: '顾客愤怒：通知组长', en: 'Angry customer: tell the team leads' },
    draft: {
      event: 'CONVERSATION_MOOD',
      conditions: [{ field: 'emotion', operator: 'IS', value: 'ANGRY' }],
      steps: [
        {
          action: 'sendNotice',
          input: {
            storeId: field('storeId'),
            title: '有顾客情绪愤怒，请关注 · A customer is angry: have a look',
            toRoles: ['TL', 'SV'],
          },
        },
      ],
    },
  },
  {
    code: 'COMPLAINT_UP',
    name: { zh: '重复投诉：通知主管', en: 'Complained again: tell the supervisor' },
    draft: {
      event: 'COMPLAINT_RECEIVED',
      conditions: [{ field: 'repeat', operator: 'IS', value: 'true' }],
      steps: [
        {
          action: 'sendNotice',
          input: {
            storeId: field('storeId'),
            title: '重复投诉 {number} · Repeated complaint {number}',
            toRoles: ['SV', 'MG'],
          },
        },
        { action: 'noteComplaint', input: { text: '重复投诉，已通知主管 · Complained again; the supervisor is told' } },
      ],
    },
  },
  {
    code: 'MESSAGE_LEFT',
    name: { zh: '留言 4 小时未处理：提醒', en: 'Message left four hours ago: remind' },
    draft: {
      event: 'CONVERSATION_OFFLINE',
      hours: 4,
      conditions: [{ field: 'state', operator: 'IS', value: 'OFFLINE' }],
      steps: [
        {
          action: 'sendNotice',
          input: {
            storeId: field('storeId'),
            title: '有留言超过 4 小时未处理 · A message has waited for four hours',
            toRoles: ['TL', 'SV'],
          },
        },
      ],
    },
  },
  {
    code: 'REFUND_WAITS',
    name: { zh: '待退款超过 48 小时：跟进', en: 'Refund pending for two days: follow up' },
    draft: {
      event: 'CASE_MOVED',
      hours: 48,
      conditions: [{ field: 'state', operator: 'IS', value: 'REFUND_PENDING' }],
      steps: [
        {
          action: 'createTask',
          input: {
            ...aboutChat,
            orderId: field('orderId'),
            subject: '售后单 {number} 待退款超过 48 小时 · Refund of {number} pending for two days',
            priority: 'HIGH',
            doneBy: { hours: 8 },
          },
        },
      ],
    },
  },
];
