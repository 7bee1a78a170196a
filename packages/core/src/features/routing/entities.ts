import { z } from 'zod';
import { codes, someOf } from '../../kernel/codes.ts';
import { defineEntity, instant, named, ref } from '../../kernel/entity.ts';
import { extend } from '../../kernel/extend.ts';
import { LocalText, presence, talkMode } from '../access/index.ts';
import { Placed } from '../organisation/index.ts';
import { staffOfStore } from '../customers/index.ts';

const seconds = (most: number) => z.int().min(0).max(most);
/** In conversations at once: a phone call may fill a desk, an e-mail half a place. */
const weight = z.number().min(0.25).max(50);

/** What one conversation takes of an agent's capacity, by channel. */
export const ChannelWeights = named(
  'ChannelWeights',
  z.object({
    WEB_CHAT: weight,
    PHONE: weight,
    EMAIL: weight,
    SOCIAL: weight,
    MARKETPLACE_IM: weight,
    SMS: weight,
    WALK_IN: weight,
  }),
);

/** How many seconds earlier than he came a customer is placed, by what speaks for him. */
export const HeadStarts = named(
  'HeadStarts',
  z.object({
    priority: named(
      'PriorityHeadStarts',
      z.object({ P1: seconds(7200), P2: seconds(7200), P3: seconds(7200), P4: seconds(7200) }),
    ),
    stage: named('StageHeadStarts', z.object({ BEFORE: seconds(7200), DURING: seconds(7200), AFTER: seconds(7200) })),
    tiers: z
      .array(named('TierHeadStart', z.object({ tier: z.string().min(1).max(40), seconds: seconds(7200) })))
      .max(20),
    /** Nobody is served before one who came this much earlier, whatever speaks for him: so nobody waits for ever. */
    most: seconds(7200),
  }),
);

/** A rush, such as Double 11 (R-WF-06): on until an instant, or until somebody ends it. */
export const PeakMode = named(
  'PeakMode',
  z.object({
    since: instant(),
    until: instant(),
    /** Capacities are multiplied by this and rounded down. */
    capacityFactor: z.number().min(1).max(5),
    notice: LocalText,
    backOffice: z.boolean(),
    shortSurvey: z.boolean(),
    by: z.string().max(100),
  }),
);

const keepPlace = z.int().min(60).max(3600);
/** So many visitors whom nobody knows wait in a store that has not decided otherwise. */
export const MOST_ANONYMOUS = 200;

/** How conversations come to people. */
export const routingMode = codes('RoutingMode', {
  AUTO: { en: 'Automatically', zh: '自动分配' },
  MANUAL: { en: 'By hand: agents take them', zh: '手动接入' },
});

export const routingFields = {
  mode: routingMode,
  weights: ChannelWeights,
  /** Who has shown no sign of life this long after he was given a conversation loses it; 0: never. */
  silentSeconds: seconds(3600),
  /** A customer of the last days is given to the agent he knows; 0: not asked. */
  lastAgentDays: z.int().min(0).max(365),
  /** More do not wait; who comes then leaves a message. 0: no limit. */
  maxQueue: z.int().min(0).max(10_000),
  /**
   * The same for visitors of whom the shop has not said who they are, so that a flood of them keeps no customer out. 0:
   * no limit.
   */
  maxAnonymousQueue: z.int().min(0).max(10_000),
  /** After this long language and team are wishes, no conditions. */
  relaxSeconds: seconds(7200),
  /**
   * For how long an absent customer who has written something, or whom the shop has signed, keeps their place in the
   * queue.
   */
  keepPlaceSeconds: keepPlace,
  headStarts: HeadStarts,
  /**
   * Those who wait already come one by one to somebody who goes online: the next when the one before has an answer, or
   * after this long. 0: all at once.
   */
  rampSeconds: seconds(600),
  /** Who let two conversations in a row wait is set away after this long without a sign of life. 0: at once. */
  awaySeconds: seconds(600),
};

export const RAMP_SECONDS = 30;
export const AWAY_SECONDS = 60;

