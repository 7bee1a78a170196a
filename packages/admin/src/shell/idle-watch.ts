/**
 * @module Whether anybody is there: hands on the page, in this tab or another of the same panel. What the page asks for
 * by itself is no sign of a person, so the panel ends an abandoned session before the desk would.
 */
import { LASTING } from './session.ts';

const KEY = 'shopdesk.panel.active';
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** A sign of life is written down at most this often. */
const NOTED_EVERY_MS = 5000;

export interface IdleWatchOptions {
  readonly idleMs: () => number | undefined;
  readonly onIdle: () => void;
}

/** Looked at this often at least, because who is signed in changes. */
const LONGEST_WAIT_MS = 3000;
const SHORTEST_WAIT_MS = 50;

/** Calls `onIdle` when nobody has touched the panel for `idleMs`; the answer ends the watch. */
export function watchIdle({ idleMs, onIdle }: IdleWatchOptions): () => void {
  let last = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = () => {
    const now = Date.now();
    if (now - last < NOTED_EVERY_MS) return;
    last = now;
    LASTING.set(KEY, String(now));
  };
  const again = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(check, Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, wait)));
  };
  const check = (): void => {
    const most = idleMs();
    if (most === undefined) last = Date.now();
    const left = (most ?? LONGEST_WAIT_MS) - (Date.now() - Math.max(last, Number(LASTING.get(KEY) ?? 0)));
    if (left <= 0) onIdle();
    again(left);
  };
  for (const sign of SIGNS) addEventListener(sign, note, { passive: true, capture: true });
  document.addEventListener('visibilitychange', check);
  check();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', check);
    for (const sign of SIGNS) removeEventListener(sign, note, { capture: true });
  };
}
