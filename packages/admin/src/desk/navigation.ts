/**
 * @module Paths inside the panel. Where they are kept is the host's choice: in the hash (works anywhere), in the
 * path (needs a server that answers every path below `base`), or nowhere (the host has routes of its own).
 */
import { afterBackStep, isBackStep } from '@shopdesk/core/client';

export type Routing = 'hash' | 'history' | 'memory';

/** Where the present path is read and written. */
interface Place {
  read(): string;
  write(path: string, replace: boolean): void;
  href(path: string): string;
  listen(changed: () => void): () => void;
}

function listening(event: string, changed: () => void): () => void {
  addEventListener(event, changed);
  return () => removeEventListener(event, changed);
}

/** Who goes on from a dialog leaves no step behind that would only show the dialog’s page again. */
const write = (address: string, replace: boolean): void =>
  history[replace || isBackStep() ? 'replaceState' : 'pushState'](null, '', address);

const hashPlace: Place = {
  read: () => (location.hash.startsWith('#/') ? location.hash.slice(1) : '/'),
  write: (path, replace) => write(`#${path}`, replace),
  href: (path) => `#${path}`,
  listen: (changed) => {
    const stops = [listening('hashchange', changed), listening('popstate', changed)];
    return () => stops.forEach((stop) => stop());
  },
};

const historyPlace = (base: string): Place => ({
  read: () => (location.pathname.startsWith(base) ? `/${location.pathname.slice(base.length)}${location.search}` : '/'),
  write: (path, replace) => write(base + path.slice(1), replace),
  href: (path) => base + path.slice(1),
  listen: (changed) => listening('popstate', changed),
});

function memoryPlace(): Place {
  let now = '/';
  return {
    read: () => now,
    write: (path) => void (now = path),
    href: (path) => `#${path}`,
    listen: () => () => undefined,
  };
}

/** The present path; tells its listeners when it changes. */
export class Navigation extends EventTarget {
  readonly #place: Place;
  #stop: (() => void) | undefined;
  #shown: string;

  constructor(routing: Routing, base = '/') {
    super();
    this.#place = routing === 'hash' ? hashPlace : routing === 'history' ? historyPlace(base) : memoryPlace();
    this.#shown = this.#place.read();
  }

  /** Path with query, beginning with a slash. */
  get path(): string {
    return this.#shown;
  }

  start(): void {
    this.#stop ??= this.#place.listen(() => this.#show());
    this.#show();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  go(path: string, { replace = false } = {}): void {
    afterBackStep(() => {
      if (path === this.#place.read()) return;
      this.#place.write(path, replace);
      this.#show();
    });
  }

  href(path: string): string {
    return this.#place.href(path);
  }

  /** The path that a link of ours leads to, or undefined for a link elsewhere. */
  pathOf(anchor: HTMLAnchorElement): string | undefined {
    const href = anchor.getAttribute('href') ?? '';
    const root = this.#place.href('/');
    return href.startsWith(root) && !anchor.target ? `/${href.slice(root.length)}` : undefined;
  }

  #show(): void {
    const path = this.#place.read();
    if (path === this.#shown) return;
    this.#shown = path;
    this.dispatchEvent(new Event('change'));
  }
}
