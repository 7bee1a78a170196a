/**
 * @module Short news at the edge of the panel. Elements ask for one by an event, so nobody needs a handle of the stack;
 * `toasts.ts` shows it.
 */
import { sentenceOf, problemOf } from './problem.ts';
import type { Language } from './language.ts';

export interface Toast {
  readonly kind: 'ok' | 'info' | 'warn' | 'danger';
  readonly text: string;
  /** It goes by itself even where it offers an action, since it is kept elsewhere. */
  readonly passing?: true;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export const TOAST = 'desk-toast';

export function toast(from: EventTarget, news: Toast): void {
  from.dispatchEvent(new CustomEvent<Toast>(TOAST, { detail: news, bubbles: true, composed: true }));
}

/** Shows why something that was asked for did not happen. */
export function toastProblem(from: EventTarget, error: unknown, language: Language): void {
  toast(from, { kind: 'danger', text: sentenceOf(problemOf(error), language) });
}
