/**
 * @module The desk's time on a device whose own clock is wrong: read from the `Date` of the desk's answers, so that
 * what is left of a limit is the same for everybody.
 */
import type { DeskResponse, Fetch } from './host.ts';

/** The header gives whole seconds: the answer was made up to one second later. */
const HEADER_MS = 1000;

export interface ServerClock {
  /** Milliseconds since the epoch by the desk's clock; by the device's until the desk has answered. */
  now(): number;
  /** The same fetch, whose answers set the clock. */
  watch(fetch: Fetch): Fetch;
}

interface Sample {
  /** Milliseconds that the desk is ahead of the device. */
  readonly offset: number;
  /** By how many milliseconds that may be wrong, each way. */
  readonly error: number;
}

/** Makes a clock that follows the answers it sees; `device` is the clock of this device. */
export function createServerClock(device: () => number = () => Date.now()): ServerClock {
  let best: Sample | undefined;
  const hear = (response: DeskResponse, asked: number): void => {
    const date = Date.parse(response.headers.get('date') ?? '');
    const answered = device();
    // A clock that was set while the question was under way says nothing.
    if (Number.isNaN(date) || answered < asked) return;
    const sample = { offset: date + HEADER_MS / 2 - (asked + answered) / 2, error: (HEADER_MS + answered - asked) / 2 };
    const agrees = best && Math.abs(sample.offset - best.offset) <= sample.error + best.error;
    // What does not agree any more comes from a clock that was set anew.
    if (!best || !agrees || sample.error <= best.error) best = sample;
  };
  return {
    now: () => device() + (best?.offset ?? 0),
    watch: (fetch) => async (url, init) => {
      const asked = device();
      const response = await fetch(url, init);
      hear(response, asked);
      return response;
    },
  };
}
