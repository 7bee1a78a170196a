/**
 * @module What every element of the panel extends: the shared style and the reader's language.
 */
import { ContextConsumer } from '@lit/context';
import { LitElement, type CSSResultGroup } from 'lit';
import { base } from './base-style.ts';
import { Language, languageContext, type Texts } from './language.ts';

const fallback = new Language('en');

export class DeskElement extends LitElement {
  static override styles: CSSResultGroup = base;

  readonly #language = new ContextConsumer(this, { context: languageContext, subscribe: true });

  get language(): Language {
    return this.#language.value ?? fallback;
  }

  protected words<T>(texts: Texts<T>): T {
    return this.language.words(texts);
  }

  /** Tells those around; answers false when somebody prevented it. */
  protected tell<T>(type: string, detail?: T): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
  }
}

/** Registers an element; a second copy of the panel on one page is harmless. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
