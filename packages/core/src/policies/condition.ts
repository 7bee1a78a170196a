/**
 * @module The seam for a row's advanced condition: a language that checks an expression against the table's inputs and
 * then runs it.
 */
import type { InputDefinition, Scalar } from './table-schema.ts';

/** What a condition sees: each input by name; instants and durations in milliseconds, money in minor units. */
export type ConditionScope = Readonly<Record<string, Scalar | null>>;

/** A checked condition. */
export type RowCondition = (scope: ConditionScope) => boolean;

/** Why an expression does not hold as a condition; `start` and `end` mark the place. */
export interface ConditionProblem {
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
}

/** Checks expressions against the inputs of a table. */
export interface ConditionLanguage {
  readonly name: string;
  compile(expression: string, inputs: readonly InputDefinition[]): RowCondition | ConditionProblem;
}

/** Thrown when a checked condition fails on real facts, such as a division by zero. */
export class ConditionFailed extends Error {
  readonly rowId: string;
  constructor(rowId: string, cause: unknown) {
    super(
      `The condition of row ${rowId} failed: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`,
      { cause },
    );
    this.name = 'ConditionFailed';
    this.rowId = rowId;
  }
}
