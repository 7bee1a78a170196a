/**
 * @module Photos of a case: small ones in a row, and one large, turned over by the keyboard. Each is fetched by a link
 * that is good for minutes.
 */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { attachmentLink, isComposed } from '@shopdesk/core/client';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { kitWords } from '../../kit/words.ts';
import { caseWords } from './words.ts';

interface Photo {
  readonly id: string;
  /** Absent where the desk has no such file: a name that somebody wrote down. */
  readonly url: string | undefined;
}

/** @summary Photos by their ids. */
export class DeskCasePhotos extends DeskElement {
  static override properties = {
    ids: { attribute: false },
    label: {},
    big: { type: Boolean, reflect: true },
    at: { state: true },
    broken: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .thumb {
        inline-size: 5rem;
        block-size: 5rem;
        padding: 0;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--ground);
        overflow: hidden;
        cursor: zoom-in;
      }
      :host([big]) .thumb {
        inline-size: 9rem;
        block-size: 9rem;
      }
      .thumb img {
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
        display: block;
      }
      .large {
        display: grid;
        justify-items: center;
      }
      .large img {
        max-inline-size: 100%;
        max-block-size: 60dvh;
      }
    `,
  ];

  ids: readonly string[] = [];
  label = '';
  /** They are what the page is about. */
  big = false;
  /** The one that is shown large; below 0: none. */
  at = -1;
  /** What the browser cannot draw: a film, a document. */
  broken: ReadonlySet<string> = new Set();
  readonly #client = new Use(this, clientContext);
  readonly #photos = new Loader(this, {
    args: () => (this.ids.length > 0 ? ([this.ids.join(' ')] as const) : undefined),
    load: () =>
      Promise.all(
        this.ids.map(async (id): Promise<Photo> => ({
          id,
          url: await attachmentLink(this.#client.value, id).catch(() => undefined),
        })),
      ),
  });

  #keys(event: KeyboardEvent): void {
    if (isComposed(event)) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.#turn(step);
  }

  #turn(step: number): void {
    const count = this.#photos.value?.length ?? 0;
    if (count > 0) this.at = (this.at + step + count) % count;
  }

  override render() {
    const words = this.words(caseWords);
    if (this.ids.length === 0) return html`<p class="muted">${words.noEvidence}</p>`;
    // Room is kept while the links are asked for.
    const photos = this.#photos.value ?? this.ids.map((id): Photo => ({ id, url: undefined }));
    return html`<ul aria-label=${this.label || words.evidence}>${repeat(
      photos,
      ({ id }) => id,
      (photo, index) => html`<li>${this.#renderThumb(photo, index)}</li>`,
    )}</ul>
      ${this.at >= 0 ? this.#renderLarge(photos) : nothing}`;
  }

  #renderThumb({ id, url }: Photo, index: number) {
    const words = this.words(caseWords);
    if (!url && this.#photos.value)
      return html`<span class="chip" title=${words.photoLost}>${icon('camera', 'small')}${id}</span>`;
    if (url && this.broken.has(id))
      return html`<a class="button" href=${url} target="_blank"
        rel="noopener">${icon('clip', 'small')}${words.photoFile}</a>`;
    return html`<button class="thumb" type="button" aria-label=${words.photo(index + 1)}
      @click=${() => (this.at = index)}>
      ${url ? html`<img src=${url} alt="" @error=${() => (this.broken = new Set([...this.broken, id]))} />` : nothing}
    </button>`;
  }

  #renderLarge(photos: readonly Photo[]) {
    const words = this.words(caseWords);
    const photo = photos[this.at];
    const many = photos.length > 1;
    return html`<desk-admin-dialog open wide heading="${words.photo(this.at + 1)} / ${photos.length}"
      @keydown=${this.#keys} @desk-closed=${() => (this.at = -1)}>
      <div class="large">${photo?.url ? html`<img src=${photo.url} alt=${words.photo(this.at + 1)} />` : html`<p class="muted">${this.#photos.pending ? this.words(kitWords).loading : words.photoLost}</p>`}</div>
      ${
        many
          ? html`<button slot="actions" class="button" type="button"
            @click=${() => this.#turn(-1)}>${icon('back', 'small')}${words.previous}</button>
            <button slot="actions" class="button" type="button"
              @click=${() => this.#turn(1)}>${words.next}${icon('right', 'small')}</button>`
          : nothing
      }
    </desk-admin-dialog>`;
  }
}

define('desk-admin-case-photos', DeskCasePhotos);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-case-photos': DeskCasePhotos;
  }
}
