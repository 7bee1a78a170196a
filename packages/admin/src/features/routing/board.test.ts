import { expect } from '@open-wc/testing';
import { Conversation, Message, Transfer, User } from '@shopdesk/core';
import {
  afterEach,
  all,
  cleanPage,
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
  shows,
  until,
  type OpenPanel,
} from '../../testing/page.ts';
import { createPanelDesk, type PanelDesk } from '../../testing/panel-desk.ts';

/** A store that routes by itself, an agent with one place, and customers who wait. */
async function scene(
  waiting = 2,
): Promise<{ desk: PanelDesk; ids: string[]; agent: Awaited<ReturnType<PanelDesk['staff']>> }> {
  const desk = await createPanelDesk();
  await desk.desk.as(desk.system).routing.setRoutingPolicy({ storeId: desk.store.id, mode: 'AUTO' });
  const agent = await desk.staff('Lucy', ['PA'], { capacity: 1 });
  const ids: string[] = [];
  for (let n = 0; n <= waiting; n += 1) {
    const shopper = await desk.shopper(`customer-${n}`);
    const { id } = await desk.desk.as(shopper).conversations.openConversation({ locale: 'en' });
    await desk.desk
      .as(shopper)
      .conversations.sendMessage({ conversationId: id, clientMsgId: `hello-${n}-0001`, text: `Where is parcel ${n}?` });
    ids.push(id);
  }
  return { desk, ids, agent };
}

const conversation = async ({ desk }: Pick<OpenPanel, 'desk'>, id: string) =>
  desk.desk.read(desk.system).get(Conversation, id);

describe('the live board', () => {
  afterEach(cleanPage);

  it('shows queues, agents with their load and who waits longest, by one question', async () => {
    const { desk } = await scene();
    const open = await openPanel({ roles: ['SV'], path: '/board', desk });
    await reads('2 wait');
    expect(readable()).to.match(/customer-1 .*customer-2/);
    expect(readable()).to.contain('1 of 1');
    expect(open.desk.network.calls.filter((name) => name === 'liveBoard')).to.have.length(1);
    expect(await objections()).to.deep.equal([]);
  });

  it('jumps to whoever waits longest by a key and by a click', async () => {
    const { desk, ids } = await scene();
    const open = await openPanel({ roles: ['SV'], path: '/board', desk });
    await reads('2 wait');
    await keys('w');
    await until(() => location.hash.includes(`/inbox/open/${ids[1]}`), 'the inbox shows him');
    open.go('/board');
    await press('Go to the longest waiting');
    await until(() => location.hash.includes(`/inbox/open/${ids[1]}`), 'the inbox shows him');
  });

  it('hears of newcomers live', async () => {
    const { desk } = await scene(0);
    await openPanel({ roles: ['SV'], path: '/board', desk });
    await reads('Nobody waits');
    const shopper = await desk.shopper('latecomer');
    const { id } = await desk.desk.as(shopper).conversations.openConversation({ locale: 'en' });
    await desk.desk
      .as(shopper)
      .conversations.sendMessage({ conversationId: id, clientMsgId: 'late-0001', text: 'hello' });
    await reads('latecomer');
    await reads('1 waits');
  });

  it('assigns one who waits, and takes over with a reason', async () => {
    const { desk, ids } = await scene();
    const open = await openPanel({ roles: ['SV'], path: '/board', desk });
    await press('Actions for customer-1');
    await press('Assign');
    await pressInDialog('Assign');
    await fill('To', 'Agent');
    await keys('ArrowDown', 'Enter');
    await pressInDialog('Assign');
    await until(async () => (await conversation(open, ids[1] ?? '')).ownerId === open.userId, 'it is assigned');
    desk.clock.advance(40_000);
    open.go('/inbox');
    open.go('/board');
    await reads('Assigned, not started');
    await press('Actions for customer-0');
    await press('Take over');
    await pressInDialog('Take over');
    await until(async () => (await field('Reason')).getAttribute('aria-invalid') === 'true', 'the reason is marked');
    await fill('Reason', 'silent');
    await pressInDialog('Take over');
    await until(async () => (await conversation(open, ids[0] ?? '')).ownerId === open.userId, 'it is taken over');
  });

  it('whispers to the owner, and the customer does not see it', async () => {
    const { desk, ids } = await scene();
    await openPanel({ roles: ['SV'], path: '/board', desk });
    await press('Actions for customer-1');
    await press('Whisper');
    await fill('Note', 'Offer free shipping');
    await pressInDialog('Whisper');
    await until(
      async () =>
        (await desk.desk.read(desk.system).all(Message, { where: { conversationId: ids[1] ?? '', kind: 'NOTE' } }))
          .length === 1,
      'the note is there',
    );
    const [shopper] = await desk.desk
      .read(desk.system)
      .all(Message, { where: { conversationId: ids[1] ?? '', kind: 'NOTE' } });
    expect(shopper?.publicSeq).to.equal(null);
  });

  it('sets the status of an agent with a reason', async () => {
    const { desk } = await scene(0);
    await openPanel({ roles: ['SV'], path: '/board', desk });
    await press('Actions for Lucy');
    await press('Set status');
    await until(() => all('dialog:modal').length > 0, 'the dialog is open');
    const select = await field<HTMLSelectElement>('Status');
    select.value = 'AWAY';
    select.dispatchEvent(new Event('change'));
    await pressInDialog('Set presence');
    await until(async () => (await field('Reason')).getAttribute('aria-invalid') === 'true', 'the reason is marked');
    await fill('Reason', 'went home ill');
    await pressInDialog('Set presence');
    await until(() => all('.presence[data-presence="AWAY"]').length > 0, 'she is shown as away');
  });

  it('switches peak mode on with its end, and off again', async () => {
    const { desk } = await scene(3);
    await openPanel({ roles: ['SV'], path: '/board', desk });
    await press('Actions for S1');
    await press('Start peak mode');
    await pressInDialog('Start peak mode');
    await until(async () => (await field('Reason')).getAttribute('aria-invalid') === 'true', 'the reason is marked');
    await fill('Capacity times', '3');
    await fill('Reason', 'Double 11');
    await pressInDialog('Start peak mode');
    await reads('Peak mode until');
    await reads('3 of 3');
    await press('Actions for S1');
    await press('End peak mode');
    await pressInDialog('End peak mode');
    await until(() => !readable().includes('Peak mode until'), 'it is over');
  });

  it('changes how the store routes, and keeps what was typed when it is refused', async () => {
    const { desk } = await scene(0);
    await openPanel({ roles: ['SV'], path: '/board', desk });
    await press('Actions for S1');
    await press('Routing settings');
    await fill('Longest queue', '-5');
    await pressInDialog('Save');
    await until(
      async () => (await field('Longest queue')).getAttribute('aria-invalid') === 'true',
      'the field is marked',
    );
    await fill('Longest queue', '25');
    await pressInDialog('Save');
    const lead = await desk.staff('MG7', ['MG']);
    await until(
      async () => (await desk.desk.as(lead).routing.routingSettings({ storeId: desk.store.id })).maxQueue === 25,
      'it is saved',
    );
  });

  it('shows what needs attention until it is seen, to a lead and to whom it is about', async () => {
    const { desk } = await scene(0);
    await openPanel({ roles: ['SV'], path: '/board', desk });
    await shows('desk-admin-board');
    for (let n = 0; n < 3; n += 1) {
      desk.clock.advance(121_000);
      await desk.desk.runTimers();
      desk.clock.advance(16_000);
      await desk.desk.runTimers();
    }
    await reads('Newcomer does not answer – Lucy');
    await press('Seen');
  });

  it('in Chinese and on a phone is as accessible', async () => {
    const { desk } = await scene();
    await openPanel({ roles: ['MG'], locale: 'zh-CN', path: '/board', desk, size: { width: 390, height: 844 } });
    await reads('2 人等待');
    expect(await objections()).to.deep.equal([]);
  });
});

