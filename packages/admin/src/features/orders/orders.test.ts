import { expect } from '@open-wc/testing';
import { OrderRemark } from '@shopdesk/core';
import {
  afterEach,
  all,
  cleanPage,
  control,
  describe,
  field,
  fill,
  isSeen,
  it,
  keys,
  objections,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  SIZES,
  shows,
  until,
  type OpenPanel,
} from '../../testing/page.ts';

const SYSTEM = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
const rows = () => all('tbody tr').filter(isSeen);
const pathOf = ({ desk }: OpenPanel, id: string) => `/orders/${desk.store.id}/${id}`;

async function choose(label: string, value: string): Promise<void> {
  const select = await field<HTMLSelectElement>(label);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}

/** A conversation of lily that the viewer has taken. */
async function lilyChats(open: OpenPanel): Promise<string> {
  const shopper = await open.desk.shopper('lily');
  const as = open.desk.desk.as(shopper).conversations;
  const { id } = await as.openConversation({});
  await as.sendMessage({ conversationId: id, clientMsgId: 'where-is-it', text: 'Where is my order?' });
  return id;
}

describe('the list of orders', () => {
  afterEach(cleanPage);

  it('shows the shop’s orders, newest first, with flag, buyer and state', async () => {
    const open = await openPanel({ roles: ['PA'] });
    await open.desk.shopper('lily');
    const agent = await open.desk.staff('PA7', ['PA']);
    await open.desk.desk
      .as(agent)
      .orders.addOrderRemark({ storeId: open.desk.store.id, orderId: 'o5', reason: 'Call before delivery' });
    open.go('/orders');
    await reads('W1005');
    expect(rows().map((row) => readable(row.querySelector('th') as Element))).to.deep.equal([
      'W1005',
      'W1004',
      'W1003',
      'W1002',
      'W1001',
    ]);
    expect(readable(rows()[0] as Element))
      .to.contain('Red flag')
      .and.to.contain('Paid')
      .and.to.contain('lily')
      .and.to.contain('CN¥315.00');
  });

  it('is searched by number and filtered by state and flag, kept in the address', async () => {
    const open = await openPanel({ roles: ['PA'], path: '/orders' });
    await reads('W1005');
    await fill('Order no. or e-mail', 'W1003');
    await until(() => rows().length === 1 && readable().includes('W1003'), 'one order is left');
    expect(location.hash).to.contain('text=W1003');
    await fill('Order no. or e-mail', '');
    await until(() => rows().length === 5, 'all are back');
    await choose('State', 'SHIPPED');
    await until(() => rows().length === 1 && readable().includes('W1002'), 'the shipped order is left');
    await choose('State', '');
    await choose('Flag', 'RED');
    await reads('No orders fit');
    open.go('/orders');
    await reads('W1005');
  });

  it('says that the shop does not answer, and tries again', async () => {
    const open = await openPanel({ roles: ['PA'] });
    open.desk.shop.line = () => 'DOWN';
    open.go('/orders');
    await control('Try again');
    open.desk.shop.line = () => 'UP';
    await press('Try again');
    await reads('W1005');
  });

  it('is not offered to roles that may not read orders', async () => {
    await openPanel({ roles: ['TR'], path: '/orders' });
    await reads('Your role');
  });
});