/** How a store gives its customers to people; its id is the store's. */
export const RoutingPolicy = defineEntity({
  name: 'RoutingPolicy',
  plural: 'RoutingPolicies',
  title: { en: 'Routing policy', zh: '分流规则' },
  schema: z.object({
    storeId: ref('Store'),
    ...routingFields,
    maxAnonymousQueue: routingFields.maxAnonymousQueue.default(MOST_ANONYMOUS),
    keepPlaceSeconds: keepPlace.default(300),
    rampSeconds: routingFields.rampSeconds.default(RAMP_SECONDS),
    awaySeconds: routingFields.awaySeconds.default(AWAY_SECONDS),
    peak: PeakMode.nullable(),
  }),
  unique: [{ name: 'routing_policy_store', fields: ['storeId'] }],
  audited: [...Object.keys(routingFields), 'peak'],
  kept: true,
  visible: (actor) => staffOfStore(actor, 'conversation.read'),
  list: { filters: ['storeId', 'mode'], orders: [[['createdAt', 'asc']]] },
  live: (row) => [`store:${row.storeId}`],
});

/** Why somebody has a conversation that was routed. */
export const routedBecause = codes('RoutedBecause', {
  REOPENED: { en: 'Had it before it was closed', zh: '结束前由其接待' },
  LAST_AGENT: { en: 'Served this customer last', zh: '上次由其接待该顾客' },
  ONLY_ONE: { en: 'Was the only one who could', zh: '当时只有其可以接待' },
  LEAST_LOADED: { en: 'Had the most room', zh: '当时接待量最低' },
  LONGEST_IDLE: { en: 'Without a new customer longest', zh: '距上次分配时间最久' },
});
/** Why one person is asked before the others. */
export const preference = someOf('QueuePreference', routedBecause, ['REOPENED', 'LAST_AGENT']);

/** A conversation that waits, with what it needs; its id is the conversation's. */
export const QueueEntry = defineEntity({
  name: 'QueueEntry',
  plural: 'QueueEntries',
  title: { en: 'Place in the queue', zh: '排队' },
  schema: z.object({
    storeId: ref('Store'),
    conversationId: ref('Conversation'),
    mode: talkMode,
    /** Empty: any front-line agent. */
    team: z.string().max(40),
    locale: z.string().max(20),
    weight: z.number(),
    queuedAt: instant(),
    /** The instant by which it is ordered: `queuedAt` less its head start. */
    rank: instant(),
    relaxAt: instant(),
    preferredUserId: ref('User').nullable(),
    preference: preference.nullable(),
    /** Who let it wait before: the others are asked first. */
    silentUserId: ref('User').nullable(),
    /** The shop has not said who this is. */
    anonymous: z.boolean().default(false),
    /** The customer has closed the page: whoever is looking at it comes first. */
    gone: z.boolean().default(false),
  }),
  index: [
    ['storeId', 'rank'],
    ['gone', 'rank'],
    ['storeId', 'gone', 'rank'],
    ['storeId', 'anonymous'],
  ],
  visible: (actor) => staffOfStore(actor, 'conversation.read'),
});

const Held = z.object({ id: z.string(), weight: z.number() });

/**
 * What a person has in hand; its id is the person's. Whoever gives him a conversation writes this row, so its version
 * is the lock that keeps two processes from filling the same place.
 */
export const AgentLoad = defineEntity({
  name: 'AgentLoad',
  title: { en: 'Agent’s load', zh: '客服负载' },
  schema: z.object({
    userId: ref('User'),
    held: z.array(Held),
    /** Since when nothing was given to him and nothing left his hands. */
    idleSince: instant(),
    /** Conversations in a row that he let wait until they were taken from him. */
    silentInRow: z.int(),
    silentAt: instant().nullable(),
    /** Since when they are online: those who waited already come one by one. */
    onlineAt: instant().nullable().default(null),
    /** When they were given the last of those, while that one has no answer. */
    givenAt: instant().nullable().default(null),
    /** The conversation that they were given then. */
    givenId: z.string().nullable().default(null),
    /** Their first answer to a customer, or the first since the desk counts this; null: they are new. */
    answeredAt: instant().nullable().default(null),
  }),
  visible: (actor) => (actor.kind === 'staff' ? 'all' : 'none'),
  internal: true,
});

