/**
 * @module What went wrong, for the shopper: a sentence in their language with the clause behind it, or what they can do
 * now.
 */
import { DeskError } from '@shopdesk/core/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { Service } from './service.ts';
import { why } from './why.ts';

interface LocalText {
  readonly zh: string;
  readonly en: string;
}

interface Refusal {
  readonly sentence: string;
  /** The clause behind the sentence, where a rule speaks. */
  readonly clause: LocalText | undefined;
}

/** What the policy said no with; undefined where it was something else. */
export function refusalOf(error: unknown, service: Service): Refusal | undefined {
  if (!(error instanceof DeskError) || !('clause' in error.details || 'reasons' in error.details)) return undefined;
  const {
    told,
    clause,
    reasons = [],
    ruleIds = [],
  } = error.details as {
    told?: LocalText;
    clause?: LocalText;
    reasons?: readonly ({ text: LocalText } | LocalText)[];
    ruleIds?: readonly string[];
  };
  const [first] = reasons;
  const text = told ?? clause ?? (first && 'text' in first ? first.text : first);
  return {
    sentence: text ? service.say(text) : error.message,
    clause: told && ruleIds.length > 0 ? clause : undefined,
  };
}

/** The same call may succeed when it is made again. */
export const mayPass = (error: unknown): boolean =>
  !(error instanceof DeskError) ||
  ['SHOP_UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL', 'UNAUTHENTICATED', 'SERVICE_UNAVAILABLE'].includes(error.code);

export function problemText(error: unknown, service: Service): string {
  const { words } = service;
  if (!(error instanceof DeskError)) return words.offline;
  if (error.code === 'SHOP_UNAVAILABLE') return words.shopAway;
  if (error.code === 'NOT_FOUND') return words.notFound;
  return (
    refusalOf(error, service)?.sentence ??
    (error.fields.map(({ message }) => message).join(' ') || error.message || words.failed)
  );
}

interface ProblemOptions {
  readonly service: Service;
  readonly onRetry?: () => void;
  readonly onAsk?: () => void;
}

/** An error with what can be done about it. */
export function problem(error: unknown, { service, onRetry, onAsk }: ProblemOptions): TemplateResult {
  return html`<div class="note problem" role="alert">
    <p><bdi>${problemText(error, service)}</bdi></p>
    ${why(refusalOf(error, service)?.clause, service)}
    ${onRetry && mayPass(error) ? html`<button type="button" class="button" @click=${onRetry}>${service.words.retry}</button>` : nothing}
    ${onAsk && !mayPass(error) ? html`<button type="button" class="button" @click=${onAsk}>${service.words.askPerson}</button>` : nothing}
  </div>`;
}
