import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { DeskError, type UploadedFile } from '@shopdesk/core/client';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { fieldNotes } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { problemOf, sentenceOf } from '../../kit/problem.ts';
import { caseWords } from './words.ts';

const TYPES = 'image/png,image/jpeg,image/gif,image/webp';

interface Added {
  readonly id: string;
  readonly name: string;
  readonly url: string;
}

/**
 * @summary Takes photos for a case, from a camera too; they are uploaded as they are chosen.
 * @event {string[]} desk-change - The ids of the photos.
 */
export class DeskPhotoField extends DeskElement {
  static override properties = {
    storeId: {},
    label: {},
    error: {},
    required: { type: Boolean },
    added: { state: true },
    busy: { state: true },
    failure: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      ul:empty {
        display: none;
      }
      li {
        position: relative;
      }
      img {
        inline-size: 4.5rem;
        block-size: 4.5rem;
        object-fit: cover;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        display: block;
      }
      li .button.plain {
        position: absolute;
        inset-block-start: 0.125rem;
        inset-inline-end: 0.125rem;
        background: var(--surface);
      }
      .field > .pick {
        justify-self: start;
        padding: 0.25rem 0.75rem;
        position: relative;
      }
      .pick:focus-within {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
      .pick input {
        position: absolute;
        inset: 0;
        opacity: 0;
        cursor: pointer;
      }
    `,
  ];

  storeId = '';
  label = '';
  error = '';
  required = false;
  added: readonly Added[] = [];
  busy = false;
  failure = '';
  readonly #client = new Use(this, clientContext);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const { url } of this.added) URL.revokeObjectURL(url);
  }

  async #take(input: HTMLInputElement): Promise<void> {
    const files = [...(input.files ?? [])];
    input.value = '';
    this.busy = true;
    this.failure = '';
    for (const file of files) {
      try {
        const { id } = await this.#upload(file);
        this.#set([...this.added, { id, name: file.name, url: URL.createObjectURL(file) }]);
      } catch (error) {
        const problem = problemOf(error);
        this.failure = `${file.name}: ${problem.fields[0]?.message ?? sentenceOf(problem, this.language)}`;
      }
    }
    this.busy = false;
  }

  async #upload(file: File): Promise<UploadedFile> {
    const path = `/attachments?storeId=${encodeURIComponent(this.storeId)}&name=${encodeURIComponent(file.name)}`;
    const response = await this.#client.value.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file as unknown as string,
    });
    const answer = JSON.parse(await response.text()) as UploadedFile;
    if (!response.ok) throw new DeskError(answer as never);
    return answer;
  }

  #set(added: readonly Added[]): void {
    this.added = added;
    this.tell(
      'desk-change',
      added.map(({ id }) => id),
    );
  }

  override render() {
    const words = this.words(caseWords);
    return html`<div class="field">
      <span class="label"
        id="label">${this.label}${this.required ? html`<span aria-hidden="true"> *</span>` : nothing}</span>
      <ul>${repeat(
        this.added,
        ({ id }) => id,
        ({ id, name, url }, index) => html`<li><img src=${url} alt=${name} />
        <button class="button plain icon-only tight" type="button" aria-label=${words.removePhoto(index + 1)}
          @click=${() => this.#set(this.added.filter((one) => one.id !== id))}>${icon('close', 'small')}</button></li>`,
      )}</ul>
      <label class="button pick">${icon('camera', 'small')}<span
        aria-live="polite">${this.busy ? words.uploading : words.addPhotos}</span>
        <input id="photos" type="file" multiple accept=${TYPES} aria-label="${this.label}: ${words.addPhotos}"
          aria-invalid=${this.error ? 'true' : 'false'} aria-describedby=${this.error ? 'photos-error' : nothing} @change=${(event: Event) => void this.#take(event.target as HTMLInputElement)} />
      </label>
      ${fieldNotes({ id: 'photos', label: this.label, error: this.failure || this.error || undefined })}
    </div>`;
  }
}

define('desk-admin-photo-field', DeskPhotoField);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-photo-field': DeskPhotoField;
  }
}
