/** @module A signed-in customer in self-service: his page, his shop, and the staff who answer him. */
import { AfterSalesCase, OrderServiceRequest, type RowOf } from '@shopdesk/core';
import type { TestShop } from '@shopdesk/core/testing';
import { setViewport } from '@web/test-runner-commands';
import type { DeskHandle } from '../src/index.ts';
import { en } from './service-words.ts';
import { identity } from './chat-page.ts';
import { all, button, cleanPage, composer, deep, inside, part, textOf, until } from './page.ts';
import { newServiceShop } from './service-shop.ts';
import { afterEach, beforeEach } from './suite.ts';
import { createWidgetDesk, type WidgetDesk } from './widget-desk.ts';

/** The desk looks at what a file is, not at its name. */
export const onePixel = async (): Promise<Blob> =>
  (
    await fetch(
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    )
  ).blob();

type Options = Parameters<WidgetDesk['mount']>[0];
type Role = Parameters<WidgetDesk['staff']>[1][number];

export class ServicePage {
  declare desk: WidgetDesk;
  declare shop: TestShop;
  handle: DeskHandle | undefined;
  readonly #people = new Map<string, Awaited<ReturnType<WidgetDesk['staff']>>>();

  async start(): Promise<void> {
    this.#people.clear();
    this.desk = await createWidgetDesk({
      shopOf: (now) => {
        const { shop, port } = newServiceShop(now);
        this.shop = shop;
        return port;
      },
    });
  }

  /** Opens the window, as Lily unless somebody else is named. */
  async open(
    orderId = '',
    { subject = 'lily', ...options }: Options & { readonly subject?: string } = {},
  ): Promise<void> {
    this.handle = this.desk.mount(options);
    if (subject) await this.handle.identify(identity(subject, subject));
    if (!orderId) return this.handle.open();
    await this.handle.openOrder(orderId);
    await until(() => deep('desk-self-service'), 'self-service is there');
  }

  /** Opens an order and waits until it is shown. */
  async look(orderId: string, options?: Options): Promise<void> {
    await this.open(orderId, options);
    await this.#until(
      () => textOf(deep('desk-order-page')).includes(orderId) && inside('desk-order-page', '.list').length > 0,
      `${orderId} is shown`,
    );
  }

  /** The next page of the same browser. */
  async reload(orderId: string): Promise<void> {
    this.handle?.remove();
    await this.look(orderId);
  }

  get text(): string {
    return textOf(deep('desk-self-service'));
  }

  async sees(text: string): Promise<void> {
    await this.#until(() => this.text.includes(text), `“${text}” is shown`);
  }

  /** Waits; a failure says what is there instead. */
  async #until(condition: () => unknown, what: string): Promise<void> {
    await until(condition, what).catch((error: unknown) => {
      throw new Error(`${what}; there is: ${this.text.slice(0, 1500)}`, { cause: error });
    });
  }

  /** Presses a button as soon as it is there and can be pressed. */
  async press(name: string): Promise<void> {
    const nameOf = (one: HTMLButtonElement) => one.ariaLabel ?? textOf(one);
    const find = () => {
      const able = inside<HTMLButtonElement>('desk-chat', 'button').filter(
        (one) => one.getClientRects().length > 0 && !one.disabled,
      );
      return able.find((one) => nameOf(one) === name) ?? able.find((one) => nameOf(one).startsWith(name));
    };
    await this.#until(find, `there is a button “${name}”`);
    find()?.click();
  }

  /** Ticks the box or radio whose label begins with this. */
  async tick(label: string): Promise<void> {
    const find = () => all<HTMLLabelElement>('label.check').find((one) => textOf(one).startsWith(label));
    await this.#until(find, `there is a choice “${label}”`);
    find()?.querySelector('input')?.click();
  }

  fill(name: string, text: string): void {
    const field = part<HTMLInputElement>(`[name=${name}]`);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Gives the flow a picture, as the file dialog does. */
  async addPhoto(name = 'damage.png', type = 'image/png'): Promise<void> {
    const find = () => inside<HTMLInputElement>('desk-case-flow', 'input[type=file]')[0];
    await this.#until(find, 'a photo can be added');
    const input = find() as HTMLInputElement;
    const files = new DataTransfer();
    files.items.add(new File([type === 'image/png' ? await onePixel() : '%PDF-1.7'], name, { type }));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Goes to the last step of a return of one kind of goods for a reason. */
  async fillReturn(item: string, reason: string, solution: string): Promise<void> {
    await this.press(en.orders.afterSales);
    await this.tick(item);
    await this.press(en.next);
    await this.tick(reason);
    await this.press(en.next);
    await this.tick(solution);
    await this.press(en.next);
    await this.sees(en.flow.submit);
  }

  /** Where the request for an order is kept while it is filled in. */
  get draftKey(): string {
    return Object.keys(localStorage).find((key) => key.includes(':case:')) ?? 'shopdesk:no draft';
  }

  get draft(): { readonly photos: readonly { readonly attachmentId?: string }[] } {
    return JSON.parse(localStorage.getItem(this.draftKey) ?? '{"photos":[]}') as { photos: [] };
  }

  async cases(): Promise<RowOf<typeof AfterSalesCase>[]> {
    return this.desk.desk.read(this.desk.system).all(AfterSalesCase, { order: [['submittedAt', 'asc']] });
  }

  async requests(): Promise<RowOf<typeof OrderServiceRequest>[]> {
    return this.desk.desk.read(this.desk.system).all(OrderServiceRequest, { order: [['requestedAt', 'asc']] });
  }

  /** Somebody of the staff acts: `by('AA', 'approveCase', { id })`. */
  async by(role: Role, action: string, input: object): Promise<void> {
    const person = this.#people.get(role) ?? (await this.desk.staff(`${role}1`, [role]));
    this.#people.set(role, person);
    await this.desk.desk.perform(person, action as never, input as never);
  }

  /** A message has opened a conversation, so that the agent is told. */
  async chatting(): Promise<void> {
    await until(() => deep('desk-composer'), 'the composer is there');
    composer().value = 'hello';
    button('Send').click();
    await until(() => this.desk.inState('QUEUED'), 'the message has arrived');
  }
}

/** A fresh page and shop for every test of the suite. */
export function servicePage(size = { width: 1280, height: 800 }): ServicePage {
  const page = new ServicePage();
  beforeEach(async () => {
    cleanPage();
    await setViewport(size);
    await page.start();
  });
  afterEach(() => page.handle?.remove());
  return page;
}
