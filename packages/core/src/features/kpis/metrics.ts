/** @module The figures of service (domain 4.1): what each counts, of which rows. Pure; nothing here sees a clock. */
import { addTo } from '../../kernel/vocabulary.ts';
import { countedIn, metric, MetricCode, type Amount, type Metric, type OwnAmount } from '../metrics/index.ts';
import { AttemptFact, isAnswered, isCounted, RatingFact, Round, ServedConversation } from './facts.ts';
import type { RoundRow, Served, ShareOf } from './facts.ts';
import { complete } from './complete.ts';
import { sharesNow } from './served.ts';

export const ServiceMetrics = addTo(MetricCode, {
  CONVERSATIONS: { en: 'Conversations', zh: '会话数' },
  ROUNDS: { en: 'Questions', zh: '问答轮次' },
  K_01: { en: 'First response time', zh: '首次响应时间' },
  K_01_P50: { en: 'First response time, median', zh: '首次响应时间中位数' },
  K_01_P90: { en: 'First response time, 90th percentile', zh: '首次响应时间 P90' },
  K_02: { en: 'Average response time', zh: '平均响应时间' },
  K_03: { en: 'Reply rate', zh: '回复率' },
  K_04: { en: 'Reply within 30 seconds', zh: '30 秒回复率' },
  K_05: { en: 'Reply within 3 minutes', zh: '3 分钟回复率' },
  K_06: { en: 'Answers for each question', zh: '答问比' },
  K_14: { en: 'Satisfaction', zh: '满意度' },
  K_20: { en: 'Limits kept', zh: '时效达成率' },
  K_20_SOLVED: { en: 'Solved in time', zh: '按时解决率' },
  K_23: { en: 'Refused transfers', zh: '违规转接次数' },
});

const ROUND_CAP_MS = 600_000;
/** Appraisals call less than five insufficient (4.0). */
const LEAST = 5;
const THIRTY = 30;
const THREE_MINUTES = 180;

const conversation = ({ conversationId }: { readonly conversationId: string }) => ({
  entity: 'Conversation',
  id: conversationId,
});

/** A round, of whoever has answered or had it. */
const rounds = (
  count: (round: RoundRow, ms: 'waitedMs' | 'ownMs') => Amount | null,
  own: (round: RoundRow) => Amount | null = (round) => count(round, 'ownMs'),
) =>
  countedIn(Round, {
    day: 'day',
    by: { agent: 'agentId', channel: 'channel', intent: 'intent', minute: 'minute' },
    complete,
    about: conversation,
    count: (round) => (round.voided ? null : count(round, 'waitedMs')),
    own: (round): OwnAmount[] => {
      const amount = round.voided || round.agentId === null ? null : own(round);
      return amount && round.agentId ? [{ agentId: round.agentId, ...amount }] : [];
    },
  });

const isReply = ({ target }: RoundRow): boolean => target !== 'RESOLUTION';
const one = (counts: boolean): Amount => ({ num: counts ? 1 : 0, den: 1 });

const firstResponse = rounds(
  ({ target, waitedMs }) => (target === 'FIRST_REPLY' && waitedMs !== null ? { num: waitedMs, den: 1 } : null),
  ({ target, ownFirstMs }) => (target === 'FIRST_REPLY' && ownFirstMs !== null ? { num: ownFirstMs, den: 1 } : null),
);

/** Answered within so many seconds, the last of them included. Without an answer it counts when they are over. */
const within = (seconds: number) =>
  rounds((round, ms) => {
    if (!isReply(round) || !isCounted(round)) return null;
    const waited = round[ms];
    if (isAnswered(round) && waited !== null) return one(waited <= seconds * 1000);
    return round.stoppedAt !== null || round.silentSeconds >= seconds ? one(false) : null;
  });

/** Over, or past its limit. */
const DUE: readonly string[] = ['MET', 'MISSED', 'DROPPED', 'BREACHED', 'ESCALATED'];
const limits = (which: (round: RoundRow) => boolean) =>
  rounds((round) =>
    which(round) && round.dueAt !== null && DUE.includes(round.state) ? one(round.state === 'MET') : null,
  );

