/** @module Performs effects: each step of one is a commit as an action's is, with what its feature adds. */
import { z } from 'zod';
import type { SystemActor } from './actor.ts';
import type { Call, DeskParts } from './call.ts';
import type { ActionContext, ReadContext } from './context.ts';
import type { EffectDefinition } from './effect.ts';
import { EffectRunner } from './effect-pool.ts';
import { claimEffect, settleEffect } from './effect-steps.ts';
import type { BaseRow } from './entity.ts';

/** The pools of a desk's effects. */
export function effectRuns(
  { store, ports, clock, onError, effects }: DeskParts,
  run: (call: Call) => Promise<unknown>,
  read: (actor: SystemActor) => ReadContext,
): EffectRunner {
  const step = stepsBy(run);
  return new EffectRunner({
    store,
    ports,
    clock,
    onError,
    effects,
    read: (tenantId) => read({ kind: 'system', tenantId, name: 'effect' }),
    claim: (effect, row) => step(effect, row, (ctx) => claimEffect(ctx, effect, row.id)),
    settle: async (effect, row, claim, outcome) =>
      void (await step(effect, row, (ctx) => settleEffect(ctx, effect, claim, outcome))),
  });
}

/** Commits a step of an effect; what that sends in turn is waited for. */
const stepsBy =
  (perform: (call: Call) => Promise<unknown>) =>
  async <T>(
    { name, title, fleeting }: EffectDefinition,
    { id, tenantId }: BaseRow,
    run: (ctx: ActionContext) => Promise<T>,
  ): Promise<T> => {
    const action = {
      kind: 'action',
      title,
      allow: { system: true },
      input: z.object({}),
      output: { shape: 'value' },
      // A question is asked all day long; what its answer changes is told by its feature.
      ...(fleeting ? { unaudited: fleeting } : {}),
      run,
    } as const;
    const actor: SystemActor = { kind: 'system', tenantId, name: 'effect' };
    const waitMs = Number.POSITIVE_INFINITY;
    return (await perform({ actor, name, action, input: { id } as never, options: {}, waitMs })) as T;
  };
