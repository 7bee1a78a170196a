import { expect } from '@open-wc/testing';
import { SlaPolicy, type RoleCode } from '@shopdesk/core';
import {
  afterEach,
  all,
  cleanPage,
  control,
  describe,
  field,
  fill,
  it,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  shows,
  until,
  type OpenPanel,
} from '../../testing/page.ts';
import { createPanelDesk } from '../../testing/panel-desk.ts';
import { secondsOf, spanOf } from './duration.ts';

const system = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
let count = 0;

/** A customer who has written `agoSeconds` ago. */
async function waiting(open: OpenPanel, name: string, agoSeconds: number): Promise<string> {
  const shopper = await open.desk.shopper(name);
  const as = open.desk.desk.as(shopper).conversations;
  const { id } = await as.openConversation({});
  await as.sendMessage({ conversationId: id, clientMsgId: `message-of-sla-${(count += 1)}`, text: 'Is it in stock?' });
  open.desk.clock.advance(agoSeconds * 1000);
  return id;
}

async function page(roles: RoleCode[] = ['SV']): Promise<OpenPanel> {
  const open = await openPanel({ roles });
  open.go('/service-levels');
  await reads('Web chat');
  return open;
}

describe('the service levels', () => {
  afterEach(cleanPage);

  it('are shown with what is shipped, and read only for agents', async () => {
    await page(['PA']);
    expect(readable()).to.contain('within 3 min');
    expect(readable()).to.contain('office time');
    expect(readable()).not.to.contain('Add a rule');
  });

  it('are decided for a VIP, whom the preview then knows', async () => {
    const open = await page();
    await press('Add a rule');
    await until(() => all('dialog:modal').length > 0, 'the dialog is open');
    await fill('Customer tier', 'VIP');
    (await field<HTMLInputElement>('Promise: First reply')).click();
    for (const [name, amount] of [
      ['Quick until', '20'],
      ['Late from', '40'],
      ['Limit', '60'],
    ] as const) {
      await fill(`First reply: ${name}`, amount);
      await fill(`First reply: ${name}, Unit`, 's');
    }
    await pressInDialog('Save');
    await reads('The rule is saved.');
    const [row] = await open.desk.desk.read(system).all(SlaPolicy, {});
    expect(row).to.deep.include({
      scope: 'VIP|*|*|*|*',
      firstReply: { clock: 'WALL', aimSeconds: 20, lateSeconds: 40, limitSeconds: 60, maxSeconds: null },
    });
    await fill('Customer tier', 'vip');
    await reads('Rule: VIP');
    expect(readable()).to.contain('within 1 min');
    await press('Remove: VIP');
    await reads('The rule is removed.');
  });

  it('keep limits in order, and say where they are not', async () => {
    await page();
    await press('Change: Web chat');
    await until(() => all('dialog:modal').length > 0, 'the dialog is open');
    await fill('First reply: Quick until', '5');
    await fill('First reply: Quick until, Unit', 'min');
    await reads('Quick, late and limit must rise in this order.');
    await pressInDialog('Save');
    await until(() => all('dialog:modal').length === 1, 'the dialog stays');
  });

  it('read spans of time as people write them', () => {
    expect(spanOf(5400)).to.deep.equal({ amount: '90', unit: 'min' });
    expect(secondsOf({ amount: '1.5', unit: 'h' })).to.equal(5400);
    expect(secondsOf({ amount: '', unit: 'h' })).to.equal(null);
    for (const amount of ['0', '-1', '0.3', 'x']) expect(secondsOf({ amount, unit: 's' })).to.equal(undefined);
  });
});

describe('the time that is left', () => {
  afterEach(cleanPage);

  it('counts down in the list, in words besides the colour', async () => {
    const open = await openPanel({ roles: ['TL'] });
    await waiting(open, 'lily', 0);
    open.go('/inbox/open');
    await shows('desk-admin-waiting');
    const label = () =>
      all('desk-admin-waiting [role=img], [role=img]')
        .map((mark) => mark.getAttribute('aria-label'))
        .find((text) => text?.startsWith('First reply'));
    await until(label, 'the time is shown');
    expect(label()).to.match(/^First reply due in (?:3:00|2:\d\d), in good time$/);
  });

  it('orders and filters the list by what is due first', async () => {
    const open = await openPanel({ roles: ['TL'] });
    await waiting(open, 'lily', 185);
    await open.desk.desk.runTimers();
    await waiting(open, 'tom', 0);
    open.go('/inbox/open');
    await reads('tom');
    const names = () => all('.conversation strong').map((name) => readable(name));
    await until(() => names().join() === 'lily,tom', 'lily is due first');
    open.go('/inbox/open?risk=OVERDUE');
    await until(() => names().join() === 'lily', 'only lily is overdue');
  });

  it('gives way to the newest first for whom that suits better, also when they come back', async () => {
    const open = await openPanel({ roles: ['TL'] });
    await waiting(open, 'lily', 60);
    await waiting(open, 'tom', 0);
    open.go('/inbox/open');
    const names = () => all('.conversation strong').map((name) => readable(name));
    await until(() => names().join() === 'lily,tom', 'lily is due first');
    await press('Filters');
    const choose = async (order: string) => {
      const select = await field<HTMLSelectElement>('Order');
      select.value = order;
      select.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    };
    await choose('NEWEST');
    await until(() => names().join() === 'tom,lily', 'tom wrote last');
    open.go('/inbox/queue');
    await until(() => names().join() === 'lily,tom', 'lily waits longest');
    open.go('/inbox/open');
    await until(() => names().join() === 'tom,lily', 'the choice is kept');
    await choose('DUE');
    await until(() => names().join() === 'lily,tom', 'lily is due first again');
  });

  it('is told to the shift lead when it is over', async () => {
    const open = await openPanel({ roles: ['TL'] });
    await until(() => all('desk-admin-sla-news').length > 0, 'the news are listened to');
    await waiting(open, 'lily', 181);
    await open.desk.desk.runTimers();
    await reads('lily was not answered in time');
    expect((await control('Open')).isConnected).to.equal(true);
  });

  it('is told to a lead who opens the panel later, with the way to the list', async () => {
    const desk = await createPanelDesk();
    await desk.staff('Bob', ['PA']);
    await waiting({ desk } as OpenPanel, 'lily', 181);
    await desk.desk.runTimers();
    await openPanel({ roles: ['SV'], desk });
    await reads('Conversations past their time limit: 1');
    // A tab of the inbox is called so too.
    all('li.notice button')
      .find((button) => readable(button) === 'Open')
      ?.click();
    await until(() => location.hash.includes('risk=OVERDUE') && readable().includes('lily'), 'the list is shown');
  });
});
