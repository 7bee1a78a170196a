/** @module What tests see of the panel: its parts through the open shadow roots, and whether they are accessible. */
import 'axe-core/axe.js';
import type { AdminFeature } from '../desk/feature.ts';
import type { AxeResults, RunOptions } from 'axe-core';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { waitUntil } from '@open-wc/testing';
import type { RoleCode, StaffActor } from '@shopdesk/core';
import '../shell/admin-element.ts';
import type { DeskAdmin } from '../shell/admin-element.ts';
import { createPanelDesk, type PanelDesk } from './panel-desk.ts';

type Body = () => void | Promise<void>;
interface Suite {
  readonly describe: (title: string, body: () => void) => void;
  readonly it: (title: string, body: Body) => void;
  readonly beforeEach: (body: Body) => void;
  readonly afterEach: (body: Body) => void;
}

/** What the test runner puts on the page. */
export const { describe, it, beforeEach, afterEach } = globalThis as unknown as Suite;

declare const axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };

/** Every element that matches, in order, looking into every shadow root below `root`. */
export function all<E extends Element = HTMLElement>(selector: string, root: ParentNode = document): E[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element as unknown as E] : []),
    ...(element.shadowRoot ? all<E>(selector, element.shadowRoot) : []),
  ]);
}

export const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

/** What a person reads, shadow roots and all. */
export function readable(node: Node = document.body): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return '';
  if (!isSeen(node) && node !== document.body && getComputedStyle(node).display !== 'contents') return '';
  if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0)
    return node.assignedNodes().map(readable).join(' ');
  const inside = node.shadowRoot ?? node;
  return [...inside.childNodes].map(readable).join(' ').replace(/\s+/g, ' ').trim();
}

export const until = (condition: () => unknown, what = 'it happens', timeout = 20_000): Promise<void> =>
  waitUntil(async () => Boolean(await condition()), what, { timeout, interval: 25 });

export const reads = (text: string): Promise<void> => until(() => readable().includes(text), `the page says “${text}”`);

/** Waits for an element that is shown. */
export async function shows<E extends Element = HTMLElement>(selector: string): Promise<E> {
  await until(() => all(selector).some(isSeen), `${selector} is shown`);
  return all<E>(selector).find(isSeen) as E;
}

/** Parents as the page is drawn: through slots and shadow roots. */
function* around(element: Element): Generator<Element> {
  for (
    let node: Node | null = element;
    node;
    node =
      node instanceof Element && node.assignedSlot
        ? node.assignedSlot
        : node instanceof ShadowRoot
          ? node.host
          : node.parentNode
  )
    if (node instanceof Element) yield node;
}

/** Those that can be pressed: seen, and not behind a modal dialog. */
function reachable<E extends Element>(elements: readonly E[]): E[] {
  if (elements.length === 0) return [];
  const modal = all('dialog:modal').at(-1);
  return elements.filter((element) => isSeen(element) && (!modal || [...around(element)].includes(modal)));
}

const saysOf = (element: HTMLElement): string => element.getAttribute('aria-label') ?? readable(element);

/** Waits for a button, a link or a menu item by what it is called. */
export async function control(name: string): Promise<HTMLElement> {
  let found: HTMLElement[] = [];
  await until(() => {
    const offered = all<HTMLElement>('button, a, [role^="menuitem"], summary');
    found = reachable(offered.filter((element) => saysOf(element).includes(name)));
    return found.length > 0;
  }, `there is “${name}”`);
  return found.find((element) => saysOf(element) === name) ?? (found[0] as HTMLElement);
}

/** Waits for a control until the desk has said that it may be pressed. */
export async function allowed(name: string): Promise<HTMLElement> {
  let found = await control(name);
  const isBlocked = async () => (found = await control(name)).getAttribute('aria-disabled') === 'true';
  await until(async () => !(await isBlocked()), `“${name}” can be pressed`);
  return found;
}

export const press = async (name: string): Promise<void> => (await allowed(name)).click();

/** Presses a button of the dialog that opens. */
export async function pressInDialog(name: string): Promise<void> {
  await until(() => all('dialog:modal').length > 0, 'a dialog is open');
  await press(name);
}

