/**
 * @module The one check on everything that leaves to a customer, whoever wrote it (R-QA-04, SC-20, R-PRE-01).
 * Customers' own words never come here.
 */
import type { ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { TERM_FACTS } from '../../language/default-terms.ts';
import { PERSONAL_DATA_KINDS } from '../../language/personal-data.ts';
import type { TermContext } from '../../language/terms.ts';
import type { MessageHit, OutboundText, OutboundTo, Verdict } from '../conversations/index.ts';
import { hitOf, strictest } from './hit.ts';
import { otherOrderHits } from './other-orders.ts';
import { sayableContacts } from './own-data.ts';
import { FALSE_PROMISE, promiseHits } from './promises.ts';
import { termMatcher } from './term-list.ts';
import { FORBIDDEN_TERM } from './reasons.ts';
import { guardTexts as t } from './texts.ts';

const VARIABLE = /\{\{?\s*([\p{L}_][\p{L}\p{N}_]{0,39})\s*\}\}?/gu;

/** Names in braces that are still to be filled in, each once. */
export const unresolvedVariables = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(VARIABLE), ([, name]) => name ?? '')),
];

const isContact = (matched: string) => (PERSONAL_DATA_KINDS as readonly string[]).includes(matched);

/**
 * Finds what must not be said to this customer; contact data and the policy are looked up only when the text holds or
 * promises some.
 */
export async function findHits(
  ctx: ReadContext,
  text: string,
  to: OutboundTo,
  author: OutboundText['author'],
): Promise<MessageHit[]> {
  const [terms, promises, orders] = await Promise.all([
    findTerms(ctx, text, to, author),
    promiseHits(ctx, text, { storeId: to.storeId, author }),
    otherOrderHits(ctx, text, to),
  ]);
  // What the policy says of a promise is more use than that it is one.
  const spared = terms.filter(
    (term) =>
      term.class !== FALSE_PROMISE || !promises.some((promise) => promise.start < term.end && term.start < promise.end),
  );
  return [...spared, ...promises, ...orders].sort((a, b) => a.start - b.start);
}

async function findTerms(
  ctx: ReadContext,
  text: string,
  to: OutboundTo,
  author: OutboundText['author'],
): Promise<MessageHit[]> {
  const match = await termMatcher(ctx);
  const about: TermContext = { store: to.storeId, channel: to.channel, author, facts: [TERM_FACTS.unverified] };
  const first = match(text, about);
  if (!first.hits.some(({ matched }) => isContact(matched))) return first.hits.map(hitOf);
  return match(text, { ...about, allow: await sayableContacts(ctx, to) }).hits.map(hitOf);
}

/** Judges a text before it leaves. */
export async function guardOutbound(
  ctx: ReadContext,
  to: OutboundTo,
  { text, author, confirmed }: OutboundText,
): Promise<Verdict> {
  const unresolved = unresolvedVariables(text);
  if (unresolved.length > 0) return { hits: [], denial: unresolvedDenial(unresolved) };
  const hits = await findHits(ctx, text, to, author);
  const level = strictest(hits);
  if (level === 'BLOCK' || (level === 'WARN' && !confirmed)) return { hits, denial: hitDenial(hits, level === 'WARN') };
  return { hits: hits.map((hit) => ({ ...hit, confirmed: hit.level === 'WARN' })) };
}

/** The refusal of a text for its hits. */
export const hitDenial = (hits: readonly MessageHit[], confirmable: boolean) =>
  deny(FORBIDDEN_TERM, {
    ...(confirmable ? { text: t.confirmMarkedWords } : {}),
    details: { confirmable, hits: hits.map(({ confirmed: _confirmed, ...hit }) => hit) },
  });

const unresolvedDenial = (unresolved: readonly string[]) =>
  deny('VALIDATION_FAILED', {
    fields: [{ path: 'text', text: t.fillInBraces }],
    details: { unresolved },
  });
