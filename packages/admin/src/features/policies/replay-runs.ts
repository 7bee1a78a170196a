/**
 * @module The replays of a version: the last ones, and the running one asked again every second until it ends.
 */
import type { DeskClient } from '@shopdesk/core/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { problemOf, type Problem } from '../../kit/problem.ts';
import { contentVersion, policyReplayRun, policyReplayRuns, type RunItem } from './data.ts';

const ASK_MS = 900;
const SHOWN = 5;

export const isUnderWay = ({ finishedAt }: RunItem): boolean => finishedAt === null;

export class ReplayRuns implements ReactiveController {
  runs: readonly RunItem[] | undefined;
  problem: Problem | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #client: () => DeskClient;
  #version = '';
  #saved = 0;
  #content: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, client: () => DeskClient) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#version = '';
  }

  /** Shows the replays of a version, as it is saved. */
  of(version: string, saved: number): void {
    if (version === this.#version && saved === this.#saved) return;
    if (version !== this.#version) this.runs = undefined;
    [this.#version, this.#saved] = [version, saved];
    void this.reload();
  }

  /** Whether the draft was changed since. */
  isOld({ contentVersion: replayed }: RunItem): boolean {
    return this.#content !== undefined && replayed !== this.#content;
  }

  async reload(): Promise<void> {
    const version = this.#version;
    this.problem = undefined;
    try {
      const [{ nodes }, content] = await Promise.all([
        this.#client().query(policyReplayRuns, { filter: { policyVersionId: { eq: version } }, first: SHOWN }),
        this.#client().query(contentVersion, { version }),
      ]);
      if (version === this.#version) [this.runs, this.#content] = [nodes, content.contentVersion ?? undefined];
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.#next();
  }

  /** Puts a run in its place, as an action has answered it. */
  put(run: RunItem): void {
    const others = (this.runs ?? []).filter(({ id }) => id !== run.id);
    this.runs = [run, ...others].toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1)).slice(0, SHOWN);
    this.#next();
  }

  #next(): void {
    clearTimeout(this.#timer);
    this.#host.requestUpdate();
    const running = this.runs?.find(isUnderWay);
    if (running && this.#version) this.#timer = setTimeout(() => void this.#ask(running.id), ASK_MS);
  }

  async #ask(id: string): Promise<void> {
    try {
      const run = await this.#client().query(policyReplayRun, { id });
      if (run) return this.put(run);
    } catch (error) {
      // A question that failed is asked again; the replay itself goes on meanwhile.
      problemOf(error);
    }
    this.#next();
  }
}
