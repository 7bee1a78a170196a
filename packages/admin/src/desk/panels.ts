/**
 * @module Draws the panels that features have put into one slot.
 */
import { createContext } from '@lit/context';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { DeskElement, define } from '../kit/element.ts';
import { Use, viewerContext } from './contexts.ts';
import type { AdminFeature, AdminPanel, PanelSlot } from './feature.ts';
import './lazy.ts';
import { can } from './viewer.ts';

/** The features of this panel, in order. */
export const featuresContext = createContext<readonly AdminFeature[]>(Symbol('desk-features'));

export class DeskPanels extends DeskElement {
  static override properties = {
    place: { attribute: false },
    subject: { attribute: false },
    plain: { type: Boolean },
    deep: { type: Boolean },
    quiet: { type: Boolean },
  };

  place: PanelSlot<never> = { name: '' };
  /** What the panels are about. */
  subject: unknown;
  /** Without a heading above each. */
  plain = false;
  /** Below a second heading, not below the page's first. */
  deep = false;
  /** Panels take no room until they are there. */
  quiet = false;
  readonly #features = new Use(this, featuresContext);
  readonly #viewer = new Use(this, viewerContext);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  #panels(): AdminPanel[] {
    return (this.#features.maybe ?? [])
      .flatMap((feature) => feature.panels)
      .filter(
        (panel) =>
          panel.slot === this.place.name &&
          can(this.#viewer.maybe, panel.allow) &&
          (panel.when?.(this.subject as never) ?? true),
      )
      .sort((a, b) => (a.order ?? 100) - (b.order ?? 100));
  }

  #renderTitle(title: string) {
    return this.deep ? html`<h3>${title}</h3>` : html`<h2>${title}</h2>`;
  }

  override render() {
    return html`${repeat(
      this.#panels(),
      (panel) => panel.tag,
      (panel) => html`<section class="panel">
        ${this.plain ? nothing : this.#renderTitle(this.language.of(panel.title))}
        <desk-admin-lazy .tag=${panel.tag} .load=${panel.load} .values=${{ subject: this.subject }} ?quiet=${this.quiet}></desk-admin-lazy>
      </section>`,
    )}`;
  }
}

define('desk-admin-panels', DeskPanels);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-panels': DeskPanels;
  }
}
