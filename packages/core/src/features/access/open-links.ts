/** @module What ends the links of an account: a newer one, a password that was chosen, the end of the account. */
import type { ActionContext } from '../../kernel/context.ts';
import { AccountLink } from './entities.ts';

/** Ends the links of a person that nobody has used. */
export async function endLinks(ctx: ActionContext, userId: string): Promise<void> {
  const desk = ctx.trusted('links belong to the account');
  for (const link of await desk.all(AccountLink, { where: { userId, usedAt: null, withdrawnAt: null } }))
    desk.update(AccountLink, link, { withdrawnAt: ctx.now });
}
