/** @module What a conversation of a day counts, as its rounds and messages come. Pure. */
import { isAnswered, isCounted, type RoundRow, type Served, type ShareOf } from './facts.ts';

type Shares = Readonly<Record<string, ShareOf>>;
type Counting = Pick<
  Served,
  'shares' | 'agentId' | 'agentIds' | 'lastRoundId' | 'questionsBefore' | 'answersBefore' | 'questions' | 'answers'
>;

const NOTHING: ShareOf = { rounds: 0, counted: 0, sameDay: 0, questions: 0, answers: 0 };
const nameOf = (agentId: string | null): string => agentId ?? '';

function plus(shares: Shares, agentId: string | null, by: Partial<ShareOf>, sign: 1 | -1 = 1): Record<string, ShareOf> {
  const own = shares[nameOf(agentId)] ?? NOTHING;
  const next = Object.fromEntries(
    Object.entries(own).map(([field, value]) => [field, value + sign * (by[field as keyof ShareOf] ?? 0)]),
  ) as ShareOf;
  const { [nameOf(agentId)]: _own, ...others } = shares;
  return Object.values(next).every((value) => value === 0) ? others : { ...others, [nameOf(agentId)]: next };
}

const ofRound = (round: RoundRow): Partial<ShareOf> => ({
  rounds: 1,
  counted: isCounted(round) ? 1 : 0,
  sameDay: isAnswered(round) && round.sameDay ? 1 : 0,
});

export const NO_ROUNDS: Counting = {
  shares: {},
  agentId: null,
  agentIds: [],
  lastRoundId: '',
  questionsBefore: 0,
  answersBefore: 0,
  questions: 0,
  answers: 0,
};

/** A round has opened, or what it counts has changed. */
export function withRound(served: Counting, before: RoundRow | undefined, round: RoundRow): Counting {
  const without = before ? plus(served.shares, before.agentId, ofRound(before), -1) : settled(served, round);
  const shares = plus(without, round.agentId, ofRound(round));
  const isLast = !before || served.lastRoundId === round.id;
  const last = before
    ? { questionsBefore: served.questionsBefore, answersBefore: served.answersBefore, lastRoundId: served.lastRoundId }
    : { questionsBefore: round.customerMessages, answersBefore: round.agentMessages, lastRoundId: round.id };
  return {
    ...last,
    shares,
    agentId: isLast ? round.agentId : served.agentId,
    agentIds: Object.keys(shares).filter((id) => id !== ''),
    questions: Math.max(served.questions, last.questionsBefore),
    answers: Math.max(served.answers, last.answersBefore),
  };
}

/** The messages up to a round that opens belong to who had the one before (K-06). */
function settled(served: Counting, next: RoundRow): Record<string, ShareOf> {
  if (served.lastRoundId === '') return { ...served.shares };
  return plus(served.shares, served.agentId, {
    questions: next.customerMessages - served.questionsBefore,
    answers: next.agentMessages - served.answersBefore,
  });
}

/** What each person has done, the messages since the last round opened included. */
export function sharesNow(served: Counting): Shares {
  return plus(served.shares, served.agentId, {
    questions: served.questions - served.questionsBefore,
    answers: served.answers - served.answersBefore,
  });
}
