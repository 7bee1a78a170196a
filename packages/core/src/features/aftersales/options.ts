/**
 * @module What a customer may ask for: the goods that are left, the reasons with what they need, and for chosen goods
 * and a reason each solution with the policy's word on it. What is chosen later (the new item, the state of the goods)
 * is taken as fine; the preview judges it.
 */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import type { Actor } from '../../kernel/actor.ts';
import { DeniedError } from '../../kernel/denial.ts';
import { named } from '../../kernel/entity.ts';
import type { Facts } from '../../policies/index.ts';
import { LocalText } from '../access/index.ts';
import { buyerOf, orderOf, shopOf } from '../orders/index.ts';
import { storePolicy, type StorePolicy } from '../policies/index.ts';
import { casesOf, checkQuantities, counting, quantitiesLeft } from './claims.ts';
import {
  CASE_REASONS,
  CASE_TYPES,
  CUSTOMER_REASONS,
  MOST_SAID,
  NEEDS_PHOTO,
  SELLER_FAULT,
  type CaseReason,
  type CaseType,
} from './codes.ts';
import { caseOutcome, caseReason, caseType } from './entities.ts';
import { judge, wordsFor, type CaseQuestion } from './judgement.ts';
import { questionOf, wantedCase, type CaseRow } from './plan.ts';
import { codeWord } from '../../kernel/codes.ts';
import { inWords } from '../../kernel/sentence.ts';

const Option = named(
  'CaseOption',
  z.object({
    type: caseType,
    label: LocalText,
    outcome: caseOutcome,
    ruleIds: z.array(z.string()),
    /** For customers one plain sentence, for staff every rule and fact that decided. */
    explanation: LocalText,
    /** The clause behind it; null where no rule speaks. */
    clause: LocalText.nullable(),
    whatWouldChangeIt: z.array(LocalText),
  }),
);
type Option = z.output<typeof Option>;

const Line = named('CaseLineLeft', z.object({ lineId: z.string(), left: z.int() }));
const Reason = named(
  'CaseReasonOption',
  z.object({
    code: caseReason,
    /** Customers read it in their own words, members of staff as the codes are called. */
    label: LocalText,
    photoRequired: z.boolean(),
    /** One of the few that most customers give. */
    common: z.boolean(),
  }),
);

const CUSTOMERS_ORDER = Object.keys(CUSTOMER_REASONS) as readonly CaseReason[];

/** What may be given as the reason, in the words and the order of who asks. */
function reasonsFor({ kind }: Actor): z.output<typeof Reason>[] {
  const codes = kind === 'shopper' ? CUSTOMERS_ORDER : CASE_REASONS;
  return codes.map((code) => ({
    code,
    label: kind === 'shopper' ? CUSTOMER_REASONS[code] : codeWord(caseReason, code),
    photoRequired: NEEDS_PHOTO.includes(code),
    common: CUSTOMERS_ORDER.indexOf(code) < MOST_SAID,
  }));
}

/** What is chosen later is taken as fine, so that only goods and reason can stand in the way. */
const CHOSEN: Facts = {
  sameProduct: true,
  newItemAvailable: true,
  newItemsAvailable: true,
  optionsDiffer: true,
  samePrice: true,
  priceDifferenceSettled: true,
};

/** Customers do not ask for a compensation; staff offer it. Goods are sent again only where the seller is at fault. */
const offered = (type: CaseType, reason: CaseQuestion['reason']): boolean =>
  type !== 'COMPENSATION' && (type !== 'RESHIP' || SELLER_FAULT.includes(reason));

interface Asked {
  readonly actor: Actor;
  readonly question: CaseQuestion;
  readonly policy: StorePolicy;
  readonly earlier: readonly CaseRow[];
}

function optionOf(type: CaseType, { actor, question, policy, earlier }: Asked): Option {
  const label = codeWord(caseType, type);
  try {
    const judgement = judge({ ...question, type }, policy, earlier);
    const { outcome, ruleIds } = judgement;
    const { explanation, clause, changes } = wordsFor(actor, judgement);
    return {
      type,
      label,
      outcome,
      ruleIds: [...ruleIds],
      explanation: { ...explanation },
      clause,
      whatWouldChangeIt: [...changes],
    };
  } catch (error) {
    if (!(error instanceof DeniedError)) throw error;
    const { text, details } = error.denial;
    const said = details?.[actor.kind === 'shopper' ? 'told' : 'clause'] as z.output<typeof LocalText> | undefined;
    const explanation = said ? { ...said } : inWords(text);
    return { type, label, outcome: 'DENY', ruleIds: [], explanation, clause: null, whatWouldChangeIt: [] };
  }
}

/** A customer is shown what can be had; where nothing can, only why the goods are not taken back. */
function open(types: readonly Option[]): Option[] {
  const had = types.filter(({ outcome }) => outcome !== 'DENY');
  return had.some(({ type }) => type !== 'USAGE_HELP') ? had : types.filter(({ type }) => type === 'RETURN_REFUND');
}

/** What can be asked for with an order after it was sent, and why not. */
export const caseOptions = defineView({
  title: { en: 'What can be asked for', zh: '可申请的售后' },
  allow: { shopper: true, staff: 'case.submit' },
  input: wantedCase
    .pick({ storeId: true, orderId: true })
    .extend({ items: wantedCase.shape.items.optional(), reason: caseReason.optional() }),
  output: value(
    'CaseOptions',
    z.object({ orderNumber: z.string(), lines: z.array(Line), reasons: z.array(Reason), types: z.array(Option) }),
  ),
  run: async (ctx, { storeId, orderId, items, reason }) => {
    const access = await shopOf(ctx, storeId);
    const order = await orderOf(ctx, access, orderId);
    const earlier = await casesOf(ctx, access.store.id, order.id);
    const left = quantitiesLeft(order, counting(earlier));
    const shared = {
      orderNumber: order.number,
      lines: [...left].map(([lineId, quantity]) => ({ lineId, left: quantity })),
      reasons: reasonsFor(ctx.actor),
    };
    if (!items || !reason) return { ...shared, types: [] };
    checkQuantities(order, items, []);
    const [{ customer }, policy] = await Promise.all([
      buyerOf(ctx, access, order),
      storePolicy(ctx, access.store, { at: order.placedAt, currency: order.amounts.total.currency }),
    ]);
    const asked = wantedCase.parse({ orderId, type: 'RETURN_REFUND', reason, items });
    const question = await questionOf(ctx, asked, { access, order, customer, earlier });
    const chosen: CaseQuestion = { ...question, stated: { ...question.stated, ...CHOSEN } };
    const about = { actor: ctx.actor, question: chosen, policy, earlier: counting(earlier) };
    const types = CASE_TYPES.filter((type) => offered(type, reason)).map((type) => optionOf(type, about));
    return { ...shared, types: ctx.actor.kind === 'shopper' ? open(types) : types };
  },
});
