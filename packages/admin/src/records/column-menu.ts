import { css, html } from 'lit';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import { DeskElement, define } from '../kit/element.ts';
import { icon } from '../kit/icon.ts';
import { hideUntilPlaced, place } from '../kit/place.ts';
import { recordWords } from './words.ts';

/**
 * @summary Chooses the columns of a list.
 * @event {readonly string[]} desk-change - The names of the columns; none: the usual ones.
 */
export class DeskColumns extends DeskElement {
  static override properties = { fields: { attribute: false }, shown: { attribute: false } };
  static override styles = [
    base,
    controls,
    css`
      [popover] {
        min-inline-size: 13rem;
        max-block-size: min(28rem, 70dvh);
        overflow: auto;
        margin: 0;
        padding: 0.5rem 0.75rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
    `,
  ];

  fields: readonly { readonly name: string; readonly label: string }[] = [];
  shown: readonly string[] = [];

  #toggle(name: string, on: boolean): void {
    const next = on ? [...this.shown, name] : this.shown.filter((other) => other !== name);
    if (next.length > 0) this.tell('desk-change', next);
    else this.requestUpdate();
  }

  override render() {
    const words = this.words(recordWords);
    const toggled = (event: Event) => {
      const popup = event.target as HTMLElement;
      if (popup.matches(':popover-open')) place(popup, this, 'end');
    };
    return html`<button class="button plain icon-only" type="button" popovertarget="menu" aria-label=${words.columns}
      title=${words.columns}>${icon('sliders')}</button>
      <div id="menu" popover role="group" aria-label=${words.columns} 
        @beforetoggle=${hideUntilPlaced} @toggle=${toggled}>
        ${this.fields.map(
          ({ name, label }) => html`<label class="check"><input type="checkbox"
          .checked=${this.shown.includes(name)}
            @change=${(event: Event) => this.#toggle(name, (event.target as HTMLInputElement).checked)} /><span>${label}</span></label>`,
        )}
        <button class="link small" type="button"
          @click=${() => this.tell('desk-change', [])}>${words.columnsReset}</button>
      </div>`;
  }
}

define('desk-admin-columns', DeskColumns);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-columns': DeskColumns;
  }
}
