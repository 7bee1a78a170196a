/**
 * @module Vendure's side of the desk: keyed changes in the Admin API, and word to the desk when an order changes.
 */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import {
  Allow,
  Ctx,
  CustomerService,
  HistoryService,
  OrderService,
  Permission,
  PluginCommonModule,
  TransactionalConnection,
  VendurePlugin,
  type RequestContext,
} from '@vendure/core';
import { DeskAnswer, once } from './desk-answer.ts';
import {
  cancelOrder,
  changeAddress,
  Customer,
  Order,
  refund,
  updateCustomerAddress,
  type DeskServices,
} from './desk-changes.ts';
import { DeskEvents, DESK_EVENTS_OPTIONS, type DeskEventsOptions } from './desk-events.ts';
import { deskSchema, type DeskAddress, type DeskOutcome } from './desk-schema.ts';

interface Keyed {
  readonly key: string;
}
type OfOrder = Keyed & { readonly orderId: string };
type Answer = Promise<{ readonly outcome: DeskOutcome }>;

/** One mutation per change. */
export class DeskResolver {
  readonly #services: DeskServices;

  constructor(
    connection: TransactionalConnection,
    orders: OrderService,
    customers: CustomerService,
    history: HistoryService,
  ) {
    this.#services = { connection, orders, customers, history };
  }

  async deskCancelOrder(ctx: RequestContext, input: OfOrder & { reason: string }): Answer {
    return this.#ofOrder(ctx, 'cancel', input, (inside) => cancelOrder(this.#services, inside, input));
  }

  async deskChangeAddress(ctx: RequestContext, input: OfOrder & { address: DeskAddress }): Answer {
    return this.#ofOrder(ctx, 'address', input, (inside) => changeAddress(this.#services, inside, input));
  }

  async deskRefund(
    ctx: RequestContext,
    input: OfOrder & { amount: number; currency: string; method?: string; reason: string },
  ): Answer {
    return this.#ofOrder(ctx, 'refund', input, (inside) => refund(this.#services, inside, input));
  }

  async deskUpdateCustomerAddress(
    ctx: RequestContext,
    input: Keyed & { customerId: string; address: DeskAddress },
  ): Answer {
    const lock = { entity: Customer, id: input.customerId };
    const outcome = await once(
      this.#services.connection,
      ctx,
      { key: input.key, request: ['customer', input], lock },
      (inside) => updateCustomerAddress(this.#services, inside, input),
    );
    return { outcome };
  }

  async #ofOrder(
    ctx: RequestContext,
    change: string,
    input: OfOrder,
    work: (ctx: RequestContext) => Promise<void>,
  ): Answer {
    const lock = { entity: Order, id: input.orderId };
    return {
      outcome: await once(this.#services.connection, ctx, { key: input.key, request: [change, input], lock }, work),
    };
  }
}

// TypeScript that Node runs as it is has no decorators, so they are called.
Resolver()(DeskResolver);
for (const [index, service] of [TransactionalConnection, OrderService, CustomerService, HistoryService].entries())
  Inject(service)(DeskResolver, undefined, index);

const PERMISSIONS = {
  deskCancelOrder: Permission.UpdateOrder,
  deskChangeAddress: Permission.UpdateOrder,
  deskRefund: Permission.UpdateOrder,
  deskUpdateCustomerAddress: Permission.UpdateCustomer,
} as const;

for (const [name, permission] of Object.entries(PERMISSIONS)) {
  const descriptor = Object.getOwnPropertyDescriptor(DeskResolver.prototype, name);
  if (!descriptor) throw new Error(`No method ${name}`);
  Mutation(name)(DeskResolver.prototype, name, descriptor);
  Allow(permission)(DeskResolver.prototype, name, descriptor);
  Ctx()(DeskResolver.prototype, name, 0);
  Args()(DeskResolver.prototype, name, 1);
}

/** Put `DeskPlugin.init({ … })` into the plugins of a Vendure configuration. */
export class DeskPlugin {
  static options: DeskEventsOptions = {};
  static init(options: DeskEventsOptions): typeof DeskPlugin {
    DeskPlugin.options = options;
    return DeskPlugin;
  }
}
VendurePlugin({
  imports: [PluginCommonModule],
  entities: [DeskAnswer],
  providers: [DeskEvents, { provide: DESK_EVENTS_OPTIONS, useFactory: () => DeskPlugin.options }],
  adminApiExtensions: { schema: deskSchema, resolvers: [DeskResolver] },
  compatibility: '^3.7.0',
})(DeskPlugin);
