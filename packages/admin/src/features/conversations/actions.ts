/**
 * @module What the viewer may do with the open conversation, asked of the desk: a button that is not possible now says
 * why.
 */
import type { DeskClient } from '@shopdesk/core/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ConversationItem } from '../../desk/rows.ts';
import { availableActions, type AvailableAction } from './data.ts';

export type ActionState =
  | { readonly offered: false }
  | { readonly offered: true; readonly why: string | undefined; readonly title: string };

export class ConversationActions implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => DeskClient;
  readonly #item: () => ConversationItem | undefined;
  #key = '';
  #actions: readonly AvailableAction[] = [];

  constructor(
    host: ReactiveControllerHost,
    options: { client: () => DeskClient; item: () => ConversationItem | undefined },
  ) {
    this.#host = host;
    this.#client = options.client;
    this.#item = options.item;
    host.addController(this);
  }

  hostUpdated(): void {
    const item = this.#item();
    const key = item
      ? [
          item.id,
          item.state,
          item.ownerId,
          item.transferCount,
          item.level,
          item.escalatedTo,
          item.holdUntil,
          item.sleepUntil,
        ].join(' ')
      : '';
    if (key === this.#key) return;
    if (item?.id !== this.#key.split(' ')[0]) this.#actions = [];
    this.#key = key;
    if (item) void this.refresh(item.id);
  }

  /** Asks again, as after a transfer was offered. */
  async refresh(id: string): Promise<void> {
    const key = this.#key;
    try {
      const actions = await this.#client().query(availableActions, { entity: 'Conversation', id });
      if (key === this.#key) this.#actions = actions;
    } catch {
      // The buttons stay as they were; the desk itself refuses what is not possible.
      return;
    }
    this.#host.requestUpdate();
  }

  of(name: string): ActionState {
    const action = this.#actions.find((candidate) => candidate.name === name);
    if (!action) return { offered: false };
    return { offered: true, why: action.denial?.message, title: action.title };
  }
}
