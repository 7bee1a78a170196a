import { expect } from '@open-wc/testing';
import { OrderRemark, OrderServiceRequest } from '@shopdesk/core';
import {
  afterEach,
  all,
  cleanPage,
  describe,
  field,
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

  /** The entry of a row's menu, of which one is what the test is about. */
  async function pick(title: string, entry: string): Promise<void> {
    await until(() => all('desk-admin-menu').some(isSeen), 'the rows have menus');
    await press(`Actions for ${title}`);
    await press(entry);
  }

  it('waits for those who pack in a list of its own, is acknowledged, and said to be done', async () => {
    const open = await openPanel({ roles: ['WH'] });
    const id = await redirected(open);
    open.go('/order-changes');
    await reads('Waits for the warehouse');
    expect(readable()).to.contain('W1002').and.to.contain('She moved').and.to.contain('By hand');
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
    await press('All');
    await reads('W1002');
  });

  it('has a page that says what changes and what is left to do, and is in the work of those who took it', async () => {
    const open = await openPanel({ roles: ['WH'] });
    const id = await redirected(open);
    const row = await requestNow(open, id);
    const [remark] = await open.desk.desk.read(SYSTEM).all(OrderRemark, { where: { requestId: id } });
    await open.desk.loose.perform(open.actor, 'acknowledgeOrderRemark', { id: remark?.id });
    await open.desk.loose.perform(open.actor, 'takeOrderRequest', { id });
    open.go(`/order-changes/${id}`);
    await reads('New Road 9');
    await reads('The warehouse has acknowledged it.');
    expect(all('.button.primary').filter(isSeen).map(readable)).to.deep.equal(['Done by hand']);
    open.go('/work');
    await until(() => all('a.item').length === 1, 'it is in hand');
    expect(readable(all('a.item')[0]))
      .to.contain(row.orderNumber ?? '-')
      .and.to.contain('Under way');
  });

  it('is refused with a reason only, which is kept on the order', async () => {
    const open = await openPanel({ roles: ['FC'], path: '/order-changes' });
    const id = await redirected(open);
    await reads('She moved');
    await pick('W1002', 'Refuse');
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
    await reads('She moved');
    await pick('W1002', 'Refuse');
    await fill('Reason', 'Too late');
    await open.desk.loose.perform(await open.desk.staff('FC1', ['FC']), 'rejectOrderChange', { id, reason: 'Gone' });
    await pressInDialog('Refuse');
    await until(() => all('[role="alert"]').some((alert) => isSeen(alert) && readable(alert).length > 0), 'it is said');
    expect((await requestNow(open, id)).refusal).to.deep.equal({ zh: 'Gone', en: 'Gone' });
  });

  it('is found by an address that names several states, which the filter shows and any one replaces', async () => {
    const open = await openPanel({ roles: ['WH'] });
    await redirected(open);
    open.go('/order-changes?state=DONE,REJECTED');
    await reads('Nothing matches these filters');
    const state = await field<HTMLSelectElement>('State');
    expect(state.selectedOptions[0]?.textContent?.trim()).to.equal('Done, Refused');
    open.go('/order-changes?state=SUBMITTED,REJECTED');
    await reads('W1002');
    const now = await field<HTMLSelectElement>('State');
    now.value = 'DONE';
    now.dispatchEvent(new Event('change'));
    await reads('Nothing matches these filters');
    expect(location.hash).to.contain('state=DONE').and.not.to.contain('SUBMITTED');
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
