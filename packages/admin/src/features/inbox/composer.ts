/**
 * @module Where replies and notes are written. The two look different, so that a note is never sent by mistake.
 */
import { html, nothing, type PropertyValues } from 'lit';
import { live } from 'lit/directives/live.js';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { place } from '../../kit/place.ts';
import { kitWords } from '../../kit/words.ts';
import { composerStyle } from './composer-style.ts';
import { draftOf, keepDraft } from './drafts.ts';
import { elementTexts } from './elements-look.ts';
import type { ReplyKind } from './replies.ts';
import { ACCEPTED, MAX_BYTES } from './uploads.ts';
import { inboxWords } from './words.ts';

const LONGEST = 2000;
/** From here the count of characters shows. */
const COUNT_FROM = 1800;

const characters = (text: string): number => [...text].length;

/**
 * @summary Composer of replies and notes.
 * @event {{ kind: 'reply' | 'note', text: string }} desk-send - The text is to be sent.
 * @event {File[]} desk-attach - Files are to be sent.
 * @event desk-typing - The viewer is writing a reply.
 * @event desk-card-wanted - A product or an order is to be picked.
 */
export class DeskComposer extends DeskElement {
  static override properties = {
    conversationId: {},
    customer: {},
    blocked: {},
    mayNote: { type: Boolean },
    kind: { state: true },
    text: { state: true },
    refused: { state: true },
  };
  static override styles = [
    base,
    controls,
    composerStyle,
  ];

