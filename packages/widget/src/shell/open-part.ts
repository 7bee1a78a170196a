/**
 * @module What comes when it is asked for and then stands over the messages or instead of them: one part at a time, by
 * the name of its element.
 */
const PARTS = {
  emoji: () => import('../elements/desk-emoji.ts'),
  history: () => import('./desk-history.ts'),
  'self-service': () => import('../self-service/desk-self-service.ts'),
};

export type Part = keyof typeof PARTS;

export const loadPart = (name: Part): (() => Promise<object>) => PARTS[name];

export class OpenPart {
  #element: HTMLElement | undefined;

  get element(): HTMLElement | undefined {
    return this.#element;
  }

  /** The part's element; another part, or the same one opened again, is another element. */
  show(name: Part, properties: object): HTMLElement {
    if (this.#element?.localName !== `desk-${name}`) this.#element = document.createElement(`desk-${name}`);
    return Object.assign(this.#element, properties);
  }

  close(): void {
    this.#element = undefined;
  }
}
