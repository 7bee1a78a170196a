/** A field of the input that is not valid, as its reader is told. */
export interface FieldProblem {
  /** Dotted, within the input. */
  readonly path: string;
  readonly message: string;
}

/** What the desk said no with. */
export interface DeskProblem {
  /** A code of the API: `NOT_FOUND`, `RATE_LIMITED`, … */
  readonly code: string;
  /** In the language that was asked for; safe to show. */
  readonly message: string;
  readonly fields: readonly FieldProblem[];
  readonly details: Readonly<Record<string, unknown>>;
  /** Milliseconds after which it may be tried again, where the desk said so. */
  readonly retryAfterMs?: number;
  /** The root field that was refused, as the document calls it. */
  readonly path?: string;
  /** What the document's root fields answered, the refused ones included: the others have happened. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The desk answered and refused. */
export class DeskError extends Error implements DeskProblem {
  declare readonly code: string;
  declare readonly fields: readonly FieldProblem[];
  declare readonly details: Readonly<Record<string, unknown>>;
  declare readonly retryAfterMs?: number;
  declare readonly path?: string;
  declare readonly data?: NonNullable<DeskProblem['data']>;

  constructor(problem: Partial<DeskProblem> & Pick<DeskProblem, 'code' | 'message'>) {
    super(problem.message);
    this.name = 'DeskError';
    Object.assign(this, problem);
    // GraphQL says null where there are none.
    this.fields ??= [];
    this.details ??= {};
  }
}

/** The desk could not be reached, or cannot serve now; the same call may be tried again. */
export class DeskOffline extends Error {
  constructor(message = 'The desk cannot be reached.', options?: ErrorOptions) {
    super(message, options);
    this.name = 'DeskOffline';
  }
}

const TRANSIENT = ['RATE_LIMITED', 'CONFLICT', 'INTERNAL', 'UNAUTHENTICATED'];

/** Whether the same call may succeed later without anybody changing it. */
export const isTransient = (error: unknown): boolean =>
  error instanceof DeskOffline || (error instanceof DeskError && TRANSIENT.includes(error.code));
