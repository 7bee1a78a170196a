import {
  DefaultJobQueuePlugin,
  DefaultLogger,
  LanguageCode,
  LogLevel,
  PaymentMethodHandler,
  type VendureConfig,
} from '@vendure/core';
import { DeskPlugin } from './desk-plugin.ts';
import type { DeskEventsOptions } from './desk-events.ts';

export interface ServerSettings {
  readonly port: number;
  /** `postgres://…` */
  readonly databaseUrl: string;
  readonly superadmin: { readonly identifier: string; readonly password: string };
  readonly cookieSecret: string;
  readonly desk: DeskEventsOptions;
}

/** Takes every payment at once and gives it back at once, as a card would where nothing goes wrong. */
export const cardHandler = new PaymentMethodHandler({
  code: 'card',
  description: [{ languageCode: LanguageCode.en, value: 'Card' }],
  args: {},
  createPayment: (_ctx, order, amount) => ({ amount, state: 'Settled', transactionId: `pay-${order.code}` }),
  settlePayment: () => ({ success: true }),
  createRefund: (_ctx, _input, amount, order) => ({
    state: 'Settled',
    transactionId: `refund-${order.code}-${amount}`,
  }),
});

/** A shop of Vendure with nothing in it but the desk's plugin. */
export function configOf({ port, databaseUrl, superadmin, cookieSecret, desk }: ServerSettings): VendureConfig {
  return {
    logger: new DefaultLogger({ level: LogLevel.Error }),
    apiOptions: { port, hostname: '127.0.0.1', adminApiPath: 'admin-api', shopApiPath: 'shop-api' },
    authOptions: {
      tokenMethod: 'bearer',
      requireVerification: false,
      superadminCredentials: superadmin,
      cookieOptions: { secret: cookieSecret },
    },
    // Vendure reads dates in this form only, whatever the database server is set to.
    dbConnectionOptions: {
      type: 'postgres',
      url: databaseUrl,
      synchronize: true,
      extra: { options: '-c datestyle=ISO -c timezone=UTC' },
    },
    paymentOptions: { paymentMethodHandlers: [cardHandler] },
    plugins: [
      DefaultJobQueuePlugin.init({
        pollInterval: 200,
        backoffStrategy: (_queue, attempts) => Math.min(1000 * 2 ** attempts, 3_600_000),
      }),
      DeskPlugin.init(desk),
    ],
  };
}
