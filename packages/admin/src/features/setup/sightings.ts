import { css, html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { deskNow } from '../../kit/clock.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { toast } from '../../kit/toast.ts';
import { ago } from './ago.ts';
import { allowSeenOrigin, firstSteps, type Sighting } from './data.ts';
import { setupWords } from './words.ts';

const LOOK_AGAIN_MS = 3000;
const MOST = 5;

/**
 * @summary Pages on which the snippet of a store was seen, the last first, and a way to let one in.
 * @event desk-stale - A page was let in.
 */
export class DeskSightings extends DeskElement {
  static override properties = { subject: { attribute: false }, known: { attribute: false } };
  static override styles = [
    base,
    controls,
    states,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }
      p {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
      }
    `,
  ];

  /** The store, where nobody says what is known of it. */
  subject: { readonly storeId: string } | undefined;
  known: readonly Sighting[] | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);
  readonly #seen = new Loader(this, {
    args: () => (this.subject ? ([this.subject.storeId] as const) : undefined),
    load: async ([storeId]) => (await this.#client.value.query(firstSteps, { storeId })).sightings,
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      if (this.subject && document.visibilityState === 'visible') void this.#seen.reload();
    }, LOOK_AGAIN_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override render() {
    return html`${this.#act.problem ? problemNotice(this.#act.problem, this.language) : nothing}
      ${this.known ? this.#renderAll(this.known) : loaded(this.#seen, this.language, (pages) => this.#renderAll(pages))}`;
  }

  #renderAll(pages: readonly Sighting[]) {
    if (pages.length === 0) return html`<p class="muted">${this.words(setupWords).nowhere}</p>`;
    return html`${pages.slice(0, MOST).map((page) => this.#renderSighting(page))}`;
  }

  #renderSighting(page: Sighting) {
    const words = this.words(setupWords);
    const when = ago(page.seenAt, this.language.locale, deskNow());
    return html`<p>
      ${icon(page.allowed ? 'check' : 'warning', 'small')}<span>${page.allowed ? words.seen(when, page.origin) : words.notAllowed(when, page.origin)}</span>
      ${
        page.allowed
          ? html`<a href=${page.origin} target="_blank" rel="noreferrer">${words.openPage}</a>`
          : html`<button class="button" type="button"
            @click=${() => void this.#allow(page)}>${words.allow(page.origin)}</button>`
      }
    </p>`;
  }

  async #allow({ id, origin }: Sighting): Promise<void> {
    if (!(await this.#act.run(this.#client.value, allowSeenOrigin, { id }))) return;
    toast(this, { kind: 'ok', text: this.words(setupWords).allowed(origin) });
    this.tell('desk-stale');
    if (this.subject) await this.#seen.reload();
  }
}

define('desk-admin-sightings', DeskSightings);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-sightings': DeskSightings;
  }
}