describe('the page of an order', () => {
  afterEach(cleanPage);

  it('shows goods, money, parcels with scans, and what can be done with the reason why not', async () => {
    const open = await openPanel({ roles: ['PA'] });
    open.go(pathOf(open, 'o3'));
    await reads('SF123456');
    for (const text of ['羊毛开衫 Wool cardigan', 'CN¥315.00', 'Picked up', 'Delivered', 'Cancel the order'])
      expect(readable()).to.contain(text);
    const cancel = await control('Cancel the order');
    expect(cancel.getAttribute('aria-disabled')).to.equal('true');
    const why = (cancel.getRootNode() as ShadowRoot).getElementById(cancel.getAttribute('aria-describedby') ?? '');
    expect(readable(why as Element)).to.match(/Rules: /);
  });

  it('cancels after showing the refund to the cent, and the remark carries agent and time', async () => {
    const open = await openPanel({ roles: ['PA'] });
    open.go(pathOf(open, 'o5'));
    await press('Cancel the order');
    await pressInDialog('See what will happen');
    await until(() => all('[aria-invalid="true"]').some(isSeen), 'a reason is asked for');
    await fill('Reason', 'Customer ordered twice');
    await pressInDialog('See what will happen');
    await reads('This will happen');
    expect(readable()).to.contain('CN¥315.00').and.to.contain('Visa •••• 4242');
    expect(open.desk.shop.order('o5').status).to.equal('PAID');
    await pressInDialog('Confirm');
    await reads('It is done.');
    expect(open.desk.shop.order('o5').status).to.equal('CANCELLED');
    expect(open.desk.shop.refunded('o5')).to.equal(31_500);
    await pressInDialog('Done');
    await reads('Customer ordered twice');
    expect(readable()).to.contain('Agent Agent-PA');
    expect(open.desk.shop.done.filter(({ name }) => name === 'cancelOrder')).to.have.length(1);
  });

  it('shows what would happen now when the order changed after the preview', async () => {
    const open = await openPanel({ roles: ['PA'] });
    open.go(pathOf(open, 'o5'));
    await press('Cancel the order');
    await fill('Reason', 'Customer ordered twice');
    await pressInDialog('See what will happen');
    await reads('This will happen');
    await new Promise((resolve) => setTimeout(resolve, 5));
    open.desk.shop.set('o5', { status: 'RELEASED_TO_WAREHOUSE', shopStatus: 'printed' });
    await pressInDialog('Confirm');
    await reads('The order changed meanwhile');
    expect(open.desk.shop.order('o5').status).to.equal('RELEASED_TO_WAREHOUSE');
  });

  it('a change of a printed order waits for the warehouse, which acknowledges it', async () => {
    const open = await openPanel({ roles: ['PA'] });
    open.go(pathOf(open, 'o4'));
    await press('Change the address');
    await fill('Street and number', 'New Road 9');
    await pressInDialog('See what will happen');
    await until(() => all('[aria-invalid="true"]').some(isSeen), 'the reason is asked for');
    await fill('Reason', '客户改地址');
    await pressInDialog('See what will happen');
    await reads('The warehouse is asked');
    await pressInDialog('Confirm');
    await reads('The warehouse has been asked');
    expect(open.desk.shop.order('o4').address.line1).to.equal('Road 1');
    const [remark] = await open.desk.desk.read(SYSTEM).all(OrderRemark, { where: { orderId: 'o4' } });
    expect([remark?.flag, remark?.agentNo, remark?.needsAcknowledgement]).to.deep.equal(['RED', 'Agent-PA', true]);
    const warehouse = await openPanel({ roles: ['WH'], desk: open.desk });
    warehouse.go('/order-tasks');
    await reads('客户改地址');
    expect(readable()).to.contain('New Road 9');
    await press('Acknowledge');
    await reads('Nothing to acknowledge');
    expect(open.desk.shop.order('o4').address.line1).to.equal('New Road 9');
  });

  it('R-MID-08 a change needs a reason; who made it and when is the desk’s word, and every list shows the flag', async () => {
    const open = await openPanel({ roles: ['SV'] });
    const id = await lilyChats(open);
    open.go(pathOf(open, 'o4'));
    await press('Change the address');
    await fill('Street and number', 'New Road 9');
    await pressInDialog('See what will happen');
    await until(() => all('[aria-invalid="true"]').some(isSeen), 'the reason is asked for');
    expect(await open.desk.desk.read(SYSTEM).count(OrderRemark, {})).to.equal(0);
    await fill('Reason', '客户改地址');
    await pressInDialog('See what will happen');
    await reads('The warehouse is asked');
    await pressInDialog('Confirm');
    await reads('The warehouse has been asked');
    const [remark] = await open.desk.desk.read(SYSTEM).all(OrderRemark, { where: { orderId: 'o4' } });
    expect([remark?.flag, remark?.agentNo, remark?.agentId]).to.deep.equal(['RED', 'Agent-SV', open.userId]);
    expect(Math.abs(Date.parse(remark?.at ?? '') - Date.now())).to.be.below(60_000);
    await pressInDialog('Done');
    open.go('/orders');
    const flagged = () => rows().filter((row) => readable(row).includes('Red flag'));
    await until(() => flagged().length === 1, 'the list of orders has the flag');
    expect(readable(flagged()[0]?.querySelector('th') as Element)).to.equal('W1004');
    open.go(`/inbox/queue/${id}`);
    await press('Take');
    const beside = () => all('summary').filter((one) => readable(one).includes('Red flag'));
    await until(() => beside().length === 1, 'the order beside the conversation has its flag');
    expect(readable(beside()[0] as Element)).to.contain('W1004');
  });

  it('keeps a remark for good: there is no way to change or remove it', async () => {
    const open = await openPanel({ roles: ['PA'] });
    open.go(pathOf(open, 'o3'));
    await press('Add a remark');
    await pressInDialog('Add a remark');
    await reads('Required');
    await fill('Reason', 'Ring twice');
    await choose('Flag', 'BLUE');
    await pressInDialog('Add a remark');
    await until(() => all('dialog:modal').length === 0, 'the dialog is closed');
    await reads('Ring twice');
    expect(readable()).to.contain('Blue flag');
    const names = all('button')
      .filter(isSeen)
      .map((button) => readable(button));
    expect(names.filter((name) => /edit|delete|remove/i.test(name))).to.deep.equal([]);
  });

  it('refuses sold-out goods with the clause of the policy, and keeps what was chosen', async () => {
    const open = await openPanel({ roles: ['PA'] });
    open.go(pathOf(open, 'o5'));
    await press('Change the items');
    await until(
      () => all<HTMLSelectElement>('select').some(({ options }) => [...options].some(({ value }) => value === 'p1-XL')),
      'the variants are there',
    );
    await choose('Replace “羊毛开衫 Wool cardigan” by', 'p1-XL');
    await choose('Difference is paid or refunded by', 'lily-card');
    await fill('Reason', 'Too small');
    await pressInDialog('See what will happen');
    await until(
      () => all('[role="alert"]').some((alert) => isSeen(alert) && readable(alert).length > 10),
      'the reason is said',
    );
    expect((await field<HTMLSelectElement>('Replace “羊毛开衫 Wool cardigan” by')).value).to.equal('p1-XL');
    expect(open.desk.shop.done).to.deep.equal([]);
  });

  it('is for looking only where the role may not change orders', async () => {
    const open = await openPanel({ roles: ['WH'] });
    open.go(pathOf(open, 'o3'));
    await reads('Your role may look at orders but not change them.');
  });

  it('links to what was talked about with the buyer', async () => {
    const open = await openPanel({ roles: ['SV'] });
    const id = await lilyChats(open);
    open.go(pathOf(open, 'o5'));
    await press('Where is my order?');
    await until(() => location.hash.includes(id), 'the conversation is open');
  });

  it('says that an order does not exist', async () => {
    const open = await openPanel({ roles: ['PA'] });
    open.go(pathOf(open, 'nothing'));
    await reads('This order does not exist');
  });
});