/** A conversation of a day, and what each person did in it. */
const served = (count: (all: readonly ShareOf[]) => Amount | null) =>
  countedIn(ServedConversation, {
    day: 'day',
    by: { agent: 'agentId', agents: 'agentIds', channel: 'channel', intent: 'intent', minute: 'minute' },
    complete,
    about: conversation,
    count: (row: Served) => (row.voided ? null : count(Object.values(sharesNow(row)))),
    own: (row: Served): OwnAmount[] =>
      row.voided
        ? []
        : Object.entries(sharesNow(row)).flatMap(([agentId, share]) => {
            const amount = agentId === '' ? null : count([share]);
            return amount ? [{ agentId, ...amount }] : [];
          }),
  });

const some = (shares: readonly ShareOf[], of: (share: ShareOf) => number): boolean => shares.some((one) => of(one) > 0);
const total = (shares: readonly ShareOf[], of: (share: ShareOf) => number): number =>
  shares.reduce((sum, share) => sum + of(share), 0);

const sums = { version: 1, least: LEAST, additive: 'SUM' } as const;
const declare = (
  code: keyof typeof ServiceMetrics.codes,
  declared: Omit<Metric, 'code' | 'version' | 'least' | 'additive'> & Partial<Pick<Metric, 'additive'>>,
): Metric => metric(ServiceMetrics, { ...sums, ...declared, code });

const WHEN = {
  en: 'Conversations belong to the day on which they came to people; spam and what was merged away count nowhere.',
  zh: '会话按转入人工的日期归属；骚扰与已并入的会话不计。',
};
const said = (en: string, zh: string) => ({ en: [en, WHEN.en].join(' '), zh: [zh, WHEN.zh].join('') });

/** K-20; refunds that were paid by their day count in it too. */
export const limitsKept = declare('K_20', {
  unit: 'SHARE',
  sign: 'MORE',
  formula: said(
    'Limits that were kept, of all that ran out or were met. One that ended without an answer was not kept.',
    '已达成的时效 ÷ 已到期或已达成的时效；未回复即结束的视为未达成。',
  ),
  sources: [limits(isReply)],
});

