import {
  restoreClassifier,
  trainClassifier,
  type ClassifierKind,
  type LabelledText,
  type TextClassifier,
} from './text-classifier.ts';
import { opinionFeatures } from './text-features.ts';

/** NB-SVM features: on short texts the naive-Bayes scale is worth as much as ten times the data. */
const SENTIMENT: ClassifierKind = {
  name: 'sentiment',
  features: opinionFeatures,
  training: { epochs: 8, rate: 0.1, priorSmoothing: 0.2 },
};

/** Trains a classifier of opinions; `topic` may name what each is about. Throws `LanguageError` `NO_EXAMPLES`. */
export function trainSentiment(examples: readonly LabelledText[], seed: number): TextClassifier {
  return trainClassifier(SENTIMENT, examples, seed);
}

/** Restores a sentiment classifier from `serialise()`. Throws `LanguageError` `CORRUPT_SNAPSHOT`. */
export function restoreSentiment(bytes: Uint8Array): TextClassifier {
  return restoreClassifier(SENTIMENT, bytes);
}
