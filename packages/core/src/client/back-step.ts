/**
 * @module Makes the browser's Back put away what lies over a page, and stay on the page. Each thing that is open has an
 * entry of the history that differs from the one below it by a mark only. Routers of the page do not hear of it:
 * entries are written past what they have put into `history.pushState`, keep their state, and our own `popstate` is
 * taken before it reaches them.
 */
import { host } from './host.ts';

interface BackHost {
  readonly history: { readonly state: unknown };
  readonly History: { readonly prototype: { pushState(state: unknown, title: string): void; back(): void } };
  readonly location: { readonly href: string };
  addEventListener(type: 'popstate', listener: (event: BackEvent) => void, options: { capture: boolean }): void;
}

interface BackEvent {
  stopImmediatePropagation(): void;
}

interface Step {
  readonly leave: () => unknown;
  readonly href: string;
}

const page = host as unknown as BackHost;
/** What is open, the newest last. */
const steps: Step[] = [];
/** Whether we are leaving an entry ourselves: the browser says a moment later that it is left. */
let leaving = false;
let giveUp: unknown;
/** Who wanted to go on meanwhile. */
let waiting: (() => void)[] = [];
let listens = false;
/** The address of the page that our newest entry was made on. */
let pushedAt = '';

/** How many of our entries lie below and at the present one. */
function depth(): number {
  const { shopdesk } = (page.history.state ?? {}) as { shopdesk?: unknown };
  return typeof shopdesk === 'number' ? shopdesk : 0;
}

/** Whether the present entry was made for something that lies over the page: who goes on from there replaces it. */
export const isBackStep = (): boolean => depth() > 0;

/**
 * Calls `goOn` as soon as no entry of ours is being left, mostly at once. What goes on while an entry is being left
 * would be undone when the browser leaves it.
 */
export function afterBackStep(goOn: () => void): void {
  if (leaving) waiting.push(goOn);
  else goOn();
}

/** Brings the history to as many of our entries as there are open things. */
function settle(): void {
  if (leaving) return;
  if (depth() < steps.length) return push();
  if (depth() === steps.length || page.location.href !== pushedAt) return;
  leaving = true;
  page.History.prototype.back.call(page.history);
  // A browser may drop the step, as when there were too many: then nobody is told that it was left.
  giveUp = host.setTimeout(left, 1000);
}

/** The entry is left, or never will be. */
function left(): void {
  if (!leaving) return;
  leaving = false;
  host.clearTimeout(giveUp);
  const next = waiting;
  waiting = [];
  for (const goOn of next) goOn();
}

function push(): void {
  pushedAt = page.location.href;
  const state: unknown = page.history.state;
  try {
    page.History.prototype.pushState.call(
      page.history,
      { ...(typeof state === 'object' ? state : {}), shopdesk: steps.length },
      '',
    );
  } catch {
    // A sandboxed page, or too many entries in a short time: Back leaves the page, as it would without us.
  }
}

function wentBack(event: BackEvent): void {
  if (leaving) {
    event.stopImmediatePropagation();
    left();
    return settle();
  }
  const closing = steps.slice(depth());
  // The page has gone on by itself: what it shows there is its own affair.
  if (closing.length === 0 || closing.some(({ href }) => href !== page.location.href)) return;
  event.stopImmediatePropagation();
  for (const step of closing.reverse()) {
    steps.splice(steps.indexOf(step), 1);
    step.leave();
  }
}

/**
 * Until its answer is called, Back calls `leave` instead of leaving the page. The answer is called when what was open
 * has been put away in another way; after Back it does nothing.
 */
export function onBack(leave: () => unknown): () => void {
  if (!listens) page.addEventListener('popstate', wentBack, { capture: true });
  listens = true;
  const step: Step = { leave, href: page.location.href };
  steps.push(step);
  settle();
  return () => {
    const index = steps.indexOf(step);
    if (index < 0) return;
    steps.splice(index, 1);
    // Later, so that who goes on to another page does so from here. There the entry below is not ours to leave.
    host.setTimeout(settle, 0);
  };
}
