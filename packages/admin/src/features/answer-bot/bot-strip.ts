import { css, html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import { offerButton } from '../../desk/offer-button.ts';
import { RowOffers } from '../../desk/offers.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { toast } from '../../kit/toast.ts';
import { botSession, settleBotDraft, takeOverFromBot, type SessionItem } from './data.ts';
import { botWords } from './words.ts';

/**
 * What the bot does in the conversation: its draft for the agent, or that it is talking itself and may be relieved.
 *
 * @summary The bot above the reply.
 * @event {{ text: string }} desk-insert - The draft belongs into the reply.
 */
export class DeskBotStrip extends DeskElement {
  static override properties = { subject: { attribute: false }, opened: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      section {
        display: flex;
        gap: 0.5rem;
        flex-wrap: wrap;
        align-items: center;
        padding: 0.25rem 0.625rem;
        margin-block-end: 0.375rem;
        border: 1px solid var(--line);
        border-radius: 0.5rem;
        background: var(--hover);
      }
      .line {
        display: flex;
        flex: 1 1 0;
        gap: 0.5rem;
        align-items: center;
        min-inline-size: 6rem;
        min-block-size: 2rem;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      .source {
        flex: none;
        max-inline-size: 60%;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .text {
        flex: 0 0 100%;
        max-block-size: 6rem;
        overflow: auto;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .does {
        display: flex;
        gap: 0.25rem;
      }
      @container (inline-size < 45rem) {
        .source {
          flex: 1;
          max-inline-size: none;
        }
        .line > .ellipsis {
          display: none;
        }
      }
    `,
  ];

  declare subject: ConversationItem;
  /** The draft that lies open, by the question that it answers; a new one is one line again. */
  opened: number | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);
  #shown: SessionItem | undefined;
  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'Conversation',
    rows: () => (this.subject ? [{ id: this.subject.id, version: this.subject.state }] : []),
  });
  readonly #session = new Loader(this, {
    args: () => (this.subject ? ([this.subject.id, this.subject.version] as const) : undefined),
    load: async ([id]) => {
      this.#shown = (await this.#client.value.query(botSession, { id })) ?? undefined;
      return this.#shown;
    },
  });

  async #settle(outcome: 'USED' | 'DISMISSED', text: string): Promise<void> {
    const settled = await this.#act.run(this.#client.value, settleBotDraft, {
      conversationId: this.subject.id,
      outcome,
    });
    if (!settled) return;
    if (outcome === 'USED') this.tell('desk-insert', { text });
    await this.#session.reload();
  }

  async #takeOver(): Promise<void> {
    const taken = await this.#act.run(this.#client.value, takeOverFromBot, { id: this.subject.id });
    if (taken) toast(this, { kind: 'ok', text: this.words(botWords).takenOver });
  }

  override render() {
    const session = this.#session.value ?? (this.#shown?.id === this.subject?.id ? this.#shown : undefined);
    if (!session) return nothing;
    // Shown: whether the bot speaks itself or drafts for the agent.
    const speaks = this.subject.state === 'BOT';
    return html`${problemNotice(this.#act.problem, this.language)}${speaks ? this.#renderSpeaking(session) : this.#renderDraft(session)}`;
  }

  #renderSpeaking({ answers }: SessionItem) {
    const words = this.words(botWords);
    return html`<section>
      ${icon('robot')}
      <p class="grow" role="status">${words.speaking(answers)}</p>
      ${offerButton(this.#offers.of(this.subject, 'takeOverFromBot'), { label: words.takeOver, look: 'primary', busy: this.#act.busy, run: () => void this.#takeOver() })}
    </section>`;
  }

  #renderDraft({ draft }: SessionItem) {
    if (!draft) return nothing;
    const words = this.words(botWords);
    const title = this.language.of(draft.title);
    const open = this.opened === draft.seq;
    const toggle = () => (this.opened = open ? undefined : draft.seq);
    return html`<section aria-label=${words.draft}>
      <button type="button" class="line" aria-expanded=${open} aria-controls="draft"  @click=${toggle}>
        ${icon('robot')}<span class="small muted source">${words.draft} · ${words.from(title)}</span>
        ${open ? nothing : html`<span class="ellipsis">${draft.text}</span>`}
      </button>
      <div class="does">
        <button type="button" class="button tight" aria-disabled=${this.#act.busy}
          @click=${() => void this.#settle('USED', draft.text)}>${words.use}</button>
        <button type="button" class="button plain icon-only tight" aria-label=${words.dismiss} title=${words.dismiss}
          aria-disabled=${this.#act.busy} @click=${() => void this.#settle('DISMISSED', '')}>${icon('close', 'small')}</button>
      </div>
      <p id="draft" class="text" ?hidden=${!open} tabindex="0" role="group" aria-label=${words.draft}>${draft.text}</p>
    </section>`;
  }
}

define('desk-admin-bot-strip', DeskBotStrip);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-bot-strip': DeskBotStrip;
  }
}
