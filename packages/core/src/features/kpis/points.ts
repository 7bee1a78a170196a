/** @module What the figures of service ask of other features: figures of theirs, and limits that they keep. */
import { point } from '../../kernel/point.ts';
import { memberOf, vocabulary, type CodeOf } from '../../kernel/vocabulary.ts';

/** Figures that other features add; the desk's own are fields of `ServiceFigures`. */
export const FigureKind = vocabulary('FigureKind', {});
export type FigureKind = CodeOf<typeof FigureKind>;
export const figureKind = memberOf(FigureKind);

export const FigureUnit = vocabulary('FigureUnit', {
  COUNT: { en: 'How many', zh: '数量' },
  SHARE: { en: 'A share between 0 and 1', zh: '占比（0 到 1）' },
  SECONDS: { en: 'Seconds in the mean', zh: '平均秒数' },
});
export type FigureUnit = CodeOf<typeof FigureUnit>;
export const figureUnit = memberOf(FigureUnit);

/** What is asked for: by the rows that the asker may see. */
export interface FigurePeriod {
  readonly storeId?: string | undefined;
  /** Only what this person did. */
  readonly agentId?: string | undefined;
  readonly from: string;
  readonly to: string;
}

/** One thing that counts: for whom, where and when. A figure of a group is made of facts, never of other figures. */
export interface FigureFact {
  readonly agentId: string | null;
  readonly storeId: string;
  /** By its day it belongs to a group. */
  readonly at: string;
  /** What is summed up: 1 for a thing that counts, seconds for a time. */
  readonly part: number;
  /** What the sum is divided by, unless the figure is a COUNT. */
  readonly whole: number;
}

export interface FigureFacts {
  readonly figure: FigureKind;
  readonly unit: FigureUnit;
  readonly facts: readonly FigureFact[];
}

/** One figure of a feature in a period. */
export const kpiFigures = point<FigurePeriod, FigureFacts>('kpi.figures');

/** Limits that ran out in a period beside those of the rounds: 1 of 1 when it was kept (K-20). */
export const keptLimits = point<FigurePeriod, readonly FigureFact[]>('kpi.keptLimits');
