/**
 * @module Links that bring one person into their account once: an invitation, or a new password where the old one is
 * forgotten. An administrator makes one and hands it over; nobody but its receiver ever knows a password. A newer link
 * takes the place of those before it.
 */
import { z } from 'zod';
import { defineAction, defineView, value } from '../../kernel/action.ts';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { refuse } from '../../kernel/context.ts';
import { DeniedError, deny, type Denial } from '../../kernel/denial.ts';
import { reasons } from '../../kernel/denial-codes.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { mayManage } from './authority.ts';
import { AccountLink, accountLinkKind, locale, Tenant, User } from './entities.ts';
import { forgetFailures } from './failed-sign-ins.ts';
import { endLinks } from './open-links.ts';
import { newPassword, passwordDenial } from './password.ts';
import { openSession, SignedIn } from './sign-in.ts';
import { endSessions } from './staff-session.ts';
import { accessTexts as t } from './texts.ts';

type Link = RowOf<typeof AccountLink>;
type Person = RowOf<typeof User>;

/** An invitation may wait over a week of holidays; a link to a new password is for somebody who waits for it. */
const VALID_MS = { INVITATION: 7 * 24 * 3600 * 1000, PASSWORD: 24 * 3600 * 1000 };

export const accountReasons = reasons({
  LINK_UNKNOWN: {
    en: 'This link is not valid. Ask an administrator for a new one.',
    zh: '链接无效，请联系管理员重新获取。',
  },
  LINK_USED: {
    en: 'This link has been used already. Sign in, or ask an administrator for a new one.',
    zh: '链接已被使用。请直接登录，或联系管理员重新获取。',
  },
  LINK_EXPIRED: {
    en: 'This link has expired. Ask an administrator for a new one.',
    zh: '链接已过期，请联系管理员重新获取。',
  },
});
const { LINK_UNKNOWN, LINK_USED, LINK_EXPIRED } = accountReasons.reasons;

/** A link as it is told to whoever made it: the only time that its token is seen. */
export const MadeLink = value(
  'MadeAccountLink',
  z.object({ userId: z.string(), name: z.string(), kind: accountLinkKind, token: z.string(), expiresAt: z.string() }),
);

/** Makes the link of a person; those that they have not used are of no use any more. */
export async function makeLink(ctx: ActionContext, person: Person) {
  const desk = ctx.trusted('links belong to the account');
  await endLinks(ctx, person.id);
  const kind: Link['kind'] = person.invited ? 'INVITATION' : 'PASSWORD';
  const { token, hash: tokenHash } = ctx.ports.tokens.issue();
  const expiresAt = new Date(Date.parse(ctx.now) + VALID_MS[kind]).toISOString();
  desk.insert(AccountLink, { userId: person.id, kind, tokenHash, expiresAt });
  return { userId: person.id, name: person.name, kind, token, expiresAt };
}

/**
 * Makes a link for somebody who cannot sign in: a new invitation while they have not accepted the first, else one to a
 * new password. Their present password stays valid until they choose another.
 */
export const makeAccountLink = defineAction({
  title: { en: 'Make a sign-in link', zh: '生成登录链接' },
  about: {
    en: 'Hand the link to this person only: whoever opens it first chooses the password. Links made before stop working.',
    zh: '请只把链接交给本人：最先打开的人即可设置密码。之前生成的链接同时失效。',
  },
  allow: { staff: 'staff.manage' },
  keyless: true,
  on: User,
  input: z.object({}),
  output: MadeLink,
  when: ({ actor }, person) => {
    if (actor.kind === 'staff' && actor.userId === person.id) return deny('FORBIDDEN', { text: t.changeOwnPassword });
    return mayManage(actor, person) ?? (person.active ? undefined : deny('INVALID_TRANSITION'));
  },
  run: (ctx, person) => {
    // The write is what puts the link into the audit trail.
    ctx.update(User, person, {});
    return makeLink(ctx, person);
  },
});

/** The link of a token and whose it is. @throws DeniedError LINK_UNKNOWN, LINK_USED or LINK_EXPIRED */
async function openLink(ctx: ReadContext, token: string): Promise<{ link: Link; person: Person }> {
  const link = await ctx.lookup(AccountLink, { tokenHash: ctx.ports.tokens.hash(token) });
  const person = link && (await ctx.lookup(User, { id: link.userId }));
  const denial = !link || !person?.active || link.withdrawnAt ? deny(LINK_UNKNOWN) : spent(ctx, link);
  if (denial || !link || !person) throw new DeniedError(denial ?? deny(LINK_UNKNOWN));
  return { link, person };
}

function spent({ now }: ReadContext, { usedAt, expiresAt }: Link): Denial | undefined {
  if (usedAt) return deny(LINK_USED);
  return expiresAt <= now ? deny(LINK_EXPIRED) : undefined;
}

const token = z.string().min(1).max(200);

/** What a link is for, for the page that it opens. */
export const accountLinkOffer = defineView({
  title: { en: 'Account link', zh: '账号链接' },
  allow: { anonymous: true, staff: true },
  staffDoor: true,
  input: z.object({ token }),
  output: value(
    'AccountLinkOffer',
    z.object({
      kind: accountLinkKind,
      name: z.string(),
      /** The address they sign in with, which the receiver of the link is told anyway. */
      email: z.string(),
      companyName: z.string(),
      /** The languages in which the administrator has them serve. */
      languages: z.array(locale),
      expiresAt: z.string(),
    }),
  ),
  run: async (ctx, input) => {
    const { link, person } = await openLink(ctx, input.token);
    const tenant = (await ctx.lookup(Tenant, { id: link.tenantId })) ?? refuse(LINK_UNKNOWN);
    const { kind, expiresAt } = link;
    const { name, email, languages } = person;
    return { kind, name, email, companyName: tenant.name, languages, expiresAt };
  },
});

/**
 * Chooses the password of the account that a link belongs to, and signs in. It works once; all other sign-ins of the
 * person end, and so do the waits after wrong passwords. Whose account it is, and what they may do there, says the link
 * alone.
 */
export const redeemAccountLink = defineAction({
  title: { en: 'Redeem an account link', zh: '使用账号链接' },
  allow: { anonymous: true, staff: true },
  staffDoor: true,
  keyless: true,
  input: z.object({
    token,
    password: newPassword,
    /** As colleagues and customers see it; left out: as the administrator wrote it. */
    name: z.string().trim().min(1).max(100).optional(),
    /** The languages in which they serve customers; left out: as the administrator chose. */
    languages: z.array(locale).optional(),
    device: z.string().trim().max(100).optional(),
  }),
  output: value('SignedIn', SignedIn),
  run: async (ctx, { token: given, password, name, languages, device }) => {
    const { link, person } = await openLink(ctx, given);
    const desk = ctx.inTenant(link.tenantId);
    const guessable = await passwordDenial(desk, 'password', {
      password,
      person: { ...person, name: name ?? person.name },
    });
    if (guessable) throw new DeniedError(guessable);
    desk.update(AccountLink, link, { usedAt: ctx.now });
    await endSessions(desk, person.id);
    const user = desk.update(User, person, {
      passwordHash: await ctx.ports.passwords.hash(password),
      mustChangePassword: false,
      invited: false,
      ...(name === undefined ? {} : { name }),
      ...(languages === undefined ? {} : { languages }),
    });
    await forgetFailures(ctx, user.email);
    return openSession(ctx, user, { device, failedBefore: 0 });
  },
});
