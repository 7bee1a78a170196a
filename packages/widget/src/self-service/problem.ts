/** @module What went wrong, for the shopper: the rule in his language and what would change it, or what he can do now. */
import { DeskError } from '@shopdesk/core/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { Service } from './service.ts';

interface LocalText {
  readonly zh: string;
  readonly en: string;
}

interface Refusal {
  readonly clause: string;
  readonly changes: readonly string[];
}

/** What the policy said no with; undefined where it was something else. */
export function refusalOf(error: unknown, service: Service): Refusal | undefined {
  if (!(error instanceof DeskError) || !('clause' in error.details || 'reasons' in error.details)) return undefined;
  const {
    clause,
    reasons = [],
    whatWouldChangeIt = [],
  } = error.details as {
    clause?: LocalText;
    reasons?: readonly ({ text: LocalText } | LocalText)[];
    whatWouldChangeIt?: readonly LocalText[];
  };
  const [first] = reasons;
  const text = clause ?? (first && 'text' in first ? first.text : first);
  return {
    clause: text ? service.say(text) : error.message,
    changes: whatWouldChangeIt.map((one) => service.say(one)),
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
    refusalOf(error, service)?.clause ??
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
  const refusal = refusalOf(error, service);
  return html`<div class="note problem" role="alert">
    <p><bdi>${problemText(error, service)}</bdi></p>
    ${refusal ? changes(refusal.changes, service) : nothing}
    ${onRetry && mayPass(error) ? html`<button type="button" class="button" @click=${onRetry}>${service.words.retry}</button>` : nothing}
    ${onAsk && !mayPass(error) ? html`<button type="button" class="button" @click=${onAsk}>${service.words.askPerson}</button>` : nothing}
  </div>`;
}

/** What would make a refused request possible. */
export const changes = (texts: readonly string[], { words }: Service) =>
  texts.length > 0
    ? html`<p class="muted">${words.wouldChange}</p><ul class="plain">${texts.map((text) => html`<li><bdi>${text}</bdi></li>`)}</ul>`
    : nothing;
