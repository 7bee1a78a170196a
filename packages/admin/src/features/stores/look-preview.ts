/**
 * @module The widget as shoppers will see it, drawn with the same elements, in both languages and each of its states.
 */
import { elementTextsEn, elementTextsZhCn, tokens, type TimelineItem } from '@shopdesk/widget/elements';
import { css, html, nothing } from 'lit';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import type { Look } from './data.ts';
import { storeWords } from './words.ts';

type Shown = 'open' | 'offline' | 'closed';

/** White or black, whichever has more contrast on a colour (WCAG relative luminance). */
export function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
}

const SAMPLE = { card: null, attachment: null, at: '2025-03-10T09:41:00.000Z', senderId: null } as const;

export class DeskLookPreview extends DeskElement {
  static override properties = { look: { attribute: false }, name: {}, shown: { state: true }, zh: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        gap: 0.625rem;
        position: sticky;
        inset-block-start: 0;
      }
      .choices {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.5rem;
      }
      .page {
        display: grid;
        align-content: end;
        gap: 0.625rem;
        min-block-size: 30rem;
        padding: 0.875rem;
        border: 1px solid var(--line);
        border-radius: 0.75rem;
        background: repeating-linear-gradient(0deg, var(--hover) 0 0.5rem, transparent 0.5rem 1.5rem) 1rem 1rem / calc(100% - 2rem) calc(100% - 2rem) no-repeat, var(--surface);
        justify-items: end;
      }
      .page.start {
        justify-items: start;
      }
    `,
  ];

  declare look: Look;
  name = '';
  shown: Shown = 'open';
  zh: boolean | undefined;

  override render() {
    const words = this.words(storeWords);
    const zh = this.zh ?? this.language.key === 'zh';
    const states = (['open', 'offline', 'closed'] as const).map((value) => ({
      value,
      label: words.previewStates[value],
    }));
    return html`<h2>${words.preview}</h2>
      <div class="choices">
        ${selectField({
          id: 'language',
          label: words.previewLanguage,
          value: zh ? 'zh' : 'en',
          choices: [
            { value: 'zh', label: words.chinese },
            { value: 'en', label: words.english },
          ],
          onInput: (value) => (this.zh = value === 'zh'),
        })}
        ${selectField({ id: 'state', label: words.previewState, value: this.shown, choices: states, onInput: (value) => (this.shown = value || 'open') })}
      </div>
      <div class="page ${this.look.position}" role="img" aria-label=${words.preview}>
        <desk-admin-look-window .look=${this.look} .name=${this.name} .shown=${this.shown}
          .zh=${zh}></desk-admin-look-window>
      </div>`;
  }
}

/** The window and the button; its own element, because the widget's tokens begin at a host. */
class DeskLookWindow extends DeskElement {
  static override properties = { look: { attribute: false }, name: {}, shown: {}, zh: { type: Boolean } };
  static override styles = [
    base,
    tokens,
    css`
      :host {
        display: grid;
        gap: 0.625rem;
        justify-items: inherit;
        inline-size: min(19rem, 100%);
        font: 14px/1.45 var(--desk-font);
        color: var(--desk-text);
      }
      .window {
        display: grid;
        inline-size: 100%;
        border-radius: 16px;
        overflow: hidden;
        background: var(--desk-surface);
        box-shadow: 0 8px 30px #0003;
      }
      header {
        padding: 0.75rem 1rem;
        background: var(--desk-colour);
        color: var(--desk-on-colour);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .messages {
        display: flex;
        flex-direction: column;
        gap: 8px;
        padding: 0.875rem;
        min-block-size: 13rem;
      }
      .composer {
        margin: 0 0.75rem 0.75rem;
        padding: 0.5rem 0.75rem;
        border: 1px solid var(--desk-line);
        border-radius: 12px;
        color: var(--desk-muted);
      }
      .launcher {
        display: grid;
        place-items: center;
        inline-size: 56px;
        block-size: 56px;
        border-radius: 50%;
        background: var(--desk-colour);
        color: var(--desk-on-colour);
        box-shadow: 0 4px 14px #0004;
      }
    `,
  ];

  declare look: Look;
  name = '';
  shown: Shown = 'open';
  zh = false;

  override willUpdate(): void {
    this.style.setProperty('--desk-look', this.look.colour);
    this.style.setProperty('--desk-on-look', inkOn(this.look.colour));
  }

  override render() {
    return html`${this.shown === 'closed' ? nothing : this.#renderWindow()}<span
      class="launcher">${icon('chat')}</span>`;
  }

  #renderWindow() {
    const key = this.zh ? 'zh' : 'en';
    const words = storeWords[key];
    const texts = this.zh ? elementTextsZhCn : elementTextsEn;
    const { look } = this;
    const bubble = (item: Pick<TimelineItem, 'clientMsgId' | 'sender' | 'senderName' | 'body'>, mine: boolean) =>
      html`<desk-bubble .item=${{ ...SAMPLE, kind: 'TEXT', ...item }} .mine=${mine} .named=${!mine} .last=${true}
        .tick=${mine ? 'read' : undefined} .texts=${texts}></desk-bubble>`;
    const greeting = this.shown === 'offline' ? look.offlineText[key] : look.greeting[key];
    return html`<div class="window" lang=${this.zh ? 'zh-CN' : 'en'}>
      <header>${look.title[key] || this.name}</header>
      <div class="messages">
        ${greeting ? bubble({ clientMsgId: 'greeting', sender: 'BOT', senderName: look.title[key] || this.name, body: greeting }, false) : nothing}
        ${
          this.shown === 'open'
            ? html`${bubble({ clientMsgId: 'question', sender: 'CUSTOMER', senderName: '', body: words.previewQuestion }, true)}
            ${bubble({ clientMsgId: 'answer', sender: 'AGENT', senderName: words.previewAgent, body: words.previewAnswer }, false)}`
            : nothing
        }
      </div>
      <div class="composer">${words.previewComposer}</div>
    </div>`;
  }
}

define('desk-admin-look-window', DeskLookWindow);
define('desk-admin-look-preview', DeskLookPreview);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-look-preview': DeskLookPreview;
  }
}
