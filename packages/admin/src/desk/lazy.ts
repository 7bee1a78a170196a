/**
 * @module Shows an element whose code comes on demand. When that fails it says so and offers to try again, or to load
 * the page anew when the desk was updated meanwhile.
 */
import { css, html, nothing } from 'lit';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import { DeskElement, define } from '../kit/element.ts';
import { Loader } from '../kit/loader.ts';
import { loaded } from '../kit/states.ts';
import { states } from '../kit/state-style.ts';
import { loadCode } from './load-code.ts';

export class DeskLazy extends DeskElement {
  static override properties = {
    tag: {},
    load: { attribute: false },
    values: { attribute: false },
    quiet: { type: Boolean },
  };
  static override styles = [
    base,
    controls,
    states,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  tag = '';
  load: () => Promise<unknown> = async () => undefined;
  /** Properties of the element. */
  values: Readonly<Record<string, unknown>> = {};
  /** Takes no room until it is there. */
  quiet = false;

  readonly #made = new Loader(this, {
    args: () => (this.tag ? ([this.tag] as const) : undefined),
    load: async ([tag]): Promise<HTMLElement> => {
      await loadCode(this.load);
      await customElements.whenDefined(tag);
      return document.createElement(tag);
    },
  });

  override render() {
    if (this.quiet && !this.#made.value) return nothing;
    return html`${loaded(this.#made, this.language, (element) => {
      Object.assign(element, this.values);
      return html`${element}`;
    })}`;
  }
}

define('desk-admin-lazy', DeskLazy);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-lazy': DeskLazy;
  }
}
