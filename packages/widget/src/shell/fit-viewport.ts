/**
 * @module On a phone the window fills what the on-screen keyboard leaves: browsers do not shrink the layout for it,
 * only the visual viewport.
 */

/** Keeps `--desk-height` and `--desk-top` of the element equal to the visible part; answers what ends it. */
export function fitViewport(element: HTMLElement): () => void {
  const viewport = globalThis.visualViewport;
  if (!viewport) return () => undefined;
  const listening = new AbortController();
  const fit = (): void => {
    element.style.setProperty('--desk-height', `${viewport.height}px`);
    element.style.setProperty('--desk-top', `${viewport.offsetTop}px`);
  };
  viewport.addEventListener('resize', fit, { signal: listening.signal });
  viewport.addEventListener('scroll', fit, { signal: listening.signal });
  fit();
  return () => listening.abort();
}
