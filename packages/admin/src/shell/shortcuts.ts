import { css, html } from 'lit';
import type { AdminFeature, AdminShortcut } from '../desk/feature.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import '../kit/dialog.ts';
import { DeskElement, define } from '../kit/element.ts';
import { checkField } from '../kit/field.ts';
import { setSingleKeys, singleKeysOn } from '../kit/keys.ts';
import { shellWords } from './words.ts';
import { shortcutsWords } from './shortcuts-words.ts';

const GENERAL: readonly AdminShortcut[] = [
  { keys: 'Ctrl+K', title: { en: 'Search and commands', zh: '搜索与命令' } },
  { keys: '?', title: { en: 'This list', zh: '显示此列表' } },
  { keys: 'Esc', title: { en: 'Close what is open', zh: '关闭当前窗口' } },
];

/** @summary The sheet of keyboard shortcuts, with a switch for single keys. */
export class DeskShortcuts extends DeskElement {
  static override properties = { features: { attribute: false } };
  static override styles = [
    base,
    controls,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.5rem 1rem;
        align-items: baseline;
        margin-block-end: 1rem;
      }
      dt {
        display: flex;
        gap: 0.25rem;
        justify-content: flex-end;
      }
    `,
  ];

  features: readonly AdminFeature[] = [];

  override render() {
    const all = [...GENERAL, ...this.features.flatMap((feature) => feature.shortcuts)];
    return html`<desk-admin-dialog open heading=${this.words(shellWords).shortcuts}>
      <dl>
        ${all.map(({ keys, title }) => html`<dt>${keys.split('+').map((key) => html`<kbd class="kbd">${key}</kbd>`)}</dt><dd>${this.language.of(title)}</dd>`)}
      </dl>
      ${checkField({
        id: 'single',
        label: this.words(shortcutsWords).singleKeys,
        hint: this.words(shortcutsWords).singleKeysHint,
        value: singleKeysOn(),
        onInput: setSingleKeys,
      })}
    </desk-admin-dialog>`;
  }
}

define('desk-admin-shortcuts', DeskShortcuts);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-shortcuts': DeskShortcuts;
  }
}
