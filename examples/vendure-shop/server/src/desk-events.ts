/**
 * @module Tells the desk that an order has changed: a job of Vendure's queue, so it is tried again until the desk
 * answers, also after a restart. Signed as Standard Webhooks say.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { Inject } from '@nestjs/common';
import {
  EventBus,
  FulfillmentStateTransitionEvent,
  JobQueueService,
  Order,
  OrderStateTransitionEvent,
  RefundStateTransitionEvent,
  TransactionalConnection,
  type JobQueue,
  type RequestContext,
} from '@vendure/core';

export interface DeskEventsOptions {
  /** `https://desk.example/shops/my-store/events`; nothing is sent without it. */
  readonly url?: string;
  /** The secret that the desk showed when the key was made: `whsec_…`. */
  readonly secret?: string;
}

export const DESK_EVENTS_OPTIONS = 'DESK_EVENTS_OPTIONS';

interface Note {
  readonly id: string;
  readonly orderId: string;
  readonly at: string;
}

const TOLD: readonly string[] = [
  'PaymentAuthorized',
  'PaymentSettled',
  'PartiallyShipped',
  'Shipped',
  'PartiallyDelivered',
  'Delivered',
  'Cancelled',
];
const RETRIES = 50;
const TIMEOUT_MS = 5000;

/** The headers that prove who sent a body. */
export function signed({
  id,
  body,
  secret,
  at,
}: {
  id: string;
  body: string;
  secret: string;
  at: Date;
}): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

/** Listens to Vendure and posts to the desk. */
export class DeskEvents {
  readonly #bus: EventBus;
  readonly #jobs: JobQueueService;
  readonly #connection: TransactionalConnection;
  readonly #options: DeskEventsOptions;
  #queue: JobQueue<Note> | undefined;

  constructor(bus: EventBus, jobs: JobQueueService, connection: TransactionalConnection, options: DeskEventsOptions) {
    this.#bus = bus;
    this.#jobs = jobs;
    this.#connection = connection;
    this.#options = options;
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.#options.url) return;
    this.#queue = await this.#jobs.createQueue<Note>({ name: 'desk-events', process: ({ data }) => this.#post(data) });
    this.#bus
      .ofType(OrderStateTransitionEvent)
      .subscribe(({ order, toState }) => void (TOLD.includes(toState) && this.#note(order.id)));
    this.#bus
      .ofType(RefundStateTransitionEvent)
      .subscribe(({ order, toState }) => void (toState === 'Settled' && this.#note(order.id)));
    this.#bus
      .ofType(FulfillmentStateTransitionEvent)
      .subscribe(
        ({ ctx, fulfillment, toState }) => void (toState !== 'Pending' && this.#noteFulfillment(ctx, fulfillment.id)),
      );
  }

  async #noteFulfillment(ctx: RequestContext, fulfillmentId: string | number): Promise<void> {
    const orders = await this.#connection
      .getRepository(ctx, Order)
      .find({ where: { fulfillments: { id: fulfillmentId } } });
    for (const { id } of orders) await this.#note(id);
  }

  async #note(orderId: string | number): Promise<void> {
    await this.#queue?.add(
      { id: randomUUID(), orderId: String(orderId), at: new Date().toISOString() },
      { retries: RETRIES },
    );
  }

  async #post({ id, orderId, at }: Note): Promise<{ status: number }> {
    const { url = '', secret = '' } = this.#options;
    const body = JSON.stringify({ type: 'order.changed', timestamp: at, data: { orderId } });
    const headers = { 'content-type': 'application/json', ...signed({ id, body, secret, at: new Date() }) };
    const { status } = await fetch(url, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    // What the desk does not know, it will not know tomorrow either.
    if (status >= 300 && status !== 404 && status !== 410) throw new Error(`The desk answered ${status}.`);
    return { status };
  }
}
for (const [index, token] of [EventBus, JobQueueService, TransactionalConnection, DESK_EVENTS_OPTIONS].entries())
  Inject(token)(DeskEvents, undefined, index);
