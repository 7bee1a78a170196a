/**
 * @module The figures of service (domain 4.1), computed from rounds and conversations that are in hand. Pure.
 */
import type { RowOf } from '../../kernel/entity.ts';
import { zonedDay, zonedDayEnd } from '../../policies/zoned-day.ts';
import { isOpen, nextOpening, type ServiceCalendar } from '../calendar/index.ts';
import type { Conversation, Rating } from '../conversations/index.ts';
import type { SlaClock } from '../service-levels/index.ts';
import type { FigureFact, FigureFacts } from './points.ts';

type Clock = RowOf<typeof SlaClock>;
export type Round = Pick<
  Clock,
  | 'id'
  | 'storeId'
  | 'conversationId'
  | 'target'
  | 'state'
  | 'agentId'
  | 'startedAt'
  | 'assignedAt'
  | 'takenOver'
  | 'stoppedAt'
  | 'dueAt'
  | 'queuedAt'
  | 'customerMessages'
  | 'agentMessages'
>;
export type Talk = Pick<
  RowOf<typeof Conversation>,
  'id' | 'result' | 'intent' | 'mergedInto' | 'queuedAt' | 'customerMessages' | 'agentMessages'
>;

export interface FigureInput {
  /** Rounds of all agents in the conversations of the period, in the order of their start. */
  readonly rounds: readonly Round[];
  /** Clocks of the whole request, beside those of the answers. */
  readonly resolutions?: readonly Round[];
  readonly talks: ReadonlyMap<string, Talk>;
  readonly ratings: readonly Pick<RowOf<typeof Rating>, 'score'>[];
  readonly calendars: ReadonlyMap<string, ServiceCalendar>;
  readonly refusedTransfers: number;
  /** Limits of other features that ran out in the period (K-20). */
  readonly limits?: readonly FigureFact[];
  readonly now: string;
  /** Only what this person did; he is measured from when he got the conversation (4.0). */
  readonly agentId?: string | undefined;
}

/** The desk's own: seconds, shares between 0 and 1; null where there is nothing to divide by. */
export interface Figures {
  readonly conversations: number;
  readonly rounds: number;
  /** K-01: mean, median and ninth decile of the first answers. */
  readonly firstResponseSeconds: number | null;
  readonly firstResponseP50: number | null;
  readonly firstResponseP90: number | null;
  /** K-02. */
  readonly averageResponseSeconds: number | null;
  /** K-03, and of which numbers it is the quotient: conversations with a reply of the same day, and all that count. */
  readonly replyRate: number | null;
  readonly replied: number;
  readonly repliable: number;
  /** K-04. */
  readonly thirtySecondRate: number | null;
  /** K-05. */
  readonly threeMinuteRate: number | null;
  /** K-06. */
  readonly answerRatio: number | null;
  /** K-14: four stars or more. */
  readonly satisfaction: number | null;
  readonly ratings: number;
  /** K-20. */
  readonly attainment: number | null;
  /** K-20 of the resolution alone: what was solved in time, of what was due. */
  readonly resolvedInTime: number | null;
  /** K-23. */
  readonly refusedTransfers: number;
}

const MIDNIGHT_GRACE_MS = 3600_000;
const ROUND_CAP = 600;
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const mean = (values: readonly number[]): number | null =>
  ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
const isAnswered = ({ state }: Round): boolean => state === 'MET' || state === 'MISSED';

/** Nearest rank; `sorted` rises. */
function percentile(sorted: readonly number[], share: number): number | null {
  return sorted.length === 0 ? null : (sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null);
}

interface Measured {
  readonly round: Round;
  readonly seconds: number | null;
  /** For K-01, where an agent is measured from when he got it, also from the queue. */
  readonly firstSeconds: number | null;
  /** Opened while the store served, or answered. */
  readonly counts: boolean;
}

/** Until the answer; a round that opened outside service and was answered inside begins with the opening (4.0). */
function secondsFrom(from: string, stoppedAt: string, calendar: ServiceCalendar | undefined): number {
  const opening = calendar && !isOpen(calendar, from) ? nextOpening(calendar, from) : undefined;
  const start = opening !== undefined && opening <= stoppedAt ? opening : from;
  return Math.max(0, Date.parse(stoppedAt) - Date.parse(start)) / 1000;
}

/** A taken-over conversation is measured from when the agent got it; the first answer always, for the agent himself. */
function measured(round: Round, { calendars, agentId }: FigureInput): Measured {
  const calendar = calendars.get(round.storeId);
  const { startedAt, assignedAt, stoppedAt } = round;
  if (!isAnswered(round) || stoppedAt === null)
    return { round, seconds: null, firstSeconds: null, counts: !calendar || isOpen(calendar, startedAt) };
  const own = agentId !== undefined && assignedAt !== null && assignedAt > startedAt ? assignedAt : startedAt;
  const seconds = (from: string) => secondsFrom(from, stoppedAt, calendar);
  return { round, seconds: seconds(round.takenOver ? own : startedAt), firstSeconds: seconds(own), counts: true };
}

/** Answered on the store's day on which the customer asked, or within an hour after it. */
function onTheDay({ storeId, startedAt, stoppedAt }: Round, calendars: FigureInput['calendars']): boolean {
  if (stoppedAt === null) return false;
  const zone = calendars.get(storeId)?.timeZone ?? 'UTC';
  const end = zonedDayEnd(zonedDay(Date.parse(startedAt), zone), zone);
  return Date.parse(stoppedAt) <= end + MIDNIGHT_GRACE_MS;
}

