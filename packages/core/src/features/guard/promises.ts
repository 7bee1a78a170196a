/**
 * @module Promises against the store's policy (R-POL-01): what is said to a customer may be as kind as the policy, not
 * kinder. Nothing is asked of the policy unless a text promises something.
 */
import type { ReadContext } from '../../kernel/context.ts';
import { DeniedError } from '../../kernel/denial.ts';
import { clip } from '../../kernel/clip.ts';
import type { Decision, DueSpan, Facts } from '../../policies/index.ts';
import { Store } from '../access/index.ts';
import { ask, speaksOn, storePolicy, type StorePolicy } from '../policies/index.ts';
import type { GuardLevel, MessageHit } from '../conversations/index.ts';
import { readClaims, type Claim, type ClaimKind } from './promise-claims.ts';

type Text = { readonly zh: string; readonly en: string };

/** What the policy allows instead of a claim. */
interface Objection {
  readonly rule: string;
  readonly clause: Text;
  readonly replacement: Text;
}

export interface PromiseTo {
  readonly storeId: string;
  readonly author: 'agent' | 'bot' | 'script';
}

/** The class of hits that default terms on bare assurances have too. */
export const FALSE_PROMISE = 'FALSE_PROMISE';

const DAY_MS = 86_400_000;
/** A window beyond this is as good as none. */
const LONGEST_DAYS = 3650;
/** Between the order and its arrival, for the facts of an ordinary order. */
const UNDERWAY_MS = 3 * DAY_MS;
/** What a figure cannot mend is confirmed by a person; what costs the shop money is stopped. */
const LEVELS: Readonly<Record<ClaimKind, GuardLevel>> = {
  RETURN_WINDOW: 'BLOCK',
  FREE_RETURN: 'BLOCK',
  MULTIPLE: 'BLOCK',
  DELIVERY_DATE: 'WARN',
  DISPATCH_TIME: 'WARN',
  REFUND_TIME: 'WARN',
};
const AS_PROVIDED: Text = { zh: '按法律和本店规则处理', en: 'handled as the law and our policy provide' };
const NO_DATE: Text = {
  zh: '我们会尽快发出，送达时间以物流信息为准',
  en: 'we send it as soon as we can, and the tracking shows when it should arrive',
};
const NOT_PROMISED: Text = { zh: '政策没有承诺送达日期。', en: 'The policy promises no date of arrival.' };

/** Finds the promises of a text that are kinder than the store's policy allows. */
export async function promiseHits(
  ctx: ReadContext,
  text: string,
  { storeId, author }: PromiseTo,
): Promise<MessageHit[]> {
  const claims = readClaims(text);
  if (claims.length === 0) return [];
  const store = await ctx.trusted('settings for everybody').maybe(Store, storeId);
  if (!store) return [];
  const policy = await storePolicy(ctx.trusted('judged by the policy'), store, { at: ctx.now });
  const usual = { region: store.region, now: Date.parse(ctx.now) };
  return claims.flatMap((claim) => {
    const objection = answered(() => OBJECTIONS[claim.kind](claim, policy, usual));
    return objection ? [hitOf(claim, objection, levelFor(ctx, claim, author))] : [];
  });
}

/** A bot has nobody to confirm for it, and who may grant an exception (3.13) may also promise it. */
function levelFor({ actor }: ReadContext, { kind }: Claim, author: PromiseTo['author']): GuardLevel {
  if (author === 'bot') return 'BLOCK';
  return actor.kind === 'staff' && actor.permissions.has('policy.override') ? 'WARN' : LEVELS[kind];
}

const hitOf = (
  { span, start, end }: Claim,
  { rule, clause, replacement }: Objection,
  level: GuardLevel,
): MessageHit => ({
  span,
  start,
  end,
  rule: clip(rule, 60),
  class: FALSE_PROMISE,
  level,
  replacement: { ...replacement },
  clause: { ...clause },
  confirmed: false,
});

/** A question that the policy cannot answer is no reason to stop anybody. */
function answered(find: () => Objection | undefined): Objection | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof DeniedError) return undefined;
    throw error;
  }
}