describe('beside a conversation', () => {
  afterEach(cleanPage);

  it('says why the customer waits, and why this agent has him', async () => {
    const { desk, ids } = await scene(1);
    const open = await openPanel({ roles: ['SV'], path: `/inbox/open/${ids[1]}`, desk });
    await press('Why does the customer wait?');
    await reads('Everybody who could help has a full desk.');
    await reads('full: 1/1');
    open.go(`/inbox/open/${ids[0]}`);
    await press('Why this agent?');
    await reads('Given to Lucy.');
    await reads('Was the only one who could.');
  });
});

describe('help', () => {
  afterEach(cleanPage);

  it('is asked for by the owner of a conversation and shown on the board', async () => {
    const { desk, ids, agent } = await scene(0);
    await desk.desk.as(agent).routing.requestHelp({ id: ids[0] ?? '', note: 'He speaks only Spanish.' });
    await openPanel({ roles: ['SV'], path: '/board', desk });
    await reads('Help requested – Lucy');
    await reads('He speaks only Spanish.');
    await press('Seen');
    await until(() => !readable().includes('Help requested – Lucy'), 'it is put away');
  });

  it('can be asked for beside the conversation', async () => {
    const desk = await createPanelDesk();
    const shopper = await desk.shopper('lily');
    const { id } = await desk.desk.as(shopper).conversations.openConversation({ locale: 'en' });
    await desk.desk
      .as(shopper)
      .conversations.sendMessage({ conversationId: id, clientMsgId: 'hello-0001', text: 'hola' });
    await openPanel({ roles: ['PA'], path: `/inbox/open/${id}`, desk });
    await press('Take');
    await press('Why this agent?');
    await press('Ask for help');
    await reads('Your leads have been asked.');
  });

  it('comes from another store for some hours', async () => {
    const { desk } = await scene(0);
    const other = await desk.desk.as(desk.system).access.createStore({ name: 'S2', key: 'store-2' });
    const maria = await desk.staff('Maria', ['PA'], { storeIds: [other.id] });
    await openPanel({ roles: ['SV'], path: '/board', desk });
    await press('Actions for Maria');
    await press('Lend to another store');
    await pressInDialog('Lend to another store');
    await until(() => all('input[aria-invalid="true"]').some(isSeen), 'the store is marked');
    await fill('Store', 'S1');
    await until(() => all('[role="option"]').some(isSeen), 'the store is found');
    all('[role="option"]').find(isSeen)?.click();
    await fill('Reason', 'rush in S1');
    await pressInDialog('Lend to another store');
    await until(
      async () => (await desk.desk.read(desk.system).get(User, maria.userId)).storeIds.length === 2,
      'she works for both',
    );
  });
});

