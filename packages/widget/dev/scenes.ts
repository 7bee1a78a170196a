import type { DeskHandle } from '../src/index.ts';
import { product } from '../test/test-shop.ts';
import type { WidgetDesk } from '../test/widget-desk.ts';

const later = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));

/** The window's inside, which is an open shadow root. */
const chat = () => document.querySelector('desk-widget')?.shadowRoot?.querySelector('desk-chat');
const composer = () => chat()?.shadowRoot?.querySelector('desk-composer');

async function write(text: string): Promise<void> {
  const element = composer();
  if (!element) throw new Error('The window is not open.');
  element.value = text;
  element.shadowRoot?.querySelector<HTMLButtonElement>('.send')?.click();
  await later(120);
}

const press = (selector: string) => chat()?.shadowRoot?.querySelector<HTMLButtonElement>(selector)?.click();
const pressTool = (index: number) =>
  composer()?.shadowRoot?.querySelectorAll<HTMLButtonElement>('.tool')[index]?.click();

/** Whether a picture that the desk has answered is drawn somewhere. */
const isDrawn = (root: ParentNode = document): boolean =>
  [...root.querySelectorAll('*')].some(
    (element) => element.matches('img[src^="data:image/png"]') || (element.shadowRoot && isDrawn(element.shadowRoot)),
  );

async function chatting(desk: WidgetDesk, handle: DeskHandle): Promise<void> {
  await handle.open();
  await later(300);
  await write('你好！这件开衫有 M 码吗？ https://shop.example/p1?colour=blue');
  while (!(await desk.inState('QUEUED'))) await later(20);
  await desk.take();
  await desk.say('您好，我是 Lucy。');
  await desk.say('这款有 M 码，肩宽 38 厘米，衣长 60 厘米。');
  await write('太好了');
  await write('👍');
  await desk.read();
  await write('<img src=x onerror=alert(1)> \u202Egnp.exe');
  await desk.receive();
  await later(300);
}

type Scene = (desk: WidgetDesk, handle: DeskHandle) => Promise<void>;

export const scenes: Readonly<Record<string, Scene>> = {
  launcher: async () => undefined,
  consent: async (_, handle) => handle.open(),
  empty: async (_, handle) => {
    await handle.open();
    await later(500);
  },
  chat: chatting,
  typing: async (desk, handle) => {
    await chatting(desk, handle);
    await desk.type();
    await later(200);
  },
  unread: async (desk, handle) => {
    await chatting(desk, handle);
    handle.close();
    for (const text of ['one', 'two', 'three']) await desk.say(text);
    await later(600);
  },
  queue: async (desk, handle) => {
    await desk.shopper();
    await handle.open();
    await later(300);
    await write('有人吗？');
    await later(600);
  },
  offline: async (_, handle) => {
    await handle.open();
    await later(400);
  },
  offlineSent: async (_, handle) => {
    await handle.open();
    await later(400);
    await write('请问什么时候发货？');
    await later(600);
  },
  closed: async (desk, handle) => {
    await chatting(desk, handle);
    await desk.finish();
    await later(400);
    const stars = chat()?.shadowRoot?.querySelector('desk-rating')?.shadowRoot?.querySelector('desk-stars');
    stars?.shadowRoot?.querySelectorAll('input')[3]?.click();
    await later(300);
  },
  rated: async (desk, handle) => {
    await scenes['closed']?.(desk, handle);
    chat()?.shadowRoot?.querySelector('desk-rating')?.shadowRoot?.querySelector<HTMLButtonElement>('.main')?.click();
    await later(500);
  },
  history: async (desk, handle) => {
    await chatting(desk, handle);
    await desk.finish();
    await later(300);
    press('header button');
    await later(600);
  },
  emoji: async (desk, handle) => {
    await chatting(desk, handle);
    pressTool(0);
    await later(500);
  },
  cards: async (desk, handle) => {
    await handle.identify(JSON.stringify({ subject: 'lily', name: 'Lily' }));
    handle.update({ product });
    await handle.open();
    await later(400);
    chat()?.shadowRoot?.querySelector('desk-offer')?.shadowRoot?.querySelector<HTMLButtonElement>('.main')?.click();
    await later(500);
    await desk.take();
    pressTool(2);
    await later(500);
    chat()
      ?.shadowRoot?.querySelector('desk-orders')
      ?.shadowRoot?.querySelector<HTMLButtonElement>('li button')
      ?.click();
    await later(600);
  },
  offer: async (_, handle) => {
    handle.update({ product });
    await handle.open();
    await later(400);
  },
  orders: async (_, handle) => {
    await handle.identify(JSON.stringify({ subject: 'lily', name: 'Lily' }));
    await handle.open();
    await later(500);
    pressTool(2);
    await later(500);
  },
  files: async (desk, handle) => {
    await chatting(desk, handle);
    const picture = await fetch('data:image/svg+xml;utf8,<svg/>').then(() => drawPicture());
    const give = (files: File[]) =>
      composer()?.dispatchEvent(new CustomEvent('desk-files', { detail: { files }, bubbles: true }));
    give([
      new File([picture], 'cardigan.png', { type: 'image/png' }),
      new File(['%PDF'], '发票 invoice.pdf', { type: 'application/pdf' }),
    ]);
    while (!isDrawn()) await later(50);
    desk.network.latencyMs = 60_000;
    give([
      new File([picture], 'late.png', { type: 'image/png' }),
      new File(['MZ'], 'setup.exe', { type: 'application/x-msdownload' }),
    ]);
    await later(600);
  },
  reconnecting: async (desk, handle) => {
    await chatting(desk, handle);
    desk.network.down = true;
    desk.network.cutStreams();
    await later(300);
    await write('这条消息会在恢复后发送');
  },
  refused: async (desk, handle) => {
    await chatting(desk, handle);
    await write('x'.repeat(10));
    desk.clock.advance(0);
    const element = composer();
    element?.insert('字'.repeat(2001));
    element?.shadowRoot?.querySelector<HTMLButtonElement>('.send')?.click();
    await later(300);
  },
};

function drawPicture(): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 300 });
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = '#d8c3a5';
    context.fillRect(0, 0, 400, 300);
    context.fillStyle = '#8e6f4e';
    context.fillRect(120, 60, 160, 200);
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture')))),
  );
}
