/**
 * Trains a reader anew from what people corrected, and says whether it reads better than the one in use. Pure, and
 * slow enough (about half a second) for another thread.
 * @module
 */
import { restoreIntents, trainDefaultIntents } from './intent.ts';
import { KEPT_OUT_QUESTIONS } from './intent-kept-out.ts';
import { topIntent } from './intent-taxonomy.ts';
import type { IntentExample } from './intent-examples/example.ts';
import type { TextClassifier } from './text-classifier.ts';
import { createMessageReader } from './understanding.ts';

const SEED = 1;
/** Beside the training each correction moves the weights until its own wording is read rightly. */
const PASSES = 3;

export interface Retraining {
  /** Corrections to learn from, the oldest first. */
  readonly corrections: readonly IntentExample[];
  /** Corrections that it is only tried on. */
  readonly keptOut: readonly IntentExample[];
  /** The classifier in use as bytes; absent: the one as shipped. */
  readonly current?: Uint8Array;
}

/** The new classifier with the shares of kept-out questions that the one in use and the new one read rightly. */
export interface Retrained {
  readonly bytes: Uint8Array;
  readonly before: number;
  readonly after: number;
}

/** Trains and tries a classifier. */
export function retrainIntents({ corrections, keptOut, current }: Retraining): Retrained {
  const known = current ? restoreIntents(current) : trainDefaultIntents(SEED);
  const trained = trainDefaultIntents(SEED, corrections);
  for (let pass = 0; pass < PASSES; pass += 1)
    for (const { text, intent } of corrections) trained.learn({ text, label: intent });
  const tried = [...KEPT_OUT_QUESTIONS, ...keptOut];
  return { bytes: trained.serialise(), before: shareRight(known, tried), after: shareRight(trained, tried) };
}

function shareRight(classifier: TextClassifier, tried: readonly IntentExample[]): number {
  const { understand } = createMessageReader({ classifier });
  const right = tried.filter(({ text, intent }) => understand(text).intent.top === topIntent(intent)).length;
  return right / tried.length;
}
