/**
 * @module What the widget keeps in this browser, all under `shopdesk:<store>:`
 * – `session` the token, `live` that a conversation is open, `look` colour and corner, `settings` what the store has
 * set, `agreed` the consent given in the widget, `draft:…` and `…:out:…` what is not sent yet, `cases:…` what was
 * looked at, `unread` which answer was put away unread; for this tab only: `open`.
 */

type Area = 'localStorage' | 'sessionStorage';

/** A browser may refuse storage; then nothing is kept. */
const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

export const keysOf = (store: string): string => `shopdesk:${store}:`;

export interface Stored {
  get(name: string, area?: Area): string | null | undefined;
  /** An empty value is removed. */
  set(name: string, value: string, area?: Area): void;
  /** Removes everything that was kept for the store. */
  forget(): void;
}

export const storedFor = (store: string): Stored => ({
  get: (name, area = 'localStorage') => attempt(() => globalThis[area].getItem(keysOf(store) + name)),
  set: (name, value, area = 'localStorage') =>
    attempt(() => globalThis[area][value ? 'setItem' : 'removeItem'](keysOf(store) + name, value)),
  forget: () => {
    for (const area of ['localStorage', 'sessionStorage'] as const)
      attempt(() =>
        Object.keys(globalThis[area]).forEach(
          (key) => key.startsWith(keysOf(store)) && globalThis[area].removeItem(key),
        ),
      );
  },
});
