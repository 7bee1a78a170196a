/** @module Whether the scripted colleague of the demo is on duty: the shop's pages show it, and can change it. */
import type { Colleague } from './colleague.ts';

/** What the pages know of the colleague. */
export interface Duty {
  /** Undefined where there is none. */
  readonly onDuty: boolean | undefined;
  /** Goes on duty or off. @throws DeskError, DeskOffline */
  set(on: boolean): Promise<void>;
}

/** The shop is there before the desk, and so before the colleague, who is named once they are there. */
export class DutyBoard implements Duty {
  #colleague: Colleague | undefined;

  get onDuty(): boolean | undefined {
    return this.#colleague?.onDuty;
  }

  async set(on: boolean): Promise<void> {
    await this.#colleague?.setDuty(on);
  }

  name(colleague: Colleague | undefined): void {
    this.#colleague = colleague;
  }
}
