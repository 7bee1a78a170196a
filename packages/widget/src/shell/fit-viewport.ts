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
    // Zoomed in by two fingers it is smaller too, and that is no keyboard: size and place stay.
    if (viewport.scale > 1.05) return;
    element.style.setProperty('--desk-height', `${viewport.height}px`);
    element.style.setProperty('--desk-top', `${viewport.offsetTop}px`);
  };
  for (const event of ['resize', 'scroll']) viewport.addEventListener(event, fit, { signal: listening.signal });
  fit();
  return () => listening.abort();
}
