/**
 * @module What tests see of the widget on their page: its parts through the open shadow roots, and whether they are
 * accessible.
 */
import 'axe-core/axe.js';
import type { AxeResults, RunOptions } from 'axe-core';
import { waitUntil } from '@open-wc/testing';

declare const axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };

/** The first element that matches, looking into every shadow root below `root`. */
export function deep<E extends Element = HTMLElement>(selector: string, root: ParentNode = document): E | undefined {
  return all<E>(selector, root)[0];
}

/** Every element that matches, in order, looking into every shadow root below `root`. */
export function all<E extends Element = HTMLElement>(selector: string, root: ParentNode = document): E[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element as unknown as E] : []),
    ...(element.shadowRoot ? all<E>(selector, element.shadowRoot) : []),
  ]);
}

/** Every element that matches inside the first `tag`, in its shadow and below. */
export const inside = <E extends Element = HTMLElement>(tag: string, selector: string): E[] =>
  all<E>(selector, deep(tag)?.shadowRoot ?? document.createDocumentFragment());

/** The element, or a failure that names it. */
export function part<E extends Element = HTMLElement>(selector: string, root?: ParentNode): E {
  const element = deep<E>(selector, root);
  if (!element) throw new Error(`There is no ${selector}.`);
  return element;
}

/** Waits for an element. */
export async function appears<E extends Element = HTMLElement>(selector: string): Promise<E> {
  await waitUntil(() => deep(selector) !== undefined, `${selector} appears`, { timeout: 10_000 });
  return part<E>(selector);
}

export const until = (condition: () => unknown, what = 'it happens') =>
  waitUntil(async () => Boolean(await condition()), what, { timeout: 20_000, interval: 20 });

export const launcher = () => part<HTMLButtonElement>('.launcher');
export const composer = () => part<HTMLElementTagNameMap['desk-composer']>('desk-composer');
export const textarea = () => part<HTMLTextAreaElement>('textarea', composer().shadowRoot ?? undefined);
/** What the bubbles say, in order. */
export const bubbles = () => all('.bubble').map((element) => element.textContent?.trim());
export const textOf = (element: Element | undefined) =>
  (element ? visibleText(element) : '').replace(/\s+/g, ' ').trim();

function visibleText(node: Node): string {
  // No `instanceof`: an element of a frame is of that frame's classes.
  if ((node as HTMLElement).hidden) return '';
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  return [...((node as Element).shadowRoot ?? node).childNodes].map(visibleText).join(' ');
}

/** Writes into the composer and sends. */
export async function send(text: string): Promise<void> {
  composer().value = text;
  part<HTMLButtonElement>('.send').click();
  await until(() => composer().value === '', 'the composer is empty');
}

/** A button by its accessible name or its words. */
export function button(name: string): HTMLButtonElement {
  const found = all<HTMLButtonElement>('button').find(
    (one) => (one.ariaLabel ?? textOf(one)) === name && one.getClientRects().length > 0,
  );
  if (!found) throw new Error(`There is no button "${name}".`);
  return found;
}

/** Where the focus is, inside shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** What axe objects to in the widget. */
export async function objections(): Promise<string[]> {
  const host = part('desk-widget');
  const { violations } = await axe.run(host, { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** A page as if it had never been visited. */
export function cleanPage(): void {
  localStorage.clear();
  sessionStorage.clear();
  document.documentElement.removeAttribute('dir');
}
