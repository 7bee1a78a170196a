/**
 * @module Work that is done again and again: never twice at once, at uneven intervals so that several processes do not
 * move in step, and finished before it is stopped.
 */

export interface RepeatOptions {
  /** Pause between two rounds, in milliseconds; it varies by a fifth either way. */
  readonly everyMs: number;
  /** One round; `true` when there is more to do at once. */
  readonly work: () => Promise<boolean>;
  readonly onError: (error: unknown) => void;
}

export interface Repetition {
  /** Does a round soon, within the given milliseconds. */
  wake(withinMs: number): void;
  /** Resolves when the round under way is done. */
  stop(): Promise<void>;
}

/** Starts to repeat; the first round comes after one pause. */
export function repeat({ everyMs, work, onError }: RepeatOptions): Repetition {
  let timer: NodeJS.Timeout | undefined;
  let dueAt = 0;
  let running: Promise<void> | undefined;
  let stopped = false;
  const wait = (ms: number) => {
    clearTimeout(timer);
    dueAt = performance.now() + ms;
    timer = setTimeout(begin, ms).unref();
  };
  const begin = () => {
    dueAt = Number.POSITIVE_INFINITY;
    running = round();
  };
  const round = async () => {
    try {
      while (!stopped && (await work()));
    } catch (error) {
      onError(error);
    }
    running = undefined;
    if (!stopped) wait(Math.min(Math.max(dueAt - performance.now(), 0), everyMs * (0.8 + Math.random() * 0.4)));
  };
  wait(everyMs);
  return {
    wake: (withinMs) => {
      if (stopped || dueAt <= performance.now() + withinMs) return;
      if (running) dueAt = performance.now() + withinMs;
      else wait(withinMs);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
