import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { mark, type RowOf } from '../../kernel/entity.ts';
import { locale, Store, type Locale, storeOf } from '../access/index.ts';
import { Conversation } from '../conversations/index.ts';
import { Customer } from '../customers/index.ts';
import { maskPhone } from '../../kernel/personal.ts';
import { unresolvedVariables } from '../guard/index.ts';
import { Script } from './entities.ts';
import { greetingFor } from './greeting.ts';
import { needsOrder, orderValues } from './order-values.ts';
import { findScript, libraryOf, type ShelvedScript } from './library.ts';

const VARIABLE = /\{\s*([\p{L}_][\p{L}\p{N}_]{0,39})\s*\}/gu;
export const VariableValue = mark(z.object({ name: z.string().min(1).max(40), value: z.string().max(500) }), {
  typeName: 'VariableValue',
});

/** What the desk itself knows in a conversation; the rest the agent fills in. */
async function knownValues(ctx: ReadContext, conversation: RowOf<typeof Conversation>): Promise<Map<string, string>> {
  const [store, customer] = await Promise.all([
    ctx.trusted('settings for everybody').maybe(Store, conversation.storeId),
    ctx.trusted('facts of the customer').maybe(Customer, conversation.customerId),
  ]);
  const known = {
    shop: store?.name,
    agentName: ctx.actor.kind === 'staff' ? ctx.actor.name : undefined,
    name: customer?.name || customer?.nick,
    phoneMasked: customer?.phone ? maskPhone(customer.phone) : undefined,
  };
  return new Map(Object.entries(known).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** Puts values in place of names in braces; a value is put in as it is, whatever it contains. */
export const filled = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(VARIABLE, (whole, name: string) => values.get(name) ?? whole);

const bodyFor = ({ body }: ShelvedScript, language: Locale) =>
  language === 'en' ? body.en || body.zh : body.zh || body.en;

const Expanded = z.object({
  scriptCode: z.string(),
  text: z.string(),
  /** Names that the agent still has to fill in; until then the text cannot be sent (R-PRE-01). */
  unresolved: z.array(z.string()),
  variables: z.array(z.string()),
});

/** The text of a script for a conversation, with what the desk knows put in (R-KB-09). */
export const expandScript = defineView({
  title: { en: 'Expand a script', zh: '展开话术' },
  allow: { staff: 'script.read' },
  input: z.object({
    conversationId: z.string(),
    /** Its id, its code or its quick key. */
    script: z.string().min(1).max(64),
    /** Default: the customer's language. */
    locale: locale.optional(),
    values: z.array(VariableValue).max(50).default([]),
  }),
  output: value('ExpandedScript', Expanded),
  run: async (ctx, { conversationId, script: name, locale: asked, values }) => {
    const conversation = await ctx.get(Conversation, conversationId);
    const script = (await findScript(ctx, name, conversation.storeId)) ?? refuse('NOT_FOUND');
    return expanded(ctx, conversation, { script, values, ...(asked ? { locale: asked } : {}) });
  },
});

interface Expanding {
  readonly script: ShelvedScript;
  readonly locale?: Locale;
  readonly values?: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Fills several scripts for one conversation: what is known is looked up once, the order only where a script names it.
 */
export function scriptFiller(
  ctx: ReadContext,
  conversation: RowOf<typeof Conversation>,
): (expanding: Expanding) => Promise<z.output<typeof Expanded>> {
  const ofOrder = new Map<Locale, ReturnType<typeof orderValues>>();
  const orderIn = (language: Locale) => {
    const values = ofOrder.get(language) ?? orderValues(ctx, conversation, language);
    ofOrder.set(language, values);
    return values;
  };
  let own: ReturnType<typeof knownValues> | undefined;
  return async ({ script, locale: language = conversation.locale, values = [] }) => {
    const body = bodyFor(script, language);
    const variables = unresolvedVariables(body);
    own ??= knownValues(ctx, conversation);
    const known = new Map([...(needsOrder(variables) ? await orderIn(language) : []), ...(await own)]);
    for (const given of values) if (given.value) known.set(given.name, given.value);
    const unresolved = variables.filter((variable) => !known.has(variable));
    return { scriptCode: script.scriptCode, text: filled(body, known), unresolved, variables };
  };
}

/** The text of a script for a conversation. */
export const expanded = (
  ctx: ReadContext,
  conversation: RowOf<typeof Conversation>,
  expanding: Expanding,
): Promise<z.output<typeof Expanded>> => scriptFiller(ctx, conversation)(expanding);

/**
 * The greeting that fits the store, the hour and whether the customer was here before, the most particular first
 * (R-PRE-01).
 */
export const greeting = defineView({
  title: { en: 'Greeting', zh: '欢迎语' },
  allow: { staff: 'script.read' },
  input: z.object({ conversationId: z.string(), locale: locale.optional() }),
  output: value('ExpandedScript', Expanded),
  run: async (ctx, { conversationId, locale: asked }) => {
    const conversation = await ctx.get(Conversation, conversationId);
    const { timeZone } = await storeOf(ctx, conversation.storeId);
    const returning =
      (await ctx
        .trusted('facts of the customer')
        .count(Conversation, { storeId: conversation.storeId, customerId: conversation.customerId }, 2)) > 1;
    const script =
      greetingFor(await libraryOf(ctx), { storeId: conversation.storeId, now: ctx.now, timeZone, returning }) ??
      refuse('NOT_FOUND');
    return expanded(ctx, conversation, { script, ...(asked ? { locale: asked } : {}) });
  },
});

/** Counts that a script was used, so that the list can put the useful ones first. */
export const noteScriptUse = defineAction({
  title: { en: 'Note the use of a script', zh: '记录话术使用' },
  allow: { staff: 'customer.reply' },
  input: z.object({ conversationId: z.string(), script: z.string().min(1).max(64) }),
  output: one(Script),
  unaudited: true,
  run: async (ctx, { conversationId, script: name }) => {
    const { storeId } = await ctx.get(Conversation, conversationId);
    const script = (await findScript(ctx, name, storeId)) ?? refuse('NOT_FOUND');
    const used = { usageCount: script.usageCount + 1, lastUsedAt: ctx.now };
    if (script.id) return ctx.trusted('counts a use').update(Script, await ctx.get(Script, script.id), used);
    const { id: _none, ...values } = script;
    return ctx.trusted('counts a use').insert(Script, { ...values, ...used });
  },
});