/** A member of staff with the instant at which the desk sets them away unless they show a sign of life. */
export const Leaving = extend(Placed, { fields: { awayAt: instant().nullable().default(null) } });

/** Why somebody is not given a conversation. */
export const obstacle = codes('RoutingObstacleCode', {
  INACTIVE: { en: 'Deactivated', zh: '已停用' },
  NOT_LIVE: { en: 'May not serve customers', zh: '不能接待顾客' },
  STORE: { en: 'Works for another store', zh: '其他店铺' },
  PRESENCE: { en: 'Not online', zh: '不在线' },
  ROLE: { en: 'Not at the front', zh: '非前台客服' },
  MODE: { en: 'Does not serve this way', zh: '不接待此方式' },
  TEAM: { en: 'Team missing', zh: '缺少小组技能' },
  LANGUAGE: { en: 'Language missing', zh: '不会该语言' },
  CAPACITY: { en: 'Full', zh: '已满' },
  RAMP: { en: 'Just online: one at a time', zh: '刚上线，逐个分配' },
  SILENT: { en: 'About to be set away', zh: '即将被挂起' },
});

export const Obstacle = named('RoutingObstacle', z.object({ code: obstacle, detail: z.string() }));

export const Considered = named(
  'ConsideredAgent',
  z.object({
    userId: z.string(),
    name: z.string(),
    presence,
    load: z.number(),
    capacity: z.number(),
    obstacles: z.array(Obstacle),
  }),
);

/** How a conversation came to its owner. */
export const assignedHow = codes('RoutingDecisionHow', {
  ROUTED: { en: 'Given by the desk', zh: '自动分配' },
  TAKEN: { en: 'Taken', zh: '主动接入' },
  ASSIGNED: { en: 'Assigned', zh: '人工分配' },
  TRANSFERRED: { en: 'Transferred', zh: '转接' },
});

/** Why the conversation is with whom it is; its id is the conversation's. The audit trail has the earlier ones. */
export const RoutingDecision = defineEntity({
  name: 'RoutingDecision',
  title: { en: 'Routing decision', zh: '分流决定' },
  schema: z.object({
    storeId: ref('Store'),
    conversationId: ref('Conversation'),
    userId: ref('User'),
    at: instant(),
    how: assignedHow,
    because: routedBecause.nullable(),
    /** From the queue; null when it did not wait there. */
    waitedSeconds: z.int().nullable(),
    /** Others who were asked about, at most twenty. */
    considered: z.array(Considered),
  }),
  index: [
    ['storeId', '-at'],
    ['userId', '-at'],
  ],
  visible: (actor) => staffOfStore(actor, 'conversation.read'),
  list: { filters: ['storeId', 'userId', 'how', 'at'], orders: [[['at', 'desc']]] },
});

/** What staff were alerted to before there were notices. Nothing writes it any more; see `old-alerts.ts`. */
export const StaffAlert = defineEntity({
  name: 'StaffAlert',
  title: { en: 'Alert', zh: '提醒' },
  schema: z.object({
    storeId: ref('Store'),
    kind: z.string(),
    conversationId: z.string().nullable(),
    caseId: z.string().max(64).nullable().default(null),
    /** Null: for those who assign conversations in the store. */
    toUserId: ref('User').nullable(),
    aboutUserId: ref('User').nullable(),
    note: z.string().max(500).default(''),
    at: instant(),
    seenAt: instant().nullable(),
    seenById: ref('User').nullable(),
  }),
  index: [
    ['storeId', 'seenAt', '-at'],
    ['toUserId', 'seenAt', '-at'],
  ],
  visible: () => 'none',
  internal: true,
});
