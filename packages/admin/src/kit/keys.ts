import { browserStorage, isComposed } from '@shopdesk/core/client';

const KEY = 'shopdesk.panel.keys';
const storage = browserStorage();

/** Single keys can be turned off, because speech input and trembling hands press them by accident (WCAG 2.1.4). */
export const singleKeysOn = (): boolean => storage.get(KEY) !== 'off';
export const setSingleKeys = (on: boolean): void => storage.set(KEY, on ? 'on' : 'off');

const TYPING = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="combobox"]';

/** Whether a key press is meant for a field, a menu or a dialog rather than for a shortcut. */
export function isTyping(event: KeyboardEvent): boolean {
  const path = event.composedPath().filter((node) => node instanceof Element);
  return path.some(
    (node) =>
      node.matches(TYPING) ||
      (node.localName === 'dialog' && (node as HTMLDialogElement).open) ||
      node.matches('[popover]:popover-open'),
  );
}

/** Whether a key press is for the panel: the focus is in it, or nowhere. A page around it keeps its own keys. */
export const concerns = (event: KeyboardEvent, panel: Element): boolean =>
  !isComposed(event) &&
  (event.composedPath().includes(panel) || event.target === document.body || event.target === document.documentElement);

/** The panel as a whole, for shortcuts of a page that work wherever the focus is in it. */
export function panelOf(element: Element): Element {
  let root = element.getRootNode();
  while (root instanceof ShadowRoot && root.host.localName !== 'desk-admin') root = root.host.getRootNode();
  return root instanceof ShadowRoot ? root.host : element;
}

/** The single key of a shortcut, or undefined when the press is something else. */
export function shortcutOf(event: KeyboardEvent, panel: Element): string | undefined {
  if (!concerns(event, panel) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
    return undefined;
  return singleKeysOn() && !isTyping(event) ? event.key : undefined;
}

/** Whether a key press tells the browser to print. On a Mac Ctrl+P moves the cursor up. */
export function isPrintKey(event: KeyboardEvent): boolean {
  const held = navigator.platform.startsWith('Mac') ? event.metaKey : event.ctrlKey;
  return held && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'p';
}
