/** @module The password that a person chooses for themselves. */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { DeniedError, deny } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { User } from './entities.ts';
import { countFailure, forgetFailures, tooEarly } from './failed-sign-ins.ts';
import { endLinks } from './open-links.ts';
import { newPassword, passwordDenial } from './password.ts';
import { endSessions } from './staff-session.ts';
import { accessTexts as t } from './texts.ts';

type UserRow = RowOf<typeof User>;

interface Choice {
  readonly password: string;
  /** The field of the input that holds it. */
  readonly path: string;
  /** The session that stays open. */
  readonly sessionId?: string | undefined;
}

/** Gives a person the password they chose; their other sessions and the links to a new one end. @throws DeniedError VALIDATION_FAILED */
export async function chooseOwnPassword(
  ctx: ActionContext,
  user: UserRow,
  { password, path, sessionId }: Choice,
): Promise<UserRow> {
  const guessable = await passwordDenial(ctx, path, { password, person: user });
  if (guessable) throw new DeniedError(guessable);
  if (await ctx.ports.passwords.verify(password, user.passwordHash))
    return refuse('VALIDATION_FAILED', {
      fields: [{ path, text: t.samePassword }],
    });
  await endSessions(ctx, user.id, sessionId);
  await endLinks(ctx, user.id);
  const passwordHash = await ctx.ports.passwords.hash(password);
  return ctx.update(User, user, { passwordHash, mustChangePassword: false, invited: false });
}

/** One’s own row, whatever one may see of others. */
export const ownAccount = <C extends ReadContext>(ctx: C) =>
  ctx.trusted('row of the actor themselves') as ReturnType<C['trusted']>;

/** Whoever acts. @throws DeniedError FORBIDDEN to others than staff */
export const self = async (ctx: ReadContext): Promise<UserRow> =>
  ctx.actor.kind === 'staff' ? ownAccount(ctx).get(User, ctx.actor.userId) : refuse('FORBIDDEN');

/**
 * Changes one's own password, with the old one; all other devices are signed out. Wrong old passwords are counted as
 * wrong sign-ins are.
 */
export const changeOwnPassword = defineAction({
  title: { en: 'Change my password', zh: '修改我的密码' },
  allow: { staff: true },
  input: z.object({ oldPassword: z.string().min(1).max(200), newPassword }),
  output: one(User),
  check: async (ctx) => tooEarly(ctx, (await self(ctx)).email),
  run: async (ctx, { oldPassword, newPassword: password }) => {
    const user = await self(ctx);
    if (!(await ctx.ports.passwords.verify(oldPassword, user.passwordHash))) throw new DeniedError(WRONG_OLD);
    await forgetFailures(ctx, user.email);
    const sessionId = ctx.actor.kind === 'staff' ? ctx.actor.sessionId : undefined;
    return chooseOwnPassword(ownAccount(ctx), user, {
      password,
      path: 'newPassword',
      sessionId,
    });
  },
  refused: async (ctx, _input, denial) => countFailure(ctx, (await self(ctx)).email, denial),
});

const WRONG_OLD = deny('VALIDATION_FAILED', {
  fields: [{ path: 'oldPassword', text: t.wrongOldPassword }],
  details: { cause: 'credentials' },
});