/** Waits for a field by its label. */
export async function field<E extends HTMLElement = HTMLInputElement>(label: string): Promise<E> {
  const find = () =>
    reachable(
      all<E & HTMLInputElement>('input, textarea, select').filter(
        (input) =>
          input.getAttribute('aria-label') === label ||
          [...(input.labels ?? [])].some((one) => (one.textContent ?? '').replace('*', '').trim() === label),
      ),
    )[0];
  await until(find, `there is a field “${label}”`);
  return find() as E;
}

/** Fills a field as a person does. */
export async function fill(label: string, value: string): Promise<void> {
  const input = await field<HTMLInputElement>(label);
  input.focus();
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}

/** The history has left the step of a dialog that was closed: sooner than a person goes on, later than a test does. */
export const stepLeft = () => until(() => !history.state?.shopdesk, 'the step of the dialog is left');

export const keys = async (...pressed: string[]): Promise<void> => {
  for (const key of pressed) await sendKeys({ press: key });
};

/** What axe objects to on the page, by rule and place. */
export async function objections(): Promise<string[]> {
  // News that is still coming into view has the colours of neither before nor after.
  const moving = all('.notice').flatMap((element) => element.getAnimations());
  await Promise.allSettled(moving.map(({ finished }) => finished));
  const { violations } = await axe.run(document.body, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary?.split('\n')[1] ?? ''}`),
  );
}

export interface OpenPanel {
  readonly panel: DeskAdmin;
  readonly desk: PanelDesk;
  readonly userId: string;
  readonly actor: StaffActor;
  go(path: string): void;
}

interface PanelOptions {
  readonly roles?: readonly RoleCode[];
  readonly locale?: 'zh-CN' | 'en';
  readonly path?: string;
  readonly desk?: PanelDesk;
  readonly size?: { readonly width: number; readonly height: number };
  /** Absent: those of Shopdesk. */
  readonly features?: readonly AdminFeature[];
}

/** A desktop and a phone. */
export const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

/** Leaves the page as it was before a test. */
export function cleanPage(): void {
  for (const panel of document.querySelectorAll('desk-admin')) panel.remove();
  for (const storage of [localStorage, sessionStorage]) storage.clear();
  history.replaceState(null, '', `${location.pathname}${location.search}#/`);
}

export function newPanel(desk: PanelDesk, locale: 'zh-CN' | 'en' = 'en'): DeskAdmin {
  document.documentElement.lang = locale;
  document.title = 'Shopdesk';
  document.body.style.cssText = 'margin:0;block-size:100vh';
  const panel = document.createElement('desk-admin');
  panel.fetch = desk.fetch;
  panel.locale = locale;
  return panel;
}

/** The panel with somebody signed in. */
export async function openPanel({
  roles = ['TL'],
  locale = 'en',
  path = '/',
  desk,
  size = SIZES.desktop,
  features,
}: PanelOptions = {}): Promise<OpenPanel> {
  cleanPage();
  await setViewport(size);
  const there = desk ?? (await createPanelDesk());
  const { token, actor } = await there.signedIn(`Agent-${roles.join('')}`, roles);
  sessionStorage.setItem('shopdesk.panel:', JSON.stringify({ token }));
  const go = (next: string): void => void (location.hash = next);
  go(path);
  const panel = newPanel(there, locale);
  if (features) panel.features = features;
  document.body.append(panel);
  await shows('desk-admin-frame');
  return { panel, desk: there, userId: actor.userId, actor, go };
}

/** Drags a card of a board to a column by its name. */
export async function drag(card: HTMLElement, column: string): Promise<void> {
  const target = all('desk-admin-board-column').find((one) =>
    one.shadowRoot?.querySelector('h2')?.textContent?.trim().startsWith(column),
  );
  const dataTransfer = new DataTransfer();
  const fire = (element: Element | undefined, name: string) =>
    element?.dispatchEvent(new DragEvent(name, { bubbles: true, composed: true, cancelable: true, dataTransfer }));
  fire(card, 'dragstart');
  await new Promise(requestAnimationFrame);
  fire(target, 'dragover');
  fire(target, 'drop');
  fire(card, 'dragend');
}
