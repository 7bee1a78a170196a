/**
 * A trained classifier of texts: features, linear model, corrections, and its bytes.
 * `intent.ts` and `sentiment.ts` differ only in features and training options.
 * @module
 */
import { FeatureTable } from './feature-table.ts';
import { LanguageError } from './language-error.ts';
import { LinearModel } from './linear-model.ts';
import { trainLinear, type TrainingOptions } from './linear-trainer.ts';
import { packSnapshot, textOf, unitsOf, unpackSnapshot } from './snapshot.ts';
import type { FeatureExtractor } from './text-features.ts';

/** One text with its label, and for opinions what it is about. */
export interface LabelledText {
  readonly text: string;
  readonly label: string;
  readonly topic?: string;
}

/** A label with its probability. */
export interface RankedLabel {
  readonly label: string;
  readonly probability: number;
}

/** What the classifier makes of one text. */
export interface Prediction extends RankedLabel {
  /** All labels, the likeliest first. */
  readonly ranked: readonly RankedLabel[];
  /** Share of the text's features that the model has seen: near 0 means that the rest is a guess. */
  readonly familiarity: number;
}

/** How a kind of classifier sees texts and learns. */
export interface ClassifierKind {
  readonly name: string;
  readonly features: FeatureExtractor;
  readonly training: Omit<TrainingOptions, 'seed'>;
}

/** A classifier that predicts in microseconds and learns from corrections in place. */
export interface TextClassifier {
  readonly labels: readonly string[];
  readonly predict: (text: string, topic?: string) => Prediction;
  /** Learns that this text has this label; a label never seen is added. */
  readonly learn: (example: LabelledText) => void;
  /** The model as bytes for `restoreClassifier`; weights are kept to 16 bits. */
  readonly serialise: () => Uint8Array;
}

const STEPS = 32_767;

function serialise(kind: ClassifierKind, model: LinearModel): Uint8Array {
  const { labels, table, weights } = model.parts();
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) || 1;
  const stepped = Int16Array.from(weights, (weight) => Math.round((weight / largest) * STEPS));
  return packSnapshot(kind.name, { largest }, [unitsOf(JSON.stringify(labels)), table.keysByRow(), stepped]);
}

function restore(kind: ClassifierKind, bytes: Uint8Array): LinearModel {
  const { header, sections } = unpackSnapshot(kind.name, bytes);
  const [names, keys, stepped] = sections as [Uint16Array, Int32Array, Int16Array];
  const labels = JSON.parse(textOf(names)) as string[];
  const table = new FeatureTable(keys.length);
  for (const key of keys) table.intern(key);
  const largest = Number(header['largest']);
  return new LinearModel({ labels, table, weights: Float32Array.from(stepped, (step) => (step / STEPS) * largest) });
}

/** The places of the values, the highest first; equal ones in their order. There are few, so they are put in one by one. */
function placesByValue(values: Float64Array): number[] {
  const places: number[] = [];
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] as number;
    let at = place;
    for (; at > 0 && (values[places[at - 1] as number] as number) < value; at -= 1)
      places[at] = places[at - 1] as number;
    places[at] = place;
  }
  return places;
}

function over(kind: ClassifierKind, model: LinearModel): TextClassifier {
  return {
    get labels() {
      return model.labels;
    },
    predict: (text, topic) => {
      const { probabilities, familiarity } = model.predict(kind.features(text, topic));
      const { labels } = model;
      const ranked = placesByValue(probabilities).map((place) => ({
        label: labels[place] as string,
        probability: probabilities[place] as number,
      }));
      const { label, probability } = ranked[0] as RankedLabel;
      return { label, probability, ranked, familiarity };
    },
    learn: ({ text, label, topic }) => model.learn(kind.features(text, topic), label),
    serialise: () => serialise(kind, model),
  };
}

/** Trains a classifier; equal examples and seed give an equal one. Throws `LanguageError` `NO_EXAMPLES`. */
export function trainClassifier(kind: ClassifierKind, examples: readonly LabelledText[], seed: number): TextClassifier {
  if (examples.length === 0) throw new LanguageError('NO_EXAMPLES', 'A classifier needs at least one example');
  const seen = examples.map(({ text, label, topic }) => ({ features: kind.features(text, topic), label }));
  return over(kind, trainLinear(seen, { ...kind.training, seed }));
}

/** Restores a classifier from its bytes. Throws `LanguageError` `CORRUPT_SNAPSHOT`. */
export function restoreClassifier(kind: ClassifierKind, bytes: Uint8Array): TextClassifier {
  return over(kind, restore(kind, bytes));
}
