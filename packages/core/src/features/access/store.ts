import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { completeOrigin } from '../../text/origin.ts';
import { accessTexts as t } from './texts.ts';
import { countryDefaults } from './countries.ts';
import { countryCode } from './country.ts';
import {
  calendarDays,
  locale,
  ServiceHours,
  Store,
  Tenant,
  WidgetLook,
  storeProfile,
  storeRegion,
} from './entities.ts';

/** Look of a new store's widget. */
export const DEFAULT_LOOK = {
  colour: '#0f766e',
  position: 'end',
  title: { zh: '在线客服', en: 'Chat with us' },
  greeting: { zh: '您好，请问有什么可以帮您？', en: 'Hello, how can we help you?' },
  offlineText: {
    zh: '我们暂时不在，请留言，上线后第一时间回复您。',
    en: 'We are away. Leave a message and we will answer as soon as we are back.',
  },
} as const;

/** A page that may embed the widget: a path behind it would mean nothing to a browser. */
const webOrigin = z
  .string()
  .max(300)
  .overwrite(completeOrigin)
  .check(z.url({ protocol: /^https?$/ }));

const settings = z.object({
  name: z.string().trim().min(1).max(200),
  timeZone: Store.schema.shape['timeZone'] as z.ZodString,
  locale,
  currency: z.string().regex(/^[A-Z]{3}$/),
  profile: storeProfile,
  policyPack: z.string().min(1).max(60),
  region: storeRegion,
  country: countryCode,
  serviceHours: z.array(ServiceHours).max(21),
  officeHours: z.array(ServiceHours).max(21),
  calendar: calendarDays,
  allowedOrigins: z.array(webOrigin).max(50),
  look: WidgetLook,
  identityIssuer: z.string().max(200),
});

export const newTenantInput = z.object({
  name: z.string().min(1).max(200),
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{1,62}$/),
});

/** Founds a tenant: the desk of one company. */
export const createTenant = defineAction({
  title: { en: 'Create a tenant', zh: '创建租户' },
  allow: { system: true },
  input: newTenantInput,
  output: one(Tenant),
  run: (ctx, input) => {
    const id = ctx.actor.tenantId || ctx.newId();
    return ctx.insert(Tenant, { id, tenantId: id, ...input, permissionOverrides: {}, onboardingGate: false });
  },
});

export const newStoreInput = settings
  .partial()
  .extend({ name: z.string().trim().min(1).max(200), key: z.string().regex(/^[a-z0-9][a-z0-9-]{2,62}$/) });

/** What a new store begins with, where nothing else is said: what its country says, else what most say. */
export function newStore(input: z.output<typeof newStoreInput>) {
  const said = input.country === undefined ? undefined : countryDefaults(input.country);
  return {
    name: input.name,
    key: input.key,
    timeZone: input.timeZone ?? said?.timeZone ?? 'Asia/Shanghai',
    locale: input.locale ?? 'zh-CN',
    currency: input.currency ?? said?.currency ?? 'CNY',
    profile: input.profile ?? 'GENERIC',
    policyPack: input.policyPack ?? input.profile ?? 'GENERIC',
    region: input.region ?? said?.region ?? 'CN',
    country: input.country ?? null,
    serviceHours: input.serviceHours ?? said?.serviceHours ?? [],
    officeHours: input.officeHours ?? said?.officeHours ?? [],
    calendar: input.calendar ?? [],
    allowedOrigins: input.allowedOrigins ?? [],
    look: input.look ?? DEFAULT_LOOK,
    identityIssuer: input.identityIssuer ?? input.key,
  };
}

/** Why a store cannot be in a country; undefined where it can, or where none is named. */
export const noSuchCountry = (country: string | undefined, path: string): Denial | undefined =>
  country === undefined || countryDefaults(country)
    ? undefined
    : deny('VALIDATION_FAILED', { fields: [{ path, text: t.noSuchCountry }] });

/**
 * Adds a store. With a country the zone, the currency, the statute and the hours that are not given follow from it.
 */
export const createStore = defineAction({
  title: { en: 'Create a store', zh: '创建店铺' },
  tenantWide: true,
  allow: { staff: 'store.configure', system: true },
  input: newStoreInput,
  output: one(Store),
  check: async (ctx, { key, country }) =>
    noSuchCountry(country, 'country') ??
    ((await ctx.lookup(Store, { key })) ? deny('DUPLICATE', { details: { field: 'key' } }) : undefined),
  run: (ctx, input) => ctx.insert(Store, newStore(input)),
});

export const updateStore = defineAction({
  title: { en: 'Change store settings', zh: '修改店铺设置' },
  allow: { staff: 'store.configure' },
  on: Store,
  input: settings.partial(),
  output: one(Store),
  check: (_ctx, _store, { country }) => noSuchCountry(country, 'country'),
  run: (ctx, store, given) =>
    ctx.update(Store, store, Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined))),
});
