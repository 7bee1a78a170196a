/**
 * @module The list of the settings: a page of its own where there is no room for two columns, else beside whatever page of
 * the settings is open. Features say by `nav.area` what stands in it.
 */
import { css, html, nothing } from 'lit';
import { navigationContext, Use } from '../desk/contexts.ts';
import type { AdminPage, OwnArea, SettingsArea } from '../desk/feature.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import { DeskElement, define } from '../kit/element.ts';
import { icon } from '../kit/icon.ts';
import type { LocalText } from '../kit/language.ts';
import { rootOf } from './frame.ts';
import { shellWords } from './words.ts';

/** The parts that every panel has, in their order. */
const AREAS: Readonly<Record<SettingsArea, LocalText>> = {
  shop: { en: 'Shop and channels', zh: '店铺与渠道' },
  people: { en: 'People', zh: '人员' },
  service: { en: 'Service', zh: '服务' },
  knowledge: { en: 'Knowledge and scripts', zh: '知识与话术' },
  policies: { en: 'Policies', zh: '政策' },
  system: { en: 'System', zh: '系统' },
  developer: { en: 'Developer', zh: '开发者' },
};
/** Closed until somebody looks for it. */
const FOLDED = 'developer';

/** In rem: with less there is the list or a page of it, never both; as in the style of the frame. */
const ROOM_BESIDE = 54.5;

interface Group extends OwnArea {
  readonly pages: readonly AdminPage[];
}

const areaOf = (area: SettingsArea | OwnArea): OwnArea =>
  typeof area === 'string'
    ? { name: area, title: AREAS[area], order: (Object.keys(AREAS).indexOf(area) + 1) * 10 }
    : area;

/** The places in their parts; parts of one name are one. */
export function groupsOf(places: readonly AdminPage[]): Group[] {
  const groups = new Map<string, Group>();
  for (const page of places) {
    if (!page.nav?.area) continue;
    const area = areaOf(page.nav.area);
    const group = groups.get(area.name) ?? { ...area, pages: [] };
    groups.set(area.name, { ...group, pages: [...group.pages, page] });
  }
  return [...groups.values()].sort((a, b) => a.order - b.order);
}

/** @summary The list of the settings. */
export class DeskSettings extends DeskElement {
  static override properties = { places: { attribute: false }, current: { attribute: false } };
  static override styles = [
    base,
    controls,
    css`
      :host {
        grid-row: 3;
        min-block-size: 0;
        overflow: auto;
        background: var(--surface);
      }
      :host([beside]) {
        grid-column: 1;
        border-inline-end: 1px solid var(--line);
      }
      .whole {
        display: grid;
        gap: 0.25rem;
        padding: 0.75rem;
      }
      h1 {
        padding: 0.25rem 0.5rem;
      }
      h2 {
        padding: 0.75rem 0.5rem 0.25rem;
        color: var(--ink-2);
        font-size: var(--small);
      }
      summary {
        margin-block-start: 0.75rem;
        padding: 0.25rem 0.5rem;
        border-radius: var(--radius);
        color: var(--ink-2);
        font-size: var(--small);
        font-weight: 650;
        cursor: pointer;
      }
      ul {
        display: grid;
        gap: 0.125rem;
      }
      li a {
        display: flex;
        align-items: center;
        gap: 0.625rem;
        min-block-size: 2.125rem;
        padding: 0.25rem 0.5rem;
        border-radius: var(--radius);
        color: var(--ink);
        text-decoration: none;
      }
      li a svg {
        color: var(--ink-2);
      }
      li a:hover,
      summary:hover {
        background: var(--hover);
      }
      li a[aria-current],
      li a[aria-current] svg {
        background: var(--accent-soft);
        color: var(--accent-ink);
      }
      .back {
        display: none;
      }
      @container (inline-size < 60rem) {
        :host([beside]) {
          border-inline-end: 0;
          border-block-end: 1px solid var(--line);
        }
        :host([beside]) .whole {
          display: none;
        }
        :host([beside]) .back {
          display: flex;
          align-items: center;
          gap: 0.5rem;
          min-block-size: 2.5rem;
          padding-inline: 0.75rem;
          text-decoration: none;
        }
        li a {
          min-block-size: 2.75rem;
        }
      }
      @media (forced-colors: active) {
        li a[aria-current] {
          outline: 2px solid Highlight;
        }
      }
    `,
  ];

  places: readonly AdminPage[] = [];
  /** The place to which the page beside it belongs; absent: the list is the page. */
  current: AdminPage | undefined;
  readonly #navigation = new Use(this, navigationContext);
  readonly #room = new ResizeObserver(() => this.#goOn());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#room.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#room.disconnect();
  }

  override willUpdate(): void {
    this.toggleAttribute('beside', this.current !== undefined);
  }

  /** Where there is room for both, the first page is beside the list at once. */
  #goOn(): void {
    const first = groupsOf(this.places)[0]?.pages[0];
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (!this.current && first && this.isConnected && this.offsetWidth >= ROOM_BESIDE * rem)
      this.#navigation.value.go(rootOf(first), { replace: true });
  }

  override render() {
    const title = this.words(shellWords).settings;
    const heading = this.current ? nothing : html`<h1>${title}</h1>`;
    const back = html`<a class="back"
      href=${this.#navigation.value.href('/settings')}>${icon('back', 'small')}${title}</a>`;
    return html`<nav aria-label=${title}>
      ${this.current ? back : nothing}
      <div class="whole">
        ${heading}${groupsOf(this.places).map((group) => this.#renderGroup(group))}
      </div>
    </nav>`;
  }

  #renderGroup({ name, title, pages }: Group) {
    const text = this.language.of(title);
    const list = html`<ul aria-label=${text}>${pages.map(
      (page) => html`<li><a href=${this.#navigation.value.href(rootOf(page))}
        aria-current=${page === this.current ? 'page' : nothing}>${icon(page.nav?.icon ?? 'table')}<span>${this.language.of(page.title)}</span></a></li>`,
    )}</ul>`;
    if (name !== FOLDED) return html`<h2>${text}</h2>${list}`;
    return html`<details
      ?open=${pages.some((page) => page === this.current)}><summary>${text}</summary>${list}</details>`;
  }
}

define('desk-admin-settings', DeskSettings);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-settings': DeskSettings;
  }
}
