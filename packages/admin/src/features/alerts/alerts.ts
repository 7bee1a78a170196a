/** @module Rings and shows a notice when a customer needs the viewer, as the viewer has chosen. It draws nothing. */
import { nothing } from 'lit';
import { directoryContext, liveContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { deskNow } from '../../kit/clock.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { keptAlerts, type AlertKind } from './kept.ts';
import { ConversationNews } from './news.ts';
import { ring } from './tone.ts';
import { alertWords } from './words.ts';

/** So long one tab keeps the word of a piece of news to itself. */
const TOLD_MS = 3000;

/** Does it in one of the panel’s tabs. A page that may not lock does it in each. */
function inOneTab(name: string, tell: () => void): void {
  if (!navigator.locks) return tell();
  void navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    tell();
    await new Promise((resolve) => setTimeout(resolve, TOLD_MS));
  });
}

export class DeskAlerts extends DeskElement {
  readonly #viewer = new Use(this, viewerContext);
  readonly #live = new Use(this, liveContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const news = new ConversationNews(this.#viewer.value.id);
    this.#stop = this.#live.value.on('conversation', (item) => {
      const kind = news.hear(item, deskNow());
      if (kind) inOneTab(`shopdesk.alert:${item.id}:${item.lastSeq}:${kind}`, () => this.#alert(kind, item));
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  #alert(kind: AlertKind, item: ConversationItem): void {
    const choices = keptAlerts(this.#viewer.value.id);
    const inView = document.visibilityState === 'visible';
    const reading = inView && this.#navigation.value.path.split(/[/?]/).includes(item.id);
    if (choices[kind] && !reading) ring(kind, choices.volume);
    if (choices.notices && !inView) this.#show(kind, item);
  }

  /** Whose it is and where, never what was written: it is seen by whoever stands beside the machine. */
  #show(kind: AlertKind, { id, storeId }: ConversationItem): void {
    if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
    const words = this.words(alertWords);
    const notice = new Notification(kind === 'message' ? words.newMessage : words.newConversation, {
      body: this.#directory.maybe?.stores.get(storeId)?.name ?? '',
      tag: `shopdesk:${id}`,
      silent: true,
    });
    notice.addEventListener('click', () => {
      focus();
      this.#navigation.value.go(`/inbox/mine/${id}`);
      notice.close();
    });
  }

  override render() {
    return nothing;
  }
}

define('desk-admin-alerts', DeskAlerts);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-alerts': DeskAlerts;
  }
}
