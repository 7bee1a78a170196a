/** @module The entry of the chat window: loaded when it is first opened. */
import type { DeskConnection } from '../connection/connection.ts';
import type { LauncherHost } from '../launcher/launcher.ts';
import { loadTexts } from '../texts/load-texts.ts';
import { DeskChat } from './desk-chat.ts';
import { loadTimeline } from './timeline-code.ts';
import { knownSettings, loadSettings } from './settings.ts';

/** The window as the launcher sees it. */
export interface ChatView {
  show(): void;
  hide(): void;
  /** Takes the focus, or shows an order. */
  focus(orderId?: string): void;
  /** Language, look or page facts have changed. */
  update(): void;
  remove(): void;
}

/** Puts the window, still hidden, beside the button. */
export async function openChat(host: LauncherHost, connection: DeskConnection): Promise<ChatView> {
  const chat = new DeskChat(host, connection);
  let spoken: string | undefined;
  const speak = async (): Promise<void> => {
    if (spoken === host.locale) return;
    const { locale } = host;
    chat.texts = await loadTexts(locale, host.options);
    spoken = locale;
  };
  const paint = (): void => {
    chat.position = host.position ?? chat.settings?.look.position ?? 'end';
    chat.scheme = host.options.scheme ?? pageScheme();
    if (host.options.dir) chat.dir = host.options.dir;
    chat.requestUpdate();
  };
  chat.hidden = true;
  chat.setAttribute('exportparts', 'panel,header,event,bubble,meta,card,price,image,file,star');
  chat.settings = knownSettings(connection);
  // Without them the window says so itself and tries again.
  const messages = chat.beginsWithMessages ? loadTimeline().catch(() => undefined) : undefined;
  await speak();
  await messages;
  paint();
  host.root.append(chat);
  void loadSettings(connection, host.options.store).then((settings) => {
    if (settings) chat.settings = settings;
  });
  return {
    show: () => {
      // What failed at the page's beginning is tried again with each opening.
      void connection.start();
      chat.show();
    },
    hide: () => chat.hide(),
    focus: (orderId) => (orderId ? chat.showPage({ name: 'order', id: orderId }, true) : chat.focus()),
    // Where another language cannot be loaded the window stays in the present one.
    update: () =>
      void speak()
        .catch(() => undefined)
        .then(paint),
    remove: () => chat.remove(),
  };
}

/** A page that itself has a dark look lets the reader's system decide; any other is light. */
const pageScheme = (): 'auto' | 'light' =>
  getComputedStyle(document.documentElement).colorScheme.includes('dark') ? 'auto' : 'light';
