/**
 * @module The open conversation: header, timeline, composer and the dialogs of its actions.
 */
import '@shopdesk/widget/elements/desk-timeline';
import { replyStanding } from '@shopdesk/core';
import { isComposed } from '@shopdesk/core/client';
import { html, nothing, type PropertyValues } from 'lit';
import { Act } from '../../desk/act.ts';
import {
  clientContext,
  directoryContext,
  liveContext,
  navigationContext,
  Use,
  viewerContext,
} from '../../desk/contexts.ts';
import { nameOf, teamNameOf } from '../../desk/directory.ts';
import { draftOf } from '../../desk/drafts.ts';
import '../../desk/lazy.ts';
import { featuresContext } from '../../desk/panels.ts';
import type { RecordSlot } from '../../desk/record.ts';
import type { ConversationItem, TransferItem } from '../../desk/rows.ts';
import { can } from '../../desk/viewer.ts';
import { avatars } from '../../kit/avatar.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { deskNow } from '../../kit/clock.ts';
import { icon } from '../../kit/icon.ts';
import { isPrintKey } from '../../kit/keys.ts';
import type { MenuItem } from '../../kit/menu.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState, failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { toast, toastProblem } from '../../kit/toast.ts';
import { sentenceOf } from '../../kit/problem.ts';
import { act } from '../../records/act.ts';
import { ConversationActions } from './actions.ts';
import './composer.ts';
import type { DeskComposer } from './composer.ts';
import { conversationStyle } from './conversation-style.ts';
import { releaseHold, takeConversation, transfers } from './data.ts';
import { elementsLook, elementTexts } from './elements-look.ts';
import { ACTION_OF, conversationHeader, headerStyle, type Step } from './header.ts';
import { holdWords } from './hold-words.ts';
import { customerName } from './names.ts';
import { pathOf, type InboxQuery } from './query.ts';
import type { ReplyKind } from './replies.ts';
import { Signals } from './signals.ts';
import { Thread } from './thread.ts';
import { printsWhole } from './timeline-print.ts';
import { openOf, UNDECIDED } from './transfers.ts';
import { inboxWords } from './words.ts';

type ButtonSlot = RecordSlot & { readonly kind: 'button' };

const DIALOGS = {
  assign: { tag: 'desk-admin-assign-dialog', load: () => import('./assign-dialog.ts') },
  transfer: { tag: 'desk-admin-transfer-dialog', load: () => import('./transfer-dialog.ts') },
  escalate: { tag: 'desk-admin-escalate-dialog', load: () => import('./escalate-dialog.ts') },
  lower: { tag: 'desk-admin-escalate-dialog', load: () => import('./escalate-dialog.ts') },
  hold: { tag: 'desk-admin-hold-dialog', load: () => import('./hold-dialog.ts') },
  close: { tag: 'desk-admin-close-dialog', load: () => import('./close-dialog.ts') },
  card: { tag: 'desk-admin-card-dialog', load: () => import('./card-dialog.ts') },
} as const;

/**
 * @summary One conversation.
 * @event {ConversationItem} desk-conversation-shown - The conversation as it is now.
 * @event desk-toggle-side - The viewer wants to see or hide the customer's details.
 */
export class DeskConversation extends DeskElement {
  static override properties = {
    conversationId: {},
    query: { attribute: false },
    sideOpen: { type: Boolean, reflect: true },
    dialog: { state: true },
  };
  static override styles = [base, controls, states, avatars, elementsLook, headerStyle, conversationStyle];

