/**
 * @module One request's view of the desk: who asks, in which language, and what he may load.
 */
import {
  DeniedError,
  type Actor,
  type BaseRow,
  type CallOptions,
  type Denial,
  type Desk,
  type Entity,
  type Page,
  type ReadContext,
  type RowOf,
  type ToldDenial,
} from '@shopdesk/core';
import { RowLoader, type WantedEach } from './row-loader.ts';

/** How an action ended. */
export interface ActionEnd {
  /** Whether the row it answered was made by it. */
  readonly isNew: boolean;
  /** Why it was refused; absent when it was not. */
  readonly denial?: Denial;
}

/**
 * Asked before an action is performed or a view is shown; throws when the caller may not come in this way or has asked
 * too often. The answer, if any, hears how the action ended.
 */
export type ActionGate = (name: string, input: unknown) => Promise<((end: ActionEnd) => Promise<void>) | undefined>;

/** A denial of one root field, in the reader's language. */
export interface RootDenial extends ToldDenial {
  /** Names of the fields that lead to it, as the document calls them. */
  readonly path: readonly (string | number)[];
}

export interface ViewerOptions {
  readonly desk: Desk;
  readonly actor: Actor;
  /** A language of the desk. */
  readonly locale: string;
  /** Hears of errors that are nobody's denial. */
  readonly report: (error: unknown) => void;
  readonly gate?: ActionGate;
  /** Hears how an action ended and how long it took, in seconds. */
  readonly observe?: (action: string, outcome: string, seconds: number) => void;
  /** Hears what was refused. */
  readonly refused?: (name: string, input: unknown, denial: Denial) => void;
}

export class Viewer {
  readonly actor: Actor;
  /** A language of the desk. */
  readonly locale: string;
  readonly desk: Desk;
  /** What was refused in this request so far; see `useDenials`. */
  readonly denials: RootDenial[] = [];
  readonly #options: ViewerOptions;
  readonly #loader: RowLoader;
  readonly #reader: Actor;

  constructor(options: ViewerOptions) {
    this.#options = options;
    this.actor = options.actor;
    this.locale = options.locale;
    const { actor, locale } = options;
    this.#reader = actor.kind === 'staff' || actor.kind === 'shopper' ? { ...actor, locale } : actor;
    this.desk = options.desk;
    this.#loader = new RowLoader(() => this.read());
  }

  /** A fresh look at the rows this viewer may see. */
  read(): ReadContext {
    return this.desk.read(this.actor);
  }

  /** The row, if the viewer may see it; what is asked for in one tick is one query. */
  async load<E extends Entity>(entity: E, id: unknown): Promise<RowOf<E> | undefined> {
    return typeof id === 'string' ? ((await this.#loader.load(entity, id)) as RowOf<E> | undefined) : undefined;
  }

  /** The first rows that refer to a row by a field; asked for several rows in one tick, it is one query. */
  loadEach(entity: Entity, wanted: WantedEach): Promise<readonly BaseRow[]> {
    return this.#loader.loadEach(entity, wanted);
  }

  async perform(action: string, input: unknown, options: CallOptions): Promise<unknown> {
    const start = performance.now();
    let outcome = 'ok';
    let end: ActionEnd = { isNew: false };
    let tellEnd: ((end: ActionEnd) => Promise<void>) | undefined;
    try {
      tellEnd = await this.#options.gate?.(action, input);
      const { now } = this.read();
      const answer = await this.desk.perform(this.actor, action, input, options);
      end = { isNew: isNew(answer, now) };
      return answer;
    } catch (error) {
      outcome = error instanceof DeniedError ? error.denial.code : 'error';
      if (error instanceof DeniedError) end = { isNew: false, denial: error.denial };
      this.refused(action, input, error);
      throw error;
    } finally {
      await tellEnd?.(end);
      if (this.desk.actions.has(action)) this.#options.observe?.(action, outcome, (performance.now() - start) / 1000);
    }
  }

  check(action: string, input: unknown): Promise<Denial | undefined> {
    return this.desk.check(this.actor, action, input);
  }

  async show(view: string, input: unknown, page?: Page): Promise<unknown> {
    try {
      await this.#options.gate?.(view, input);
      // What is shown is in the reader's language; what an action keeps of it is not.
      return await this.desk.show(this.#reader, view, input, page);
    } catch (error) {
      this.refused(view, input, error);
      throw error;
    }
  }

  /** Tells of a refusal, so that it leaves a trace; anything else that was thrown is no refusal. */
  refused(name: string, input: unknown, error: unknown): void {
    if (error instanceof DeniedError) this.#options.refused?.(name, input, error.denial);
  }

  report(error: unknown): void {
    this.#options.report(error);
  }
}

/** Whether the row of an answer was made by the call that began at `since`. */
const isNew = (answer: unknown, since: string): boolean =>
  String((answer as Partial<BaseRow> | undefined)?.createdAt ?? '') >= since;

/** What every resolver gets. */
export interface GraphQLContext {
  readonly viewer: Viewer;
}

export type AnyRow = BaseRow & Readonly<Record<string, unknown>>;
