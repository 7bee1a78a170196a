/**
 * Multinomial logistic regression by averaged AdaGrad: deterministic for a seed, one pass per epoch.
 * With `priorSmoothing`, features enter scaled by their naive-Bayes log ratio (NB-SVM, Wang & Manning 2012),
 * and the scale is folded into the weights, so that prediction stays one sum.
 * @module
 */
import { FeatureTable } from './feature-table.ts';
import { LinearModel, softmax } from './linear-model.ts';
import { seededRandom, shuffle } from './seeded-random.ts';
import type { Features } from './text-features.ts';

/** One labelled text as features. */
export interface LabelledFeatures {
  readonly features: Features;
  readonly label: string;
}

export interface TrainingOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly rate: number;
  /** Additive smoothing of the naive-Bayes scale; without it features count alike. */
  readonly priorSmoothing?: number;
  /** Share of the naive-Bayes score that is added to the learned one. */
  readonly priorShare?: number;
}

/** Errors below this change nothing visible and cost most of the time with many classes. */
const NEGLIGIBLE = 1e-2;

interface Problem {
  readonly labels: readonly string[];
  readonly table: FeatureTable;
  readonly rows: readonly Int32Array[];
  readonly values: readonly Float32Array[];
  readonly answers: Int32Array;
}

function pose(examples: readonly LabelledFeatures[]): Problem {
  const labels = [...new Set(examples.map((example) => example.label))].sort();
  const places = new Map(labels.map((label, place) => [label, place]));
  const table = new FeatureTable();
  const rows = examples.map((example) => example.features.keys.map((key) => table.intern(key)));
  const values = examples.map((example) => example.features.values);
  return {
    labels,
    table,
    rows,
    values,
    answers: Int32Array.from(examples, (example) => places.get(example.label) ?? 0),
  };
}

function logRatios({ labels, table, rows, answers }: Problem, smoothing: number): Float32Array {
  const classes = labels.length;
  const counts = new Float32Array(table.size * classes);
  const totals = new Float64Array(classes);
  rows.forEach((example, index) => {
    const answer = answers[index] as number;
    for (const row of example) counts[row * classes + answer]! += 1;
    totals[answer]! += example.length;
  });
  const all = totals.reduce((sum, total) => sum + total, 0);
  const ratios = new Float32Array(counts.length);
  for (let row = 0; row < table.size; row += 1) {
    let sum = 0;
    for (let c = 0; c < classes; c += 1) sum += counts[row * classes + c] as number;
    for (let c = 0; c < classes; c += 1) {
      const inside = counts[row * classes + c] as number;
      const within = (inside + smoothing) / ((totals[c] as number) + smoothing * table.size);
      const outside = (sum - inside + smoothing) / (all - (totals[c] as number) + smoothing * table.size);
      ratios[row * classes + c] = Math.log(within / outside);
    }
  }
  return ratios;
}

class Descent {
  readonly #problem: Problem;
  readonly #classes: number;
  readonly #scales: Float32Array | undefined;
  readonly #weights: Float32Array;
  readonly #squares: Float32Array;
  readonly #scores: Float64Array;
  /** The classes that the example at hand moves. */
  readonly #active: Uint32Array;
  readonly #rate: number;
  readonly #share: number;

  constructor(problem: Problem, { rate, priorSmoothing, priorShare = 0 }: TrainingOptions) {
    this.#problem = problem;
    this.#classes = problem.labels.length;
    this.#scales = priorSmoothing === undefined ? undefined : logRatios(problem, priorSmoothing);
    this.#weights = new Float32Array(problem.table.size * this.#classes);
    this.#squares = new Float32Array(this.#weights.length).fill(1e-3);
    this.#scores = new Float64Array(this.#classes);
    this.#active = new Uint32Array(this.#classes);
    this.#rate = rate;
    this.#share = priorShare;
  }

  #errorOf(index: number): Float64Array {
    const scores = this.#scores.fill(0);
    const scales = this.#scales;
    const rows = this.#problem.rows[index] as Int32Array;
    const values = this.#problem.values[index] as Float32Array;
    for (let at = 0; at < rows.length; at += 1) {
      const base = (rows[at] as number) * this.#classes;
      const value = values[at] as number;
      for (let c = 0; c < this.#classes; c += 1) {
        const weight = this.#weights[base + c] as number;
        scores[c]! += value * (scales ? (weight + this.#share) * (scales[base + c] as number) : weight);
      }
    }
    softmax(scores)[this.#problem.answers[index] as number]! -= 1;
    return scores;
  }

  learn(index: number): void {
    const rows = this.#problem.rows[index] as Int32Array;
    const values = this.#problem.values[index] as Float32Array;
    const error = this.#errorOf(index);
    let active = 0;
    for (let c = 0; c < this.#classes; c += 1)
      if (Math.abs(error[c] as number) >= NEGLIGIBLE) this.#active[active++] = c;
    for (let at = 0; at < rows.length; at += 1) {
      const base = (rows[at] as number) * this.#classes;
      const value = values[at] as number;
      for (let a = 0; a < active; a += 1) {
        const c = this.#active[a] as number;
        this.#step(base + c, value * (error[c] as number));
      }
    }
  }

  #step(at: number, slope: number): void {
    const gradient = this.#scales ? slope * (this.#scales[at] as number) : slope;
    const square = (this.#squares[at] as number) + gradient * gradient;
    this.#squares[at] = square;
    this.#weights[at]! -= (this.#rate * gradient) / Math.sqrt(square);
  }

  addTo(sum: Float32Array): void {
    for (let at = 0; at < sum.length; at += 1) {
      const weight = this.#weights[at] as number;
      sum[at]! += this.#scales ? (weight + this.#share) * (this.#scales[at] as number) : weight;
    }
  }

  get size(): number {
    return this.#weights.length;
  }
}

/** Trains a model; the same examples, options and seed give the same model. */
export function trainLinear(examples: readonly LabelledFeatures[], options: TrainingOptions): LinearModel {
  const problem = pose(examples);
  const descent = new Descent(problem, options);
  const order = Int32Array.from(examples, (_, index) => index);
  const random = seededRandom(options.seed);
  const sum = new Float32Array(descent.size);
  const firstAveraged = Math.floor(options.epochs / 2);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) descent.learn(index);
    if (epoch >= firstAveraged) descent.addTo(sum);
  }
  const averaged = sum.map((total) => total / (options.epochs - firstAveraged || 1));
  return new LinearModel({ labels: problem.labels, table: problem.table, weights: averaged });
}