interface Usual {
  readonly region: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** An ordinary order that arrived so many days ago and is whole. */
function factsOf({ region, now }: Usual, reason: string, daysAgo: number): Facts {
  const arrived = now - daysAgo * DAY_MS;
  const ordered = arrived - UNDERWAY_MS;
  return {
    at: now,
    region,
    reason,
    remedy: reason === 'SIZE_COLOR' ? 'EXCHANGE' : 'RETURN',
    orderedAt: ordered,
    paidAt: ordered,
    shippedAt: ordered,
    estimatedDeliveryAt: arrived,
    deliveredAt: arrived,
    signedAt: arrived,
    receiptConfirmedAt: arrived,
    orderStatus: 'DELIVERED',
    shopStatus: 'DELIVERED',
    asker: 'AGENT',
    itemsInOrder: true,
    countsMatch: true,
    refundMethod: 'ORIGINAL',
    goesTo: 'OTHER',
    campaignActive: false,
    dispatchException: false,
    paidBeforeCutOff: false,
  };
}

const returnReason = ({ reason }: Claim): string =>
  reason === 'QUALITY' || reason === 'SIZE_COLOR' ? reason : reason === 'NO_REASON' ? 'NO_REASON' : 'QUALITY';

function returnWindow(claim: Claim, policy: StorePolicy, usual: Usual): Objection | undefined {
  const days = Math.min(Math.ceil(claim.value ?? 0), LONGEST_DAYS);
  const after = (day: number): Decision => ask(policy, 'RETURN', factsOf(usual, returnReason(claim), day));
  const wanted = wantedBy(claim);
  if (granted(after(days), wanted)) return undefined;
  let last = -1;
  let refused = days;
  while (refused - last > 1) {
    const middle = Math.floor((last + refused) / 2);
    if (granted(after(middle), wanted)) last = middle;
    else refused = middle;
  }
  const decision = after(Math.max(last, 0));
  const shorter = last > 0 ? inPlace(claim, last) : undefined;
  return { ...said(decision, 'RETURN'), replacement: shorter ? { zh: shorter, en: shorter } : AS_PROVIDED };
}

/** A policy that only exchanges or repairs after some time does not take goods back. */
const granted = ({ outcome, outputs: { remedies } }: Decision, wanted: string): boolean =>
  outcome === 'ALLOW' && (!Array.isArray(remedies) || remedies.some((remedy) => remedy === wanted));

const wantedBy = ({ span }: Claim): string =>
  /换|換|exchange/i.test(span) && !/退|return|back/i.test(span) ? 'EXCHANGE' : 'RETURN';

const FIGURE = {
  zh: /(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百半]+)\s*[个個]?(?:天|日|周|週|星期|月|年)/u,
  en: /\b(?:\d+(?:\.\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|fourteen|fifteen|thirty|sixty|ninety)([\s-]*)(?:day|week|month|year)(s?)/i,
} as const;

/** The claim's own words with the days that the policy gives, in the language they are in. */
function inPlace({ span, language }: Claim, days: number): string | undefined {
  if (language === 'zh') return FIGURE.zh.test(span) ? span.replace(FIGURE.zh, `${days}天`) : undefined;
  const joined = FIGURE.en.exec(span)?.[1] === '-';
  return FIGURE.en.test(span)
    ? span.replace(FIGURE.en, joined ? `${days}-day` : `${days} ${days === 1 ? 'day' : 'days'}`)
    : undefined;
}

function said({ ruleIds, clause }: Decision, otherwise: string): Pick<Objection, 'rule' | 'clause'> {
  return { rule: ruleIds[0] ?? otherwise, clause };
}

function freeReturn(claim: Claim, policy: StorePolicy, usual: Usual): Objection | undefined {
  if (!speaksOn(policy.policy, 'FREIGHT')) return undefined;
  const decision = ask(policy, 'FREIGHT', factsOf(usual, returnReason(claim), 1));
  if (decision.outputs['payer'] !== 'BUYER') return undefined;
  const words = said(decision, 'FREIGHT');
  return { ...words, replacement: words.clause };
}

function multiple(claim: Claim, policy: StorePolicy, usual: Usual): Objection | undefined {
  const wrongdoing = claim.reason === 'FRAUD' || claim.reason === 'FOOD_SAFETY' ? claim.reason : undefined;
  const decision =
    wrongdoing && speaksOn(policy.policy, 'DAMAGES')
      ? ask(policy, 'DAMAGES', { ...factsOf(usual, 'QUALITY', 1), wrongdoing })
      : undefined;
  const most = Number(decision?.outputs['multiple'] ?? 1);
  if ((claim.value ?? 0) <= most) return undefined;
  const none = {
    rule: 'DAMAGES',
    clause: { zh: '政策没有规定这样的赔偿。', en: 'The policy provides for no such compensation.' },
  };
  return { ...(decision ? said(decision, 'DAMAGES') : none), replacement: AS_PROVIDED };
}

function deliveryDate(_claim: Claim, policy: StorePolicy, usual: Usual): Objection {
  const decision = speaksOn(policy.policy, 'DISPATCH')
    ? ask(policy, 'DISPATCH', factsOf(usual, 'NO_REASON', 0))
    : undefined;
  const clause = decision
    ? { zh: `${NOT_PROMISED.zh}${decision.clause.zh}`, en: `${NOT_PROMISED.en} ${decision.clause.en}` }
    : NOT_PROMISED;
  return { rule: decision?.ruleIds[0] ?? 'DISPATCH', clause, replacement: NO_DATE };
}

/** A shorter time than the shortest of the policy's own is promised. */
const sooner =
  (kind: 'DISPATCH' | 'REFUND_TIMING') =>
  (claim: Claim, policy: StorePolicy, usual: Usual): Objection | undefined => {
    if (!speaksOn(policy.policy, kind)) return undefined;
    const decision = ask(policy, kind, factsOf(usual, 'NO_REASON', 0));
    const hours = decision.dues.map(({ span }) => hoursOf(span));
    if (hours.length === 0 || (claim.value ?? 0) >= Math.min(...hours)) return undefined;
    const words = said(decision, kind);
    return { ...words, replacement: words.clause };
  };

const hoursOf = ({ minutes, hours, days, businessDays, months }: DueSpan): number =>
  hours ?? (minutes === undefined ? ((days ?? businessDays ?? 0) + (months ?? 0) * 30) * 24 : minutes / 60);

const OBJECTIONS: Readonly<
  Record<ClaimKind, (claim: Claim, policy: StorePolicy, usual: Usual) => Objection | undefined>
> = {
  RETURN_WINDOW: returnWindow,
  FREE_RETURN: freeReturn,
  MULTIPLE: multiple,
  DELIVERY_DATE: deliveryDate,
  DISPATCH_TIME: sooner('DISPATCH'),
  REFUND_TIME: sooner('REFUND_TIMING'),
};
