/**
 * @module Whether the Tab key comes to everything that can be pressed or written into. Of radio buttons that belong
 * together and of things that arrow keys go through, one is enough: that is how keyboards work.
 */
import type { Page } from 'playwright-core';

/** What cannot be reached inside the element, each by what it is called; what goes away on the way is not missed. */
export async function unreachable(page: Page, selector: string): Promise<string[]> {
  const all = await page.evaluate(markControls, selector);
  const found = new Set<string>();
  await page
    .locator(selector)
    .first()
    .evaluate(
      (element) =>
        (element.getRootNode() as Document | ShadowRoot).activeElement === element || (element as HTMLElement).focus(),
    );
  for (let presses = 0; presses < all.length + 3; presses += 1) {
    await page.keyboard.press('Tab');
    found.add(await page.evaluate(markOfFocus));
  }
  const left = await page.evaluate(markControls, selector);
  const stillThere = new Set(left.map(({ mark }) => mark));
  return all.filter(({ mark }) => !found.has(mark) && stillThere.has(mark)).map(({ name }) => name);
}

interface Control {
  readonly mark: string;
  readonly name: string;
}

/** Gives every control a mark that stays with it; runs in the page. */
function markControls(selector: string): Control[] {
  const CONTROLS = 'button, input, textarea, select, a[href], summary, [tabindex="0"]';
  const within = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
      ...(element.matches(CONTROLS) ? [element] : []),
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);
  const anywhere = (root: ParentNode): Element | undefined =>
    root.querySelector(selector) ??
    [...root.querySelectorAll('*')]
      .map(({ shadowRoot }) => shadowRoot && anywhere(shadowRoot))
      .find((element) => element !== undefined && element !== null);
  const start = anywhere(document);
  if (!start) throw new Error(`There is no ${selector}.`);
  const shown = [...within(start), ...(start.shadowRoot ? within(start.shadowRoot) : [])].filter(
    (element) => element.checkVisibility() && element.tabIndex >= 0 && !element.matches(':disabled, [type=file]'),
  );
  return shown.map((element) => {
    const { name = '', type = '' } = element as HTMLInputElement;
    const mark = (element.dataset['e2eMark'] ??= type === 'radio' ? `radio ${name}` : crypto.randomUUID());
    return { mark, name: element.ariaLabel ?? element.textContent?.trim() ?? element.tagName };
  });
}

/** The mark of what has the focus; runs in the page. */
function markOfFocus(): string {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return (active as HTMLElement | null)?.dataset['e2eMark'] ?? '';
}
