/** @module Inviting somebody: an administrator says who they are and what they do, and they choose the rest themselves. */
import { defineAction } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { makeLink, MadeLink } from './account-link.ts';
import { mayManage } from './authority.ts';
import { Store, User } from './entities.ts';
import { mayNotBeLet, skillsOfNew } from './onboarding.ts';
import { mayServe, unknownSkill } from './skills.ts';
import { PRESET_ROLES, staffPreset } from './role.ts';
import { accessTexts as t } from './texts.ts';
import { newcomer, newStaff, tellOfNewAuthority } from './staff.ts';

/**
 * Invites somebody: they are there at once, with their roles and stores, and get in by the link that this answers.
 * Without a work number the desk gives the next free one; without languages they serve in that of the store.
 */
export const inviteStaff = defineAction({
  title: { en: 'Invite somebody', zh: '邀请员工' },
  allow: { staff: 'staff.manage' },
  keyless: true,
  input: newcomer.omit({ password: true }).extend({
    /** What they do, in the words of most shops; or `roles`, one by one. */
    preset: staffPreset.optional(),
    roles: newcomer.shape.roles.optional(),
    agentNo: newcomer.shape.agentNo.optional(),
    languages: newcomer.shape.languages.unwrap().optional(),
  }),
  output: MadeLink,
  check: async (ctx, { email, agentNo, storeIds, skills, preset, roles, mayServe: wish }) => {
    if ((preset === undefined) === (roles === undefined)) return ONE_OF_BOTH;
    const refused =
      mayManage(ctx.actor, { storeIds }) ??
      unknownSkill(skills) ??
      ((wish ?? mayServe({ skills })) ? await mayNotBeLet(ctx) : undefined);
    if (refused) return refused;
    const all = ctx.trusted('what exists counts');
    if (await all.first(User, { email })) return deny('DUPLICATE', { details: { field: 'email' } });
    return agentNo !== undefined && (await all.first(User, { agentNo }))
      ? deny('DUPLICATE', { details: { field: 'agentNo' } })
      : undefined;
  },
  run: async (ctx, { preset, ...input }) => {
    const roles = preset ? [...PRESET_ROLES[preset]] : (input.roles ?? []);
    const { agentNo = await nextAgentNo(ctx), languages = await storeLanguages(ctx, input.storeIds) } = input;
    // A password that nobody knows: nothing but the link opens the account.
    const password = ctx.ports.tokens.issue().token;
    const skills = await skillsOfNew(ctx, { ...input, roles });
    const begun = await newStaff(ctx, { ...input, roles, agentNo, languages, skills, password, mayServe: undefined });
    const user = ctx.insert(User, { ...begun, mustChangePassword: false, invited: true });
    await tellOfNewAuthority(ctx, user, []);
    return makeLink(ctx, user);
  },
});

const ONE_OF_BOTH = deny('VALIDATION_FAILED', {
  fields: [{ path: 'roles', text: t.presetOrRoles }],
});

/** The next work number that nobody has. Two who are invited at once: the second looks again. */
async function nextAgentNo(ctx: ActionContext): Promise<string> {
  const all = ctx.trusted('what exists counts');
  for (let number = (await all.count(User, {}, 100_000)) + 1; ; number += 1)
    if (!(await all.first(User, { agentNo: String(number) }))) return String(number);
}

/** The languages of the stores that somebody works for; none named are all stores. */
async function storeLanguages(ctx: ActionContext, ids: readonly string[]) {
  const stores = await ctx.trusted('settings for everybody').find(Store, {
    where: ids.length > 0 ? { id: { in: [...ids] } } : {},
    limit: 100,
  });
  return [...new Set(stores.map((store) => store.locale))];
}
