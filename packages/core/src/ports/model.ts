/**
 * @module A language model outside the desk, and the training of the desk's own classifier. Both are slow: no action that
 * somebody waits for calls them.
 */
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

/** Why a model gave no answer. */
export class ModelError extends Error {
  readonly failure: ModelFailure;

  constructor(failure: ModelFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ModelError';
    this.failure = failure;
  }
}

/** A model that completes a chat. */
export interface Model {
  /** The model's next message as text. Throws `ModelError`. */
  complete(request: ModelRequest): Promise<string>;
}

/** Trains the reader of messages anew; the server does it on another thread. */
export type TrainReader = (retraining: Retraining) => Promise<Retrained> | Retrained;
