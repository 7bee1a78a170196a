/**
 * @module A language model outside the desk, and the training of the desk's own classifier. Both are slow: no action
 * that somebody waits for calls them.
 */
import { question, type CallVerdict } from '../kernel/certainty.ts';
import type { Retrained, Retraining } from '../language/retraining.ts';

export interface ModelMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface ModelRequest {
  readonly messages: readonly ModelMessage[];
  /** Longest answer, in the model's tokens. */
  readonly maxTokens: number;
}

export const MODEL_FAILURES = [
  'UNAUTHORISED',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'TIMEOUT',
  'BAD_ANSWER',
  'BUDGET',
] as const;
/** `BUDGET`: what may be spent in a day is spent; `BAD_ANSWER`: it answered something that is no answer. */
export type ModelFailure = (typeof MODEL_FAILURES)[number];

const MODEL_VERDICTS: Readonly<Record<ModelFailure, CallVerdict>> = {
  UNAUTHORISED: 'REFUSED',
  RATE_LIMITED: 'NOT_SENT',
  UNAVAILABLE: 'IN_DOUBT',
  TIMEOUT: 'IN_DOUBT',
  BAD_ANSWER: 'REFUSED',
  BUDGET: 'NOT_SENT',
};

/** A completion changes nothing but the bill: one whose answer was lost is asked for again. */
export const MODEL_CERTAINTY = { complete: question() } as const;
/** Training is arithmetic: done twice it comes to the same. */
export const TRAINING_CERTAINTY = question();

/** Why a model gave no answer. */
export class ModelError extends Error {
  readonly failure: ModelFailure;
  /** Whether the model may have worked on the request. */
  readonly verdict: CallVerdict;

  constructor(failure: ModelFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ModelError';
    this.failure = failure;
    this.verdict = MODEL_VERDICTS[failure];
  }
}

/** A model that completes a chat. */
export interface Model {
  /** The model's next message as text. Throws `ModelError`. */
  complete(request: ModelRequest): Promise<string>;
}

/** Trains the reader of messages anew; the server does it on another thread. */
export type TrainReader = (retraining: Retraining) => Promise<Retrained> | Retrained;
