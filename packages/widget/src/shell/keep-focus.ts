/**
 * @module Keyboard in the window: Tab goes round inside it, Escape leaves it. The window is not modal on a desktop –
 * the page stays usable with the mouse and Escape is always the way out.
 */
import { isComposed } from '@shopdesk/core/client';

const FOCUSABLE = 'a[href],button:not(:disabled),input:not(:disabled),textarea:not(:disabled),select,[tabindex="0"]';

/** What can be focused below a root, in order, also inside the shadow roots of our elements. */
function focusables(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    if (element.hidden || element.inert || element.tabIndex < -1) return [];
    const inside = element.shadowRoot ? focusables(element.shadowRoot) : [];
    const visible = element.matches(FOCUSABLE) && element.tabIndex >= 0 && element.getClientRects().length > 0;
    return visible ? [element, ...inside] : inside;
  });
}

function active(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Answers to a key that was pressed in the window. */
export function keepFocus(event: KeyboardEvent, root: ParentNode, leave: () => void): void {
  if (isComposed(event)) return;
  if (event.key === 'Escape') {
    event.stopPropagation();
    return leave();
  }
  if (event.key !== 'Tab') return;
  const inside = focusables(root);
  const [first, last] = [inside[0], inside.at(-1)];
  const now = active();
  if (event.shiftKey ? now === first : now === last) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
}
