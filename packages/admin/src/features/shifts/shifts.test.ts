import { expect } from '@open-wc/testing';
import { Conversation, Handover, Shift, type RoleCode } from '@shopdesk/core';
import {
  afterEach,
  all,
  cleanPage,
  describe,
  field,
  fill,
  it,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  until,
  type OpenPanel,
} from '../../testing/page.ts';
import { createPanelDesk } from '../../testing/panel-desk.ts';
import { addDays, instantOf, localTime, mondayOf, shiftInstants } from '../../kit/week.ts';

const system = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
const HOUR = 3600_000;
const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const publishAll = { from: at(-48), to: at(48) };

/** The panel of somebody who has a published shift that is running now. */
async function working(roles: RoleCode[] = ['PA']): Promise<{ open: OpenPanel; id: string; bob: string }> {
  const desk = await createPanelDesk();
  const bob = await desk.staff('Bob', ['PA'], { presence: 'OFFLINE' });
  const open = await openPanel({ roles, desk });
  const does = open.desk.desk.as(system).shifts;
  const { id } = await does.planShift({
    userId: open.userId,
    storeIds: [open.desk.store.id],
    type: 'DAY',
    startAt: at(-0.01),
    endAt: at(6),
  });
  await does.publishShifts(publishAll);
  open.go('/shifts');
  return { open, id, bob: bob.userId };
}
const stored = (open: OpenPanel) => open.desk.desk.read(system).all(Shift, {});

describe('the week of shifts', () => {
  afterEach(cleanPage);

  it('is copied from the week before, once, by the hours of the store', async () => {
    const desk = await createPanelDesk();
    const bob = await desk.staff('Bob', ['PA'], { presence: 'OFFLINE' });
    const zone = desk.store.timeZone;
    const monday = mondayOf(localTime(new Date().toISOString(), zone).day);
    const before = addDays(monday, -7);
    const plan = (day: string, from: string, to: string, end = day) =>
      desk.desk.as(system).shifts.planShift({
        userId: bob.userId,
        storeIds: [desk.store.id],
        type: 'DAY',
        startAt: instantOf({ day, time: from }, zone),
        endAt: instantOf({ day: end, time: to }, zone),
      });
    await plan(before, '09:00', '17:00');
    await plan(addDays(before, 2), '22:00', '06:00', addDays(before, 3));
    const open = await openPanel({ roles: ['TL'], desk });
    open.go(`/shifts/${monday}`);
    await press('Copy the week before');
    await reads('2 shifts are planned as in the week before.');
    const copied = (await stored(open)).filter(
      ({ startAt }) => startAt >= instantOf({ day: monday, time: '00:00' }, zone),
    );
    expect(copied.map(({ startAt, endAt, state }) => [startAt, endAt, state]).toSorted()).to.deep.equal([
      [instantOf({ day: monday, time: '09:00' }, zone), instantOf({ day: monday, time: '17:00' }, zone), 'PLANNED'],
      [
        instantOf({ day: addDays(monday, 2), time: '22:00' }, zone),
        instantOf({ day: addDays(monday, 3), time: '06:00' }, zone),
        'PLANNED',
      ],
    ]);
    await press('Copy the week before');
    await reads('2 were left out');
    expect(await stored(open)).to.have.length(4);
    open.go(`/shifts/${before}`);
    await reads('Planned');
    await press('Copy the week before');
    await reads('The week before has no shifts.');
  });

  it('has rows for who serves customers, and for others only when one asks', async () => {
    const desk = await createPanelDesk();
    await desk.staff('Bob', ['PA'], { presence: 'OFFLINE' });
    const packer = await desk.staff('Walter', ['WH'], { presence: 'OFFLINE' });
    await desk.loose.perform(system, 'updateStaff', { id: packer.userId, mayServe: false });
    await openPanel({ roles: ['TL'], desk, path: '/shifts' });
    const rows = () => all('tbody th').map(({ textContent }) => textContent);
    await until(() => rows().includes('Bob'), 'who serves is there');
    expect(rows()).not.to.include('Walter');
    (await field('Also show who does not serve customers')).click();
    await until(() => rows().includes('Walter'), 'everybody is there');
  });

  it('says nothing of a shift to who has none, and that none is planned', async () => {
    await openPanel({ roles: ['OD'], path: '/shifts' });
    await reads('No shifts in this week.');
    expect(readable()).not.to.contain('Nobody works here');
    expect(all('desk-admin-my-shift').map((one) => readable(one).trim())).to.deep.equal(['']);
  });

  it('is planned and published by a lead', async () => {
    const desk = await createPanelDesk();
    await desk.staff('Bob', ['PA'], { presence: 'OFFLINE' });
    const open = await openPanel({ roles: ['TL'], desk });
    open.go('/shifts');
    await reads('Bob');
    all<HTMLElement>('button')
      .find((button) => button.getAttribute('aria-label')?.startsWith('Plan a shift for Bob'))
      ?.click();
    await until(() => all('dialog:modal').length > 0, 'the dialog is open');
    await fill('Kind', 'EVENING');
    await pressInDialog('Save');
    await reads('The shift is saved.');
    await reads('15:00–23:00');
    await press('Publish 1 planned shift');
    await reads('1 shift is published.');
    expect((await stored(open)).map(({ type, state }) => [type, state])).to.deep.equal([['EVENING', 'PUBLISHED']]);
  });

  it('says why a shift cannot be planned', async () => {
    const { open } = await working(['TL']);
    await reads('Published');
    const day = localTime(new Date().toISOString(), 'Asia/Shanghai').day;
    const cells = () =>
      all<HTMLElement>('button').filter((button) =>
        button.getAttribute('aria-label')?.startsWith('Plan a shift for Agent-TL'),
      );
    await until(() => cells().length === 7, 'the week is shown');
    cells()[0]?.click();
    await until(() => all('dialog:modal').length > 0, 'the dialog is open');
    await fill('Day', day);
    const [shift] = await stored(open);
    await fill('From', localTime(shift?.startAt ?? '', 'Asia/Shanghai').time);
    await fill('To', localTime(shift?.endAt ?? '', 'Asia/Shanghai').time);
    await pressInDialog('Save');
    await reads('The person has another shift at this time.');
  });

  it('is read only for agents', async () => {
    await working();
    await reads('Check in');
    expect(all('button').some((button) => button.getAttribute('aria-label')?.startsWith('Plan a shift'))).to.equal(
      false,
    );
  });
});

