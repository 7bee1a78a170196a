import '@shopdesk/widget/elements/desk-stars';
import { css, html, nothing } from 'lit';
import { clientContext, Use } from '../../desk/contexts.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { Loader } from '../../kit/loader.ts';
import { facts } from '../../kit/facts.ts';
import { ratings } from './data.ts';
import { elementsLook, elementTexts } from './elements-look.ts';
import { aboutWords } from './about-words.ts';
import { dialogWords } from './dialog-words.ts';
import { inboxWords } from './words.ts';

/** @summary Facts of a conversation beside it, and how the customer rated it. */
export class DeskAboutPanel extends DeskElement {
  static override properties = { subject: { attribute: false } };
  static override styles = [
    base,
    controls,
    facts.style,
    elementsLook,
    css`
      .rating {
        display: grid;
        gap: 0.25rem;
        margin-block-start: 0.5rem;
      }
    `,
  ];

  declare subject: ConversationItem;
  readonly #client = new Use(this, clientContext);
  readonly #rating = new Loader(this, {
    args: () => (this.subject?.closedAt ? ([this.subject.id, this.subject.closedAt] as const) : undefined),
    load: async ([id]) =>
      (await this.#client.value.query(ratings, { filter: { conversationId: { eq: id } }, first: 1 })).nodes[0] ?? null,
  });

  override render() {
    const item = this.subject;
    if (!item) return nothing;
    const { language } = this;
    const words = this.words(aboutWords);
    const asked = this.words(dialogWords);
    const firstReply =
      item.firstHumanReplyAt && Date.parse(item.firstHumanReplyAt) - Date.parse(item.queuedAt ?? item.openedAt);
    return html`${facts([
      [this.words(inboxWords).channel, this.language.code('Channel', item.channel)],
      [words.opened, language.full(item.openedAt)],
      typeof firstReply === 'number' && [words.firstReply, language.elapsed(firstReply)],
      item.closedAt && [words.closedAt, language.full(item.closedAt)],
      item.intent && [asked.closeIntent, this.language.code('Intent', item.intent)],
      item.result && [asked.closeResult, this.language.code('ConversationResult', item.result)],
      item.closeReason && [asked.closeReasonOptional, item.closeReason],
      item.contactEmail && [words.contactEmail, item.contactEmail],
      item.pageUrl && [words.page, html`<bdi class="url">${item.pageUrl}</bdi>`],
      item.qaFlag && [words.qaFlag, html`<span class="chip warn">${words.qaFlagText}</span>`],
      item.reopenCount > 0 && ['', words.reopened(item.reopenCount)],
      item.transferCount > 0 && ['', words.transferred(item.transferCount)],
    ])}
      ${item.closedAt ? this.#renderRating() : nothing}`;
  }

  #renderRating() {
    const rating = this.#rating.value;
    const words = this.words(aboutWords);
    if (rating === undefined) return nothing;
    return html`<div class="rating">
      <strong class="small">${words.rating}</strong>
      ${rating ? html`<desk-stars fixed .score=${rating.score} .texts=${elementTexts(this.language)}></desk-stars>${rating.comment ? html`<q>${rating.comment}</q>` : nothing}` : html`<span class="muted">${words.noRating}</span>`}
    </div>`;
  }
}

define('desk-admin-about-panel', DeskAboutPanel);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-about-panel': DeskAboutPanel;
  }
}
