import { Conversation, type DeskStore, type StaffActor } from '@shopdesk/core';
import { expect, test, vi } from 'vitest';
import type { LiveRow } from './delivery.ts';
import { InboxFeed } from './inbox-feed.ts';
import type { LiveEvent } from './live-event.ts';
import type { Sink } from './sink.ts';

const agent: StaffActor = {
  kind: 'staff',
  tenantId: 'tenant',
  userId: 'agent',
  name: 'Agent',
  agentNo: 'PA1',
  roles: ['PA'],
  permissions: new Set(['conversation.read']),
};

/** Somebody who watches the inbox, and what they were told: the conversation and how many messages it had. */
async function watching() {
  const told: string[] = [];
  const sink: Sink<LiveEvent> = {
    write: (event) => {
      if (event.kind === 'conversation') told.push(`${event.conversation.id} ${event.conversation.lastSeq}`);
    },
    room: () => undefined,
    complete: () => {},
    interrupt: () => {},
    isOver: false,
  };
  const feed = new InboxFeed('tenant', {} as DeskStore, []);
  await feed.follow({ key: 'agent', actor: agent, encode: (event) => event }, sink, undefined);
  const change = (id: string, lastSeq: number) =>
    feed.hear({
      rows: [
        {
          entity: Conversation,
          row: { id, tenantId: 'tenant', storeId: 'store', lastSeq },
          topics: [],
        } as unknown as LiveRow,
      ],
      signals: [],
    });
  return { told, change };
}

test('the inbox tells a change at once, and of those that follow quickly each conversation once, as it is in the end', async () => {
  const { told, change } = await watching();
  change('one', 1);
  await vi.waitFor(() => expect(told).toEqual(['one 1']), { interval: 1 });
  for (let n = 2; n <= 20; n += 1) {
    change('one', n);
    if (n < 5) change('two', n);
  }
  await vi.waitFor(() => expect(told).toEqual(['one 1', 'two 4', 'one 20']), { interval: 5 });
  change('two', 5);
  await vi.waitFor(() => expect(told.at(-1)).toBe('two 5'), { interval: 5 });
});
