/**
 * A linear classifier over hashed features. Predicting is one sum; a correction moves the weights
 * just far enough (passive-aggressive, Crammer et al. 2006), so that it cannot unlearn the rest.
 * @module
 */
import type { FeatureTable } from './feature-table.ts';
import type { Features } from './text-features.ts';

export interface LinearModelParts {
  readonly labels: readonly string[];
  readonly table: FeatureTable;
  /** One row for each feature, one column for each label. */
  readonly weights: Float32Array;
}

/** How far the right label must lead after a correction, and how far one correction may move. */
const MARGIN = 1;
const MOST_PER_CORRECTION = 1;

/** Turns scores into probabilities in place. */
export function softmax(scores: Float64Array): Float64Array {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let c = 0; c < scores.length; c += 1) sum += scores[c] = Math.exp((scores[c] as number) - highest);
  for (let c = 0; c < scores.length; c += 1) scores[c] = (scores[c] as number) / sum;
  return scores;
}

/** Probabilities by label for one text. */
export class LinearModel {
  #labels: string[];
  readonly #table: FeatureTable;
  #weights: Float32Array;

  constructor({ labels, table, weights }: LinearModelParts) {
    this.#labels = [...labels];
    this.#table = table;
    this.#weights = weights;
  }

  get labels(): readonly string[] {
    return this.#labels;
  }

  #scores(features: Features): { scores: Float64Array; known: number } {
    const classes = this.#labels.length;
    const scores = new Float64Array(classes);
    // Every message passes here some thousand times: what the loops need is taken out of the object before.
    const table = this.#table;
    const weights = this.#weights;
    const { keys, values } = features;
    let known = 0;
    for (let at = 0; at < keys.length; at += 1) {
      const row = table.find(keys[at] as number);
      if (row < 0) continue;
      const value = values[at] as number;
      known += value * value;
      const base = row * classes;
      for (let c = 0; c < classes; c += 1) scores[c] = (scores[c] as number) + value * (weights[base + c] as number);
    }
    return { scores, known };
  }

  /** Probabilities in the order of `labels`, and how much of the text was seen in training, 0 to 1. */
  predict(features: Features): { probabilities: Float64Array; familiarity: number } {
    const { scores, known } = this.#scores(features);
    return { probabilities: softmax(scores), familiarity: Math.min(1, known) };
  }

  /** Learns one correction in place; an unknown label is added. */
  learn(features: Features, label: string): void {
    if (!this.#labels.includes(label)) this.#addLabel(label);
    this.#makeRoom(features);
    const classes = this.#labels.length;
    const right = this.#labels.indexOf(label);
    const { scores } = this.#scores(features);
    let rival = right === 0 ? 1 : 0;
    for (let c = 0; c < classes; c += 1)
      if (c !== right && (scores[c] as number) > (scores[rival] as number)) rival = c;
    const loss = MARGIN - (scores[right] as number) + (scores[rival] ?? -Infinity);
    if (!(loss > 0)) return;
    const move = Math.min(MOST_PER_CORRECTION, loss / 2);
    for (let at = 0; at < features.keys.length; at += 1) {
      const base = this.#table.find(features.keys[at] as number) * classes;
      const step = move * (features.values[at] as number);
      this.#weights[base + right]! += step;
      this.#weights[base + rival]! -= step;
    }
  }

  #makeRoom(features: Features): void {
    for (const key of features.keys) this.#table.intern(key);
    const needed = this.#table.size * this.#labels.length;
    if (needed <= this.#weights.length) return;
    const grown = new Float32Array(Math.ceil(needed * 1.25));
    grown.set(this.#weights);
    this.#weights = grown;
  }

  #addLabel(label: string): void {
    const before = this.#labels.length;
    const rows = this.#table.size;
    const wider = new Float32Array(rows * (before + 1));
    for (let row = 0; row < rows; row += 1)
      wider.set(this.#weights.subarray(row * before, (row + 1) * before), row * (before + 1));
    this.#weights = wider;
    this.#labels = [...this.#labels, label];
  }

  /** Labels, features and weights, enough to build the same model again. */
  parts(): LinearModelParts {
    return {
      labels: this.#labels,
      table: this.#table,
      weights: this.#weights.slice(0, this.#table.size * this.#labels.length),
    };
  }
}
