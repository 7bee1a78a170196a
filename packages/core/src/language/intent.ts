import { DEFAULT_INTENT_EXAMPLES } from './intent-examples/index.ts';
import type { IntentExample } from './intent-examples/example.ts';
import { restoreClassifier, trainClassifier, type ClassifierKind, type TextClassifier } from './text-classifier.ts';
import { questionFeatures } from './text-features.ts';

const INTENTS: ClassifierKind = { name: 'intents', features: questionFeatures, training: { epochs: 4, rate: 0.5 } };

/** Trains an intent classifier from labelled questions in any language. Throws `LanguageError` `NO_EXAMPLES`. */
export function trainIntents(examples: readonly IntentExample[], seed: number): TextClassifier {
  return trainClassifier(
    INTENTS,
    examples.map(({ text, intent }) => ({ text, label: intent })),
    seed,
  );
}

/** Trains the classifier of the default taxonomy, and of what agents have corrected so far. */
export function trainDefaultIntents(seed: number, corrections: readonly IntentExample[] = []): TextClassifier {
  return trainIntents([...DEFAULT_INTENT_EXAMPLES, ...corrections], seed);
}

/** Restores an intent classifier from `serialise()`. Throws `LanguageError` `CORRUPT_SNAPSHOT`. */
export function restoreIntents(bytes: Uint8Array): TextClassifier {
  return restoreClassifier(INTENTS, bytes);
}
