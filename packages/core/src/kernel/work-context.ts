/** @module The context that an action is given: reads, writes, timers, effects and questions to other features. */
import type { ActionContext } from './context.ts';
import { ContextTimers } from './context-timers.ts';
import type { EffectDefinition, Effects } from './effect.ts';
import { sendEffect } from './effect-steps.ts';
import type { Point } from './point.ts';

export class WorkContext extends ContextTimers implements ActionContext {
  get attempt(): number {
    return this.work.options.attempt;
  }

  get effects(): Effects {
    return this.work.options.effects;
  }

  ask<Q, A>(point: Point<Q, A>, question: Q): Promise<readonly A[]> {
    return this.work.options.answers.ask(point as Point, this, question) as Promise<readonly A[]>;
  }

  async send<I extends object>(effect: EffectDefinition<I>, key: string, input: I): Promise<void> {
    // It would stay where it is for ever.
    if (this.effects.get(effect.name) !== effect) throw new Error(`No feature lists the effect ${effect.name}.`);
    this.work.sent.push((await sendEffect(this, effect, key, input)).id);
  }
}
