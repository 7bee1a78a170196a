/**
 * @module A host that has only a least height gives its children none that a percentage could be of: there the panel
 * takes the room that is left in its host. Every other host is filled by the panel's style alone.
 */
const PROPERTY = '--desk-room';

/** Keeps the room that is left in the element's parent in `--desk-room`; call the answer to stop. */
export function fillHost(element: HTMLElement): () => void {
  const host = element.parentElement;
  if (!host) return () => undefined;
  const fit = () => {
    element.style.removeProperty(PROPERTY);
    const left = slack(host);
    if (left >= 1) element.style.setProperty(PROPERTY, `${element.getBoundingClientRect().height + left}px`);
  };
  const observer = new ResizeObserver(fit);
  observer.observe(host);
  // A host as high as the window is held open by the panel when the window gets smaller.
  addEventListener('resize', fit);
  return () => {
    observer.disconnect();
    removeEventListener('resize', fit);
    element.style.removeProperty(PROPERTY);
  };
}

/** Pixels between the last child of a host and its lower edge. */
function slack(host: Element): number {
  const { paddingBottom, borderBottomWidth } = getComputedStyle(host);
  const bottoms = [...host.children].map((child) => child.getBoundingClientRect().bottom);
  return (
    host.getBoundingClientRect().bottom -
    Number.parseFloat(borderBottomWidth) -
    Number.parseFloat(paddingBottom) -
    Math.max(...bottoms)
  );
}
