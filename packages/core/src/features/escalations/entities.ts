import { z } from 'zod';
import { codes } from '../../kernel/codes.ts';
import { defineEntity, instant, ref } from '../../kernel/entity.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { staffOfStore } from '../customers/index.ts';
import { HIGHEST } from './fields.ts';

export const escalationState = codes('EscalationState', {
  REQUESTED: { en: 'Requested', zh: '待接受' },
  ACCEPTED: { en: 'Accepted', zh: '已接受' },
  DECLINED: { en: 'Declined', zh: '已拒绝' },
  CANCELLED: { en: 'Cancelled', zh: '已取消' },
});

/** `raise`: nobody of the level accepted in time, so the next one is asked. */
export const escalationMachine = defineMachine({
  field: 'state',
  states: escalationState.options,
  events: {
    request: { NEW: 'REQUESTED' },
    raise: { REQUESTED: 'REQUESTED' },
    accept: { REQUESTED: 'ACCEPTED' },
    decline: { REQUESTED: 'DECLINED' },
    cancel: { REQUESTED: 'CANCELLED' },
  },
});

export const Escalation = defineEntity({
  name: 'Escalation',
  title: { en: 'Escalation', zh: '升级' },
  schema: z.object({
    storeId: ref('Store'),
    conversationId: ref('Conversation'),
    fromLevel: z.int().min(1).max(HIGHEST),
    level: z.int().min(2).max(HIGHEST),
    reason: z.string().max(500),
    summary: z.string().max(2000),
    state: escalationState,
    /** Whose people may accept, beside those of the level: the team to which the owner's escalates. */
    teamId: ref('Team').nullable().default(null),
    requestedById: ref('User').nullable(),
    requestedAt: instant(),
    /** Until when somebody of the level is to accept; its service level starts with the request. */
    dueAt: instant(),
    /** How often it went up because nobody accepted. */
    raised: z.int(),
    /** Nobody of the highest level accepted in time either. */
    overdue: z.boolean(),
    decidedById: ref('User').nullable(),
    decidedAt: instant().nullable(),
    declineReason: z.string().max(500).nullable(),
  }),
  machine: escalationMachine,
  index: [
    ['conversationId', '-requestedAt'],
    ['state', 'dueAt'],
    ['teamId', 'state'],
  ],
  unique: [{ name: 'escalation_open', fields: ['conversationId'], where: { field: 'state', in: ['REQUESTED'] } }],
  audited: ['state', 'level', 'overdue', 'decidedById', 'declineReason'],
  visible: (actor) => staffOfStore(actor, 'conversation.read'),
  list: {
    filters: ['storeId', 'conversationId', 'state', 'level', 'requestedById', 'overdue'],
    orders: [[['requestedAt', 'desc']]],
  },
  work: { read: 'conversation.read', handle: 'customer.reply', title: ['reason'], owner: 'decidedById', files: {} },
  live: (row) => [`conversation:${row.conversationId}`, `store:${row.storeId}`],
});
