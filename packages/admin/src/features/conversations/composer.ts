/**
 * @module Where replies and notes are written. The two look different, so that a note is never sent by mistake. What a
 * reply says is judged before it goes; what is not sent stays in the field.
 */
import { isComposed, pastedFiles } from '@shopdesk/core/client';
import { hasVisible } from '@shopdesk/core/text';
import { html, nothing, type PropertyValues } from 'lit';
import { clientContext, Use, viewerContext } from '../../desk/contexts.ts';
import { draftOf, keepDraft, onDraftElsewhere } from '../../desk/drafts.ts';
import '../../desk/panels.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { composerAbove } from '../../desk/slots.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { markedStyle } from '../../kit/marked-text.ts';
import { toast, toastProblem } from '../../kit/toast.ts';
import { problemOf, sentenceOf } from '../../kit/problem.ts';
import { composerStyle } from './composer-style.ts';
import { repliesOf, type Replies, type ReplyKind } from './replies.ts';
import { firstUse } from './soon.ts';
import { expandScript, noteScriptUse, type Hit, type LibraryScript } from './writing/data.ts';
import { keptReply } from './writing/kept-reply.ts';
import { replyField } from './writing/reply-field.ts';
import type { ScriptPicker } from './writing/script-picker.ts';
import { slashQuery } from './writing/slash.ts';
import { marksOf, replaced, stopOf, TextGuard } from './writing/text-guard.ts';
import { characters, LONGEST, sortFiles, tools } from './writing/tools.ts';
import { writingWords } from './writing/words.ts';
import { inboxWords } from './words.ts';

/**
 * @summary Composer of replies and notes.
 * @event {{ kind: 'reply' | 'note', text: string, confirmed: boolean }} desk-send - The text is to be sent.
 * @event {File[]} desk-attach - Files are to be sent.
 * @event desk-typing - The viewer is writing a reply.
 * @event desk-card-wanted - A product or an order is to be picked.
 */
export class DeskComposer extends DeskElement {
  static override properties = {
    conversationId: {},
    item: { attribute: false },
    customer: {},
    blocked: {},
    owner: {},
    mayNote: { type: Boolean },
    kind: { state: true },
    text: { state: true },
    refused: { state: true },
    stop: { state: true },
    copied: { state: true },
  };
  static override styles = [base, controls, composerStyle, markedStyle];

