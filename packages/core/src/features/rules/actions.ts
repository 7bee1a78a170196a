/** @module What people do with rules: write, order, publish, pause and retire them. */
import { z } from 'zod';
import { defineAction, one, value } from '../../kernel/action.ts';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { ref, type RowOf } from '../../kernel/entity.ts';
import { ownTexts } from '../../kernel/own-texts.ts';
import { staffOf } from '../../kernel/question.ts';
import { hasAllStores } from '../../kernel/actor.ts';
import { FOR_ALL_STORES } from '../../kernel/question.ts';
import { LocalText, Store } from '../access/index.ts';
import { RuleDraft } from './draft.ts';
import { MOST_RULES, Rule, RuleVersion } from './entities.ts';
import { shippedRules } from './events.ts';
import { fingerprintOf } from './fingerprint.ts';
import { judgeDraft, whyNotPublish } from './judge-draft.ts';
import { settled } from './notices.ts';
import { ruleTexts as t } from './texts.ts';

type RuleRow = RowOf<typeof Rule>;

const nameless = (name: RuleRow['name'] | undefined): Denial | undefined =>
  !name || name.zh.trim() || name.en.trim()
    ? undefined
    : deny('VALIDATION_FAILED', { fields: [{ path: 'name', text: ownTexts.required }] });

const inAllStores = ({ actor }: Pick<ReadContext, 'actor'>, storeId: string | null): Denial | undefined =>
  storeId === null && !hasAllStores(actor, []) ? FOR_ALL_STORES : undefined;

const inOrder = (ctx: ReadContext): Promise<RuleRow[]> =>
  ctx.trusted('rules of all stores have one order').find(Rule, { order: [['position', 'asc']], limit: MOST_RULES });

/** Begins a rule as a draft, at the end of the order. */
export const createRule = defineAction({
  title: { en: 'Write a rule', zh: '新建规则' },
  allow: { staff: 'rule.write' },
  input: z.object({
    name: LocalText,
    /** Null: all stores. */
    storeId: ref('Store').nullable().default(null),
    draft: RuleDraft.optional(),
  }),
  output: one(Rule),
  check: async (ctx, { name, storeId }) => {
    if (storeId) await ctx.get(Store, storeId);
    if ((await inOrder(ctx)).length >= MOST_RULES) return deny('LIMIT_EXCEEDED', { details: { limit: MOST_RULES } });
    return nameless(name) ?? inAllStores(ctx, storeId);
  },
  run: async (ctx, { name, storeId, draft }) => {
    const rules = await inOrder(ctx);
    const taken = new Set(rules.map(({ code }) => code));
    const numbers = rules.map((_, index) => index + 1);
    const free = [...numbers, numbers.length + 1].find((number) => !taken.has(`R${number}`));
    return ctx.insert(Rule, {
      code: `R${free}`,
      name,
      storeId,
      ownerId: ctx.actor.kind === 'staff' ? ctx.actor.userId : null,
      state: 'DRAFT',
      position: (rules.at(-1)?.position ?? 0) + 1,
      draft: draft ?? RuleDraft.parse({}),
    });
  },
});

/** Changes the draft; what is published stays at work as it is. */
export const editRule = defineAction({
  title: { en: 'Change the draft', zh: '编辑草稿' },
  allow: { staff: 'rule.write' },
  on: Rule,
  event: ['publish', 'retire'],
  stays: true,
  input: z.object({
    name: LocalText.optional(),
    storeId: ref('Store').nullable().optional(),
    ownerId: ref('User').nullable().optional(),
    draft: RuleDraft.optional(),
  }),
  output: one(Rule),
  when: (ctx, { storeId }) => inAllStores(ctx, storeId),
  check: (ctx, row, { name, storeId = row.storeId }) => nameless(name) ?? inAllStores(ctx, storeId),
  run: (ctx, row, { name, storeId, ownerId, draft }) =>
    ctx.update(Rule, row, {
      ...(name ? { name } : {}),
      ...(storeId === undefined ? {} : { storeId }),
      ...(ownerId === undefined ? {} : { ownerId }),
      ...(draft ? { draft } : {}),
    }),
});

/** Puts a rule to another place in the order: 1 is the first. */
export const placeRule = defineAction({
  title: { en: 'Move in the order', zh: '调整顺序' },
  allow: { staff: 'rule.publish' },
  on: Rule,
  event: ['publish', 'retire'],
  stays: true,
  manner: 'light',
  input: z.object({ place: z.int().min(1).max(MOST_RULES) }),
  output: one(Rule),
  // The order is that of all stores.
  when: (ctx) => inAllStores(ctx, null),
  run: async (ctx, row, { place }) => {
    const others = (await inOrder(ctx)).filter(({ id, state }) => id !== row.id && state !== 'RETIRED');
    others.splice(place - 1, 0, row);
    for (const [index, rule] of others.entries())
      if (rule.position !== index + 1) ctx.update(Rule, rule, { position: index + 1 });
    return ctx.get(Rule, row.id);
  },
});

