import { isComposed } from '@shopdesk/core/client';
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { base } from './base-style.ts';
import { controls } from './control-style.ts';
import { DeskElement, define } from './element.ts';
import { icon, type IconName } from './icon.ts';
import { hideUntilPlaced, place } from './place.ts';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Draws the items as choices of which one is on. */
  readonly checked?: boolean;
  /** Why it cannot be done now; the item stays readable. */
  readonly blocked?: string | undefined;
  readonly danger?: boolean;
}

/**
 * @summary A button that opens a menu.
 * @slot - What the button shows.
 * @event {string} desk-pick - The id of the picked item.
 */
export class DeskMenu extends DeskElement {
  static override properties = { items: { attribute: false }, label: {}, align: {}, kind: {}, open: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: inline-flex;
      }
      [popover] {
        min-inline-size: 12rem;
        max-inline-size: min(22rem, 92vw);
        max-block-size: 70dvh;
        overflow: auto;
        margin: 0;
        padding: 0.25rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      [role^='menuitem'] {
        display: grid;
        grid-template-columns: 1.25rem 1fr;
        gap: 0 0.5rem;
        align-items: center;
        inline-size: 100%;
        min-block-size: 2.125rem;
        padding: 0.25rem 0.5rem;
        border: 0;
        border-radius: 0.375rem;
        background: none;
        text-align: start;
        cursor: pointer;
      }
      [role^='menuitem']:is(:hover, :focus-visible) {
        background: var(--hover);
        outline-offset: -2px;
      }
      [aria-disabled='true'] {
        color: var(--ink-3);
        cursor: not-allowed;
      }
      .danger {
        color: var(--danger);
      }
      .why {
        grid-column: 2;
      }
    `,
  ];

  items: readonly MenuItem[] = [];
  label = '';
  align: 'start' | 'end' = 'end';
  /** Classes of the button. */
  kind = 'button plain icon-only';
  open = false;

  get #popup(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('[popover]') as HTMLElement;
  }

  #entries(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  }

  #toggled(event: ToggleEvent): void {
    this.open = event.newState === 'open';
    if (!this.open) return;
    place(this.#popup, this, this.align);
    (this.#entries().find((entry) => entry.ariaChecked === 'true') ?? this.#entries()[0])?.focus();
  }

  #keys(event: KeyboardEvent): void {
    if (isComposed(event)) return;
    const entries = this.#entries();
    const at = entries.indexOf(this.shadowRoot?.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Tab') this.#popup.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    entries.at(to % entries.length)?.focus();
  }

  #pick(item: MenuItem): void {
    if (item.blocked !== undefined) return;
    this.#popup.hidePopover();
    this.renderRoot.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
    this.tell('desk-pick', item.id);
  }

  override render() {
    return html`<button class=${this.kind} type="button" popovertarget="menu" aria-haspopup="menu"
      aria-expanded=${this.open} aria-label=${this.label || nothing} title=${this.label || nothing}>
        <slot></slot>
      </button>
      <div id="menu" role="menu" popover aria-label=${this.label || nothing} @beforetoggle=${hideUntilPlaced}
        @toggle=${this.#toggled} @keydown=${this.#keys}>
        ${repeat(
          this.items,
          (item) => item.id,
          (item) => this.#renderItem(item),
        )}
      </div>`;
  }

  #renderItem(item: MenuItem) {
    const choice = item.checked !== undefined;
    return html`<button
      type="button"
      tabindex="-1"
      role=${choice ? 'menuitemradio' : 'menuitem'}
      class=${item.danger ? 'danger' : ''}
      aria-checked=${choice ? (item.checked ? 'true' : 'false') : nothing}
      aria-disabled=${item.blocked === undefined ? nothing : 'true'}
      @click=${() => this.#pick(item)}
    >
      ${item.checked ? icon('check', 'small') : item.icon ? icon(item.icon, 'small') : html`<span></span>`}<span>${item.label}</span>
      ${item.blocked ? html`<span class="why hint">${item.blocked}</span>` : nothing}
    </button>`;
  }
}

define('desk-admin-menu', DeskMenu);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-menu': DeskMenu;
  }
}
