import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { Store } from '../access/index.ts';
import { Macro, macroFields } from './entities.ts';
import { macroStep, type MacroStep } from './step.ts';
import { ownTexts } from '../../kernel/own-texts.ts';
import { macroTexts as t } from './texts.ts';
import type { Said } from '../../kernel/said.ts';

type MacroRow = RowOf<typeof Macro>;

async function problemOf(ctx: ReadContext, steps: readonly MacroStep[]): Promise<Denial | undefined> {
  const problem = (path: string, text: Said) => deny('VALIDATION_FAILED', { fields: [{ path, text }] });
  for (const [index, step] of steps.entries()) {
    const [definition] = await ctx.ask(macroStep, { kind: step.kind });
    if (!definition) return problem(`steps.${index}.kind`, t.unknownStep);
    const missing = definition.missing?.(step);
    if (missing) return problem(`steps.${index}.${missing}`, ownTexts.required);
    if (definition.ends && index < steps.length - 1) return problem(`steps.${index}.kind`, t.nothingFollows);
  }
  return undefined;
}

/** One's own macros are one's own affair; everybody's are for who may publish scripts (3.13). */
function mayShare({ actor }: ReadContext, ownerId: string | null): Denial | undefined {
  if (actor.kind !== 'staff' || actor.permissions.has('script.publish')) return undefined;
  return ownerId === actor.userId ? undefined : deny('FORBIDDEN', { details: { permission: 'script.publish' } });
}

async function mayPlace(
  ctx: ReadContext,
  { storeId, ownerId }: Pick<MacroRow, 'storeId' | 'ownerId'>,
): Promise<Denial | undefined> {
  if (storeId) await ctx.get(Store, storeId);
  const limited = ctx.actor.kind === 'staff' && ctx.actor.storeIds !== undefined;
  return limited && !storeId && !ownerId ? deny('FORBIDDEN', { text: t.chooseOwnStores }) : undefined;
}

const ownerOf = ({ actor }: ReadContext, shared: boolean) => (!shared && actor.kind === 'staff' ? actor.userId : null);
const nameless = ({ zh, en }: MacroRow['name']) =>
  zh.trim() || en.trim()
    ? undefined
    : deny('VALIDATION_FAILED', { fields: [{ path: 'name', text: ownTexts.required }] });

export const createMacro = defineAction({
  title: { en: 'Create a macro', zh: '新建快捷操作' },
  allow: { staff: 'script.write', system: true },
  input: z.object({ ...macroFields, storeId: macroFields.storeId.default(null), shared: z.boolean().default(false) }),
  output: one(Macro),
  check: async (ctx, { name, steps, storeId, shared }) => {
    const ownerId = ownerOf(ctx, shared);
    return (
      mayShare(ctx, ownerId) ?? nameless(name) ?? (await problemOf(ctx, steps)) ?? mayPlace(ctx, { storeId, ownerId })
    );
  },
  run: (ctx, { shared, ...input }) =>
    ctx.insert(Macro, { ...input, ownerId: ownerOf(ctx, shared), state: 'ACTIVE', usageCount: 0, lastUsedAt: null }),
});

export const updateMacro = defineAction({
  title: { en: 'Change the macro', zh: '修改快捷操作' },
  allow: { staff: 'script.write' },
  on: Macro,
  input: z.object({ name: macroFields.name.optional(), steps: macroFields.steps.optional() }),
  output: one(Macro),
  when: (ctx, macro) =>
    macro.state === 'ARCHIVED'
      ? deny('INVALID_TRANSITION', { details: { from: macro.state, event: 'update' } })
      : (mayShare(ctx, macro.ownerId) ?? mayPlace(ctx, macro)),
  check: (ctx, macro, { name, steps }) => nameless(name ?? macro.name) ?? problemOf(ctx, steps ?? macro.steps),
  run: (ctx, macro, { name, steps }) =>
    ctx.update(Macro, macro, { name: name ?? macro.name, steps: steps ?? macro.steps }),
});

export const archiveMacro = defineAction({
  title: { en: 'Archive the macro', zh: '归档快捷操作' },
  allow: { staff: 'script.write' },
  on: Macro,
  input: z.object({}),
  output: one(Macro),
  event: 'archive',
  when: (ctx, macro) => mayShare(ctx, macro.ownerId) ?? mayPlace(ctx, macro),
  run: (ctx, row) => ctx.fire(Macro, row, 'archive'),
});

/** Counts that a macro was used. */
export const noteMacroUse = defineAction({
  title: { en: 'Note the use of a macro', zh: '记录快捷操作使用' },
  allow: { staff: 'customer.reply' },
  on: Macro,
  input: z.object({}),
  output: one(Macro),
  unaudited: true,
  run: (ctx, macro) =>
    ctx.trusted('counts a use').update(Macro, macro, { usageCount: macro.usageCount + 1, lastUsedAt: ctx.now }),
});
