import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { refuse } from '../../kernel/context.ts';
import { locale, ServiceHours, Store, WidgetLook } from './entities.ts';

/** What the widget must know before anybody signs in: look, languages, hours. Nothing secret. */
export const widgetSettings = defineView({
  title: { en: 'Widget settings', zh: '聊天窗口设置' },
  allow: { anonymous: true, shopper: true, staff: true },
  input: z.object({ storeKey: z.string().max(64) }),
  output: value(
    'WidgetSettings',
    z.object({
      storeId: z.string(),
      name: z.string(),
      locale,
      timeZone: z.string(),
      look: WidgetLook,
      serviceHours: z.array(ServiceHours),
    }),
  ),
  run: async (ctx, { storeKey }) => {
    const store = (await ctx.lookup(Store, { key: storeKey })) ?? refuse('NOT_FOUND');
    const { id: storeId, name, locale: storeLocale, timeZone, look, serviceHours } = store;
    return { storeId, name, locale: storeLocale, timeZone, look, serviceHours };
  },
});
