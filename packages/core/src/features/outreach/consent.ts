/** @module A customer says yes or no to being written to, here or by somebody for them; it holds at once (R-SEC-03). */
import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import { refuse, type ActionContext } from '../../kernel/context.ts';
import { someOf } from '../../kernel/codes.ts';
import { deny } from '../../kernel/denial.ts';
import { named, ref, type RowOf } from '../../kernel/entity.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { LocalText, Store } from '../access/index.ts';
import { Customer } from '../customers/index.ts';
import { Consent, ConsentEvent, consentSource, StopLink } from './entities.ts';
import { outreachBasis, outreachChannel, Purpose, purposes, type OutreachChannel } from './purposes.ts';
import { outreachTexts as t } from './texts.ts';

export interface Word {
  readonly storeId: string;
  readonly customerId: string;
  readonly purpose: string;
  /** Null: every channel. */
  readonly channel: OutreachChannel | null;
  readonly given: boolean;
  readonly source: RowOf<typeof ConsentEvent>['source'];
  readonly textVersion?: string | null;
  readonly proof?: string;
  /** When they said it, where that was earlier. */
  readonly at?: string;
}

/** Writes down what a customer said; the last word about a purpose and a channel is what holds. */
export async function noteWord(caller: ActionContext, word: Word): Promise<RowOf<typeof ConsentEvent>> {
  const ctx = caller.trusted('what a customer said of messages');
  const { storeId, customerId, purpose, channel, given, source, textVersion = null, proof = '', at = ctx.now } = word;
  const userId = caller.actor.kind === 'staff' ? caller.actor.userId : null;
  const event = ctx.insert(ConsentEvent, {
    storeId,
    customerId,
    purpose,
    channel,
    given,
    at,
    source,
    textVersion,
    proof,
    userId,
  });
  const id = `${customerId}:${purpose}:${channel ?? 'ALL'}`;
  const known = await ctx.maybe(Consent, id);
  if (!known) ctx.insert(Consent, { id, storeId, customerId, purpose, channel, given, at });
  else if (known.at <= at) ctx.update(Consent, known, { given, at });
  return event;
}

const wish = {
  purpose: memberOf(Purpose),
  channel: outreachChannel.nullable().default(null),
  given: z.boolean(),
};

/** The customer's own word, in the widget or the shop's page. */
export const setConsent = defineAction({
  title: { en: 'Messages on or off', zh: '设置消息接收' },
  allow: { shopper: true },
  input: z.object({ ...wish, textVersion: z.string().max(60).nullable().default(null) }),
  output: one(ConsentEvent),
  run: (ctx, { purpose, channel, given, textVersion }) => {
    const { actor } = ctx;
    if (actor.kind !== 'shopper') throw new Error('Only a customer says it for themselves.');
    const { customerId, storeId } = actor;
    return noteWord(ctx, { customerId, storeId, purpose, channel, given, textVersion, source: 'CUSTOMER' });
  },
});

/** What a customer said on the phone or in a letter. A yes needs its proof; a no is believed. */
export const recordConsent = defineAction({
  title: { en: 'Record what the customer wants', zh: '登记顾客的接收意愿' },
  allow: { staff: 'customer.edit' },
  on: Customer,
  input: z.object({
    ...wish,
    source: someOf('RecordedConsentSource', consentSource, ['STAFF', 'IMPORT']).default('STAFF'),
    proof: z.string().trim().max(1000).default(''),
    textVersion: z.string().max(60).nullable().default(null),
  }),
  output: one(ConsentEvent),
  check: (_ctx, _row, { given, proof }) =>
    given && !proof ? deny('VALIDATION_FAILED', { fields: [{ path: 'proof', text: t.sayProof }] }) : undefined,
  run: (ctx, { id: customerId, storeId }, given) => noteWord(ctx, { customerId, storeId, ...given }),
});

const ConsentChoice = named(
  'ConsentChoice',
  z.object({
    purpose: memberOf(Purpose),
    called: LocalText,
    basis: outreachBasis,
    channels: z.array(outreachChannel),
    /** What the customer said last of all channels; null: nothing. */
    given: z.boolean().nullable(),
  }),
);

/** What a customer may choose: their own, or for staff those of a customer. */
export const consentChoices = defineView({
  title: { en: 'What the customer wants to hear of', zh: '顾客接收设置' },
  allow: { shopper: true, staff: 'customer.read' },
  input: z.object({ customerId: ref('Customer').optional() }),
  output: value('ConsentChoices', z.object({ purposes: z.array(ConsentChoice) })),
  run: async (ctx, input) => {
    const { actor } = ctx;
    const customerId =
      actor.kind === 'shopper' ? actor.customerId : (await ctx.get(Customer, input.customerId ?? '')).id;
    const said = await ctx.all(Consent, { where: { customerId, channel: null } });
    const called = ctx.members(Purpose);
    return {
      purposes: (await ctx.ask(purposes, {})).flat().map(({ code, basis, channels }) => {
        const { en = code, zh = code } = called.get(code) ?? {};
        return {
          purpose: code,
          called: { en, zh },
          basis,
          channels: [...channels],
          given: said.find((one) => one.purpose === code)?.given ?? null,
        };
      }),
    };
  },
});

/** Makes a link by which the customer says no to a purpose without signing in; its token is in no other place. */
export function makeStopLink(
  caller: ActionContext,
  about: { readonly storeId: string; readonly customerId: string; readonly purpose: string },
): string {
  const ctx = caller.trusted('a link for a customer');
  const { token, hash } = ctx.ports.tokens.issue();
  ctx.insert(StopLink, { ...about, tokenHash: hash });
  return token;
}

/** What the link of a message stops. It says nothing of the customer: who has a link may be somebody else. */
export const stopOffer = defineView({
  title: { en: 'What a link stops', zh: '退订链接内容' },
  allow: { anonymous: true, shopper: true, staff: true },
  input: z.object({ token: z.string().min(1).max(200) }),
  output: value('StopOffer', z.object({ store: z.string(), purpose: LocalText })),
  run: async (ctx, { token }) => {
    const link = await ctx.lookup(StopLink, { tokenHash: ctx.ports.tokens.hash(token) });
    const store = link && (await ctx.lookup(Store, { id: link.storeId }));
    if (!link || !store) return refuse('NOT_FOUND');
    const { en = link.purpose, zh = link.purpose } = ctx.members(Purpose).get(link.purpose) ?? {};
    return { store: store.name, purpose: { en, zh } };
  },
});

/** Whoever has the link of a message stops messages of its kind, at once and however often they press. */
export const stopOutreach = defineAction({
  title: { en: 'Stop messages', zh: '退订' },
  allow: { anonymous: true, shopper: true, staff: true },
  input: z.object({ token: z.string().min(1).max(200) }),
  output: value('OutreachStopped', z.object({ stopped: z.boolean() })),
  check: async (ctx, { token }) =>
    (await ctx.lookup(StopLink, { tokenHash: ctx.ports.tokens.hash(token) })) ? undefined : deny('NOT_FOUND'),
  run: async (ctx, { token }) => {
    const link = await ctx.lookup(StopLink, { tokenHash: ctx.ports.tokens.hash(token) });
    if (!link) return { stopped: false };
    const { storeId, customerId, purpose } = link;
    const own = ctx.inTenant(link.tenantId);
    const known = await own.maybe(Consent, `${customerId}:${purpose}:ALL`);
    if (known?.given !== false)
      await noteWord(own, { storeId, customerId, purpose, channel: null, given: false, source: 'LINK' });
    return { stopped: true };
  },
});