  conversationId = '';
  declare query: InboxQuery;
  sideOpen = false;
  dialog: keyof typeof DIALOGS | '' = '';
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #live = new Use(this, liveContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #features = new Use(this, featuresContext);
  readonly #act = new Act(this);
  readonly #thread: Thread = new Thread(this, () => ({
    client: this.#client.value,
    viewerId: this.#viewer.value.id,
    viewerName: this.#viewer.value.name,
    fileUnreadable: this.words(inboxWords).fileUnreadable,
    customerName: this.#thread.conversation ? customerName(this.#thread.conversation, this.language) : '',
    onConversation: (item) => void this.tell('desk-conversation-shown', item),
  }));
  readonly #actions = new ConversationActions(this, {
    client: () => this.#client.value,
    item: () => this.#thread.conversation,
  });
  readonly #signals = new Signals(this, {
    me: () => this.#viewer.value.id,
    subscribe: (hear) => this.#live.value.on('signal', hear),
  });
  readonly #opened = new Loader(this, {
    args: () => (this.conversationId ? ([this.conversationId] as const) : undefined),
    load: async ([id]) => ({ there: Boolean(await this.#thread.open(id)) }),
  });
  readonly #transfers = new Loader(this, {
    args: () => (this.#thread.conversation ? ([this.#thread.conversation.id] as const) : undefined),
    load: async ([id]) =>
      (
        await this.#client.value.query(transfers, {
          filter: { conversationId: { eq: id }, ...UNDECIDED },
          first: 5,
        })
      ).nodes,
  });
  readonly #heardTransfers = new Map<string, TransferItem>();
  #stops: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const hear = (transfer: TransferItem) => {
      if (transfer.conversationId !== this.conversationId) return;
      this.#heardTransfers.set(transfer.id, transfer);
      this.requestUpdate();
      void this.#actions.refresh(this.conversationId);
    };
    this.#stops = [
      this.#live.value.on('transfer', hear),
      this.#live.value.on('resync', () => void this.#thread.refresh()),
    ];
    document.addEventListener('visibilitychange', this.#read);
    document.addEventListener('keydown', this.#printKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    document.removeEventListener('visibilitychange', this.#read);
    document.removeEventListener('keydown', this.#printKey);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('conversationId')) this.dialog = '';
  }

  override updated(): void {
    printsWhole(this.renderRoot.querySelector('desk-timeline'));
    this.#read();
  }

  readonly #read = (): void => {
    if (document.visibilityState === 'visible') void this.#thread.readToEnd();
  };

  /** The browser prints at once and waits for nothing: what is not loaded yet is loaded before it is told to print. */
  readonly #printKey = (event: KeyboardEvent): void => {
    if (isComposed(event) || !isPrintKey(event) || !this.#thread.snapshot?.hasEarlier) return;
    event.preventDefault();
    if (!event.repeat) void this.#printWhole();
  };

  async #printWhole(): Promise<void> {
    const id = this.conversationId;
    await this.#thread.loadAllEarlier();
    await this.updateComplete;
    await this.renderRoot.querySelector('desk-timeline')?.updateComplete;
    await new Promise(requestAnimationFrame);
    if (this.isConnected && this.conversationId === id) print();
  }

  /** Moves the focus to the head, as when the page was opened by the keyboard. */
  async focusHead(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  /** Starts writing. */
  write(kind: ReplyKind): void {
    void this.renderRoot.querySelector<DeskComposer>('desk-admin-composer')?.write(kind);
  }

  /** Does what a button of the head does, if it is possible now. */
  step(step: Step): void {
    const state = this.#actions.of(ACTION_OF[step]);
    if (!state.offered) return;
    if (state.why !== undefined) toast(this, { kind: 'warn', text: state.why });
    else if (step === 'take') void this.#take();
    else if (step === 'release') void this.#release();
    else this.dialog = step;
  }

  async #release(): Promise<void> {
    const item = await this.#act.run(this.#client.value, releaseHold, { id: this.conversationId });
    const { problem } = this.#act;
    if (item) this.#done(new CustomEvent('desk-done', { detail: { item, text: this.words(holdWords).released } }));
    else if (problem) toast(this, { kind: 'danger', text: sentenceOf(problem, this.language) });
  }

  async #take(): Promise<void> {
    const words = this.words(inboxWords);
    const item = await this.#act.run(this.#client.value, takeConversation, { id: this.conversationId });
    if (item) {
      this.#thread.update(item);
      toast(this, { kind: 'ok', text: words.taken });
      if (this.query.view === 'queue' || this.query.view === 'offline')
        this.#navigation.value.go(pathOf({ view: 'mine' }, item.id));
      // The conversation is drawn as the viewer's own before the field can take a reply.
      await this.updateComplete;
      this.write('reply');
      return;
    }
    const { problem } = this.#act;
    const owner = problem?.code === 'CONFLICT' ? problem.details['ownerId'] : undefined;
    if (problem)
      toast(this, {
        kind: 'danger',
        text:
          typeof owner === 'string'
            ? words.takenBy(nameOf(this.#directory.maybe, owner))
            : sentenceOf(problem, this.language),
      });
  }

  #done({ detail }: CustomEvent<{ item?: ConversationItem; transfer?: TransferItem; text: string }>): void {
    this.dialog = '';
    if (detail.item) this.#thread.update(detail.item);
    if (detail.transfer) this.#heardTransfers.set(detail.transfer.id, detail.transfer);
    toast(this, { kind: 'ok', text: detail.text });
    void this.#actions.refresh(this.conversationId);
  }

  /** Name of who has it, when that is somebody else. */
  #colleague(item: ConversationItem): string {
    return replyStanding(item, this.#viewer.value.id) === 'OTHERS' ? nameOf(this.#directory.maybe, item.ownerId) : '';
  }

  /** Why the viewer cannot reply; empty when he can. */
  #blocked(item: ConversationItem): string {
    const words = this.words(inboxWords);
    if (!can(this.#viewer.value, 'customer.reply')) return words.noteOnly;
    return {
      OWN: () => '',
      FREE: () => words.mayNotReply.queued,
      OVER: () => words.mayNotReply.over,
      OTHERS: () => words.mayNotReply.owned(nameOf(this.#directory.maybe, item.ownerId)),
    }[replyStanding(item, this.#viewer.value.id)]();
  }

  override render() {
    const { problem, value, pending } = this.#opened;
    const { snapshot } = this.#thread;
    const words = this.words(inboxWords);
    if (problem?.code === 'NOT_FOUND') return emptyState({ icon: 'search', title: words.missing });
    if (problem && !value) return failedState(this.language, problem, () => void this.#opened.reload());
    if (value && !value.there) return emptyState({ icon: 'search', title: words.missing });
    if (snapshot?.error) return emptyState({ icon: 'lock', title: sentenceOf(snapshot.error, this.language) });
    if (pending || !snapshot?.conversation) return pendingState(this.language);
    const item = snapshot.conversation;
    return html`${this.#renderHeader(item)}
      <div class="around" role="status">${this.#renderAround(item)}</div>
      ${snapshot.hasEarlier ? html`<p class="only-printed hint">${words.notPrinted}</p>` : nothing}
      ${this.#renderTimeline(item)}
      <desk-admin-composer
        data-foot
        .conversationId=${item.id}
        .item=${item}
        .customer=${customerName(item, this.language)}
        .blocked=${this.#blocked(item)}
        .owner=${this.#colleague(item)}
        .mayNote=${can(this.#viewer.value, 'conversation.note')}
        @desk-send=${({ detail }: CustomEvent<{ kind: ReplyKind; text: string; confirmed: boolean }>) => this.#thread.send(detail.kind, { text: detail.text, ...(detail.confirmed ? { confirmed: true } : {}) })}
        @desk-attach=${({ detail }: CustomEvent<File[]>) => void this.#attach(detail)}
        @desk-typing=${() => this.#thread.typing()}
        @desk-card-wanted=${() => (this.dialog = 'card')}
      ></desk-admin-composer>
      ${this.#renderDialog(item)}`;
  }

  #renderHeader(item: ConversationItem) {
    const { view, ...rest } = this.query;
    return conversationHeader({
      item,
      language: this.language,
      directory: this.#directory.value,
      me: this.#viewer.value.id,
      backHref: this.#navigation.value.href(pathOf({ ...rest, view })),
      sideOpen: this.sideOpen,
      stateOf: (step) => this.#actions.of(ACTION_OF[step]),
      press: (step) => this.step(step),
      more: this.#more(),
      pick: (name) => void this.#pick(name, item),
      toggleSide: () => void this.tell('desk-toggle-side'),
    });
  }

  get #slots(): readonly ButtonSlot[] {
    return (this.#features.maybe ?? [])
      .flatMap(({ into }) => into)
      .filter((slot): slot is ButtonSlot => slot.kind === 'button' && slot.on === 'Conversation');
  }

  /** What other features offer to do with the conversation now. */
  #more(): MenuItem[] {
    return this.#slots.flatMap(({ action, title, icon }) => {
      const state = this.#actions.of(action);
      if (!state.offered || state.why !== undefined) return [];
      const label = title ? this.language.of(title) : state.title;
      return [{ id: action, label, ...(icon ? { icon } : {}) }];
    });
  }

  /** What is being typed goes with it, else what was said last. */
  async #pick(name: string, item: ConversationItem): Promise<void> {
    const slot = this.#slots.find(({ action }) => action === name);
    const me = this.#viewer.value.id;
    const text = draftOf(me, item.id, 'reply') || draftOf(me, item.id, 'note') || item.preview;
    const begin = { ...slot?.begin, ...(slot?.typed ? { [slot.typed]: text } : {}) };
    if (await act(this, name, { row: { ...item }, begin })) await this.#actions.refresh(item.id);
  }

  /** To whom it is offered: a person, a team or anybody. */
  #meant({ toUserId, toTeam }: TransferItem): string {
    if (toUserId) return nameOf(this.#directory.maybe, toUserId);
    return toTeam ? teamNameOf(this.#directory.maybe, toTeam, this.language) : this.words(inboxWords).anybody;
  }

  /** Who else is here, and what is under way. */
  #renderAround(item: ConversationItem) {
    const words = this.words(inboxWords);
    const colleagues = (kind: 'TYPING' | 'VIEWING') =>
      this.#signals
        .of(item.id, kind)
        .filter(({ side }) => side === 'STAFF')
        .map(({ name }) => name);
    const looking = colleagues('VIEWING');
    const typing = colleagues('TYPING');
    const [transfer] = openOf(this.#transfers.value ?? [], this.#heardTransfers).filter(
      ({ conversationId }) => conversationId === item.id,
    );
    const out = transfer && transfer.fromUserId === this.#viewer.value.id;
    return html`${
      typing.length > 0
        ? html`<p>${icon('edit', 'small')}${words.colleagueTyping(this.language.list(typing))}</p>`
        : looking.length > 0
          ? html`<p>${icon('eye', 'small')}${words.viewing(this.language.list(looking))}</p>`
          : nothing
    }
    ${
      out
        ? html`<p class="offer">${icon('transfer', 'small')}${words.offerOut[transfer.state]?.(this.#meant(transfer)) ?? ''}</p>`
        : nothing
    }`;
  }

  #renderTimeline(item: ConversationItem) {
    const { snapshot } = this.#thread;
    const name = customerName(item, this.language);
    const typing = this.#signals.of(item.id, 'TYPING').some(({ side }) => side === 'CUSTOMER') ? [name] : [];
    return html`<desk-timeline
      side="STAFF"
      .items=${this.#thread.items()}
      .marks=${{ delivered: item.customerDeliveredSeq, read: item.customerReadSeq }}
      .typing=${typing}
      .now=${deskNow}
      .hasEarlier=${snapshot?.hasEarlier ?? false}
      .busy=${snapshot?.loadingEarlier ?? false}
      .linkOf=${this.#thread.linkOf}
      .texts=${elementTexts(this.language)}
      .me=${this.#viewer.value.id}
      @desk-earlier=${() => void this.#thread.loadEarlier()}
      @desk-retry=${(event: CustomEvent<{ item: { clientMsgId: string } }>) => this.#thread.retry(event.detail.item.clientMsgId)}
      @desk-discard=${(event: CustomEvent<{ item: { clientMsgId: string } }>) => this.#thread.discard(event.detail.item.clientMsgId)}
      @desk-edit=${this.#edit}
    ></desk-timeline>`;
  }

  #edit({ detail }: CustomEvent<{ item: { clientMsgId: string; kind: string; body: string } }>): void {
    this.#thread.discard(detail.item.clientMsgId);
    void this.renderRoot
      .querySelector<DeskComposer>('desk-admin-composer')
      ?.putBack(detail.item.kind === 'NOTE' ? 'note' : 'reply', detail.item.body);
  }

  async #attach(files: readonly File[]): Promise<void> {
    try {
      await this.#thread.attach(files);
    } catch (error) {
      toastProblem(this, error, this.language);
    }
  }

  #renderDialog(item: ConversationItem) {
    if (!this.dialog) return nothing;
    const { tag, load } = DIALOGS[this.dialog];
    return html`<desk-admin-lazy
      .tag=${tag}
      .load=${load}
      .values=${{ item, ...(this.dialog === 'lower' ? { mode: 'lower' } : {}) }}
      @desk-done=${this.#done}
      @desk-pick-card=${({ detail }: CustomEvent<Parameters<Thread['send']>[1]>) => {
        this.dialog = '';
        this.#thread.send('reply', detail);
      }}
      @desk-closed=${() => (this.dialog = '')}
    ></desk-admin-lazy>`;
  }
}

define('desk-admin-conversation', DeskConversation);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-conversation': DeskConversation;
  }
}
