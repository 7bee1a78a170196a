import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { named, ref, type RowOf } from '../../kernel/entity.ts';
import { LocalText, Store } from '../access/index.ts';
import { StoreSetup } from './entities.ts';
import { sightingsOf } from './sightings.ts';
import { setupSteps } from './steps.ts';
import { setupTexts } from './texts.ts';

async function stepsOf(ctx: ReadContext, store: RowOf<typeof Store>) {
  const [answers, setup] = await Promise.all([
    ctx.ask(setupSteps, { store }),
    ctx.trusted('how far the first hour is').maybe(StoreSetup, store.id),
  ]);
  const kept = setup?.kept ?? [];
  const steps = answers
    .flat()
    .toSorted((a, b) => a.order - b.order)
    .map((step) => ({ ...step, mayKeep: step.mayKeep ?? false, done: step.done || kept.includes(step.code) }));
  return { steps, dismissed: Boolean(setup?.dismissedAt) };
}

/** The first hour of a store: its steps with their ticks, and where the widget was seen. */
export const firstSteps = defineView({
  title: { en: 'First hour', zh: '开始使用' },
  allow: { staff: 'store.configure' },
  input: z.object({ storeId: ref('Store') }),
  output: value(
    'FirstSteps',
    z.object({
      steps: z.array(
        named(
          'SetupStep',
          z.object({
            code: z.string(),
            title: LocalText,
            text: LocalText,
            done: z.boolean(),
            mayKeep: z.boolean(),
            path: z.string(),
          }),
        ),
      ),
      sightings: z.array(
        named(
          'SetupSighting',
          z.object({ id: z.string(), origin: z.string(), seenAt: z.string(), allowed: z.boolean() }),
        ),
      ),
      dismissed: z.boolean(),
    }),
  ),
  run: async (ctx, { storeId }) => {
    const store = await ctx.get(Store, storeId);
    const { steps, dismissed } = await stepsOf(ctx, store);
    return {
      steps: steps.map(({ code, title, text, done, mayKeep, path }) => ({ code, title, text, done, mayKeep, path })),
      sightings: await sightingsOf(ctx.trusted('where the chat is seen'), store),
      dismissed,
    };
  },
});

async function change(
  ctx: ActionContext,
  storeId: string,
  changes: Partial<Pick<RowOf<typeof StoreSetup>, 'kept' | 'dismissedAt'>>,
) {
  const setup = await ctx.maybe(StoreSetup, storeId);
  return setup
    ? ctx.update(StoreSetup, setup, changes)
    : ctx.insert(StoreSetup, { id: storeId, storeId, kept: [], ...changes });
}

/** Says that what the desk begins with in a step is good as it is. */
export const keepSetupStep = defineAction({
  title: { en: 'Keep as it is', zh: '保持默认' },
  allow: { staff: 'store.configure' },
  on: Store,
  input: z.object({ code: z.string().max(60) }),
  output: one(StoreSetup),
  check: async (ctx, store, { code }) =>
    (await stepsOf(ctx, store)).steps.some((step) => step.code === code && step.mayKeep)
      ? undefined
      : deny('VALIDATION_FAILED', { fields: [{ path: 'code', text: setupTexts.noStepToKeep }] }),
  run: async (ctx, { id }, { code }) => {
    const { kept = [] } = (await ctx.maybe(StoreSetup, id)) ?? {};
    return change(ctx, id, { kept: [...new Set([...kept, code])] });
  },
});

/** Puts the list of steps away, or takes it up again. */
export const dismissSetup = defineAction({
  title: { en: 'Put the first steps away', zh: '收起开始步骤' },
  allow: { staff: 'store.configure' },
  on: Store,
  input: z.object({ dismissed: z.boolean() }),
  output: one(StoreSetup),
  run: (ctx, { id }, { dismissed }) => change(ctx, id, { dismissedAt: dismissed ? ctx.now : null }),
});
