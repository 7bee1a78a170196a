/**
 * @module What the page tells about itself: network, being looked at, other tabs. Everything is given back by `stop`.
 */

export interface PageWatch {
  /** The network is back, or the page comes out of the browser's memory. */
  readonly onNetwork: () => void;
  /** The page is looked at again, or not any more. */
  readonly onVisible: (visible: boolean) => void;
  /** Another tab has written under this prefix. */
  readonly onStored: () => void;
  readonly prefix: string;
}

export function watchPage({ onNetwork, onVisible, onStored, prefix }: PageWatch): { stop(): void } {
  const listening = new AbortController();
  const { signal } = listening;
  addEventListener('online', onNetwork, { signal });
  addEventListener('offline', onNetwork, { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && onNetwork(), { signal });
  document.addEventListener('visibilitychange', () => onVisible(document.visibilityState === 'visible'), { signal });
  addEventListener('storage', ({ key }) => (key === null || key.startsWith(prefix)) && onStored(), { signal });
  return { stop: () => listening.abort() };
}