describe('one’s own shift', () => {
  afterEach(cleanPage);

  it('goes from check-in over the hand-over to its end', async () => {
    const { open, id, bob: next } = await working();
    await press('Check in');
    await reads('You are checked in.');
    await press('Begin the hand-over');
    await press('Hand-over: S1');
    await reads('To look after');
    await press('Add an item');
    await fill('What is to be done', 'Call lily before six');
    await fill('Anomalies', 'The payment page was down at ten.');
    await fill('To', next);
    await press('Send');
    await reads('The hand-over is sent.');
    expect(await open.desk.desk.read(system).first(Handover, { shiftId: id })).to.deep.include({
      state: 'SUBMITTED',
      receiverId: next,
      anomalies: 'The payment page was down at ten.',
    });
    open.go('/shifts');
    await press('End the shift');
    await reads('Your shift is over.');
    expect((await stored(open))[0]?.state).to.equal('ENDED');
  });

  it('does not end while a customer waits', async () => {
    const { open, id } = await working();
    const does = open.desk.desk.as(system);
    const customer = open.desk.desk.as(await open.desk.shopper('lily')).conversations;
    const conversation = await customer.openConversation({});
    await customer.sendMessage({ conversationId: conversation.id, clientMsgId: 'shift-panel-01', text: 'Hello?' });
    if ((await open.desk.desk.read(system).get(Conversation, conversation.id)).ownerId === null)
      await does.conversations.assignConversation({ id: conversation.id, userId: open.userId });
    await press('Check in');
    await press('Begin the hand-over');
    await press('End the shift');
    await reads('One conversation is still unanswered.');
    expect((await stored(open)).find((shift) => shift.id === id)?.state).to.equal('HANDOVER_PENDING');
  });
});

describe('a hand-over', () => {
  afterEach(cleanPage);

  it('is acknowledged and ticked by who comes', async () => {
    const desk = await createPanelDesk();
    const bob = await desk.staff('Bob', ['PA'], { presence: 'OFFLINE' });
    const open = await openPanel({ roles: ['PA'], desk });
    const does = open.desk.desk.as(system).shifts;
    const asBob = open.desk.desk.as(bob).shifts;
    const { id } = await does.planShift({
      userId: bob.userId,
      storeIds: [open.desk.store.id],
      type: 'DAY',
      startAt: at(-0.01),
      endAt: at(6),
    });
    await does.publishShifts(publishAll);
    await asBob.checkInShift({ id });
    await asBob.startHandover({ id });
    const draft = await open.desk.desk.read(system).first(Handover, { shiftId: id });
    await asBob.editHandover({ id: draft?.id ?? '', items: [{ kind: 'PROMISE', text: 'Call lily before six' }] });
    await asBob.submitHandover({ id: draft?.id ?? '' });
    open.go('/shifts');
    await reads('Hand-overs to acknowledge');
    await press('Bob · S1');
    await reads('Call lily before six');
    await press('Acknowledge');
    await reads('The hand-over is acknowledged.');
    all<HTMLInputElement>('input[type=checkbox]')
      .find((box) => box.getAttribute('aria-label') === 'Done: Call lily before six')
      ?.click();
    await reads('0 of 1 open');
    expect(readable()).to.contain('Acknowledged by Agent-PA');
  });
});

describe('the reckoning of weeks', () => {
  it('knows Mondays and the store’s own midnight', () => {
    expect([mondayOf('2025-03-16'), mondayOf('2025-03-10')]).to.deep.equal(['2025-03-10', '2025-03-10']);
    expect(instantOf({ day: '2025-03-10', time: '00:00' }, 'Asia/Shanghai')).to.equal('2025-03-09T16:00:00.000Z');
    expect(localTime('2025-03-09T16:00:00.000Z', 'Asia/Shanghai')).to.deep.equal({ day: '2025-03-10', time: '00:00' });
  });

  it('lets a night shift end on the next day, also when the clock changes', () => {
    expect(shiftInstants('2025-03-08', '23:00', '07:00', 'America/New_York')).to.deep.equal({
      startAt: '2025-03-09T04:00:00.000Z',
      endAt: '2025-03-09T11:00:00.000Z',
    });
  });
});
