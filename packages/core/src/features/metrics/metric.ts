/**
 * @module What a figure is: a code, a version, a pure formula over rows (its facts), and what one may split it by. A
 * feature adds its codes to the vocabulary (`addTo(MetricCode, …)`), says how each is counted with `metric` and
 * `countedIn`, and makes them known with `knownMetrics`.
 */
import { codes } from '../../kernel/codes.ts';
import type { BaseRow, Entity, Filter, Words } from '../../kernel/entity.ts';
import { answer, point, type Answer } from '../../kernel/point.ts';
import { vocabulary, type AddedCodes } from '../../kernel/vocabulary.ts';
import type { ActionContext } from '../../kernel/context.ts';

/** The figures of a desk; `K_05` is K-05 of the catalogue. */
export const MetricCode = vocabulary('MetricCode', {});

export const metricUnit = codes('MetricUnit', {
  COUNT: { en: 'How many', zh: '数量' },
  SHARE: { en: 'A share between 0 and 1', zh: '占比（0 到 1）' },
  RATIO: { en: 'So many for each one', zh: '比值' },
  SECONDS: { en: 'Seconds', zh: '秒' },
});
export type MetricUnit = (typeof metricUnit.options)[number];

/** What a figure may be split by. */
export const metricDimension = codes('MetricDimension', {
  STORE: { en: 'By store', zh: '按店铺' },
  TEAM: { en: 'By team', zh: '按团队' },
  AGENT: { en: 'By person', zh: '按人员' },
  CHANNEL: { en: 'By channel', zh: '按渠道' },
  INTENT: { en: 'By topic', zh: '按咨询类型' },
  PRODUCT: { en: 'By product', zh: '按商品' },
  DAY: { en: 'By day', zh: '按日' },
  HOUR: { en: 'By hour of the week', zh: '按周内小时', note: 'The key of Monday from nine to ten is 1-09.' },
});
export type MetricDimension = (typeof metricDimension.options)[number];

/** Which way a change is a good sign. */
export const metricSign = codes('MetricSign', {
  MORE: { en: 'More is better', zh: '越高越好' },
  LESS: { en: 'Less is better', zh: '越低越好' },
  NONE: { en: 'Neither', zh: '无优劣' },
});

/** What one fact counts, in whole units: milliseconds of a time, 1 for what counts. They are divided last. */
export interface Amount {
  readonly num: number;
  readonly den: number;
}

/** What one fact counts for one person. */
export interface OwnAmount extends Amount {
  readonly agentId: string;
}

/** The names of the fields in which a fact carries what it is split by. Each is written when the fact arises. */
export interface FactFields {
  readonly team?: string;
  readonly agent?: string;
  /** All whom the fact counts for, where these are several: a field that holds a list. */
  readonly agents?: string;
  readonly channel?: string;
  readonly intent?: string;
  readonly product?: string;
  /** Minutes of the store's day: 0 to 1439. */
  readonly minute?: string;
}

/** Rows that a figure is counted from. */
export interface MetricSource {
  /** Has a `storeId`. */
  readonly fact: Entity;
  /** The field with the day of the store, `YYYY-MM-DD`; a fact without one is not counted yet. */
  readonly day: string;
  readonly by: FactFields;
  /** Rows that can count at all; it only saves reading the others. */
  readonly where?: Filter;
  /** Pure: no clock, nothing read. Null: the fact does not count. */
  readonly count: (fact: never) => Amount | null;
  /** What it counts for people, where they are measured otherwise than the store. */
  readonly own?: (fact: never) => readonly OwnAmount[];
  /** The row to look at in its place. @defaultValue the fact itself */
  readonly about?: (fact: never) => { readonly entity: string; readonly id: string };
  /**
   * Completes rows that an older version wrote without a day: one slice of them. Answers whether there may be more.
   */
  readonly complete?: (ctx: ActionContext) => Promise<boolean>;
}

/** Names the rows of a figure and says what each counts. */
export const countedIn = <R extends BaseRow>(
  fact: Entity<R>,
  source: Omit<MetricSource, 'fact' | 'count' | 'own' | 'about' | 'day' | 'by'> & {
    readonly day: keyof R & string;
    readonly by: { readonly [F in keyof FactFields]?: keyof R & string };
    readonly count: (fact: R) => Amount | null;
    readonly own?: (fact: R) => readonly OwnAmount[];
    readonly about?: (fact: R) => { readonly entity: string; readonly id: string };
  },
): MetricSource => ({ fact, ...source }) as unknown as MetricSource;

export interface Metric {
  readonly code: string;
  /** A formula that counts otherwise is a new version. */
  readonly version: number;
  readonly unit: MetricUnit;
  readonly sign: (typeof metricSign.options)[number];
  /** With fewer facts the figure is shown as not certain. */
  readonly least: number;
  /** What is divided by what, of when, and what is left out: for who reads the figure. */
  readonly formula: Words;
  /**
   * SUM: days and people add up, so cells are kept. A rank (0.5 is the median) is found among the facts themselves:
   * percentiles do not add.
   */
  readonly additive: 'SUM' | { readonly rank: number };
  /** Whether people see their own beside their work. */
  readonly beside?: boolean;
  readonly sources: readonly MetricSource[];
}

/** Says how a figure is counted whose code this feature adds; `codes` is what `addTo(MetricCode, …)` gave. */
export const metric = <Code extends string>(
  _codes: Pick<AddedCodes<Code>, 'codes'>,
  declared: Omit<Metric, 'code'> & { readonly code: NoInfer<Code> },
): Metric => declared;

export interface MetricAnswer {
  readonly metrics: readonly Metric[];
  /** Rows that count in the figure of another feature too, by its code. */
  readonly more: readonly { readonly code: string; readonly source: MetricSource }[];
}

/** Which figures there are. */
export const metricsKnown = point<Record<string, never>, MetricAnswer>('metrics.known');

/** Makes figures known to the desk; a feature lists it in `answers`. */
export const knownMetrics = (...metrics: readonly Metric[]): Answer =>
  answer(metricsKnown, () => ({ metrics, more: [] }));

/** Counts rows of this feature in a figure of a feature that it builds on. */
export const alsoCounted = ({ code }: Pick<Metric, 'code'>, source: MetricSource): Answer =>
  answer(metricsKnown, () => ({ metrics: [], more: [{ code, source }] }));
