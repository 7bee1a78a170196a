/**
 * @module The few things that pages and panels may ask for, each by its own context.
 */
import { ContextConsumer, createContext, type Context } from '@lit/context';
import type { DeskClient } from '@shopdesk/core/client';
import type { ReactiveElement } from 'lit';
import type { Directory } from './directory.ts';
import type { Live } from './live.ts';
import type { Navigation } from './navigation.ts';
import type { Viewer } from './viewer.ts';

/** Questions and changes. */
export const clientContext = createContext<DeskClient>(Symbol('desk-client'));
/** Who is signed in and what he may do. */
export const viewerContext = createContext<Viewer>(Symbol('desk-viewer'));
/** Names of colleagues and stores. */
export const directoryContext = createContext<Directory>(Symbol('desk-directory'));
/** What happens now in all stores that the viewer sees. */
export const liveContext = createContext<Live>(Symbol('desk-live'));
/** Where one is in the panel, and how to get elsewhere. */
export const navigationContext = createContext<Navigation>(Symbol('desk-navigation'));

/** The value of a context, from an element that is connected below its provider. */
export class Use<T> {
  readonly #consumer: ContextConsumer<Context<unknown, T>, ReactiveElement>;

  constructor(host: ReactiveElement, context: Context<unknown, T>) {
    this.#consumer = new ContextConsumer(host, { context, subscribe: true });
  }

  get value(): T {
    const { value } = this.#consumer;
    if (value === undefined) throw new Error('This element works inside <desk-admin> only.');
    return value;
  }

  get maybe(): T | undefined {
    return this.#consumer.value;
  }
}
