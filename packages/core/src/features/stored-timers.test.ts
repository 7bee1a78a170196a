/** What timers look like in the databases of today: their key, the action and what it is called with. */
import { expect, test } from 'vitest';
import { Timer, timerInput, timerKey, type AnyTimer } from '../kernel/timer.ts';
import { createTestDesk } from '../testing/index.ts';
import { MemoryStore } from '../testing/memory-store.ts';

/** As the first version of each wrote it; never changed, only added to. */
const STORED: readonly (readonly [key: string, action: string, input: Readonly<Record<string, unknown>>])[] = [
  ['agent:i', 'routeToAgent', { userId: 'i' }],
  ['article:i', 'markArticleOverdue', { id: 'i' }],
  ['away:i', 'setSilentAway', { userId: 'i', storeId: 's', conversationId: 'c' }],
  ['bot-idle:i', 'endBotConversation', { conversationId: 'i', seq: 3 }],
  ['bot:i', 'answerByBot', { conversationId: 'i', seq: 3, messageId: 'm' }],
  ['bot:i', 'draftByBot', { conversationId: 'i', seq: 3, messageId: 'm' }],
  ['case-archive:i', 'archiveSettledCase', { id: 'i' }],
  ['case-decision:i', 'passDecisionDeadline', { id: 'i' }],
  ['case-receipt:i', 'passReceiptDeadline', { id: 'i' }],
  ['case-refund:i', 'passRefundDeadline', { id: 'i' }],
  ['case-remind3:i', 'remindReturn', { id: 'i', day: 3 }],
  ['case-remind6:i', 'remindReturn', { id: 'i', day: 6 }],
  ['case-repair:i', 'passRepairLimit', { id: 'i' }],
  ['case-return:i', 'expireCase', { id: 'i' }],
  ['case:i', 'advanceCase', { id: 'i' }],
  ['customer-notice:i', 'tellNextWay', { id: 'i' }],
  ['end-sessions:i', 'endCustomerSessions', { id: 'i' }],
  ['end-sessions:i', 'endSessionsOfIdentityKey', { id: 'i' }],
  ['escalation:i', 'raiseEscalation', { id: 'i' }],
  ['hold:i', 'endHold', { id: 'i' }],
  ['idle:i', 'closeIdleConversation', { id: 'i' }],
  ['idle:i', 'warnIdleCustomer', { id: 'i', seq: 3 }],
  ['leave:i', 'abandonConversation', { id: 'i' }],
  ['lent:i:s', 'takeBackAgent', { id: 'i', storeId: 's' }],
  ['metric-fill', 'fillFigures', { after: 'i' }],
  ['metric-recount:K_05:s:2025-03-10', 'recountDay', { metric: 'K_05', storeId: 's', day: '2025-03-10' }],
  ['notice:i', 'escalateNotice', { id: 'i' }],
  ['order-choice', 'moveOrderChoices', { after: 'i' }],
  ['order-poll:i', 'pollOrder', { id: 'i' }],
  ['peak:i', 'endPeakMode', { id: 'i', reason: 'Automatic end' }],
  ['policy-replay:i', 'continuePolicyReplay', { id: 'i' }],
  ['policy:i', 'applyPolicy', { id: 'i' }],
  ['presence:i', 'setPresence', { id: 'i', presence: 'OFFLINE', reason: 'Panel closed' }],
  ['reader:train', 'trainReader', {}],
  ['refund:i', 'payRefund', { id: 'i' }],
  ['returns-report:i', 'generateReturnsReport', { storeId: 'i', month: '2025-03' }],
  ['round-silence:i', 'noteSilence', { id: 'i' }],
  ['route:i', 'routeConversation', { id: 'i' }],
  ['rule:i', 'runRules', { id: 'i', done: 0 }],
  ['service:i', 'startService', { storeId: 'i' }],
  ['shift:i', 'markShiftAbsent', { id: 'i' }],
  ['shop-event:i:o', 'readChangedOrder', { storeId: 'i', orderId: 'o' }],
  ['shop-feed:i', 'askShopForChanges', { storeId: 'i' }],
  ['silent:i', 'returnSilent', { id: 'i', userId: 'u', assignedAt: '2025-03-10T01:00:00.000Z' }],
  ['sla:i', 'runSlaClock', { id: 'i' }],
  ['staff-alerts', 'moveStaffAlerts', { after: 'i' }],
  ['sweep:i', 'sweepQueue', { storeId: 'i', empty: 0 }],
  ['conversation-sleep:i', 'endConversationSleep', { id: 'i' }],
  ['ticket-sleep:i', 'endTicketSleep', { id: 'i' }],
  ['work-index:Escalation', 'indexWorkItems', { entity: 'Escalation', after: 'i' }],
  ['work:i:c', 'passWorkClock', { id: 'i', clock: 'c' }],
];

/** What nobody sets any more: effects do it (decision 0043), or the clocks of a work item (decision 0056). */
const OF_OLD: typeof STORED = [
  ['transfer:i', 'expireTransfer', { id: 'i' }],
  ['order-request:i', 'settleOrderChange', { id: 'i' }],
  ['shop-event:i:o', 'readChangedOrder', { storeId: 'i', orderId: 'o', tries: 4 }],
];

test('what an older version has stored of a timer is what this one stores, and each is still known', async () => {
  const { desk } = await createTestDesk();
  const names = new Map([...desk.actions].map(([name, action]) => [action, name]));
  const declared = desk.features.flatMap(({ timers }) => timers);
  const written = STORED.map(([key, action, input]) => {
    const found = declared.find((one) => names.get(one.action) === action && key.startsWith(`${one.timer.key}`));
    const about = found ? aboutOf(found.timer, input) : [];
    return [found ? timerKey(found.timer, about) : '', action, found ? timerInput(found.timer, about) : {}];
  });
  expect(written).toEqual(STORED);
  expect(declared.length, 'every declared timer stands in the table').toBe(STORED.length);
});

/** The row and the input that the stored input was made of. */
function aboutOf({ on, rowAs }: AnyTimer, stored: Readonly<Record<string, unknown>>): unknown[] {
  const { [rowAs]: row, ...input } = stored;
  return on ? [row, input] : [stored];
}

test('stored timers of every name are due and performed, or dropped because their row is gone; none is unknown', async () => {
  const store = new MemoryStore();
  // This desk throws what another would only report: a timer that it cannot read.
  const { desk, clock, system } = await createTestDesk({ store });
  const at = clock.now().toISOString();
  const { tenantId } = system;
  for (const [key, action, input] of [...STORED, ...OF_OLD]) {
    const row = { id: `${tenantId}:${key}`, tenantId, version: 1, createdAt: at, updatedAt: at, key, dueAt: at };
    await store.commit([{ kind: 'insert', entity: Timer, row: { ...row, action, input } as never }]);
    clock.advance(1000);
    await desk.runTimers();
    const left = await desk.read(system).all(Timer, { where: { key, action } });
    expect(
      left.filter(({ dueAt }) => dueAt <= clock.now().toISOString()),
      `${key} ${action}`,
    ).toEqual([]);
  }
});
