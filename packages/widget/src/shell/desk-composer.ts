import { isComposed, pastedFiles } from '@shopdesk/core/client';
import { hasVisible } from '@shopdesk/core/text';
import { css, html, LitElement } from 'lit';
import { base } from '../elements/base-styles.ts';
import { define } from '../elements/define.ts';
import { clipIcon, sendIcon, smileIcon } from '../elements/icons.ts';
import type { FirstTexts } from '../texts/texts.ts';

/** As the desk counts: code points, so that an emoji is not two. */
const LIMIT = 2000;
const NEAR = 100;

/** A tool as the composer draws it. */
export interface ComposerTool {
  readonly name: string;
  readonly label: string;
  readonly icon: () => unknown;
}

/**
 * Where the shopper writes. Enter sends, Shift and Enter makes a new line; the Enter that ends the choice of a
 * Chinese word does neither.
 *
 * @summary Composer.
 * @slot - What the message can begin with.
 * @event {CustomEvent<{ text: string }>} desk-send - A message was written.
 * @event {CustomEvent<{ text: string }>} desk-draft - The text has changed.
 * @event {CustomEvent<{ files: File[] }>} desk-files - Files were chosen or pasted.
 * @event {CustomEvent<{ tool: string }>} desk-tool - A tool was asked for or put away.
 */
export class DeskComposer extends LitElement {
  static override properties = {
    texts: { attribute: false },
    placeholder: {},
    tool: {},
    tools: { attribute: false },
    accept: {},
    _count: { state: true },
    _refused: { state: true },
  };
  static override styles = [
    base,
    css`
      :host {
        display: block;
        padding: 8px 10px calc(8px + env(safe-area-inset-bottom));
        border-block-start: 1px solid var(--desk-line);
      }
      .box {
        border: 1px solid var(--desk-muted);
        border-radius: var(--desk-radius);
        background: var(--desk-surface);
      }
      .box:focus-within {
        border-color: var(--desk-text);
        box-shadow: 0 0 0 1px var(--desk-text);
      }
      textarea {
        display: block;
        inline-size: 100%;
        min-block-size: 42px;
        max-block-size: 140px;
        padding: 10px 12px 4px;
        border: 0;
        outline: 0 !important;
        resize: none;
        background: none;
        color: var(--desk-text);
        font-size: 16px;
        line-height: 1.45;
      }
      textarea::placeholder {
        color: var(--desk-muted);
        opacity: 1;
      }
      .row {
        display: flex;
        gap: 2px;
        align-items: center;
        padding: 0 4px 4px;
      }
      .tool,
      .send {
        display: grid;
        place-items: center;
        inline-size: 36px;
        block-size: 34px;
        color: var(--desk-muted);
      }
      .tool:hover,
      .tool[aria-expanded='true'] {
        background: var(--desk-raised);
        color: var(--desk-text);
      }
      .send {
        margin-inline-start: auto;
        background: var(--desk-colour);
        color: var(--desk-on-colour);
      }
      :host(:dir(rtl)) .send svg {
        transform: scaleX(-1);
      }
      .count {
        margin: 4px 4px 0;
        font-size: 12px;
        color: var(--desk-muted);
      }
      .over {
        color: var(--desk-danger);
      }
    `,
  ];
  declare texts: FirstTexts;
  declare placeholder: string;
  /** Which tool is open. */
  declare tool: string | undefined;
  /** Those of features, behind its own. */
  declare tools: readonly ComposerTool[];
  declare accept: string;
  declare _count: number;
  declare _refused: boolean;

  constructor() {
    super();
    this.placeholder = '';
    this.accept = '';
    this.tools = [];
    this._count = 0;
    this._refused = false;
  }

  /** What is written now. */
  get value(): string {
    return this.#field?.value ?? '';
  }

  set value(text: string) {
    const field = this.#field;
    if (!field || field.value === text) return;
    field.value = text;
    this.#measure(field);
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  override focus(): void {
    this.#field?.focus({ preventScroll: true });
  }

  /** Puts a text where the cursor is. */
  insert(text: string): void {
    const field = this.#field;
    if (!field) return;
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    this.#typed();
  }

  override render() {
    const { texts, _count } = this;
    return html`<form class="box" @submit=${this.#submit}>
        <slot></slot>
        <textarea
          rows="1" dir="auto" enterkeyhint="send" aria-label=${texts.composer.label} placeholder=${this.placeholder} aria-describedby="count"
          aria-invalid=${this._refused ? 'true' : 'false'} @input=${this.#typed} @keydown=${this.#key} @paste=${this.#paste}
        ></textarea>
        <div class="row">
          ${this.#renderTool('emoji', texts.composer.emoji, smileIcon)}
          <button type="button" class="tool" aria-label=${texts.composer.attach} title=${texts.composer.attach}
            @click=${this.#pick}>${clipIcon()}</button>
          ${this.tools.map(({ name, label, icon }) => this.#renderTool(name, label, icon))}
          <button class="send" aria-label=${texts.composer.send} title=${texts.composer.send}>${sendIcon()}</button>
        </div>
        <input type="file" multiple hidden accept=${this.accept} @change=${this.#picked} />
      </form>
      <p id="count" class="count ${_count > LIMIT ? 'over' : ''}" role=${this._refused ? 'alert' : 'status'}
        ?hidden=${_count <= LIMIT - NEAR}>
        ${_count > LIMIT ? texts.composer.tooLong(_count, LIMIT) : texts.composer.left(LIMIT - _count)}
      </p>`;
  }

  #renderTool(tool: string, label: string, icon: () => unknown) {
    return html`<button
      type="button" class="tool" aria-label=${label} title=${label} aria-expanded=${this.tool === tool ? 'true' : 'false'} @click=${() => this.#tell('desk-tool', { tool })}
    >${icon()}</button>`;
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #measure(field: HTMLTextAreaElement): void {
    field.style.height = 'auto';
    field.style.height = `${Math.min(140, field.scrollHeight)}px`;
    this._count = [...field.value].length;
    if (this._count <= LIMIT) this._refused = false;
  }

  readonly #typed = (): void => {
    const field = this.#field;
    if (!field) return;
    this.#measure(field);
    this.#tell('desk-draft', { text: field.value });
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || isComposed(event)) return;
    event.preventDefault();
    this.send();
  };

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.send();
    this.focus();
  };

  /** Sends what is written; what cannot be sent stays as it is. */
  send(): void {
    const text = this.value;
    if (!hasVisible(text)) return;
    if (this._count > LIMIT) {
      this._refused = true;
      return;
    }
    this.value = '';
    this.#tell('desk-send', { text });
  }

  readonly #pick = (): void => {
    this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
  };

  readonly #picked = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    if (files.length > 0) this.#tell('desk-files', { files });
  };

  readonly #paste = (event: ClipboardEvent): void => {
    const files = pastedFiles(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    this.#tell('desk-files', { files });
  };
}

define('desk-composer', DeskComposer);

declare global {
  interface HTMLElementTagNameMap {
    'desk-composer': DeskComposer;
  }
}
