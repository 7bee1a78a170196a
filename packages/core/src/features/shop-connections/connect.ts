/** @module A person connects a shop to a store, changes how, and takes it away again. */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ActionContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { ref, secret, type RowOf } from '../../kernel/entity.ts';
import type { ShopAdapter, ShopConnector } from '../../ports/shop-adapter.ts';
import { Store } from '../access/index.ts';
import { ConnectedShop, ShopSettingValue } from './entities.ts';
import { shopConnectionTexts as t } from './texts.ts';
import { connectionReasons } from './reasons.ts';
import { readSettings, type Former, type ReadSettings } from './settings.ts';

const connectInput = z.object({
  storeId: ref('Store'),
  adapter: z.string().min(1).max(40),
  /** By the names of the adapter’s settings. A secret that is left out stays as it is. */
  settings: secret(z.array(ShopSettingValue).max(30)),
});
type ConnectInput = z.output<typeof connectInput>;

/** What a call wants, as far as it can be read. */
interface Wanted {
  readonly connector: ShopConnector;
  readonly adapter: ShopAdapter;
  readonly row: RowOf<typeof ConnectedShop> | undefined;
  readonly read: ReadSettings;
}

async function wantedBy(
  ctx: ActionContext,
  { storeId, adapter: code, settings }: ConnectInput,
): Promise<Wanted | Denial> {
  await ctx.get(Store, storeId);
  const connector = ctx.ports.shopConnector ?? refuse('NOT_FOUND');
  if (connector.isWired(storeId)) return deny(connectionReasons.reasons.SHOP_SET_BY_OPERATOR);
  const adapter = connector.adapters.find((known) => known.code === code);
  if (!adapter) return deny('VALIDATION_FAILED', { fields: [{ path: 'adapter', text: t.noSuchKind }] });
  const row = await ctx.first(ConnectedShop, { storeId });
  const given = new Map(settings.map(({ name, value }) => [name, value]));
  const read = readSettings(adapter, given, { connector, former: formerOf(connector, row, code) });
  return read.problems.length > 0
    ? deny('VALIDATION_FAILED', { fields: read.problems })
    : { connector, adapter, row, read };
}

/** What is kept of the same kind of shop; of another one, or once it was disconnected, nothing is taken over. */
function formerOf(
  connector: ShopConnector,
  row: RowOf<typeof ConnectedShop> | undefined,
  adapter: string,
): Former | undefined {
  if (!row || row.adapter !== adapter || row.sealed === null) return undefined;
  return {
    plain: new Map(row.settings.map(({ name, value }) => [name, value])),
    secrets: connector.open(row.storeId, row.sealed) ?? {},
  };
}

/**
 * Connects a shop to a store, or changes the connection, at once and in every process. Whether the shop can be used is
 * asked by `testShop`: a shop may be connected while it is down.
 */
export const connectShop = defineAction({
  title: { en: 'Connect a shop', zh: '连接商城' },
  allow: { staff: 'store.configure', system: true },
  input: connectInput,
  output: one(ConnectedShop),
  check: async (ctx, input) => {
    const wanted = await wantedBy(ctx, input);
    return 'code' in wanted ? wanted : undefined;
  },
  run: async (ctx, input) => {
    const wanted = await wantedBy(ctx, input);
    if ('code' in wanted) return refuse('CONFLICT');
    const { connector, row, read } = wanted;
    const { storeId, adapter } = input;
    const sealed = connector.seal(storeId, read.secrets);
    const made = { adapter, settings: [...read.plain], sealed, disconnectedAt: null };
    const again = row?.disconnectedAt === null ? {} : { connectedAt: ctx.now };
    return row
      ? ctx.update(ConnectedShop, row, { ...made, ...again })
      : ctx.insert(ConnectedShop, { storeId, ...made, connectedAt: ctx.now });
  },
});

/** Takes the shop away from the store. Its secrets are forgotten; orders and cases of the desk stay as they are. */
export const disconnectShop = defineAction({
  title: { en: 'Disconnect the shop', zh: '断开商城' },
  allow: { staff: 'store.configure' },
  on: ConnectedShop,
  manner: 'grave',
  input: z.object({}),
  output: one(ConnectedShop),
  when: (_ctx, { disconnectedAt }) => (disconnectedAt ? deny('INVALID_TRANSITION') : undefined),
  run: (ctx, row) => ctx.update(ConnectedShop, row, { sealed: null, disconnectedAt: ctx.now }),
});
