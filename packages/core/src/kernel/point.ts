/**
 * @module A point is a question that the feature which asks it does not answer alone: what to show in a customer's
 * timeline, what is open at the end of a shift, whether a text may leave. Features that build on the asker answer.
 */
import type { ActionContext, ReadContext } from './context.ts';
import type { Layer } from './order.ts';

declare const pointTypes: unique symbol;

/** A typed question. It may be asked wherever there is a context of the kind `C`, with which it is answered. */
export interface Point<in Question = never, out Answered = unknown, in C extends ReadContext = ActionContext> {
  readonly [pointTypes]?: (ctx: C, question: Question) => Answered;
  readonly name: string;
}

/**
 * Declares a point. Its name is for people who read an error, dotted: `customer.timeline`. A point whose answers change
 * something says so in its third type: `point<Question, Answer, ActionContext>('conversation.closing')`.
 */
export const point = <Question, Answered, C extends ReadContext = ReadContext>(
  name: string,
): Point<Question, Answered, C> => ({ name });

/** What one feature answers at a point. */
export interface Answer {
  readonly point: Point;
  readonly give: (ctx: ActionContext, question: never) => unknown;
}

/** Answers a point of another feature, in the reach of whoever asks; undefined when there is nothing to say. */
export const answer = <Question, Answered, C extends ReadContext>(
  at: Point<Question, Answered, C>,
  give: (
    ctx: C,
    question: Question,
  ) => NoInfer<Answered> | undefined | void | Promise<NoInfer<Answered> | undefined | void>,
): Answer => ({ point: at as unknown as Point, give: give as unknown as Answer['give'] });

/** The answers of a desk's features by point, in the order of what the features build on. */
export class Answers {
  readonly #byPoint = new Map<Point, Answer['give'][]>();

  constructor(features: readonly (Layer & { readonly answers: readonly Answer[] })[]) {
    for (const { point: at, give } of features.flatMap(({ answers }) => answers))
      this.#byPoint.set(at, [...(this.#byPoint.get(at) ?? []), give]);
  }

  /** Asks one after the other, so that answers that write do so in a fixed order. A failure is the asker's. */
  async ask(at: Point, ctx: ActionContext, question: unknown): Promise<unknown[]> {
    const given: unknown[] = [];
    for (const give of this.#byPoint.get(at) ?? []) {
      const said = await give(ctx, question as never);
      if (said !== undefined) given.push(said);
    }
    return given;
  }
}