export const serviceMetrics: readonly Metric[] = [
  declare('CONVERSATIONS', {
    unit: 'COUNT',
    sign: 'NONE',
    formula: said('Conversations in which a customer waited for a person.', '顾客等待过人工回复的会话数。'),
    sources: [served((all) => (some(all, ({ rounds: n }) => n) ? { num: 1, den: 1 } : null))],
  }),
  declare('ROUNDS', {
    unit: 'COUNT',
    sign: 'NONE',
    formula: said(
      'Rounds: from the customer’s first word after an answer to the next answer. Outside service hours only when answered.',
      '轮次：从顾客在上次回复后的首条消息起，到下一次人工回复止；服务时间外的轮次仅在被回复时计入。',
    ),
    sources: [rounds((round) => (isReply(round) && isCounted(round) ? { num: 1, den: 1 } : null))],
  }),
  declare('K_01', {
    unit: 'SECONDS',
    sign: 'LESS',
    formula: said(
      'The mean time to the first answer of a person. Who got the conversation later is measured from then; without an answer it counts in the reply rate.',
      '首次人工回复耗时的平均值；后接手的客服从接手时起算；未回复的计入回复率。',
    ),
    sources: [firstResponse],
  }),
  declare('K_01_P50', {
    unit: 'SECONDS',
    sign: 'LESS',
    additive: { rank: 0.5 },
    formula: said(
      'Half of the first answers came within this time (nearest rank, found among the answers themselves).',
      '一半的首次响应在该时间内完成（最近秩法，直接由明细得出）。',
    ),
    sources: [firstResponse],
  }),
  declare('K_01_P90', {
    unit: 'SECONDS',
    sign: 'LESS',
    additive: { rank: 0.9 },
    formula: said(
      'Nine of ten first answers came within this time (nearest rank, found among the answers themselves).',
      '九成的首次响应在该时间内完成（最近秩法，直接由明细得出）。',
    ),
    sources: [firstResponse],
  }),
  declare('K_02', {
    unit: 'SECONDS',
    sign: 'LESS',
    formula: said(
      'The mean time to an answer, each at most 600 seconds. An answer at 0 seconds is a template of the opening and is left out.',
      '各轮次响应时间的平均值，单轮上限 600 秒；0 秒回复为开场模板，不计。',
    ),
    sources: [
      rounds((round, ms) => {
        const waited = isReply(round) ? round[ms] : null;
        return waited === null || waited <= 0 ? null : { num: Math.min(ROUND_CAP_MS, waited), den: 1 };
      }),
    ],
  }),
  declare('K_03', {
    unit: 'SHARE',
    sign: 'MORE',
    beside: true,
    formula: said(
      'Conversations with an answer on the same day of the store or within an hour after it, of those that needed one. One that came outside service hours counts when it was answered.',
      '当日（或次日 1 小时内）有人工回复的会话 ÷ 需要人工的会话；服务时间外的会话仅在被回复时计入。',
    ),
    sources: [served((all) => (some(all, ({ counted }) => counted) ? one(some(all, ({ sameDay }) => sameDay)) : null))],
  }),
  declare('K_04', {
    unit: 'SHARE',
    sign: 'MORE',
    formula: said(
      'Rounds answered within 30 seconds, of all in service hours.',
      '30 秒内回复的轮次 ÷ 服务时间内的全部轮次。',
    ),
    sources: [within(THIRTY)],
  }),
  declare('K_05', {
    unit: 'SHARE',
    sign: 'MORE',
    beside: true,
    formula: said(
      'Rounds answered within 180 seconds, of all in service hours, those without an answer included.',
      '180 秒内（含）回复的轮次 ÷ 服务时间内的全部轮次（含未回复）。',
    ),
    sources: [within(THREE_MINUTES)],
  }),
  declare('K_06', {
    unit: 'RATIO',
    sign: 'MORE',
    formula: said(
      'Messages of people for each message of a customer, without cards, notes and what the desk says by itself.',
      '人工消息数 ÷ 顾客消息数，不含卡片、备注与自动消息。',
    ),
    sources: [
      served((all) => {
        const amount = { num: total(all, ({ answers }) => answers), den: total(all, ({ questions }) => questions) };
        return amount.num === 0 && amount.den === 0 ? null : amount;
      }),
    ],
  }),
  declare('K_14', {
    unit: 'SHARE',
    sign: 'MORE',
    beside: true,
    formula: {
      en: 'Ratings of four or five stars, of all. They belong to the day on which they were given.',
      zh: '4 星及以上的评价 ÷ 全部评价，按评价日归属。',
    },
    sources: [
      countedIn(RatingFact, {
        day: 'day',
        by: { agent: 'agentId', channel: 'channel', intent: 'intent', minute: 'minute' },
        complete,
        about: conversation,
        count: ({ score }) => one(score >= 4),
      }),
    ],
  }),
  limitsKept,
  declare('K_20_SOLVED', {
    unit: 'SHARE',
    sign: 'MORE',
    formula: said(
      'Conversations whose matter was settled within its limit, of those that are settled or past it.',
      '在解决时限内处理完的会话 ÷ 已处理完或已超时的会话。',
    ),
    sources: [limits(({ target }) => target === 'RESOLUTION')],
  }),
  declare('K_23', {
    unit: 'COUNT',
    sign: 'LESS',
    formula: {
      en: 'Transfers outside the list of reasons that were refused or declined.',
      zh: '被拒绝或未获批准的名单外转接次数。',
    },
    sources: [
      countedIn(AttemptFact, {
        day: 'day',
        by: { agent: 'userId', channel: 'channel', intent: 'intent', minute: 'minute' },
        complete,
        about: conversation,
        count: () => ({ num: 1, den: 1 }),
      }),
    ],
  }),
];
