/** @module A page with the widget, as the tests of its window begin. */
import { setViewport } from '@web/test-runner-commands';
import type { DeskHandle } from '../src/index.ts';
import { appears, cleanPage, deep, inside, send, textOf, until } from './page.ts';
import { afterEach, beforeEach } from './suite.ts';
import { createWidgetDesk, type WidgetDesk } from './widget-desk.ts';

type Options = Parameters<WidgetDesk['mount']>[0];

export const later = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));

/** An identity token of the test desk. */
export const identity = (subject: string, name: string, more: { readonly email?: string } = {}) =>
  JSON.stringify({ subject, name, ...more });

export class ChatPage {
  declare desk: WidgetDesk;
  handle: DeskHandle | undefined;

  async open(options: Options = {}): Promise<void> {
    this.handle = this.desk.mount(options);
    await this.handle.open();
    await appears('desk-composer');
  }

  /** From the first view to the messages, by its first button. */
  async toChat(): Promise<void> {
    await until(() => inside('desk-home', '.ways button')[0], 'the first view is there');
    inside<HTMLButtonElement>('desk-home', '.ways button')[0]?.click();
    await appears('desk-timeline');
  }

  /** Writes the first message and lets the agent take the conversation. */
  async chatting(): Promise<void> {
    await send('hello');
    await until(() => this.desk.inState('QUEUED'), 'the message has arrived');
    await this.desk.take();
    await until(() => textOf(deep('desk-timeline')).includes('Lucy'), 'the agent is there');
    // Live delivery may be quicker than the answer. A page that goes before the answer leaves the message to the next.
    await until(
      () => !Object.keys(localStorage).some((key) => key.includes(':out:')),
      'the page knows that it is sent',
    );
  }

  /** The next page of the same browser. */
  async nextPage(options: Options = {}): Promise<void> {
    this.handle?.remove();
    await this.open(options);
  }
}

/** A fresh page for every test of the suite. */
export function chatPage(): ChatPage {
  const page = new ChatPage();
  beforeEach(async () => {
    cleanPage();
    await setViewport({ width: 1280, height: 800 });
    page.desk = await createWidgetDesk();
  });
  afterEach(() => page.handle?.remove());
  return page;
}
