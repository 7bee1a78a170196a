import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { DEFAULT_TERMS } from '../../language/default-terms.ts';
import type { TermRule } from '../../language/terms.ts';
import { LocalText, Store } from '../access/index.ts';
import { contactFields, ForbiddenTerm, personalDataKind, SafeContact, termRule, termFields } from './entities.ts';
import { guardLevel, type GuardLevel, channel } from '../conversations/index.ts';
import { nextRevision, revisionOf } from './revision.ts';
import { MAX_TERM_ROWS, rulesOf } from './term-list.ts';
import { guardTexts as t } from './texts.ts';

export type TermValues = { -readonly [F in keyof typeof termFields]: z.output<(typeof termFields)[F]> };

const copies = (texts: readonly string[] | undefined) => [...(texts ?? [])];

/** What a default rule says, in the fields of a row. */
export function valuesOf({
  class: kind,
  name,
  level,
  phrases,
  except,
  detectors,
  replacement,
  scope,
}: TermRule): TermValues {
  return {
    class: kind,
    name: { ...name },
    level: level.toUpperCase() as GuardLevel,
    phrases: copies(phrases),
    except: copies(except),
    detectors: [...(detectors ?? [])],
    replacement: replacement ? { ...replacement } : null,
    storeIds: copies(scope?.stores),
    channels: [],
    active: true,
  };
}

export const NEW_TERM: Omit<TermValues, 'class' | 'name'> = {
  level: 'BLOCK',
  phrases: [],
  except: [],
  detectors: [],
  replacement: null,
  storeIds: [],
  channels: [],
  active: true,
};

/** A lead of some stores decides for those stores only; who works everywhere decides for all. */
export async function mayScope(ctx: ReadContext, storeIds: readonly string[]): Promise<Denial | undefined> {
  for (const id of storeIds) await ctx.get(Store, id);
  const everywhere = ctx.actor.kind !== 'staff' || !ctx.actor.storeIds;
  return storeIds.length > 0 || everywhere ? undefined : deny('FORBIDDEN', { text: t.chooseOwnStores });
}

const setInput = z.object(termFields).partial().extend({ rule: termRule });

/** What a rule says now: the tenant's row, else the default one of this name. */
export async function present(
  ctx: ReadContext,
  rule: string,
): Promise<{ row?: RowOf<typeof ForbiddenTerm>; values?: Partial<TermValues> }> {
  const row = await ctx.first(ForbiddenTerm, { rule });
  if (row) return { row, values: row };
  const shipped = DEFAULT_TERMS.find(({ id }) => id === rule);
  return shipped ? { values: valuesOf(shipped) } : {};
}

/** A rule of no class that anybody named is one of its own. */
const classOf = (rule: string) => rule.toUpperCase();

/** Adds a rule, or decides about one: what is left out stays as it is (R-QA-04). */
export const setForbiddenTerm = defineAction({
  title: { en: 'Set a forbidden word', zh: '设置违禁词' },
  allow: { staff: 'term.manage', system: true },
  input: setInput,
  output: one(ForbiddenTerm),
  check: async (ctx, { rule, ...given }) => {
    const { row, values } = await present(ctx, rule);
    const next = { ...NEW_TERM, class: classOf(rule), ...values, ...defined(given) };
    if (next.name === undefined)
      return deny('VALIDATION_FAILED', { fields: [{ path: 'name', text: t.requiredForNewRule }] });
    if (!row && (await ctx.count(ForbiddenTerm, {}, MAX_TERM_ROWS)) >= MAX_TERM_ROWS)
      return deny('LIMIT_EXCEEDED', { details: { limit: MAX_TERM_ROWS } });
    return (row && (await mayScope(ctx, row.storeIds))) ?? mayScope(ctx, next.storeIds);
  },
  run: async (ctx, { rule, ...given }) => {
    const { row, values } = await present(ctx, rule);
    const next = { ...NEW_TERM, class: classOf(rule), ...values, ...defined(given) } as TermValues;
    const saved = row ? ctx.update(ForbiddenTerm, row, next) : ctx.insert(ForbiddenTerm, { rule, ...pick(next) });
    await nextRevision(ctx, 'TERMS');
    return saved;
  },
});

