import { expect } from '@open-wc/testing';
import { OrderServiceRequest } from '@shopdesk/core';
import {
  afterEach,
  all,
  cleanPage,
  describe,
  fill,
  isSeen,
  it,
  objections,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  until,
  type OpenPanel,
  stepLeft,
} from '../../testing/page.ts';

const SYSTEM = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
const closes = async () => {
  await until(() => all('dialog:modal').length === 0, 'the dialog is closed');
  await stepLeft();
};

/** Lily's parcel is on its way when she moves: somebody has to stop it. */
async function redirected(open: OpenPanel): Promise<string> {
  const agent = await open.desk.staff('PA1', ['PA']);
  const api = open.desk.desk.as(agent).orders;
  const address = {
    line1: 'New Road 9',
    line2: '',
    city: 'Hangzhou',
    region: 'Zhejiang',
    postalCode: '310000',
    country: 'CN',
  };
  const wanted = {
    storeId: open.desk.store.id,
    orderId: 'o2',
    change: 'ADDRESS',
    reason: 'She moved',
    address,
  } as const;
  return (
    await api.requestOrderChange({ ...wanted, confirmation: (await api.previewOrderChange(wanted)).confirmation })
  ).id;
}
const requestNow = (open: OpenPanel, id: string) => open.desk.desk.read(SYSTEM).get(OrderServiceRequest, id);

describe('a change that is made by hand', () => {
  afterEach(cleanPage);

  it('waits for those who pack, is acknowledged, and said to be done', async () => {
    const open = await openPanel({ roles: ['WH'] });
    const id = await redirected(open);
    open.go('/order-changes');
    await reads('Waits for the warehouse');
    expect(readable()).to.contain('W1002').and.to.contain('New Road 9').and.to.contain('By hand');
    open.go(`/orders/${open.desk.store.id}/o2`);
    await press('Acknowledge');
    await reads('Acknowledged by Agent-WH');
    await press('Done by hand');
    await fill('Note', 'The depot has it');
    await pressInDialog('Done by hand');
    await closes();
    expect((await requestNow(open, id)).state).to.equal('DONE');
    open.go('/order-changes');
    await reads('No changes under way');
  });

  it('is refused with a reason only, which is kept on the order', async () => {
    const open = await openPanel({ roles: ['FC'], path: '/order-changes' });
    const id = await redirected(open);
    await reads('She moved');
    await press('Refuse');
    await pressInDialog('Refuse');
    await reads('Required');
    await fill('Reason', 'Delivered already');
    await pressInDialog('Refuse');
    await closes();
    expect(await requestNow(open, id)).to.include({ state: 'REJECTED' });
    open.go(`/orders/${open.desk.store.id}/o2`);
    await reads('Delivered already');
  });

  it('is not done twice by two: the slower hears that it changed', async () => {
    const open = await openPanel({ roles: ['WH'] });
    const id = await redirected(open);
    open.go('/order-changes');
    await press('Refuse');
    await fill('Reason', 'Too late');
    await open.desk.loose.perform(await open.desk.staff('FC1', ['FC']), 'rejectOrderChange', { id, reason: 'Gone' });
    await pressInDialog('Refuse');
    await until(() => all('[role="alert"]').some((alert) => isSeen(alert) && readable(alert).length > 0), 'it is said');
    expect((await requestNow(open, id)).refusal).to.deep.equal({ zh: 'Gone', en: 'Gone' });
  });
});

describe('an order that is open beside a conversation', () => {
  afterEach(cleanPage);

  it('is clean for axe', async () => {
    const open = await openPanel({ roles: ['SV'] });
    const chat = open.desk.desk.as(await open.desk.shopper('lily')).conversations;
    const { id } = await chat.openConversation({});
    await chat.sendMessage({ conversationId: id, clientMsgId: 'hello-there', text: 'Hello there' });
    open.go(`/inbox/open/${id}`);
    await press('W1003');
    await reads('What can be done');
    await until(() => !all('.spinner').some(isSeen), 'nothing is loading any more');
    expect(await objections()).to.deep.equal([]);
  });
});
