/**
 * @module Slows the guessing of one account, from however many addresses and through however many processes: after five
 * failures the next try is let in a second later, then two, four … thirty seconds later. Nobody is locked out; a try
 * that comes too early is not looked at and does not count. An address without an account is counted in the same way,
 * so that the answer does not tell which one has one.
 */
import { z } from 'zod';
import type { ActionContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { defineEntity, instant, secret, type RowOf } from '../../kernel/entity.ts';

const FREE_FAILURES = 5;
const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;
/** After a day without a failure one begins anew. */
const FORGOTTEN_MS = 24 * 3600 * 1000;

/** Failures of one account since its last successful sign-in. */
export const SignInFailures = defineEntity({
  name: 'SignInFailures',
  plural: 'SignInFailures',
  title: { en: 'Failed sign-ins', zh: '登录失败' },
  schema: z.object({
    /** Hash of the e-mail, which may belong to nobody. */
    account: secret(z.string()),
    count: z.int(),
    lastAt: instant(),
  }),
  unique: [{ name: 'sign_in_failures_account', fields: ['account'], global: true }],
  index: [['lastAt']],
  visible: () => 'none',
  lookup: true,
  internal: true,
});

type Reader = Pick<ActionContext, 'lookup' | 'ports' | 'now'>;

/** The failures that still count. */
export async function failuresOf(ctx: Reader, email: string): Promise<RowOf<typeof SignInFailures> | undefined> {
  const row = await ctx.lookup(SignInFailures, { account: ctx.ports.tokens.hash(email) });
  return row && Date.parse(ctx.now) - Date.parse(row.lastAt) < FORGOTTEN_MS ? row : undefined;
}

/** Why the next try has to wait; undefined when it may come now. */
export async function tooEarly(ctx: Reader, email: string): Promise<Denial | undefined> {
  const failures = await failuresOf(ctx, email);
  if (!failures || failures.count < FREE_FAILURES) return undefined;
  const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(failures.count - FREE_FAILURES, 16));
  const wait = Date.parse(failures.lastAt) + delay - Date.parse(ctx.now);
  return wait > 0 ? deny('RATE_LIMITED', { details: { retryAfterSeconds: Math.ceil(wait / 1000) } }) : undefined;
}

/** Counts a refusal that was for a wrong password. */
export async function countFailure(ctx: ActionContext, email: string, { details }: Denial): Promise<void> {
  if (details?.['cause'] !== 'credentials') return;
  const account = ctx.ports.tokens.hash(email);
  const row = await ctx.lookup(SignInFailures, { account });
  const count = ((await failuresOf(ctx, email))?.count ?? 0) + 1;
  if (row) ctx.update(SignInFailures, row, { count, lastAt: ctx.now });
  else ctx.insert(SignInFailures, { tenantId: '', account, count, lastAt: ctx.now });
}

/** Begins anew after a success; answers how many failures there were. */
export async function forgetFailures(ctx: ActionContext, email: string): Promise<number> {
  const failures = await failuresOf(ctx, email);
  if (failures) ctx.update(SignInFailures, failures, { count: 0 });
  return failures?.count ?? 0;
}