  conversationId = '';
  customer = '';
  /** Why no reply may be written now; empty: it may. */
  blocked = '';
  mayNote = false;
  kind: ReplyKind = 'reply';
  text = '';
  refused = '';

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('blocked') && this.blocked && this.mayNote) this.#switch('note');
    else if (changed.has('blocked') && changed.get('blocked') && !this.blocked) this.#switch('reply');
    if (changed.has('conversationId')) {
      this.kind = this.blocked && this.mayNote ? 'note' : 'reply';
      this.text = draftOf(this.conversationId, this.kind);
      this.refused = '';
    }
  }

  /** Puts the cursor into the field, for a reply or a note. */
  async write(kind: ReplyKind): Promise<void> {
    if (kind === 'reply' ? !this.blocked : this.mayNote) this.#switch(kind);
    await this.updateComplete;
    this.#field?.focus();
  }

  /** Takes back a text that could not be sent. */
  async putBack(kind: ReplyKind, text: string): Promise<void> {
    this.#switch(kind);
    this.#set(this.text ? `${this.text}\n${text}` : text);
    await this.write(kind);
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  #switch(kind: ReplyKind): void {
    if (this.kind === kind) return;
    this.kind = kind;
    this.text = draftOf(this.conversationId, kind);
  }

  #set(text: string): void {
    this.text = text;
    keepDraft(this.conversationId, this.kind, text);
  }

  #input(event: Event): void {
    this.#set((event.target as HTMLTextAreaElement).value);
    if (this.kind === 'reply' && this.text) this.tell('desk-typing');
  }

  #keys(event: KeyboardEvent): void {
    // Enter also ends the choice of a Chinese input method; that one must not send.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'Escape') this.#field?.blur();
  }

  #send(): void {
    const { text, kind } = this;
    if (!text.trim() || characters(text) > LONGEST) return;
    this.#set('');
    this.tell('desk-send', { kind, text });
    this.#field?.focus();
  }

  #files(list: FileList | null | undefined): void {
    const files = [...(list ?? [])];
    const words = this.words(inboxWords);
    const wrong = files.find((file) => file.size > MAX_BYTES || !ACCEPTED.includes(file.type));
    this.refused = wrong ? `${wrong.name}: ${wrong.size > MAX_BYTES ? words.tooLarge : words.wrongType}` : '';
    const right = files.filter((file) => file.size <= MAX_BYTES && ACCEPTED.includes(file.type));
    if (right.length > 0) this.tell('desk-attach', right);
  }

  #paste(event: ClipboardEvent): void {
    if (this.kind !== 'reply' || !event.clipboardData?.files.length) return;
    event.preventDefault();
    this.#files(event.clipboardData.files);
  }

  #emoji({ detail }: CustomEvent<{ emoji: string }>): void {
    const field = this.#field;
    const at = field?.selectionStart ?? this.text.length;
    this.#set(this.text.slice(0, at) + detail.emoji + this.text.slice(field?.selectionEnd ?? at));
    this.renderRoot.querySelector<HTMLElement>('[popover]')?.hidePopover();
    void this.updateComplete.then(() => field?.focus());
  }

  override render() {
    const words = this.words(inboxWords);
    const { kind, blocked, mayNote } = this;
    const closed = kind === 'reply' && Boolean(blocked);
    return html`${blocked ? html`<p class="notice">${icon('info')}<span>${blocked}</span></p>` : nothing}
      ${this.refused ? html`<p class="notice danger" role="alert">${icon('warning')}<span>${this.refused}</span></p>` : nothing}
      ${mayNote ? this.#renderKinds() : nothing}
      ${closed && !mayNote
        ? nothing
        : html`<div class="box ${kind}">
            <textarea
              rows="2"
              aria-label=${kind === 'note' ? words.noteLabel : words.replyLabel(this.customer)}
              placeholder=${kind === 'note' ? words.notePlaceholder : words.replyPlaceholder}
              .value=${live(this.text)}
              ?disabled=${closed}
              @input=${this.#input}
              @keydown=${this.#keys}
              @paste=${this.#paste}
            ></textarea>
            ${this.#renderTools(closed)}
          </div>`}`;
  }

  #renderKinds() {
    const words = this.words(inboxWords);
    const button = (kind: ReplyKind) => html`<button
      class="button plain tight ${kind}"
      type="button"
      aria-pressed=${this.kind === kind}
      ?disabled=${kind === 'reply' && Boolean(this.blocked)}
      @click=${() => void this.write(kind)}
    >${icon(kind === 'note' ? 'lock' : 'chat', 'small')}${words[kind]}</button>`;
    return html`<div class="kinds">${button('reply')}${button('note')}</div>`;
  }

  #renderTools(closed: boolean) {
    const words = this.words(inboxWords);
    const length = characters(this.text);
    const reply = this.kind === 'reply';
    return html`<div class="tools">
      <button class="button plain icon-only" type="button" popovertarget="emoji" aria-label=${words.emoji} title=${words.emoji} ?disabled=${closed}>${icon('smile')}</button>
      <div id="emoji" popover @toggle=${this.#openEmoji}><desk-emoji .texts=${elementTexts(this.language)} @desk-emoji=${this.#emoji}></desk-emoji></div>
      ${reply
        ? html`<button class="button plain icon-only" type="button" aria-label=${words.attach} title="${words.attach}. ${words.attachHint}" ?disabled=${closed} @click=${() => this.renderRoot.querySelector<HTMLElement>('#file')?.click()}>${icon('clip')}</button>
            <input id="file" type="file" multiple hidden accept=${ACCEPTED.join(',')} aria-label=${words.attach} @change=${this.#picked} />
            <button class="button plain icon-only" type="button" aria-label=${words.card} title=${words.card} ?disabled=${closed} @click=${() => this.tell('desk-card-wanted')}>${icon('bag')}</button>`
        : nothing}
      <span class="count small numeric ${length > LONGEST ? 'over' : 'muted'}" role="status">${length >= COUNT_FROM ? this.words(kitWords).characters(length, LONGEST) : ''}</span>
      <button class="button primary tight" type="button" aria-disabled=${!this.text.trim() || length > LONGEST} @click=${this.#send}>${icon(reply ? 'send' : 'note', 'small')}${reply ? words.send : words.addNote}</button>
    </div>`;
  }

  #picked(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.#files(input.files);
    input.value = '';
  }

  #openEmoji(event: ToggleEvent): void {
    const popup = event.target as HTMLElement;
    const button = this.renderRoot.querySelector('[popovertarget="emoji"]');
    if (event.newState === 'open' && button) {
      place(popup, button);
      popup.querySelector('desk-emoji')?.focus();
    }
  }
}

define('desk-admin-composer', DeskComposer);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-composer': DeskComposer;
  }
}
