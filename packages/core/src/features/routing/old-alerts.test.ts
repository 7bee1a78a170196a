import { expect, test } from 'vitest';
import type { Desk } from '../../kernel/desk.ts';
import { Notice } from '../notices/index.ts';
import { StaffAlert } from './entities.ts';
import { moveAlerts } from './old-alerts.ts';
import { routingScene } from './testing/scene.ts';

test('alerts of before there were notices become notices, one for one, more than a page of them', async () => {
  const { desk, staff, store, rawStore, read } = await routingScene();
  const [agent, lead] = [await staff('PA1', ['PA']), await staff('TL1', ['TL'])];
  const at = '2025-03-01T01:00:00.000Z';
  const row = (n: number) => ({
    id: `alert-${String(n).padStart(3, '0')}`,
    tenantId: lead.tenantId,
    version: 1,
    createdAt: at,
    updatedAt: at,
    storeId: store.id,
    // The last one is of a feature that is gone.
    kind: n === 249 ? 'WARRANTY_ENDS' : 'HELP_REQUESTED',
    conversationId: `c-${n}`,
    caseId: null,
    toUserId: n % 5 ? null : agent.userId,
    aboutUserId: agent.userId,
    note: `Note ${n}`,
    at,
    seenAt: n % 2 ? at : null,
    seenById: n % 2 ? lead.userId : null,
  });
  await rawStore.commit(Array.from({ length: 250 }, (_, n) => ({ kind: 'insert', entity: StaffAlert, row: row(n) })));
  const left = async () => (await read.find(StaffAlert, { limit: 1000 })).length;
  const before = await left();
  expect(before).toBe(250);
  await moveAlerts(desk as unknown as Desk);
  for (let n = 0; n < 3; n += 1) await desk.runTimers();
  expect(await left()).toBe(before);
  const moved = await read.find(Notice, { limit: 1000 });
  expect(moved).toHaveLength(before);
  expect(moved.filter(({ state }) => state === 'OPEN')).toHaveLength(125);
  expect(moved.find(({ key }) => key === 'alert:alert-003')).toMatchObject({
    kind: 'HELP_REQUESTED',
    state: 'CLEARED',
    title: agent.name,
    note: 'Note 3',
    aboutId: 'c-3',
    toPermission: 'conversation.assign',
    acknowledgedById: lead.userId,
    at,
  });
  expect(moved.find(({ key }) => key === 'alert:alert-249')).toMatchObject({ kind: 'ANNOUNCEMENT' });
  // Once more moves nothing; a run that was killed after its first page goes on.
  await moveAlerts(desk as unknown as Desk);
  expect(await read.find(Notice, { limit: 1000 })).toHaveLength(before);
  expect((await desk.as(lead).notices.myNotices({})).notices[0]).toMatchObject({ kind: 'HELP_REQUESTED' });
});