describe('an order beside a conversation', () => {
  afterEach(cleanPage);

  it('is changed without leaving the chat, and posted as a card', async () => {
    const open = await openPanel({ roles: ['SV'] });
    const id = await lilyChats(open);
    open.go(`/inbox/queue/${id}`);
    await press('Take');
    await press('W1005');
    await press('Cancel the order');
    await fill('Reason', 'Ordered by mistake');
    await pressInDialog('See what will happen');
    await pressInDialog('Confirm');
    await reads('It is done.');
    await pressInDialog('Post the order in the conversation');
    await until(
      () => all('desk-timeline').some((timeline) => readable(timeline).includes('W1005')),
      'the card is in the conversation',
    );
    expect(location.hash).to.contain(id);
  });
});

describe('orders for everybody', () => {
  afterEach(cleanPage);

  for (const [locale, size] of [
    ['en', SIZES.desktop],
    ['zh-CN', SIZES.phone],
  ] as const)
    it(`are clean for axe in ${locale}`, async () => {
      const open = await openPanel({ roles: ['SV'], locale, size });
      const agent = await open.desk.staff('PA7', ['PA']);
      await open.desk.desk
        .as(agent)
        .orders.addOrderRemark({ storeId: open.desk.store.id, orderId: 'o5', reason: '先打电话', flag: 'YELLOW' });
      open.go('/orders');
      await reads('W1005');
      expect(await objections()).to.deep.equal([]);
      open.go(pathOf(open, 'o5'));
      await reads('先打电话');
      expect(await objections()).to.deep.equal([]);
      await press(locale === 'en' ? 'Cancel the order' : '取消订单');
      await shows('dialog');
      expect(await objections()).to.deep.equal([]);
    });

  it('can be cancelled by the keyboard alone', async () => {
    const open = await openPanel({ roles: ['PA'] });
    open.go(pathOf(open, 'o5'));
    const button = await control('Cancel the order');
    button.focus();
    await keys('Enter');
    await until(() => all('dialog:modal').length > 0, 'the dialog is open');
    const reason = await field<HTMLTextAreaElement>('Reason');
    reason.focus();
    await keys('t', 'w', 'i', 'c', 'e', 'Tab', 'Enter');
    await reads('This will happen');
    await keys('Tab', 'Tab', 'Enter');
    await reads('It is done.');
    expect(open.desk.shop.order('o5').status).to.equal('CANCELLED');
  });
});