  conversationId = '';
  /** What the parts above the field are about. */
  item: ConversationItem | undefined;
  customer = '';
  /** Why no reply may be written now; empty: it may. */
  blocked = '';
  /** Name of the colleague who has the conversation; empty: nobody else has it. */
  owner = '';
  mayNote = false;
  kind: ReplyKind = 'reply';
  text = '';
  refused = '';
  /** Why the text was not sent when that was tried. */
  stop: ReturnType<typeof stopOf>;
  copied = false;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #guard = new TextGuard(this, () => this.#client.value);
  /** There since the first slash. */
  #picker: ScriptPicker | undefined;
  /** Sent by the viewer and being judged. */
  #held: { readonly conversationId: string; readonly text: string } | undefined;
  #panel: EventTarget | undefined;
  #began = false;
  /** The viewer has pressed a button for what they write; else the field follows the conversation while it is empty. */
  #chosen = false;
  /** A reply was asked for before the conversation could take one. */
  #awaitsReply = false;
  #stopHearing: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Parts beside the conversation also have something for the reply, and meet the composer only at the panel.
    let root = this.getRootNode();
    while (root instanceof ShadowRoot && root.host.localName !== 'desk-admin') root = root.host.getRootNode();
    this.#panel = root instanceof ShadowRoot ? root.host : root;
    this.#panel.addEventListener('desk-insert', this.#inserted);
    this.#stopHearing = onDraftElsewhere(() => {
      // One person writes in one tab at a time.
      if (!this.#held) this.text = this.#draft(this.kind);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#panel?.removeEventListener('desk-insert', this.#inserted);
    this.#stopHearing?.();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('conversationId')) {
      // A reply that cannot be sent any more is shown all the same.
      this.kind = this.blocked && this.mayNote && !this.#draft('reply') ? 'note' : 'reply';
      this.text = this.#draft(this.kind);
      this.refused = '';
      this.#held = undefined;
      this.#chosen = this.#awaitsReply = false;
      this.#picker?.close();
    } else if (changed.has('blocked')) this.#blockedChanged();
    // What a part above began to do is shown to its end, also when that ends the conversation.
    this.#began = !this.blocked || (this.#began && !changed.has('conversationId'));
    if (changed.has('conversationId') || changed.has('text') || changed.has('kind')) {
      this.copied = false;
      this.stop = undefined;
      if (this.kind === 'reply' && !this.blocked) this.#guard.look(this.conversationId, this.text);
    }
  }

  /**
   * The field is never exchanged under the hands: who is writing a reply goes on with a note only by their own choice.
   */
  #blockedChanged(): void {
    if (this.blocked) this.#picker?.close();
    else if (this.kind === 'note' && !this.text && (this.#awaitsReply || (!this.#chosen && !this.#hasFocus)))
      this.#switch('reply');
  }

  get #hasFocus(): boolean {
    return this.shadowRoot?.activeElement !== null;
  }

  get #closed(): boolean {
    return this.kind === 'reply' && Boolean(this.blocked);
  }

  #draft(kind: ReplyKind): string {
    return draftOf(this.#viewer.value.id, this.conversationId, kind);
  }

  #keep(conversationId: string, kind: ReplyKind, text: string): void {
    keepDraft(this.#viewer.value.id, conversationId, kind, text);
  }

  /** Puts the cursor into the field, for a reply or a note. */
  async write(kind: ReplyKind): Promise<void> {
    const ready = kind === 'reply' ? !this.blocked || this.#draft('reply') : this.mayNote;
    if (ready) this.#switch(kind);
    // Whoever has just taken the conversation replies as soon as this field has heard of it.
    this.#awaitsReply = kind === 'reply' && !ready;
    this.#chosen = !this.#awaitsReply;
    await this.updateComplete;
    this.#field?.focus();
  }

  /** Takes back a text that could not be sent. */
  async putBack(kind: ReplyKind, text: string): Promise<void> {
    this.#switch(kind);
    this.#set(this.text ? `${this.text}\n${text}` : text);
    await this.write(kind);
  }

  /** Puts something where the cursor is, and the cursor behind it or on what is to be filled in. */
  async insert(
    text: string,
    { from, to, select = '' }: { from?: number; to?: number; select?: string } = {},
  ): Promise<void> {
    if (this.#closed) return;
    const field = this.#field;
    const start = from ?? field?.selectionStart ?? this.text.length;
    this.#set(this.text.slice(0, start) + text + this.text.slice(to ?? field?.selectionEnd ?? start));
    await this.updateComplete;
    const at = select ? this.text.indexOf(select, start) : -1;
    this.#field?.focus();
    if (at >= 0) this.#field?.setSelectionRange(at, at + select.length);
    else this.#field?.setSelectionRange(start + text.length, start + text.length);
  }

  readonly #inserted = (event: Event): void => {
    const { text } = (event as CustomEvent<{ text: string }>).detail;
    if (this.blocked || !text) return;
    this.#switch('reply');
    void this.updateComplete.then(() =>
      this.insert(this.text && !/\s$/u.test(this.text) ? `\n${text}` : text, {
        from: this.text.length,
        to: this.text.length,
      }),
    );
  };

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  #switch(kind: ReplyKind): void {
    if (this.kind === kind) return;
    this.kind = kind;
    this.text = this.#draft(kind);
  }

  #set(text: string): void {
    this.text = text;
    const held = this.kind === 'reply' ? this.#held?.text : undefined;
    this.#keep(this.conversationId, this.kind, [held, text].filter(Boolean).join('\n'));
  }

  #input(event: Event): void {
    const field = event.target as HTMLTextAreaElement;
    this.#set(field.value);
    if (this.kind !== 'reply') return;
    if (this.text) this.tell('desk-typing');
    void this.#follow().catch((error: unknown) => toastProblem(this, error, this.language));
  }

  /** What is typed behind a slash, when somebody writes a reply. */
  #asked(): string | undefined {
    const field = this.#field;
    return this.kind === 'reply' && field ? slashQuery(field.value, field.selectionStart) : undefined;
  }

  async #follow(): Promise<void> {
    if (!this.#picker && this.#asked() !== undefined) {
      const { ScriptPicker } = await firstUse.get();
      this.#picker ??= new ScriptPicker(this, {
        client: () => this.#client.value,
        pick: (script) => void this.#useScript(script),
      });
    }
    if (this.item) this.#picker?.follow(this.item, this.#asked());
  }

  #keys(event: KeyboardEvent): void {
    if (isComposed(event)) return;
    if (this.#closed) return event.key === 'Escape' ? this.#field?.blur() : undefined;
    if (this.#picker?.key(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) this.#replace(this.#guard.on(this.text)?.hits ?? []);
      else void this.#send();
    } else if (event.key === 'Escape') this.#field?.blur();
  }

  /** Taken out of the field at once, so that one can go on writing, and put back when it may not go. */
  async #send(confirmed = false): Promise<void> {
    const { text, kind, conversationId } = this;
    if (!hasVisible(text) || characters(text) > LONGEST || this.#held || this.#closed) return;
    if (kind === 'note') {
      this.#set('');
      this.tell('desk-send', { kind, text, confirmed });
      return this.#field?.focus();
    }
    const held = { conversationId, text };
    this.#held = held;
    this.#set('');
    if (!confirmed) this.#field?.focus();
    const [client, viewerId] = [this.#client.value, this.#viewer.value.id];
    const judgement = await this.#guard.judge(conversationId, text);
    const stop = judgement && stopOf(judgement, confirmed);
    const sure = judgement?.level === 'WARN' && !stop;
    if (this.#held !== held || !this.isConnected)
      return this.#sendFromAfar(repliesOf(client, viewerId), { ...held, stopped: stop !== undefined, sure });
    this.#held = undefined;
    if (stop && judgement) return this.#giveBack(text, stop);
    this.#keep(conversationId, 'reply', this.kind === 'reply' ? this.text : '');
    this.tell('desk-send', { kind, text, confirmed: sure });
    this.#field?.focus();
  }

  /** The agent is elsewhere by now: it goes to the conversation it was written for, or waits there as a draft. */
  #sendFromAfar(
    replies: Replies,
    { conversationId, text, stopped, sure }: { conversationId: string; text: string; stopped: boolean; sure: boolean },
  ): void {
    // The panel hears of news from inside it, and this element may be gone.
    const inside =
      this.#panel instanceof Element ? this.#panel.shadowRoot?.querySelector('desk-admin-frame') : undefined;
    if (stopped) return inside ? toast(inside, { kind: 'warn', text: this.words(writingWords).kept }) : undefined;
    this.#keep(conversationId, 'reply', '');
    replies.send('reply', { text, ...(sure ? { confirmed: true } : {}) }, conversationId);
  }

  async #giveBack(text: string, stop: NonNullable<ReturnType<typeof stopOf>>): Promise<void> {
    this.#switch('reply');
    this.#set(this.text ? `${text}\n${this.text}` : text);
    await this.updateComplete;
    const judgement = (await this.#guard.judge(this.conversationId, this.text)) ?? this.#guard.on(this.text);
    this.stop = stop;
    await this.updateComplete;
    if (stop === 'confirm') return this.renderRoot.querySelector<HTMLElement>('#confirm')?.focus();
    const first =
      judgement &&
      marksOf(judgement)
        .filter(({ kind }) => kind === (stop === 'block' ? 'block' : 'open'))
        .sort((a, b) => a.start - b.start)[0];
    this.#field?.focus();
    if (first) this.#field?.setSelectionRange(first.start, first.end);
  }

  #replace(hits: readonly Hit[]): void {
    const text = replaced(this.text, hits);
    if (text === this.text) return;
    this.#set(text);
    this.#field?.focus();
  }

  async #useScript(script: LibraryScript): Promise<void> {
    const { conversationId } = this;
    const field = this.#field;
    const cursor = field?.selectionStart ?? this.text.length;
    const typed = slashQuery(this.text, cursor);
    this.#picker?.close();
    const name = script.id ?? script.scriptCode;
    try {
      const { text, unresolved } = await this.#client.value.query(expandScript, { conversationId, script: name });
      if (this.conversationId !== conversationId) return;
      await this.insert(text, {
        from: cursor - (typed === undefined ? 0 : typed.length + 1),
        to: cursor,
        ...(unresolved[0] ? { select: `{${unresolved[0]}}` } : {}),
      });
    } catch (error) {
      return toast(this, { kind: 'danger', text: sentenceOf(problemOf(error), this.language) });
    }
    // A use that was not counted is no reason to disturb anybody.
    await this.#client.value.mutate(noteScriptUse, { input: { conversationId, script: name } }).catch(() => undefined);
  }

  /** The button does what the key does. */
  async #slash(): Promise<void> {
    const field = this.#field;
    const before = this.text.slice(0, field?.selectionStart ?? this.text.length);
    await this.insert(!before || /\s$/u.test(before) ? '/' : ' /');
    if (field) await this.#follow();
  }

  #files(list: Iterable<File> | null | undefined): void {
    const { right, refused } = sortFiles(list, this.language);
    this.refused = refused;
    if (right.length > 0) this.tell('desk-attach', right);
  }

  #paste(event: ClipboardEvent): void {
    const files = pastedFiles(event.clipboardData);
    if (this.kind !== 'reply' || this.#closed || files.length === 0) return;
    event.preventDefault();
    this.#files(files);
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.copied = true;
    } catch {
      // Without permission the text is selected, so that the keyboard can copy it.
      this.#field?.focus();
      this.#field?.select();
      toast(this, { kind: 'info', text: this.words(writingWords).copySelected });
    }
  }

  /** The text becomes a note, which a colleague finds in the conversation. */
  #passOn(): void {
    const { text, owner } = this;
    const words = this.words(writingWords);
    const told = owner ? words.noteFor(owner, text) : words.noteUnsent(text);
    this.tell('desk-send', { kind: 'note', text: characters(told) > LONGEST ? text : told, confirmed: false });
    this.#set('');
    toast(this, { kind: 'ok', text: owner ? words.passedTo(owner) : words.keptAsNote });
  }

  #emoji(emoji: string): void {
    this.renderRoot.querySelector<HTMLElement>('[popover]')?.hidePopover();
    void this.insert(emoji);
  }

  override render() {
    const { kind, blocked, mayNote } = this;
    const closed = this.#closed;
    // Shown: what the bot says stands above the field although nobody can reply yet.
    const isBots = this.item?.state === 'BOT';
    return html`${blocked ? this.#renderBlocked(closed && this.text !== '') : nothing}
      ${this.refused ? html`<p class="notice danger" role="alert">${icon('warning')}<span>${this.refused}</span></p>` : nothing}
      ${this.item && (!blocked || isBots || this.#began) ? html`<desk-admin-panels class="above ${blocked && !isBots ? 'over' : ''}" .place=${composerAbove} .subject=${this.item} plain quiet></desk-admin-panels>` : nothing}
      ${mayNote ? this.#renderKinds() : nothing}
      ${closed && !mayNote && !this.text && !this.#hasFocus ? nothing : html`${this.#renderNotice()}<div class="box ${kind}">${this.#renderField(closed)} ${closed ? this.#renderKept() : this.#renderTools(closed)}</div>`}`;
  }

  #renderBlocked(kept: boolean) {
    const words = this.words(writingWords);
    if (!kept) return html`<p class="notice">${icon('info')}<span>${this.blocked}</span></p>`;
    return html`<p class="notice warn"
      role="alert">${icon('warning')}<span>${this.owner ? words.hasItNow(this.owner) : words.notSent(this.blocked)}</span></p>`;
  }

  #renderKept() {
    return keptReply({
      language: this.language,
      text: this.text,
      owner: this.owner,
      mayNote: this.mayNote,
      copied: this.copied,
      copy: () => void this.#copy(),
      passOn: () => this.#passOn(),
      drop: () => this.#set(''),
    });
  }

  #renderKinds() {
    const words = this.words(inboxWords);
    const button = (kind: ReplyKind) => html`<button
      class="button plain tight ${kind}"
      type="button"
      aria-pressed=${this.kind === kind}
      ?disabled=${kind === 'reply' && Boolean(this.blocked) && !this.#draft('reply')}
      @click=${() => void this.write(kind)}
    >${icon(kind === 'note' ? 'lock' : 'chat', 'small')}${words[kind]}</button>`;
    return html`<div class="kinds">${button('reply')}${button('note')}</div>`;
  }

  #renderNotice() {
    const judgement = this.kind === 'reply' && !this.#closed ? this.#guard.on(this.text) : undefined;
    const notice = firstUse.code?.guardNotice;
    if (!judgement || !notice) return nothing;
    return notice({
      judgement,
      stop: this.stop,
      language: this.language,
      replace: (hits) => this.#replace(hits),
      confirm: () => void this.#send(true),
      change: () => {
        this.stop = undefined;
        this.#field?.focus();
      },
    });
  }

  #renderField(closed: boolean) {
    return replyField({
      language: this.language,
      customer: this.customer,
      reply: this.kind === 'reply',
      text: this.text,
      closed,
      stopped: this.stop !== undefined,
      picker: this.#picker,
      judgement: this.kind === 'reply' ? this.#guard.on(this.text) : undefined,
      input: (event) => this.#input(event),
      keydown: (event) => this.#keys(event),
      paste: (event) => this.#paste(event),
    });
  }

  #renderTools(closed: boolean) {
    return tools({
      language: this.language,
      text: this.text,
      reply: this.kind === 'reply',
      closed,
      insert: (emoji) => this.#emoji(emoji),
      slash: () => void this.#slash(),
      pick: () => this.renderRoot.querySelector<HTMLElement>('#file')?.click(),
      files: (list) => this.#files(list),
      card: () => void this.tell('desk-card-wanted'),
      send: () => void this.#send(),
    });
  }
}

define('desk-admin-composer', DeskComposer);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-composer': DeskComposer;
  }
}
