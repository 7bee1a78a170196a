/** @module How a context sets timers: each is a row of its own, written in the commit of the action. */
import { ContextWrites } from './context-writes.ts';
import { ConfigError } from './denial.ts';
import type { BaseRow, RowOf } from './entity.ts';
import { Timer, timerId, timerInput, timerKey, type AnyTimer } from './timer.ts';

export abstract class ContextTimers extends ContextWrites {
  /** Set blindly: a timer is found by its key, and its version is a number that no other setting of it has. */
  async at(timer: AnyTimer, dueAt: string, ...about: readonly unknown[]): Promise<void> {
    const { tenantId } = this.actor;
    const action = this.#actionOf(timer);
    const key = timerKey(timer, about);
    const id = timerId(tenantId, key);
    const values = { key, dueAt, action, input: timerInput(timer, about) };
    const consumed = this.#consumed(id);
    if (consumed) return void this.update(Timer, consumed, values);
    const base = { id, tenantId, version: nobodyElsesVersion(), createdAt: this.now, updatedAt: this.now };
    this.work.putBlind(Timer, { tenantId, id }, { ...base, ...values } as BaseRow);
  }

  async afterCommit(timer: AnyTimer, ...about: readonly unknown[]): Promise<void> {
    await this.at(timer, this.now, ...about);
    this.work.followUps.add(timerId(this.actor.tenantId, timerKey(timer, about)));
  }

  async dueAt(timer: AnyTimer, ...which: readonly unknown[]): Promise<string | undefined> {
    const { tenantId } = this.actor;
    const row = await this.work.load(Timer, tenantId, timerId(tenantId, timerKey(timer, which)));
    return (row as RowOf<typeof Timer> | undefined)?.dueAt;
  }

  async unset(timer: AnyTimer, ...which: readonly unknown[]): Promise<void> {
    const { tenantId } = this.actor;
    const id = timerId(tenantId, timerKey(timer, which));
    const consumed = this.#consumed(id);
    if (consumed) this.remove(Timer, consumed);
    else this.work.putBlind(Timer, { tenantId, id }, undefined);
  }

  /** What a timer does; one that nobody lists would never be done. */
  #actionOf(timer: AnyTimer): string {
    const action = this.work.options.timers.get(timer);
    if (action === undefined) throw new ConfigError([`no feature of the desk lists the timer ${timer.key}`]);
    return action;
  }

  /** The timer whose work this is: only whoever finds it as it was may do it, so it is written under its version. */
  #consumed(id: string): RowOf<typeof Timer> | undefined {
    const { consume } = this.work.options;
    return consume?.id === id ? consume : undefined;
  }
}

const nobodyElsesVersion = (): number => 1 + Math.floor(Math.random() * 2 ** 52);
