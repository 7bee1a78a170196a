/**
 * @module Who a shopper is. A browser starts anonymous with a random token; only a token that the shop's backend
 * signed says more. Nothing unsigned is trusted and nothing ever merges two people.
 */
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import type { ShopperActor } from '../../kernel/actor.ts';
import { refuse, type ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { answer } from '../../kernel/point.ts';
import type { SignedIdentity } from '../../ports/index.ts';
import { locale, sessionHolder, Store } from '../access/index.ts';
import { Customer, CustomerIdentity } from './entities.ts';
import { customerMerged } from './events.ts';
import { IdentityKey, ShopperSession, SpentIdentityToken } from './session-entities.ts';
import { customerTexts as t } from './texts.ts';

const DAY_MS = 24 * 3600 * 1000;
/** Somebody without a name keeps their conversations by this token alone. */
const ANONYMOUS_SESSION_MS = 180 * DAY_MS;
/** Whoever the shop knows gets a new one with its next token. */
const IDENTIFIED_SESSION_MS = 30 * DAY_MS;

const ShopperToken = value(
  'ShopperToken',
  z.object({ token: z.string(), customerId: z.string(), verified: z.boolean(), expiresAt: z.string() }),
);

async function storeByKey(ctx: Pick<ActionContext, 'lookup'>, key: string): Promise<RowOf<typeof Store>> {
  return (await ctx.lookup(Store, { key })) ?? refuse('NOT_FOUND', { text: t.noSuchStore });
}

interface Proof {
  readonly externalId: string;
  readonly identityKeyId: string | null;
}

function openSession(ctx: ActionContext, store: RowOf<typeof Store>, customerId: string, proof: Proof | undefined) {
  const { token, hash } = ctx.ports.tokens.issue();
  const expiresAt = new Date(
    Date.parse(ctx.now) + (proof ? IDENTIFIED_SESSION_MS : ANONYMOUS_SESSION_MS),
  ).toISOString();
  ctx.insert(ShopperSession, {
    tenantId: store.tenantId,
    storeId: store.id,
    customerId,
    tokenHash: hash,
    verified: proof !== undefined,
    externalId: proof?.externalId ?? null,
    identityKeyId: proof?.identityKeyId ?? null,
    expiresAt,
    endedAt: null,
  });
  return { token, customerId, verified: proof !== undefined, expiresAt };
}

/** Gives a browser a token for a new anonymous customer of the store. */
export const startShopperSession = defineAction({
  title: { en: 'Start a shopper session', zh: '开始顾客会话' },
  allow: { anonymous: true },
  input: z.object({ storeKey: z.string().max(64), locale: locale.optional() }),
  output: ShopperToken,
  run: async (ctx, input) => {
    const store = await storeByKey(ctx, input.storeKey);
    const customer = ctx.insert(Customer, {
      tenantId: store.tenantId,
      ...emptyCustomer(store.id),
      locale: input.locale ?? store.locale,
    });
    return openSession(ctx, store, customer.id, undefined);
  },
});

const emptyCustomer = (storeId: string) => ({
  storeId,
  name: '',
  nick: '',
  email: null,
  phone: null,
  verified: false,
  tags: [],
  tier: null,
  styleTag: null,
  riskNote: null,
  lastSeenAt: null,
});

/**
 * Proves who the shopper is by a token that the shop's backend signed. The old token ends (session fixation);
 * everything that this browser did anonymously goes over to the verified customer, and goes on in the one that they
 * have open already; one of another person does not.
 */
export const identifyShopper = defineAction({
  title: { en: 'Identify the shopper', zh: '验证顾客身份' },
  allow: { anonymous: true },
  input: z.object({ storeKey: z.string().max(64), identityToken: z.string().min(10).max(4096) }),
  output: ShopperToken,
  run: async (ctx, input) => {
    const store = await storeByKey(ctx, input.storeKey);
    const { actor } = ctx;
    if (actor.kind === 'shopper' && actor.storeId !== store.id) return refuse('NOT_FOUND');
    const { identity, identityKeyId } = await verify(ctx, store, input.identityToken);
    await spend(ctx, store, identity);
    const customer = await customerOf(ctx, store, identity);
    if (actor.kind === 'shopper') await leaveOldSession(ctx, actor.sessionId, customer);
    return openSession(ctx, store, customer.id, { externalId: identity.subject, identityKeyId });
  },
});

async function verify(
  ctx: ActionContext,
  store: RowOf<typeof Store>,
  token: string,
): Promise<{ identity: SignedIdentity; identityKeyId: string | null }> {
  const rows = await ctx.inTenant(store.tenantId).all(IdentityKey, { where: { storeId: store.id, revokedAt: null } });
  const keys = rows.map(({ kid, algorithm, material }) => ({ kid, algorithm, material }));
  const identity = await ctx.ports.identityTokens.verify(token, {
    keys,
    audience: store.key,
    issuer: store.identityIssuer,
    now: ctx.now,
  });
  const signedBy = ctx.ports.identityTokens.kidOf?.(token);
  return { identity, identityKeyId: rows.find(({ kid }) => kid === signedBy)?.id ?? null };
}

/**
 * A token that has an id of its own proves an identity once. @throws DeniedError UNAUTHENTICATED with the cause
 * "replayed"
 */
async function spend(
  ctx: ActionContext,
  { id: storeId, tenantId }: RowOf<typeof Store>,
  { tokenId, expiresAt }: SignedIdentity,
): Promise<void> {
  if (tokenId === undefined || expiresAt === undefined) return;
  const token = ctx.ports.tokens.hash(tokenId);
  if (await ctx.inTenant(tenantId).first(SpentIdentityToken, { storeId, token }))
    refuse('UNAUTHENTICATED', { details: { cause: 'replayed' } });
  ctx.insert(SpentIdentityToken, { tenantId, storeId, token, expiresAt });
}

async function customerOf(ctx: ActionContext, store: RowOf<typeof Store>, identity: SignedIdentity) {
  const known = { storeId: store.id, channel: 'SHOP' as const, externalId: identity.subject };
  const desk = ctx.inTenant(store.tenantId);
  const link = await desk.first(CustomerIdentity, known);
  const facts = {
    ...(identity.name ? { name: identity.name } : {}),
    ...(identity.email ? { email: identity.email } : {}),
    ...(identity.phone ? { phone: identity.phone } : {}),
  };
  if (link) {
    const customer = await desk.get(Customer, link.customerId);
    const stale = Object.entries(facts).some(([field, fact]) => customer[field as keyof typeof facts] !== fact);
    return stale ? ctx.update(Customer, customer, facts) : customer;
  }
  const customer = ctx.insert(Customer, {
    tenantId: store.tenantId,
    ...emptyCustomer(store.id),
    ...facts,
    verified: true,
    locale: locale.safeParse(identity.locale).data ?? store.locale,
  });
  ctx.insert(CustomerIdentity, { tenantId: store.tenantId, ...known, customerId: customer.id });
  return customer;
}

async function leaveOldSession(ctx: ActionContext, sessionId: string, customer: RowOf<typeof Customer>): Promise<void> {
  const old = await ctx.trusted('sessions end with their owner').maybe(ShopperSession, sessionId);
  if (!old || old.endedAt) return;
  ctx.update(ShopperSession, old, { endedAt: ctx.now });
  if (old.verified || old.customerId === customer.id) return;
  ctx.emit(customerMerged, { guestId: old.customerId, customer });
}

/** The shopper of a session that has not ended. */
export const shopperOf = answer(sessionHolder, async (ctx, session): Promise<ShopperActor | undefined> => {
  const found = await ctx.lookup(ShopperSession, session);
  if (!found || found.endedAt || found.expiresAt <= ctx.now) return undefined;
  const { tenantId, storeId, customerId, id: sessionId, verified, externalId } = found;
  return { kind: 'shopper', tenantId, storeId, customerId, sessionId, verified, ...(externalId ? { externalId } : {}) };
});

/** Ends the shopper's session (sign-out in the shop); its open streams are cut. */
export const endShopperSession = defineAction({
  title: { en: 'End the shopper session', zh: '结束顾客会话' },
  allow: { shopper: true },
  input: z.object({}),
  output: value('ShopperSessionEnded', z.object({ ok: z.boolean() })),
  run: async (ctx) => {
    const session = ctx.actor.kind === 'shopper' ? await ctx.maybe(ShopperSession, ctx.actor.sessionId) : undefined;
    if (session && !session.endedAt) ctx.update(ShopperSession, session, { endedAt: ctx.now });
    return { ok: true };
  },
});
