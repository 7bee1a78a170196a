import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { base } from './base-styles.ts';
import { define } from './define.ts';
import { fileIcon } from './part-icons.ts';
import type { ElementTexts } from './texts.ts';
import type { LinkOf, ShownFile, TimelineItem } from './timeline-item.ts';

/** Size of a file in the reader's language: `12 kB`, `3.4 MB`. */
export function formatBytes(bytes: number, locale: string): string {
  const [unit, value] = bytes < 1e6 ? (['kilobyte', bytes / 1e3] as const) : (['megabyte', bytes / 1e6] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value,
  );
}

/**
 * A file of a conversation: images as pictures, others by name and size; while it is sent, how far it is.
 *
 * @summary Attachment of a message.
 * @fires desk-discard - A file that is under way is not wanted any more.
 * @csspart image - The picture.
 * @csspart file - The row of a file that is no picture.
 */
export class DeskAttachment extends LitElement {
  static override properties = {
    file: { attribute: false },
    linkOf: { attribute: false },
    upload: { attribute: false },
    failed: { type: Boolean },
    texts: { attribute: false },
    _url: { state: true },
    _failed: { state: true },
  };
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      button {
        display: block;
        inline-size: 100%;
        text-align: start;
        border-radius: var(--desk-radius);
      }
      .frame {
        display: block;
        block-size: 170px;
        border-radius: var(--desk-radius);
        overflow: hidden;
        background: var(--desk-raised);
        color: var(--desk-muted);
        border: 1px solid var(--desk-line);
      }
      img {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
      .frame p {
        margin: 0;
        padding: 70px 12px;
        text-align: center;
        font-size: 13px;
      }
      .file {
        display: flex;
        gap: 10px;
        align-items: center;
        padding: 10px 12px;
        border: 1px solid var(--desk-line);
        border-radius: var(--desk-radius);
        background: var(--desk-surface);
        color: var(--desk-text);
      }
      .file > svg {
        flex: none;
      }
      .name {
        overflow-wrap: anywhere;
        unicode-bidi: isolate;
      }
      .size {
        color: var(--desk-muted);
        font-size: 12px;
      }
      .cancel {
        inline-size: auto;
        min-block-size: 24px;
        margin-inline-start: auto;
        font-size: 13px;
        text-decoration: underline;
        color: var(--desk-text);
      }
      progress {
        display: block;
        inline-size: 100%;
        block-size: 4px;
        accent-color: var(--desk-text);
      }
    `,
  ];
  declare file: ShownFile | undefined;
  declare linkOf: LinkOf | undefined;
  declare upload: TimelineItem['upload'] | undefined;
  /** It was not sent: there is nothing to wait for or to open. */
  declare failed: boolean;
  declare texts: ElementTexts;
  declare _url: string | undefined;
  declare _failed: boolean;

  constructor() {
    super();
    this.failed = false;
    this._failed = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const isImage = this.file?.contentType.startsWith('image/');
    if (isImage && !this.upload && !this._url && (changed.has('file') || changed.has('upload'))) void this.#load();
  }

  override render() {
    const { file, upload, texts } = this;
    if (!file) return nothing;
    const isImage = file.contentType.startsWith('image/');
    const label = texts.openFile(file.name);
    const shown = isImage ? this.#renderImage(file) : this.#renderFile(file);
    if (this.failed) return shown;
    if (!upload)
      return html`<button type="button" title=${label} aria-label=${isImage ? label : nothing} @click=${this.#open}>${shown}</button>`;
    const percent = Math.round(upload.share * 100);
    return html`${shown}<progress max="100" value=${percent} aria-label=${texts.uploading(percent)}></progress>
      <button type="button" class="cancel" @click=${this.#cancel}>${texts.cancel}</button>`;
  }

  #renderImage(file: ShownFile) {
    const url = this._url ?? this.upload?.previewUrl;
    if (this._failed) return html`<span class="frame"><p>${this.texts.imageFailed}</p></span>`;
    return html`<span class="frame">${url ? html`<img part="image" src=${url} alt=${file.name} @error=${this.#fail} />` : html`<p>${this.texts.image}</p>`}</span>`;
  }

  #renderFile(file: ShownFile) {
    return html`<span class="file" part="file">
      ${fileIcon()}<span><bdi class="name">${file.name}</bdi><br /><span class="size">${formatBytes(file.size, this.texts.locale)}</span></span>
    </span>`;
  }

  /** While it is under way a file is known by the id of its message. */
  readonly #cancel = (): void => {
    const item = { clientMsgId: this.file?.id };
    this.dispatchEvent(new CustomEvent('desk-discard', { detail: { item }, bubbles: true, composed: true }));
  };

  readonly #fail = (): void => {
    this._failed = true;
  };

  async #load(): Promise<void> {
    const { file, linkOf } = this;
    if (!file || !linkOf) return;
    try {
      this._url = await linkOf(file.id);
      this._failed = false;
    } catch {
      // Shown as a picture that is not there now; a click tries again.
      this._failed = true;
    }
  }

  /** Links last minutes, so each look asks for a fresh one. */
  readonly #open = async (): Promise<void> => {
    const { file, linkOf } = this;
    if (!file || !linkOf) return;
    try {
      const href = await linkOf(file.id);
      const link = Object.assign(document.createElement('a'), { href, target: '_blank', rel: 'noopener noreferrer' });
      link.click();
      if (this._failed) await this.#load();
    } catch {
      this._failed = true;
    }
  };
}

define('desk-attachment', DeskAttachment);

declare global {
  interface HTMLElementTagNameMap {
    'desk-attachment': DeskAttachment;
  }
}
