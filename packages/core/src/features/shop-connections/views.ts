/** @module What is connected to a store, and what could be. */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { codes } from '../../kernel/codes.ts';
import { instant, named, ref, type RowOf } from '../../kernel/entity.ts';
import { callFault } from '../../ports/call-fault.ts';
import type { ShopAdapter, ShopSetting } from '../../ports/shop-adapter.ts';
import { LocalText, Store } from '../access/index.ts';
import { capabilitiesOf, shopCapability } from './capability.ts';
import { ShopCheck, ConnectedShop, ShopSettingValue, shopSource } from './entities.ts';
import { healthOf } from './health.ts';

const shopSettingKind = codes('ShopSettingKind', {
  ADDRESS: { en: 'Address', zh: '网址' },
  TEXT: { en: 'Text', zh: '文本' },
  SECRET: { en: 'Secret', zh: '密钥', note: 'Typed and never shown again.' },
  CHOICE: { en: 'Choice', zh: '选项' },
});

const AdapterSetting = named(
  'ShopAdapterSetting',
  z.object({
    name: z.string(),
    kind: shopSettingKind,
    title: LocalText,
    hint: LocalText.nullable(),
    required: z.boolean(),
    choices: z.array(named('ShopSettingChoice', z.object({ value: z.string(), title: LocalText }))),
  }),
);
const Adapter = named(
  'ShopAdapter',
  z.object({ code: z.string(), name: LocalText, about: LocalText.nullable(), settings: z.array(AdapterSetting) }),
);

const settingOf = ([name, { kind, words, hint, required, choices = {} }]: [string, ShopSetting]) => ({
  name,
  kind,
  title: { ...words },
  hint: hint ? { ...hint } : null,
  required,
  choices: Object.entries(choices).map(([choice, title]) => ({ value: choice, title: { ...title } })),
});
const adapterOf = ({ code, words, about, settings }: ShopAdapter) => ({
  code,
  name: { ...words },
  about: about ? { ...about } : null,
  settings: Object.entries(settings).map(settingOf),
});

/** The kinds of shops that can be connected here, each with its form. */
export const shopAdapters = defineView({
  title: { en: 'Kinds of shops', zh: '商城类型' },
  allow: { staff: 'store.configure' },
  input: z.object({}),
  output: value('ShopAdapters', z.object({ adapters: z.array(Adapter) })),
  run: ({ ports }) => ({ adapters: (ports.shopConnector?.adapters ?? []).map(adapterOf) }),
});

const ShopState = z.object({
  storeId: z.string(),
  source: shopSource,
  /** Only for those who may configure the store. */
  connectionId: z.string().nullable(),
  adapter: z.string().nullable(),
  adapterName: LocalText.nullable(),
  /** What was entered, without the secrets; only for those who may configure the store. */
  settings: z.array(ShopSettingValue),
  connectedAt: instant().nullable(),
  capabilities: z.array(named('ShopCapabilityState', z.object({ capability: shopCapability, has: z.boolean() }))),
  answeredAt: instant().nullable(),
  fault: callFault.nullable(),
  faultAt: instant().nullable(),
  /** The shop has not answered since the fault. */
  failing: z.boolean(),
  testedAt: instant().nullable(),
  testMs: z.int().nullable(),
  checks: z.array(ShopCheck),
});

/** Which shop stands behind a store, what it can do, and how it has answered lately. */
export const shopState = defineView({
  title: { en: 'Shop of a store', zh: '店铺的商城' },
  allow: { staff: 'store.read' },
  input: z.object({ storeId: ref('Store') }),
  output: value('ShopState', ShopState),
  run: async (ctx, { storeId }) => {
    await ctx.get(Store, storeId);
    const shop = ctx.ports.shop(storeId);
    const wired = ctx.ports.shopConnector?.isWired(storeId) ?? shop !== undefined;
    const row = wired ? undefined : await connectionOf(ctx, storeId);
    const health = shop && (await healthOf(ctx, storeId));
    const { answeredAt = null, fault = null, faultAt = null, testedAt = null, testMs = null } = health ?? {};
    return {
      storeId,
      source: wired ? ('OPERATOR' as const) : row ? ('PANEL' as const) : ('NONE' as const),
      ...(row ? connected(ctx, row) : NOT_CONNECTED),
      capabilities: shop ? capabilitiesOf(shop) : [],
      answeredAt,
      fault,
      faultAt,
      failing: faultAt !== null && (answeredAt === null || faultAt >= answeredAt),
      testedAt,
      testMs,
      checks: [...(health?.checks ?? [])],
    };
  },
});

const NOT_CONNECTED = { connectionId: null, adapter: null, adapterName: null, settings: [], connectedAt: null };

/** Whether a shop stands behind a store, whoever has put it there. */
export async function isConnected(ctx: ReadContext, storeId: string): Promise<boolean> {
  const wired = ctx.ports.shopConnector?.isWired(storeId) ?? ctx.ports.shop(storeId) !== undefined;
  return wired || (await connectionOf(ctx, storeId)) !== undefined;
}

async function connectionOf(ctx: ReadContext, storeId: string): Promise<RowOf<typeof ConnectedShop> | undefined> {
  const row = await ctx
    .trusted('whether a shop is connected is no secret of the store')
    .first(ConnectedShop, { storeId });
  return row?.disconnectedAt === null ? row : undefined;
}

function connected({ actor, ports }: ReadContext, row: RowOf<typeof ConnectedShop>) {
  const configures = actor.kind === 'staff' && actor.permissions.has('store.configure');
  const adapter = ports.shopConnector?.adapters.find(({ code }) => code === row.adapter);
  return {
    connectionId: configures ? row.id : null,
    adapter: row.adapter,
    adapterName: adapter ? { ...adapter.words } : null,
    settings: configures ? [...row.settings] : [],
    connectedAt: row.connectedAt,
  };
}