/** Puts a draft to work as a new version, as its dry run has shown it. */
export const publishRule = defineAction({
  title: { en: 'Publish', zh: '发布' },
  about: {
    en: 'From now on the rule does this by itself, with your rights.',
    zh: '发布后规则将以您的权限自动执行。',
  },
  allow: { staff: 'rule.publish' },
  inPerson: true,
  on: Rule,
  event: 'publish',
  input: z.object({
    /** As the dry run answered it. */
    fingerprint: z.string().max(50_000),
  }),
  output: one(Rule),
  when: (ctx, { storeId }) => inAllStores(ctx, storeId),
  check: async (ctx, row, { fingerprint }) => {
    const denial = whyNotPublish(await judgeDraft(ctx, row));
    if (denial) return denial;
    return fingerprint === fingerprintOf(ctx, row) ? undefined : deny('CONFLICT', { text: t.changedMeanwhile });
  },
  run: async (ctx, row) => {
    const { condition, rights } = await judgeDraft(ctx, row);
    const number = row.number + 1;
    const { storeId, code, draft } = row;
    const version = ctx.insert(RuleVersion, {
      ruleId: row.id,
      code,
      number,
      storeId,
      ...draft,
      event: draft.event ?? '',
      condition,
      rights: [...rights],
      publisherId: staffOf(ctx).userId,
      publishedAt: ctx.now,
    });
    await settled(ctx, row);
    return ctx.fire(Rule, row, 'publish', {
      ruleVersionId: version.id,
      number,
      event: version.event,
      pausedBecause: null,
      ownerId: row.ownerId ?? staffOf(ctx).userId,
    });
  },
});

/** The rule begins nothing until somebody resumes it; what it has begun ends before its next step. */
export const pauseRule = defineAction({
  title: { en: 'Pause', zh: '暂停' },
  allow: { staff: 'rule.publish' },
  on: Rule,
  event: 'pause',
  input: z.object({ reason: z.string().trim().max(500).default('') }),
  output: one(Rule),
  when: (ctx, { storeId }) => inAllStores(ctx, storeId),
  run: (ctx, row) => ctx.fire(Rule, row, 'pause', { pausedBecause: 'BY_HAND' }),
});

export const resumeRule = defineAction({
  title: { en: 'Resume', zh: '恢复' },
  allow: { staff: 'rule.publish' },
  on: Rule,
  event: 'resume',
  input: z.object({}),
  output: one(Rule),
  when: (ctx, { storeId }) => inAllStores(ctx, storeId),
  run: async (ctx, row) => {
    await settled(ctx, row);
    return ctx.fire(Rule, row, 'resume', { pausedBecause: null });
  },
});

export const retireRule = defineAction({
  title: { en: 'Retire', zh: '停用' },
  allow: { staff: 'rule.publish' },
  manner: 'grave',
  on: Rule,
  event: 'retire',
  input: z.object({ reason: z.string().trim().max(500).default('') }),
  output: one(Rule),
  when: (ctx, { storeId }) => inAllStores(ctx, storeId),
  check: (_ctx, _row, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: async (ctx, row) => {
    await settled(ctx, row);
    return ctx.fire(Rule, row, 'retire', { pausedBecause: null });
  },
});

/** Rules that the desk ships, as drafts: those that the tenant has never had. */
export async function addShipped(ctx: ActionContext, tenantId: string): Promise<number> {
  const shipped = (await ctx.ask(shippedRules, {})).flat();
  const known = tenantId === ctx.actor.tenantId ? await inOrder(ctx) : [];
  const codes = new Set(known.map(({ code }) => code));
  const missing = shipped.filter(({ code }) => !codes.has(code));
  let position = known.at(-1)?.position ?? 0;
  for (const { code, name, draft } of missing)
    ctx.insert(Rule, {
      tenantId,
      code,
      name,
      storeId: null,
      ownerId: null,
      state: 'DRAFT',
      position: (position += 1),
      draft: RuleDraft.parse(draft),
    });
  return missing.length;
}

/** Adds the drafts that this version of the desk ships to a tenant that is older. */
export const addShippedRules = defineAction({
  title: { en: 'Add the rules that are shipped', zh: '添加内置规则' },
  allow: { system: true },
  input: z.object({}),
  output: value('AddedRules', z.object({ rules: z.int() })),
  run: async (ctx) => ({ rules: await addShipped(ctx, ctx.actor.tenantId) }),
});
