import { DeskError, RATE_CONVERSATION, RATING_OF, type DeskRating } from '@shopdesk/core/client';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { DeskConnection } from '../../connection/connection.ts';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import '../../elements/desk-stars.ts';
import type { Texts } from '../../texts/texts.ts';
import { noticeStyles } from '../../elements/notice-styles.ts';
import type { RenderNotice } from '../../feature.ts';

/**
 * Asks once, after a conversation was closed, how it was; afterwards shows what was answered.
 *
 * @summary Rating of a conversation.
 */
export class DeskRatingForm extends LitElement {
  static override properties = {
    connection: { attribute: false },
    conversationId: {},
    texts: { attribute: false },
    short: { type: Boolean },
    _rating: { state: true },
    _score: { state: true },
    _busy: { state: true },
    _problem: { state: true },
  };
  static override styles = [
    base,
    noticeStyles,
    css`
      .thanks {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
        justify-content: center;
      }
      form {
        display: grid;
        gap: 10px;
        justify-items: center;
      }
    `,
  ];
  declare connection: DeskConnection;
  declare conversationId: string;
  declare texts: Texts;
  /** Asks for the stars only. */
  declare short: boolean;
  /** Undefined until the desk has said whether there is one. */
  declare _rating: DeskRating | null | undefined;
  declare _score: number;
  declare _busy: boolean;
  declare _problem: boolean;

  constructor() {
    super();
    this.short = false;
    this._score = 0;
    this._busy = false;
    this._problem = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('conversationId')) return;
    this._rating = undefined;
    this._score = 0;
    void this.#load();
  }

  override render() {
    const { texts, _rating } = this;
    this.hidden = _rating === undefined;
    if (_rating === undefined) return nothing;
    if (_rating)
      return html`<div class="thanks" role="status" tabindex="-1">${texts.rating.thanks} <desk-stars exportparts="star" fixed .score=${_rating.score} .texts=${texts}></desk-stars></div>`;
    return html`<form @submit=${this.#submit}>
      <p>${texts.rating.question}</p>
      <desk-stars exportparts="star" .score=${this._score} .texts=${texts} @desk-score=${this.#choose}></desk-stars>
      ${this._score > 0 ? this.#renderComment() : nothing}
    </form>`;
  }

  #renderComment() {
    const { texts } = this;
    return html`${this.short ? nothing : html`<textarea rows="2" maxlength="1000" dir="auto" aria-label=${texts.rating.comment} placeholder=${texts.rating.comment}></textarea>`}
      <button class="button main" ?disabled=${this._busy}>${texts.rating.send}</button>
      ${this._problem ? html`<p class="problem" role="alert">${texts.rating.failed}</p>` : nothing}`;
  }

  readonly #choose = ({ detail }: CustomEvent<{ score: number }>): void => {
    this._score = detail.score;
  };

  async #load(): Promise<void> {
    const { conversationId } = this;
    try {
      const { nodes } = await this.connection.client.query(RATING_OF, {
        filter: { conversationId: { eq: conversationId } },
      });
      if (conversationId === this.conversationId) this._rating = nodes[0] ?? null;
    } catch {
      // Whether he has rated cannot be known now; asking twice would be worse than not asking.
      this._rating = undefined;
    }
  }

  /** The pressed button is gone; without a place in the window the keyboard would be out of it. */
  async #keepFocus(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.thanks')?.focus();
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const comment = this.renderRoot.querySelector('textarea')?.value.trim() ?? '';
    this._busy = true;
    this._problem = false;
    try {
      this._rating = await this.connection.client.mutate(RATE_CONVERSATION, {
        input: { id: this.conversationId, score: this._score, comment },
      });
      await this.#keepFocus();
    } catch (error) {
      this._problem = true;
      // Rated in another tab, or too late: what the desk has is shown.
      if (error instanceof DeskError) await this.#load();
    }
    this._busy = false;
  };
}

/** How the window shows it. */
export const render: RenderNotice = ({ connection, service, texts }) =>
  html`<desk-rating exportparts="star" ?short=${service.shortSurvey} .connection=${connection} .conversationId=${connection.shown.conversation?.id ?? ''} .texts=${texts}></desk-rating>`;

define('desk-rating', DeskRatingForm);
