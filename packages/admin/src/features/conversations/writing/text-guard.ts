/**
 * @module What the desk says about a text before it is sent. It is asked a moment after the last key, and once more
 * when the text is sent; the desk judges every message again when it arrives, so no answer in time stops nobody.
 */
import type { DeskClient } from '@shopdesk/core/client';
import { hasVisible } from '@shopdesk/core/text';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { openMarks, type TextMark } from '../../../kit/marked-text.ts';
import { firstUse } from '../soon.ts';
import { checkText, type Hit, type TextCheck } from './data.ts';

const PAUSE_MS = 400;
const PATIENCE_MS = 1_500;
const KINDS = { BLOCK: 'block', WARN: 'warn', LOG: 'log' } as const;

/** A verdict and the text it is about. */
export interface Judgement extends TextCheck {
  readonly text: string;
}

export class TextGuard implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => DeskClient;
  #judgement: Judgement | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, client: () => DeskClient) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#pause);
  }

  /** The verdict on exactly this text, if it is known. */
  on(text: string): Judgement | undefined {
    return this.#judgement?.text === text ? this.#judgement : undefined;
  }

  /** Asks when nothing has been typed for a moment. */
  look(conversationId: string, text: string): void {
    clearTimeout(this.#pause);
    if (hasVisible(text)) this.#pause = setTimeout(() => void this.judge(conversationId, text), PAUSE_MS);
  }

  /** Asks now; undefined when there is no answer in time. */
  async judge(conversationId: string, text: string): Promise<Judgement | undefined> {
    clearTimeout(this.#pause);
    const known = this.on(text);
    if (known) return known;
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
    const answer = this.#client()
      .query(checkText, { conversationId, text })
      .catch(() => undefined);
    // The words about it are there before the verdict is.
    const [check] = (await Promise.race([Promise.all([answer, firstUse.get().catch(() => undefined)]), late])) ?? [];
    if (!check) return undefined;
    this.#judgement = { ...check, text };
    this.#host.requestUpdate();
    return this.#judgement;
  }
}

/** What is marked in the text that was judged. */
export const marksOf = ({ text, hits, unresolved }: Judgement): TextMark[] => [
  ...openMarks(text, unresolved),
  ...hits.map(({ start, end, level }) => ({ start, end, kind: KINDS[level] })),
];

/** Why a text is not sent now: what is to be filled in comes before what is to be changed. */
export function stopOf(
  { unresolved, level }: Judgement,
  confirmed: boolean,
): 'unresolved' | 'block' | 'confirm' | undefined {
  if (unresolved.length > 0) return 'unresolved';
  if (level === 'BLOCK') return 'block';
  return level === 'WARN' && !confirmed ? 'confirm' : undefined;
}

/** What stands in the text instead, in the language of the words. */
export const replacementOf = ({ replacement, span }: Hit): string =>
  replacement
    ? /\p{Script=Han}/u.test(span)
      ? replacement.zh || replacement.en
      : replacement.en || replacement.zh
    : '';

/** The text with these hits replaced. */
export const replaced = (text: string, hits: readonly Hit[]): string =>
  [...hits]
    .sort((a, b) => b.start - a.start)
    .filter((hit) => replacementOf(hit) !== '')
    .reduce((said, hit) => said.slice(0, hit.start) + replacementOf(hit) + said.slice(hit.end), text);
