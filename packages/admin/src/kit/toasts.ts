/** @module The stack of short news at the edge of the panel. */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { base } from './base-style.ts';
import { controls } from './control-style.ts';
import { DeskElement, define } from './element.ts';
import { icon, type IconName } from './icon.ts';
import type { Toast } from './toast.ts';
import { kitWords } from './words.ts';

const STAY_MS = 6000;
/** How soon news moves away from what appears at the foot of the panel after it, such as the field of a reply. */
const LOOK_MS = 200;
/** In CSS pixels: below this width the panel is laid out as on a phone. */
const NARROW = 720;
const BESIDE_NAVIGATION = 104;
const ICONS: Record<Toast['kind'], IconName> = { ok: 'check', info: 'info', warn: 'warning', danger: 'warning' };

/** The attribute of what stands at the foot of the panel and is not to be covered. */
const FOOT = '[data-foot]';

/** The upper edge of what stands at the foot of the panel, one above the other, in pixels of the window. */
function topOfFoot(root: ShadowRoot, panel: DOMRect): number {
  const seen = visualViewport ? visualViewport.offsetTop + visualViewport.height : innerHeight;
  let top = Math.min(panel.bottom, seen);
  for (let foot = footAt(root, panel, top); foot; foot = footAt(root, panel, top)) {
    const edge = foot.getBoundingClientRect().top;
    if (edge >= top || edge <= panel.top) return top;
    top = edge;
  }
  return top;
}

/** The foot just above a height, through however many shadow trees. */
function footAt(root: ShadowRoot, panel: DOMRect, y: number): Element | undefined {
  const hit = root.elementFromPoint(panel.left + panel.width / 2, y - 1);
  // A tree that holds nothing there answers its own host.
  if (!hit || !root.contains(hit)) return undefined;
  return (hit.shadowRoot && footAt(hit.shadowRoot, panel, y)) ?? hit.closest(FOOT) ?? undefined;
}

interface Shown extends Toast {
  readonly id: number;
}

export class DeskToasts extends DeskElement {
  static override properties = { shown: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      [popover] {
        inset: auto;
        margin: 0;
        padding: 0;
        border: 0;
        background: none;
        overflow: visible;
      }
      ul {
        display: grid;
        gap: 0.5rem;
      }
      .notice {
        box-shadow: var(--shadow);
        border: 1px solid var(--line);
        animation: rise 160ms ease-out;
      }
      .notice p {
        overflow-wrap: anywhere;
      }
      @keyframes rise {
        from {
          translate: 0 0.5rem;
          opacity: 0;
        }
      }
    `,
  ];

  shown: readonly Shown[] = [];
  #next = 1;
  #looks: ReturnType<typeof setInterval> | undefined;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  show(news: Toast): void {
    const id = this.#next++;
    this.shown = [...this.shown.slice(-3), { ...news, id }];
    // Trouble and offers of an action stay until they are answered (WCAG 2.2.1).
    if (news.kind !== 'danger' && (news.passing || !news.action))
      this.#timers.set(
        id,
        setTimeout(() => this.#drop(id), STAY_MS),
      );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#looks);
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #drop(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.shown = this.shown.filter((news) => news.id !== id);
  }

  override updated(): void {
    const layer = this.renderRoot.querySelector<HTMLElement>('[popover]');
    if (!layer) return;
    // Shown anew so that it lies above a dialog that opened meanwhile.
    if (layer.matches(':popover-open')) layer.hidePopover();
    clearInterval(this.#looks);
    if (this.shown.length === 0) return;
    this.#place(layer);
    layer.showPopover();
    this.#looks = setInterval(() => this.#place(layer), LOOK_MS);
  }

  /**
   * At the lower start of the panel, wherever that is on the page: beside the navigation, or where the panel is narrow
   * above what stands at its foot, such as the navigation and the field in which a reply is written.
   */
  #place(layer: HTMLElement): void {
    const panel = this.parentElement?.getBoundingClientRect();
    if (!panel) return;
    const narrow = panel.width < NARROW;
    layer.style.setProperty('left', `${panel.left + (narrow ? 12 : BESIDE_NAVIGATION)}px`);
    layer.style.setProperty('inline-size', narrow ? `${panel.width - 24}px` : '19.5rem');
    // What the news itself lies on is looked at through it.
    layer.style.setProperty('pointer-events', 'none');
    layer.style.setProperty(
      'bottom',
      narrow
        ? `${innerHeight - topOfFoot(this.getRootNode() as ShadowRoot, panel) + 8}px`
        : `${Math.max(16, innerHeight - panel.bottom + 16)}px`,
    );
    layer.style.removeProperty('pointer-events');
  }

  override render() {
    const words = this.words(kitWords);
    const last = this.shown.at(-1);
    return html`<div class="visually-hidden" role="status">${last && last.kind !== 'danger' ? last.text : ''}</div>
    <div class="visually-hidden" role="alert">${last?.kind === 'danger' ? last.text : ''}</div>
    <div popover="manual" role="region" aria-label=${words.news}>
      <ul>
        ${repeat(
          this.shown,
          (news) => news.id,
          (news) => html`<li class="notice ${news.kind}">
            ${icon(ICONS[news.kind])}
            <p class="grow">${news.text}</p>
            ${news.action ? html`<button class="button tight" type="button" @click=${() => this.#act(news)}>${news.action.label}</button>` : nothing}
            <button class="button plain icon-only tight" type="button" aria-label=${words.dismiss}
              @click=${() => this.#drop(news.id)}>${icon('close', 'small')}</button>
          </li>`,
        )}
      </ul>
    </div>`;
  }

  #act(news: Shown): void {
    news.action?.run();
    this.#drop(news.id);
  }
}

define('desk-admin-toasts', DeskToasts);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-toasts': DeskToasts;
  }
}
