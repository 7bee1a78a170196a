/** @module Events of Shopdesk's own features on which a rule may start. */
import { addTo } from '../../kernel/vocabulary.ts';
import { AfterSalesCase } from '../aftersales/index.ts';
import { Complaint } from '../complaints/index.ts';
import { Rating } from '../conversations/index.ts';
import { Escalation } from '../escalations/index.ts';
import { OrderServiceRequest } from '../orders/index.ts';
import { RuleEvent, ruleEvent, type RuleEventRule } from '../rules/index.ts';
import { SlaClock } from '../service-levels/index.ts';
import { FollowUpTask } from '../tasks/index.ts';
import { Understood } from '../understanding/index.ts';

export const StandardEvents = addTo(RuleEvent, {
  CONVERSATION_OPENED: { en: 'A conversation has begun', zh: '会话开始' },
  CONVERSATION_TOPIC: { en: 'The topic of a conversation has changed', zh: '会话咨询类型变化' },
  CONVERSATION_MOOD: { en: 'The mood of a customer has changed', zh: '顾客情绪变化' },
  CONVERSATION_ASSIGNED: { en: 'A conversation is given to somebody', zh: '会话已分配' },
  CONVERSATION_OFFLINE: { en: 'A customer has left a message', zh: '顾客留言' },
  CONVERSATION_ABANDONED: { en: 'A customer has left the queue', zh: '顾客放弃排队' },
  CONVERSATION_CLOSED: { en: 'A conversation has ended', zh: '会话结束' },
  CONVERSATION_RATED: { en: 'A customer has rated the service', zh: '顾客评价' },
  ESCALATION_REQUESTED: { en: 'A conversation is escalated', zh: '会话升级' },
  SERVICE_LEVEL_BREACHED: { en: 'A service level is overdue', zh: '服务时效超时' },
  CASE_SUBMITTED: { en: 'An after-sales case is submitted', zh: '售后单提交' },
  CASE_MOVED: { en: 'An after-sales case has moved on', zh: '售后单状态变化' },
  ORDER_REQUEST_SUBMITTED: { en: 'An order request is submitted', zh: '订单服务单提交' },
  ORDER_REQUEST_MOVED: { en: 'An order request has moved on', zh: '订单服务单状态变化' },
  COMPLAINT_RECEIVED: { en: 'A complaint is received', zh: '收到投诉' },
  COMPLAINT_MOVED: { en: 'A complaint has moved on', zh: '投诉状态变化' },
  TASK_GIVEN: { en: 'A task is given', zh: '任务已布置' },
  TASK_OVERDUE: { en: 'A task is overdue', zh: '任务逾期' },
  TASK_ENDED: { en: 'A task has ended', zh: '任务结束' },
});

const chat = [
  'storeId',
  'customerId',
  'channel',
  'state',
  'ownerId',
  'locale',
  'intent',
  'emotion',
  'priority',
  'result',
  'openedAt',
  'waitingSince',
  'reopenCount',
  'transferCount',
  'customerMessages',
  'agentMessages',
] as const;
const request = [
  'storeId',
  'customerId',
  'conversationId',
  'orderId',
  'change',
  'state',
  'way',
  'ownerId',
  'requestedAt',
] as const;
const case_ = [
  'storeId',
  'customerId',
  'conversationId',
  'orderId',
  'number',
  'type',
  'state',
  'reason',
  'paidAmount',
  'refundAmount',
  'compensationAmount',
  'handlerId',
] as const;
const complaint = [
  'storeId',
  'customerId',
  'conversationId',
  'orderId',
  'number',
  'state',
  'sourceChannel',
  'emotion',
  'ownerId',
  'causeCode',
  'level',
  'refusals',
  'repeat',
] as const;
const task = [
  'storeId',
  'customerId',
  'conversationId',
  'orderId',
  'number',
  'kind',
  'priority',
  'state',
  'ownerId',
  'doneBy',
  'overdue',
  'snoozes',
  'outcome',
] as const;

const on = StandardEvents;
const numbered = ({ number }: { readonly number: string }): string => number;

export const standardEvents: readonly RuleEventRule[] = [
  ruleEvent(on, Understood, { code: 'CONVERSATION_OPENED', when: { made: true }, fields: chat }),
  ruleEvent(on, Understood, { code: 'CONVERSATION_TOPIC', when: { changes: 'intent' }, fields: chat }),
  ruleEvent(on, Understood, { code: 'CONVERSATION_MOOD', when: { changes: 'emotion' }, fields: chat }),
  ruleEvent(on, Understood, { code: 'CONVERSATION_ASSIGNED', when: { moves: ['ASSIGNED'] }, fields: chat }),
  ruleEvent(on, Understood, { code: 'CONVERSATION_OFFLINE', when: { moves: ['OFFLINE'] }, fields: chat }),
  ruleEvent(on, Understood, { code: 'CONVERSATION_ABANDONED', when: { moves: ['ABANDONED'] }, fields: chat }),
  ruleEvent(on, Understood, { code: 'CONVERSATION_CLOSED', when: { moves: ['CLOSED'] }, fields: chat }),
  ruleEvent(on, Rating, {
    code: 'CONVERSATION_RATED',
    when: { made: true },
    fields: ['storeId', 'customerId', 'conversationId', 'agentId', 'score', 'ratedAt'],
  }),
  ruleEvent(on, Escalation, {
    code: 'ESCALATION_REQUESTED',
    when: { made: true },
    fields: ['storeId', 'conversationId', 'fromLevel', 'level', 'state', 'dueAt'],
  }),
  ruleEvent(on, SlaClock, {
    code: 'SERVICE_LEVEL_BREACHED',
    when: { moves: ['BREACHED'] },
    fields: ['storeId', 'conversationId', 'target', 'state', 'agentId', 'startedAt'],
  }),
  ruleEvent(on, AfterSalesCase, { code: 'CASE_SUBMITTED', when: { made: true }, fields: case_, label: numbered }),
  ruleEvent(on, AfterSalesCase, { code: 'CASE_MOVED', when: { moves: [] }, fields: case_, label: numbered }),
  ruleEvent(on, OrderServiceRequest, { code: 'ORDER_REQUEST_SUBMITTED', when: { made: true }, fields: request }),
  ruleEvent(on, OrderServiceRequest, { code: 'ORDER_REQUEST_MOVED', when: { moves: [] }, fields: request }),
  ruleEvent(on, Complaint, { code: 'COMPLAINT_RECEIVED', when: { made: true }, fields: complaint, label: numbered }),
  ruleEvent(on, Complaint, { code: 'COMPLAINT_MOVED', when: { moves: [] }, fields: complaint, label: numbered }),
  ruleEvent(on, FollowUpTask, { code: 'TASK_GIVEN', when: { made: true }, fields: task, label: numbered }),
  ruleEvent(on, FollowUpTask, {
    code: 'TASK_OVERDUE',
    when: { becomes: { overdue: true } },
    fields: task,
    label: numbered,
  }),
  ruleEvent(on, FollowUpTask, {
    code: 'TASK_ENDED',
    when: { moves: ['DONE', 'SKIPPED', 'CANCELLED'] },
    fields: task,
    label: numbered,
  }),
];
