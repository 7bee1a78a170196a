/**
 * @module The onboarding gate (R-TRN-06, content 2.8, SC-23). Off, whoever gets an agent's role may serve customers at
 * once. A tenant that turns it on asks for an exam, a simulation, a typing test and supervised shifts first.
 */
import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { mayManage } from './authority.ts';
import { OnboardingRecord, onboardingFields, Tenant, User } from './entities.ts';
import { answeringRoles, LIVE_SKILL, mayServe, skillsAsKept } from './skills.ts';
import { tenantOf } from './settings.ts';
import { accessTexts as t } from './texts.ts';

type Results = Partial<Pick<RowOf<typeof OnboardingRecord>, keyof typeof onboardingFields>>;

/** What the gate asks for, by the field of the record; typing counts only as far as it is exact. */
const GATE = {
  exam: ({ exam }: Results) => (exam ?? 0) >= 80,
  simulation: ({ simulation }: Results) => (simulation ?? 0) >= 80,
  typing: ({ typingPerMinute, typingAccuracy }: Results) => (typingPerMinute ?? 0) >= 60 && (typingAccuracy ?? 0) >= 95,
  supervisedShifts: ({ supervisedShifts }: Results) => (supervisedShifts ?? 0) >= 2,
};

const NOTHING_YET = { exam: null, simulation: null, typingPerMinute: null, typingAccuracy: null, supervisedShifts: 0 };

/** What of the onboarding is still to be passed. */
export const onboardingMissing = (results: Results): string[] =>
  Object.entries(GATE).flatMap(([name, passed]) => (passed(results) ? [] : [name]));

/** The refusal of one who may not serve customers; the details name what the onboarding still asks for. */
async function refusal(ctx: ReadContext, userId: string | undefined): Promise<Denial> {
  const results = userId === undefined ? undefined : await ctx.trusted('who may serve').maybe(OnboardingRecord, userId);
  const onboarding = onboardingMissing(results ?? {});
  const [first] = onboarding as (keyof typeof NOT_PASSED)[];
  return deny('POLICY_DENIED', {
    text: first === undefined ? t.mayNotServe : NOT_PASSED[first],
    details: { missing: LIVE_SKILL, onboarding, changedBy: 'staff.manage', ruleIds: ['SC-23'] },
  });
}

const NOT_PASSED = {
  exam: t.examNotPassed,
  simulation: t.simulationNotPassed,
  typing: t.typingTestNotPassed,
  supervisedShifts: t.supervisedShiftsNotPassed,
};

export const gateIsOn = async (ctx: ReadContext): Promise<boolean> => (await tenantOf(ctx))?.onboardingGate ?? false;

/** Why a person may not serve customers now. */
export async function mayNotServe(ctx: ReadContext, person: RowOf<typeof User>): Promise<Denial | undefined> {
  if (mayServe(person)) return undefined;
  if (await gateIsOn(ctx)) return refusal(ctx, person.id);
  return deny('POLICY_DENIED', {
    text: t.mayNotServe,
    details: { missing: LIVE_SKILL, onboarding: [], changedBy: 'staff.manage', ruleIds: ['SC-23'] },
  });
}

/** Why the right to serve customers may not be given by hand: with the gate on, only the onboarding gives it. */
export async function mayNotBeLet(ctx: ReadContext, userId?: string): Promise<Denial | undefined> {
  if (ctx.actor.kind === 'system' || !(await gateIsOn(ctx))) return undefined;
  const results = userId === undefined ? undefined : await ctx.trusted('who may serve').maybe(OnboardingRecord, userId);
  return results && onboardingMissing(results).length === 0 ? undefined : refusal(ctx, userId);
}

/** What somebody asks for in a member of staff: the skills, and the tick "May serve customers". */
export interface SkillWish {
  readonly skills?: readonly string[] | undefined;
  readonly mayServe?: boolean | undefined;
}

/**
 * The skills of a new person: with an agent's role they may serve customers, unless it is said otherwise or the gate is
 * on.
 */
export async function skillsOfNew(
  ctx: ReadContext,
  { roles, skills = [], mayServe: wish }: SkillWish & { readonly roles: readonly string[] },
): Promise<string[]> {
  const kept = skillsAsKept(skills);
  const answering = await answeringRoles(ctx);
  const byRole = !(await gateIsOn(ctx)) && roles.some((role) => answering.includes(role));
  return withRight(kept, wish ?? (byRole || mayServe({ skills: kept })));
}

/** The skills after a change. */
export function skillsAfter(before: readonly string[], { skills, mayServe: wish }: SkillWish): string[] {
  const kept = skillsAsKept(skills ?? before);
  return withRight(kept, wish ?? mayServe({ skills: kept }));
}

function withRight(skills: readonly string[], on: boolean): string[] {
  const others = skills.filter((skill) => skill !== LIVE_SKILL);
  return on ? [LIVE_SKILL, ...others] : others;
}

/** Which roles bring the right to serve customers, and whether the onboarding gives it instead. */
export const servingRules = defineView({
  title: { en: 'Who may serve customers', zh: '谁可以接待顾客' },
  allow: { staff: 'staff.read' },
  input: z.object({}),
  output: value('ServingRules', z.object({ roles: z.array(z.string()), onboardingGate: z.boolean() })),
  run: async (ctx) => ({ roles: [...(await answeringRoles(ctx))], onboardingGate: await gateIsOn(ctx) }),
});

/** Turns the onboarding gate on or off. Whoever may serve customers already goes on. */
export const setOnboardingGate = defineAction({
  title: { en: 'Set the onboarding gate', zh: '设置上岗考核' },
  tenantWide: true,
  allow: { staff: 'staff.manage', system: true },
  input: z.object({ on: z.boolean() }),
  output: one(Tenant),
  run: async (ctx, { on }) => {
    const tenant = await tenantOf(ctx);
    return tenant ? ctx.update(Tenant, tenant, { onboardingGate: on }) : refuse('NOT_FOUND');
  },
});

/**
 * Records results of the onboarding; what is left out stays. Who has passed everything may serve customers from then
 * on.
 */
export const recordOnboarding = defineAction({
  title: { en: 'Record onboarding results', zh: '登记上岗考核结果' },
  allow: { staff: 'onboarding.record' },
  on: User,
  input: z.object(onboardingFields).partial(),
  output: one(OnboardingRecord),
  when: (ctx, row) => {
    if (ctx.actor.kind === 'staff' && ctx.actor.userId === row.id)
      return deny('FORBIDDEN', { text: t.resultsBySomebodyElse });
    return mayManage(ctx.actor, row);
  },
  run: async (ctx, user, given) => {
    const fields = Object.fromEntries(Object.entries(given).filter(([, result]) => result !== undefined));
    const known = await ctx.trusted('who may serve').maybe(OnboardingRecord, user.id);
    const record = known
      ? ctx.update(OnboardingRecord, known, fields)
      : ctx.insert(OnboardingRecord, { id: user.id, userId: user.id, ...NOTHING_YET, ...fields });
    if (onboardingMissing(record).length === 0 && !mayServe(user))
      ctx.update(User, user, { skills: skillsAfter(user.skills, { mayServe: true }) });
    return record;
  },
});
