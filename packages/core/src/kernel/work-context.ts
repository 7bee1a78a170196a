/** @module The context that an action is given: reads, writes, timers, effects and questions to other features. */
import { actIn, rehearseIn } from './act.ts';
import type { Actor } from './actor.ts';
import type { ActionContext, Rehearsal } from './context.ts';
import { ContextTimers } from './context-timers.ts';
import { DeniedError, deny, type Denial } from './denial.ts';
import type { EffectDefinition, Effects } from './effect.ts';
import { sendEffect, sentEffect } from './effect-steps.ts';
import type { Point } from './point.ts';
import { mayAsk, parse } from './question.ts';

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

  async whyNot(name: string, input?: Readonly<Record<string, unknown>>): Promise<Denial | undefined> {
    const { actions, extensions } = this.work.options;
    const action = actions.get(name);
    if (!action) return deny('NOT_FOUND');
    const denial = mayAsk(this.actor, action);
    if (denial || !input) return denial;
    try {
      if (!action.on) return await extensions.check(action, this, [parse(action, input) as never]);
      return await extensions.when(action, this, await this.get(action.on, String(input['id'])));
    } catch (error) {
      if (error instanceof DeniedError) return error.denial;
      throw error;
    }
  }

  act(actor: Actor, name: string, input: unknown): Promise<unknown> {
    return actIn(this.work, actor, name, input);
  }

  rehearse<T>(actor: Actor, play: (ctx: ActionContext) => Promise<T>): Promise<Rehearsal<T>> {
    return rehearseIn(this.work.anew(), actor, play);
  }

  async wasSent(effect: EffectDefinition, key: string): Promise<boolean> {
    return (await sentEffect(this, effect, key)) !== undefined;
  }

  async send<I extends object>(effect: EffectDefinition<I>, key: string, input: I): Promise<void> {
    // It would stay where it is for ever.
    if (this.effects.get(effect.name) !== effect) throw new Error(`No feature lists the effect ${effect.name}.`);
    this.work.sent.push((await sendEffect(this, effect, key, input)).id);
  }
}
