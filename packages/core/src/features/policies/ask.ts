/**
 * @module Asking a store's policy: an order is heard by the version of its time, and by the present one where that may
 * judge it more kindly. What a policy cannot answer is a clear "no", never a crash.
 */
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { DenialCodes } from '../../kernel/denial-codes.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import {
  ConditionFailed,
  decide,
  decideReturn,
  FactsInvalid,
  TableConflict,
  toldOf,
  type Decision,
  type FactProblem,
  type Facts,
  type Policy,
  type ReturnDecision,
  type Saying,
} from '../../policies/index.ts';
import { PolicyDecision } from './entities.ts';
import type { StorePolicy } from './effective.ts';
import { DecisionSubject } from './subjects.ts';
import { decisionFor } from './told.ts';
import { quoted } from '../../kernel/said.ts';
import { inWords } from '../../kernel/sentence.ts';
import { policyTexts as t } from './texts.ts';

/** Whether any pack of the policy has a table on a question. */
export const speaksOn = ({ layers }: Policy, kind: string): boolean => layers.some(({ tables }) => tables.has(kind));

/** Asks one question. What facts or tables make impossible to answer is POLICY_DENIED with the reason. */
export function ask(
  { policy, kinder, setting }: Pick<StorePolicy, 'policy' | 'kinder' | 'setting'>,
  kind: string,
  facts: Facts,
): Decision {
  const first = answerOf(policy, () => decide(policy, kind, facts, setting));
  if (!kinder || first.outcome === 'ALLOW' || first.outcome === null) return first;
  const second = answerOf(kinder, () => decide(kinder, kind, facts, setting));
  return second.outcome === 'ALLOW' ? second : first;
}

/** Asks whether goods may come back, with freight, fee and refund. */
export function askReturn(
  { policy, kinder, setting }: Pick<StorePolicy, 'policy' | 'kinder' | 'setting'>,
  facts: Facts,
): ReturnDecision {
  const first = answerOf(policy, () => decideReturn(policy, facts, setting));
  if (!kinder || first.eligible) return first;
  const second = answerOf(kinder, () => decideReturn(kinder, facts, setting));
  return second.eligible ? second : first;
}

function answerOf<D>(policy: Policy, work: () => D): D {
  try {
    return work();
  } catch (error) {
    if (error instanceof FactsInvalid)
      return refuse('POLICY_DENIED', unanswered(error.problems.map((problem) => factText(policy, problem))));
    if (error instanceof TableConflict)
      return refuse(
        'POLICY_DENIED',
        unanswered([
          {
            zh: `政策表 ${error.table} 的规则 ${error.rowIds.join('、')} 互相矛盾`,
            en: `rules ${error.rowIds.join(' and ')} of ${error.table} contradict each other`,
          },
        ]),
      );
    if (error instanceof ConditionFailed)
      return refuse(
        'POLICY_DENIED',
        unanswered([
          { zh: `规则 ${error.rowId} 的条件无法计算`, en: `the condition of rule ${error.rowId} fails on these facts` },
        ]),
      );
    throw error;
  }
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What is wrong with a fact, by the name of its column. */
export function factText({ layers }: Policy, { code, input, given = '' }: FactProblem): Words {
  const inputs = layers.flatMap(({ tables }) => [...tables.values()].flat()).flatMap(({ table }) => table.inputs);
  const label = inputs.find(({ name }) => name === input)?.label ?? { zh: input, en: input };
  if (code === 'MISSING') return { zh: `缺少“${label.zh}”`, en: `“${label.en}” is not known` };
  return {
    zh: `政策没有规定“${label.zh}”为 ${given} 的情形`,
    en: `the policy does not provide for “${label.en}” being ${given}`,
  };
}

/** What a customer is told where the tables give no answer: they can mend neither facts nor rules. */
const TO_A_PERSON: Words = {
  zh: '抱歉，这需要由客服为您查看。',
  en: 'Sorry, a person has to look at this for you.',
};

function unanswered(texts: readonly Words[]): NonNullable<Parameters<typeof deny>[1]> {
  const text = t.undecided({
    why: { zh: texts.map(({ zh }) => zh).join('；'), en: texts.map(({ en }) => en).join('; ') },
  });
  return {
    text,
    details: {
      code: 'UNDECIDED',
      ruleIds: [],
      reasons: texts.map((one) => ({ ruleIds: [], text: one })),
      clause: inWords(text),
      told: TO_A_PERSON,
      whatWouldChangeIt: [],
    },
  };
}

/**
 * A policy's "no": rules, reasons and clause in both languages, the sentence for the customer, and what would change
 * it, as far as they are for whoever asks. A rule may name the desk's own code.
 */
export function policyDenial(decision: Decision, ctx: ReadContext, saying: Saying): Denial {
  const { kind, outcome, outputs, ruleIds, clause } = decision;
  const { reasons, changes } = decisionFor(ctx.actor, decision, saying);
  const code = outputs['code'];
  const details = {
    decision: kind,
    outcome,
    code: code ?? null,
    ruleIds,
    reasons,
    clause,
    told: toldOf(decision, { saying }).sentence,
    whatWouldChangeIt: changes,
  };
  const known = typeof code === 'string' && ctx.members(DenialCodes).get(code);
  return deny(known ? { code, ...known } : 'POLICY_DENIED', { text: quoted(clause), details });
}

export interface Answered {
  readonly storeId: string;
  readonly subject: DecisionSubject;
  readonly subjectId: string;
  readonly orderId: string;
  readonly amount: number;
  readonly currency: string;
}

/** Keeps what was asked and answered, so that a draft can be tried on it. */
export function keepDecisions(
  ctx: ActionContext,
  about: Answered,
  facts: Facts,
  decisions: readonly Decision[],
  { judges }: StorePolicy,
): void {
  if (!ctx.members(DecisionSubject).has(about.subject))
    throw new Error(`No feature adds ${about.subject} to ${DecisionSubject.name}.`);
  const known = JSON.parse(JSON.stringify(facts)) as Record<string, string | number | boolean | null>;
  for (const { kind, outcome, ruleIds } of decisions)
    ctx.insert(PolicyDecision, {
      ...about,
      kind,
      facts: known,
      outcome,
      ruleIds: [...ruleIds],
      judgedBy: judges.map(({ version }) => version),
      decidedAt: ctx.now,
    });
}
