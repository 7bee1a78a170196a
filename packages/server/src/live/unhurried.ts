/** @module Timers that keep no process running. */

/** Lets Node end while the timer waits; the timers of other places keep nothing open. */
export function unhurried<T>(timer: T): T {
  (timer as { readonly unref?: () => void }).unref?.();
  return timer;
}
