/**
 * @module Checks the tables that are being edited: a moment after the last change, never two checks at once.
 */
import type { DeskClient } from '@shopdesk/core/client';
import type { PolicyPack } from '@shopdesk/core/policies';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { problemOf, type Problem } from '../../kit/problem.ts';
import { lintPolicy, type Findings } from './data.ts';

const PAUSE_MS = 350;
/** A table of many rows travels whole, so it is checked less often. */
const LONG_PAUSE_MS = 1_200;
const MANY_ROWS = 200;

export interface Checked {
  readonly version: string;
  readonly pack: PolicyPack;
  readonly storeId: string;
}

export class LintCheck implements ReactiveController {
  /** What the last check found; kept while the next one runs. */
  found: Findings | undefined;
  problem: Problem | undefined;
  pending = false;
  readonly #host: ReactiveControllerHost;
  readonly #client: () => DeskClient;
  #wanted: Checked | undefined;
  #done: Checked | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;

  constructor(host: ReactiveControllerHost, client: () => DeskClient) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#wanted = undefined;
  }

  /** Asks for a check; the same tables are not checked twice. */
  want(checked: Checked): void {
    const known = this.#wanted;
    if (known?.pack === checked.pack && known.storeId === checked.storeId && known.version === checked.version) return;
    if (known && known.version !== checked.version) this.found = undefined;
    const first = !known;
    this.#wanted = checked;
    this.pending = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => void this.#run(),
      first ? 0 : checked.pack.tables.some(({ rows }) => rows.length > MANY_ROWS) ? LONG_PAUSE_MS : PAUSE_MS,
    );
  }

  retry(): void {
    this.#done = undefined;
    void this.#run();
  }

  async #run(): Promise<void> {
    const wanted = this.#wanted;
    if (!wanted || this.#running || this.#done === wanted) return;
    this.#running = true;
    this.problem = undefined;
    try {
      this.found = await this.#client().query(lintPolicy, {
        version: wanted.version,
        pack: wanted.pack,
        storeId: wanted.storeId,
      });
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.#running = false;
    this.#done = wanted;
    this.pending = this.#wanted !== wanted;
    this.#host.requestUpdate();
    if (this.pending) void this.#run();
  }
}
