import { css, html, nothing } from 'lit';
import { clientContext, Use, viewerContext } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import { isServedBy, type ConversationItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import '../../kit/menu.ts';
import { macros, type MacroItem } from './data.ts';
import { scriptWords } from './words.ts';

/** @summary The macros that can be done in a conversation; nothing where there are none. */
export class DeskMacrosPanel extends DeskElement {
  static override properties = { subject: { attribute: false }, chosen: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        justify-content: flex-end;
      }
    `,
  ];

  declare subject: ConversationItem;
  chosen: MacroItem | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #macros = new Loader(this, {
    args: () => (this.subject ? ([this.subject.storeId] as const) : undefined),
    load: async ([storeId]) => {
      const { nodes } = await this.#client.value.query(macros, { filter: { state: { eq: 'ACTIVE' } }, first: 50 });
      return nodes.filter((macro) => !macro.storeId || macro.storeId === storeId);
    },
  });

  override render() {
    const all = this.#macros.value ?? [];
    if (all.length === 0) return nothing;
    const words = this.words(scriptWords);
    const items = all.map(({ id, name }) => ({ id, label: this.language.of(name) }));
    const served = isServedBy(this.subject, this.#viewer.value.id);
    return html`${served ? html`<desk-admin-menu label=${words.macros} align="end" .items=${items} @desk-pick=${({ detail }: CustomEvent<string>) => (this.chosen = all.find(({ id }) => id === detail))}>${icon('bolt', 'small')}${words.macros}</desk-admin-menu>` : nothing}
      ${
        this.chosen
          ? html`<desk-admin-lazy .tag=${'desk-admin-macro-run'} .load=${() => import('./macro-run.ts')}
            .values=${{ macro: this.chosen, item: this.subject }} @desk-closed=${() => (this.chosen = undefined)}></desk-admin-lazy>`
          : nothing
      }`;
  }
}

define('desk-admin-macros-panel', DeskMacrosPanel);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-macros-panel': DeskMacrosPanel;
  }
}