/** K-03, by conversation: one that opened outside service counts only when it was answered. */
function replies(
  all: readonly Measured[],
  { calendars }: FigureInput,
): Pick<Figures, 'replyRate' | 'replied' | 'repliable'> {
  const byTalk = [...Map.groupBy(all, ({ round }) => round.conversationId).values()].filter((rounds) =>
    rounds.some(({ counts }) => counts),
  );
  const replied = byTalk.filter((rounds) =>
    rounds.some(({ round }) => isAnswered(round) && onTheDay(round, calendars)),
  ).length;
  return { replyRate: ratio(replied, byTalk.length), replied, repliable: byTalk.length };
}

/** Messages between the opening of a round and that of the next belong to who answered it (K-06). */
function answerRatio(input: FigureInput): number | null {
  let [answers, questions] = [0, 0];
  for (const rounds of Map.groupBy(input.rounds, ({ conversationId }) => conversationId).values())
    rounds.forEach((round, index) => {
      if (input.agentId !== undefined && round.agentId !== input.agentId) return;
      const until = rounds[index + 1] ?? endOf(round, input.talks.get(round.conversationId));
      answers += until.agentMessages - round.agentMessages;
      questions += until.customerMessages - round.customerMessages;
    });
  return ratio(answers, questions);
}

type Counters = Pick<Round, 'customerMessages' | 'agentMessages'>;

/** The conversation's own counters, unless it was reopened later: then what the round itself shows. */
function endOf(round: Round, talk: Talk | undefined): Counters {
  if (talk && talk.queuedAt !== null && talk.queuedAt <= round.queuedAt) return talk;
  return {
    customerMessages: round.customerMessages + 1,
    agentMessages: round.agentMessages + (isAnswered(round) ? 1 : 0),
  };
}

function attainment(rounds: readonly Round[], now: string, limits: readonly FigureFact[]): number | null {
  const due = rounds.filter(
    ({ dueAt, state }) =>
      dueAt !== null && (state === 'MET' || state === 'MISSED' || state === 'DROPPED' || dueAt < now),
  );
  const kept = due.filter(({ state }) => state === 'MET').length + sum(limits, 'part');
  return ratio(kept, due.length + sum(limits, 'whole'));
}

const sum = (facts: readonly FigureFact[], field: 'part' | 'whole'): number =>
  facts.reduce((total, fact) => total + fact[field], 0);

/** A figure of another feature, from its facts. */
export const figureOf = ({ unit, facts }: Pick<FigureFacts, 'unit' | 'facts'>): number | null =>
  unit === 'COUNT' ? sum(facts, 'part') : ratio(sum(facts, 'part'), sum(facts, 'whole'));

/** Not spam, and not merged away. */
const isValid = (talk: Talk | undefined): boolean => talk?.result !== 'SPAM' && !talk?.mergedInto;

/** Computes the figures exactly as the catalogue defines them. */
export function figuresOf(input: FigureInput): Figures {
  const valid = input.rounds.filter(({ conversationId }) => isValid(input.talks.get(conversationId)));
  const all = valid
    .filter(({ agentId }) => input.agentId === undefined || agentId === input.agentId)
    .map((round) => measured(round, input));
  const answered = all.flatMap(({ seconds }) => seconds ?? []);
  const first = all
    .flatMap(({ round, firstSeconds }) => (round.target === 'FIRST_REPLY' ? (firstSeconds ?? []) : []))
    .toSorted((a, b) => a - b);
  const counted = all.filter(({ counts }) => counts);
  const within = (limit: number) => {
    const decided = counted.filter(
      ({ round, seconds }) =>
        seconds !== null ||
        round.stoppedAt !== null ||
        Date.parse(input.now) - Date.parse(round.startedAt) > limit * 1000,
    );
    return ratio(decided.filter(({ seconds }) => seconds !== null && seconds <= limit).length, decided.length);
  };
  return {
    conversations: new Set(all.map(({ round }) => round.conversationId)).size,
    rounds: counted.length,
    firstResponseSeconds: mean(first),
    firstResponseP50: percentile(first, 0.5),
    firstResponseP90: percentile(first, 0.9),
    // A reply at 0 s is a template that was sent by the opening itself.
    averageResponseSeconds: mean(answered.flatMap((seconds) => (seconds > 0 ? [Math.min(ROUND_CAP, seconds)] : []))),
    ...replies(all, input),
    thirtySecondRate: within(30),
    threeMinuteRate: within(180),
    answerRatio: answerRatio({ ...input, rounds: valid }),
    satisfaction: ratio(input.ratings.filter(({ score }) => score >= 4).length, input.ratings.length),
    ratings: input.ratings.length,
    attainment: attainment(
      all.map(({ round }) => round),
      input.now,
      input.limits ?? [],
    ),
    resolvedInTime: attainment(
      (input.resolutions ?? []).filter(
        ({ agentId, conversationId }) =>
          (input.agentId === undefined || agentId === input.agentId) && isValid(input.talks.get(conversationId)),
      ),
      input.now,
      [],
    ),
    refusedTransfers: input.refusedTransfers,
  };
}

/** The store's day of an instant, as it begins. */
export const startOfDay = (instant: string, timeZone: string): string =>
  new Date(zonedDayEnd(zonedDay(Date.parse(instant), timeZone) - 1, timeZone)).toISOString();

const hourFormats = new Map<string, Intl.DateTimeFormat>();
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The hour of the week of an instant in a zone: `1-09` is Monday from nine to ten. */
export function hourOfWeek(instant: string, timeZone: string): string {
  let format = hourFormats.get(timeZone);
  if (!format)
    hourFormats.set(
      timeZone,
      (format = new Intl.DateTimeFormat('en', { timeZone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' })),
    );
  const part = Object.fromEntries(format.formatToParts(Date.parse(instant)).map(({ type, value }) => [type, value]));
  return `${WEEKDAYS.indexOf(part['weekday'] ?? '') + 1}-${part['hour']}`;
}