/** Only the fields of a rule. */
export const pick = (values: TermValues): TermValues =>
  Object.fromEntries(Object.keys(termFields).map((field) => [field, values[field as keyof TermValues]])) as TermValues;
const defined = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined)) as Partial<T>;

/** Takes back what the tenant decided: a default rule is as shipped again, a rule of its own is gone. */
export const resetForbiddenTerm = defineAction({
  title: { en: 'Reset a forbidden word', zh: '恢复默认违禁词' },
  allow: { staff: 'term.manage' },
  on: ForbiddenTerm,
  input: z.object({}),
  output: one(ForbiddenTerm),
  manner: 'grave',
  about: {
    en: 'A default rule is as shipped again. A rule of your own is gone.',
    zh: '默认规则将恢复为系统默认内容；自有规则将被移除。',
  },
  when: (ctx, row) => mayScope(ctx, row.storeIds),
  run: async (ctx, row) => {
    ctx.remove(ForbiddenTerm, row);
    await nextRevision(ctx, 'TERMS');
    return row;
  },
});

/** Lets contact data of the shop be said to customers: hotline, return address, site. */
export const addSafeContact = defineAction({
  title: { en: 'Allow a contact', zh: '添加可提供的联系方式' },
  allow: { staff: 'term.manage', system: true },
  input: z.object({
    ...contactFields,
    storeId: contactFields.storeId.default(null),
    note: contactFields.note.default(''),
  }),
  output: one(SafeContact),
  check: async (ctx, { storeId, value: contact }) => {
    const denial = await mayScope(ctx, storeId ? [storeId] : []);
    // Read first: who adds one meanwhile writes this row, and all of this is asked again.
    await revisionOf(ctx, 'TERMS');
    return denial ?? ((await ctx.first(SafeContact, { storeId, value: contact })) ? deny('DUPLICATE') : undefined);
  },
  run: async (ctx, input) => {
    await nextRevision(ctx, 'TERMS');
    return ctx.insert(SafeContact, input);
  },
});

export const removeSafeContact = defineAction({
  title: { en: 'Remove an allowed contact', zh: '移除可提供的联系方式' },
  allow: { staff: 'term.manage' },
  on: SafeContact,
  input: z.object({}),
  output: one(SafeContact),
  manner: 'light',
  when: (ctx, { storeId }) => mayScope(ctx, storeId ? [storeId] : []),
  run: (ctx, row) => {
    ctx.remove(SafeContact, row);
    return row;
  },
});

const Rule = z.object({
  rule: z.string(),
  /** Of the tenant's row; null while the default stands. */
  id: z.string().nullable(),
  class: z.string(),
  name: LocalText,
  level: guardLevel,
  phrases: z.array(z.string()),
  except: z.array(z.string()),
  detectors: z.array(personalDataKind),
  replacement: LocalText.nullable(),
  storeIds: z.array(z.string()),
  channels: z.array(channel),
  /** Whether a rule of this name is shipped: then it can be reset to that. */
  shipped: z.boolean(),
  /** Whether the tenant decided about it or added it. */
  ownRule: z.boolean(),
  active: z.boolean(),
});

/** Every rule in force, default and own, for the panel. */
export const outboundRules = defineView({
  title: { en: 'Rules for what is sent', zh: '发送内容规则' },
  allow: { staff: 'term.read' },
  input: z.object({}),
  output: value('OutboundRules', z.object({ rules: z.array(Rule) })),
  run: async (ctx) => {
    const rows = await ctx.find(ForbiddenTerm, { order: [['rule', 'asc']], limit: MAX_TERM_ROWS });
    const own = new Map(rows.map((row) => [row.rule, row]));
    const rules = rulesOf(rows).map((rule) => {
      const row = own.get(rule.id);
      const {
        class: kind,
        name,
        level,
        phrases,
        except,
        detectors,
        replacement,
        storeIds,
        channels,
        active,
      } = row ?? valuesOf(rule);
      const shipped = DEFAULT_TERMS.some(({ id }) => id === rule.id);
      return {
        rule: rule.id,
        id: row?.id ?? null,
        class: kind,
        name,
        level,
        phrases,
        except,
        detectors,
        replacement,
        storeIds,
        channels,
        shipped,
        ownRule: row !== undefined,
        active,
      };
    });
    return { rules };
  },
});