describe('the page of a customer', () => {
  afterEach(cleanPage);

  it('lets one leave him a message, and says so when he is in a conversation', async () => {
    const desk = await createPanelDesk();
    const bob = await desk.shopper('bob');
    await openPanel({ roles: ['PA'], path: `/customers/${bob.customerId}`, desk });
    await fill('Leave a message', '这是全网最低价');
    await press('Leave this message');
    await until(
      () => all('desk-admin-leave-message').some((one) => one.shadowRoot?.querySelector('.notice.danger')),
      'the guard refuses',
    );
    expect((await field<HTMLTextAreaElement>('Leave a message')).value).to.equal('这是全网最低价');
    await fill('Leave a message', 'Your parcel is here.');
    await press('Leave this message');
    await reads('The message is waiting for the customer.');
    expect(await desk.desk.as(bob).conversations.myConversations({})).to.have.length(1);
    await until(async () => (await field<HTMLTextAreaElement>('Leave a message')).value === '', 'the field is empty');
    expect(await objections()).to.deep.equal([]);
  });
});

describe('a transfer to a team', () => {
  afterEach(cleanPage);

  it('is chosen like a person and offered to that team only', async () => {
    const desk = await createPanelDesk();
    const bob = await desk.staff('Bob', ['PA']);
    const shopper = await desk.shopper('lily');
    const { id } = await desk.desk.as(shopper).conversations.openConversation({ locale: 'en' });
    await desk.desk
      .as(shopper)
      .conversations.sendMessage({ conversationId: id, clientMsgId: 'hello-0001', text: 'A return please' });
    await desk.desk.as(bob).conversations.takeConversation({ id });
    const offer = (toTeam: 'TECH' | 'AFTER_SALE') =>
      desk.desk
        .as(bob)
        .conversations.requestTransfer({ id, toTeam, reason: 'SKILL', summary: 'Wants to return one lamp.' });
    await openPanel({ roles: ['AA'], path: '/inbox/open', desk });
    await reads('lily');
    const { id: refused } = await offer('TECH');
    await desk.desk.as(await desk.staff('TL7', ['TL'])).conversations.declineTransfer({ id: refused });
    expect(readable()).not.to.contain('Wants to return one lamp.');
    await offer('AFTER_SALE');
    await reads('Wants to return one lamp.');
    await press('Accept');
    await until(
      async () => (await desk.desk.read(desk.system).get(Conversation, id)).ownerId !== bob.userId,
      'it is hers',
    );
    await press('Transfer');
    await fill('To', 'Technical');
    await keys('ArrowDown', 'Enter');
    const reason = await field<HTMLSelectElement>('Reason');
    reason.value = 'SKILL';
    reason.dispatchEvent(new Event('change'));
    await fill('Summary', 'Broken switch.');
    await pressInDialog('Transfer');
    await until(
      async () =>
        (await desk.desk.read(desk.system).all(Transfer, { where: { toTeam: 'TECH', state: 'OFFERED' } })).length === 1,
      'the team is asked',
    );
    await reads('Technical team');
  });
});

describe('going online', () => {
  afterEach(cleanPage);

  it('asks for the automatic reply that is missing, and then goes on', async () => {
    const open = await openPanel({ roles: ['PA'], path: '/inbox' });
    const { desk } = open;
    await desk.desk.as(desk.system).access.setPresence({ id: open.userId, presence: 'OFFLINE' });
    await desk.desk.as(await desk.staff('AD7', ['AD'])).access.updateStaff({ id: open.userId, autoReplyText: '' });
    await press('My status: Offline');
    await press('Online');
    await fill('Automatic reply', 'Back at two.');
    await pressInDialog('Save and go online');
    await until(
      async () =>
        (await desk.desk.read(desk.system).all(User, { where: { id: open.userId } }))[0]?.presence === 'ONLINE',
      'she is online',
    );
  });
});
