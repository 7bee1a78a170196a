import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { defineEntity, hinted, instant, ref, secret, staffOnly, type Visibility } from '../../kernel/entity.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { Role } from '../access/index.ts';
import { NOTICE_STATES, noticeSeverity, noticeState, notToldBecause } from './codes.ts';
import { NoticeKind } from './kinds.ts';

const noticeMachine = defineMachine({
  field: 'state',
  states: NOTICE_STATES,
  events: {
    give: { NEW: 'OPEN' },
    suppress: { NEW: 'SUPPRESSED' },
    acknowledge: { OPEN: 'ACKNOWLEDGED' },
    worsen: { ACKNOWLEDGED: 'OPEN' },
    clear: { OPEN: 'CLEARED', ACKNOWLEDGED: 'CLEARED' },
  },
});

/** States in which a notice is about something that is not settled. */
export const OPEN_NOTICES = ['OPEN', 'ACKNOWLEDGED'];

/**
 * Staff see what is meant for them, for one of their roles or teams, for whoever leads a team of theirs, or for a
 * permission that they have, and what they sent themselves, in their stores.
 */
function reader(actor: Actor): Visibility {
  if (actor.kind !== 'staff') return 'none';
  const meant = [
    { toUserIds: { has: actor.userId } },
    { byUserId: actor.userId },
    { toPermission: { in: [...actor.permissions] } },
    ...actor.roles.map((role) => ({ toRoles: { has: role } })),
    ...(actor.teams ?? []).map((team) => ({ toTeams: { has: team } })),
    ...(actor.leads ?? []).map((team) => ({ toLeadsOf: { has: team } })),
  ];
  // What belongs to no store is for whoever is meant, wherever they work.
  const { storeIds } = actor;
  if (!storeIds) return { or: meant };
  return {
    or: meant.flatMap((each) => [
      { ...each, storeId: null },
      { ...each, storeId: { in: storeIds } },
    ]),
  };
}

/** Whom a notice goes to next when nobody acknowledges it, and after how long. */
export const NoticeLevel = z.object({
  toUserIds: z.array(z.string()),
  toPermission: z.string().nullable(),
  toRoles: z.array(z.string()),
  toTeams: z.array(z.string()).default([]),
  toLeadsOf: z.array(z.string()).default([]),
});

/**
 * Something that people must know: one row for everybody whom it is meant for. There is one that is not settled for a
 * kind and a key; what happens again is counted in it.
 */
export const Notice = defineEntity({
  name: 'Notice',
  title: { en: 'Notice', zh: '通知' },
  schema: z.object({
    /** Null: it belongs to no store. */
    storeId: ref('Store').nullable(),
    kind: memberOf(NoticeKind),
    key: hinted(z.string().max(200), { weight: 'rare' }),
    severity: noticeSeverity,
    /** What it is about, in a line, as people wrote it. */
    title: z.string().max(300),
    note: z.string().max(1000),
    /** The row that it is about, by its entity and id. */
    aboutEntity: hinted(z.string().nullable(), { as: 'kind' }),
    aboutId: z.string().nullable(),
    /** Whose act it tells of; it is not told to them. */
    byUserId: ref('User').nullable(),
    toUserIds: z.array(ref('User')).max(100),
    toPermission: hinted(z.string().nullable(), { as: 'permission', weight: 'rare' }),
    toRoles: z.array(memberOf(Role)),
    /** Teams, which a feature above has: whoever belongs to one of them, and whoever leads one of the others. */
    toTeams: z.array(z.string()).default([]),
    toLeadsOf: z.array(z.string()).default([]),
    state: noticeState,
    notToldBecause: notToldBecause.nullable(),
    at: instant(),
    lastAt: instant(),
    count: z.int(),
    /** How often it has gone on to the next audience. */
    level: z.int(),
    /** Null: nobody must acknowledge it, or nobody is left to whom it could go on. */
    acknowledgeBy: instant().nullable(),
    acknowledgedAt: instant().nullable(),
    acknowledgedById: ref('User').nullable(),
    locked: staffOnly(z.boolean()),
    levels: secret(z.array(NoticeLevel)),
    within: secret(z.object({ minutes: z.int(), of: z.enum(['SERVICE', 'OFFICE', 'WALL']) }).nullable()),
  }),
  machine: noticeMachine,
  index: [['state', '-lastAt'], ['storeId', 'kind', '-at'], ['aboutId', 'state'], ['toLeadsOf']],
  unique: [{ name: 'notice_open', fields: ['kind', 'key'], where: { field: 'state', in: OPEN_NOTICES } }],
  audited: ['state', 'level', 'toUserIds', 'toTeams', 'toLeadsOf', 'acknowledgedById', 'notToldBecause'],
  visible: reader,
  list: {
    filters: ['storeId', 'kind', 'severity', 'state', 'at', 'lastAt'],
    orders: [[['lastAt', 'desc']], [['at', 'desc']]],
  },
  live: ({ storeId }) => [storeId ? `store:${storeId}` : 'staff'],
});

/** That one person has seen a notice, and so need not be told of it again. */
export const NoticeMark = defineEntity({
  name: 'NoticeMark',
  title: { en: 'Seen notice', zh: '已读通知' },
  schema: z.object({
    noticeId: ref('Notice'),
    userId: ref('User'),
    /** As grave as it was then: graver is news again. */
    severity: noticeSeverity,
  }),
  unique: [{ name: 'notice_mark', fields: ['noticeId', 'userId'] }],
  visible: (actor) => (actor.kind === 'staff' ? { userId: actor.userId } : 'none'),
  internal: true,
});

/** What a store decided about a kind of notice (R-QA-07): whether it is given at all, and how often in a day. */
export const NoticePolicy = defineEntity({
  name: 'NoticePolicy',
  plural: 'NoticePolicies',
  title: { en: 'Notice policy', zh: '通知规则' },
  schema: z.object({
    storeId: ref('Store'),
    kind: memberOf(NoticeKind),
    on: z.boolean(),
    /** So many a day in the store; null: as many as there are. */
    perDay: z.int().min(1).max(1000).nullable(),
  }),
  unique: [{ name: 'notice_policy', fields: ['storeId', 'kind'] }],
  audited: ['on', 'perDay'],
  visible: (actor) => (actor.kind !== 'staff' ? 'none' : actor.storeIds ? { storeId: { in: actor.storeIds } } : 'all'),
  list: { filters: ['storeId', 'kind'], orders: [[['createdAt', 'asc']]] },
});

/** What one person wants to hear of a kind. */
export const NoticePreference = defineEntity({
  name: 'NoticePreference',
  title: { en: 'Notice preference', zh: '通知偏好' },
  schema: z.object({ userId: ref('User'), kind: memberOf(NoticeKind), on: z.boolean() }),
  unique: [{ name: 'notice_preference', fields: ['userId', 'kind'] }],
  audited: ['on'],
  visible: (actor) => (actor.kind === 'staff' ? { userId: actor.userId } : 'none'),
});
