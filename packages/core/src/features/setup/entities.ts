import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { defineEntity, instant, ref } from '../../kernel/entity.ts';

const inOwnStores = (actor: Actor) => {
  if (actor.kind !== 'staff' || !actor.permissions.has('store.configure')) return 'none' as const;
  return actor.storeIds ? { storeId: { in: [...actor.storeIds] } } : ('all' as const);
};

/** Where the widget of a store was seen last: one row for each origin, written at most once a minute. */
export const WidgetSighting = defineEntity({
  name: 'WidgetSighting',
  title: { en: 'Page with the chat', zh: '嵌入聊天窗口的网页' },
  schema: z.object({
    storeId: ref('Store'),
    /** As the browser named it, such as https://shop.example. */
    origin: z.string().max(300),
    seenAt: instant(),
    /** Whether the desk answered it then. */
    admitted: z.boolean(),
  }),
  index: [['storeId', '-seenAt']],
  unique: [{ name: 'widget_sighting_origin', fields: ['storeId', 'origin'] }],
  visible: inOwnStores,
  list: { filters: ['storeId', 'admitted'], orders: [[['seenAt', 'desc']]] },
});

/** How far the first hour of a store is, as far as no other row says it; its id is the store's. */
export const StoreSetup = defineEntity({
  name: 'StoreSetup',
  title: { en: 'First hour of a store', zh: '店铺开通进度' },
  schema: z.object({
    storeId: ref('Store'),
    /** Steps whose beginning somebody found good as it is. */
    kept: z.array(z.string().max(60)).max(50),
    /** Since when the list is no longer shown first; null: it is. */
    dismissedAt: instant().nullable().default(null),
  }),
  audited: ['kept', 'dismissedAt'],
  visible: inOwnStores,
});
