/**
 * @module A case about faulty goods hears an apology before a solution (R-AFT-03). Its words are proposed by what the
 * case still lacks, name the case, and are read and changed by whoever sends them.
 */
import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { storeOf } from '../access/index.ts';
import { messageText, openConversationOf } from '../conversations/index.ts';
import { heard, informCustomer, isTold, saidByPerson } from '../customer-notices/index.ts';
import { answer } from '../../kernel/point.ts';
import { apologyDue } from './codes.ts';
import { AfterSalesCase } from './entities.ts';
import type { CaseRow } from './plan.ts';
import { unspeakable } from './spoken.ts';
import { noteStep } from './steps.ts';
import { NOTIFY_CUSTOMER_FIRST } from '../work/index.ts';
import { apologyTold, ofCase } from './told.ts';
import { aftersalesTexts as t } from './texts.ts';

type Text = { readonly zh: string; readonly en: string };

/** Before what was asked for is granted: the apology stands before the approval, by whatever way both go. */
export const apologyFirst = (row: CaseRow): Denial | undefined =>
  apologyDue(row) ? deny(NOTIFY_CUSTOMER_FIRST, { text: t.apologiseFirst, details: { step: 'APOLOGY' } }) : undefined;

/** Before something else is offered the customer must have the apology; that it was sent is not enough (R-AFT-03). */
export const apologyHeardFirst = (row: CaseRow): Denial | undefined =>
  apologyFirst(row) ??
  (row.apologyAwaits
    ? deny(NOTIFY_CUSTOMER_FIRST, { text: t.apologyUnheard, details: { step: 'APOLOGY_DELIVERY' } })
    : undefined);

/** What is asked for with the apology, by what the case lacks. Whoever grants the case asks for nothing more. */
const REQUESTS = {
  nothing: { zh: '我马上为您处理。', en: 'We are taking care of it right away.' },
  photo: {
    zh: '请您发一下照片或视频，我马上为您处理。',
    en: 'Please send us a photo or a video; we will take care of it right away.',
  },
  words: {
    zh: '请您简单说明一下问题，我马上为您处理。',
    en: 'Please tell us in a few words what is wrong; we will take care of it right away.',
  },
  photoAndWords: {
    zh: '请您简单说明一下问题，并发一下照片或视频，我马上为您处理。',
    en: 'Please tell us in a few words what is wrong and send us a photo or a video; we will take care of it right away.',
  },
} as const satisfies Record<string, Text>;

type Told = Pick<CaseRow, 'number' | 'evidence' | 'description'>;

function lackOf({ evidence, description }: Told): keyof typeof REQUESTS {
  const told = description.trim() !== '';
  if (evidence.length > 0) return told ? 'nothing' : 'words';
  return told ? 'photo' : 'photoAndWords';
}

/** The apology that is proposed for a case: script A1, without asking for what is there. */
export function apologyFor(row: Told, { granting }: { readonly granting: boolean }): Text {
  const request = REQUESTS[granting ? 'nothing' : lackOf(row)];
  return {
    zh: `非常抱歉给您带来不便（售后单 ${row.number}）。${request.zh}`,
    en: `We are very sorry for the trouble with your request ${row.number}. ${request.en}`,
  };
}

async function proposed(ctx: ReadContext, row: CaseRow, granting: boolean) {
  const conversation = await openConversationOf(ctx, row.storeId, row);
  const locale = conversation?.locale ?? (await storeOf(ctx, row.storeId)).locale;
  const { zh, en } = apologyFor(row, { granting });
  return { conversation, text: locale === 'en' ? en : zh };
}

/** The apology as it would be sent now, in the customer's language. */
export const apologyDraft = defineView({
  title: { en: 'Draft of an apology', zh: '致歉草稿' },
  allow: { staff: 'case.handle' },
  input: z.object({
    id: z.string(),
    /** The case is granted with it, so that nothing more is asked for. */
    granting: z.boolean().default(false),
  }),
  output: value(
    'ApologyDraft',
    z.object({
      text: z.string(),
      /** False where no conversation of the customer is open: the words wait for their next visit. */
      isSent: z.boolean(),
    }),
  ),
  run: async (ctx, { id, granting }) => {
    const { conversation, text } = await proposed(ctx, await ctx.get(AfterSalesCase, id), granting);
    return { text, isSent: conversation !== undefined };
  },
});

/**
 * Says the apology to the customer, and writes it down. Whoever calls it has asked whether it may be said. `said` is how
 * a person has said it already.
 */
export async function apologise(
  ctx: ActionContext,
  row: CaseRow,
  { text, granting, said }: { readonly text?: string | undefined; readonly granting: boolean; readonly said?: string },
): Promise<CaseRow> {
  if (row.apologySentAt) return row;
  const { actor } = ctx;
  if (actor.kind !== 'staff') return refuse('FORBIDDEN');
  const { text: standard } = await proposed(ctx, row, granting);
  const body = text ?? standard;
  noteStep(ctx, row, 'apologise', { note: said ?? body });
  const apologised = ctx.update(AfterSalesCase, row, { apologySentAt: ctx.now });
  const notice = await informCustomer(ctx, apologyTold, {
    ...ofCase(row),
    key: row.id,
    zh: body,
    en: body,
    from: { userId: actor.userId, name: actor.name },
  });
  const heardAlready = notice && said ? await saidByPerson(ctx, notice, said) : notice;
  // Where no customer of the desk is meant, whoever apologises has said it.
  return ctx.update(AfterSalesCase, apologised, { apologyAwaits: heardAlready !== undefined && !isTold(heardAlready) });
}

/** The customer has the apology. */
export const apologyHeard = answer(heard, async (ctx, { kind, aboutId }) => {
  if (kind !== apologyTold.code) return undefined;
  const row = await ctx.maybe(AfterSalesCase, aboutId);
  if (!row?.apologyAwaits) return undefined;
  ctx.update(AfterSalesCase, row, { apologyAwaits: false });
  return true;
});

/**
 * Apologises to the customer, in their chat or for their next visit, and records it: in a quality case before anything
 * is offered.
 */
export const recordApology = defineAction({
  title: { en: 'Apologise', zh: '致歉' },
  allow: { staff: 'case.handle' },
  inPerson: true,
  on: AfterSalesCase,
  // Nobody apologises twice, nor for what is decided.
  when: (_ctx, { state, apologySentAt }) =>
    !apologySentAt && (state === 'REQUESTED' || state === 'UNDER_REVIEW')
      ? undefined
      : deny('INVALID_TRANSITION', { details: { from: state, event: 'apologise' } }),
  input: z.object({
    /** Absent: the words of {@link apologyDraft}. */
    text: messageText.optional(),
    /** How it was said already, on the phone or in a letter. Absent: the desk says it. */
    said: z.string().trim().min(1).max(500).optional(),
  }),
  output: one(AfterSalesCase),
  check: (ctx, row, { text }) => (text ? unspeakable(ctx, row, text) : undefined),
  run: (ctx, row, { text, said }) => apologise(ctx, row, { text, granting: false, ...(said ? { said } : {}) }),
});
