import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { Language } from '../../kit/language.ts';
import { afterEach, all, cleanPage, control, describe, field, fill, isSeen, it, keys, objections, press, pressInDialog, readable, reads, SIZES, until } from '../../testing/page.ts';
import { caseScene, SYSTEM, type CaseScene } from '../../testing/case-scene.ts';
import { dueMark } from './due.ts';

async function choose(label: string, value: string): Promise<void> {
  const select = await field<HTMLSelectElement>(label);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}

const closed = () => until(() => all('dialog:modal').length === 0, 'the dialog is closed');
const gone = (text: string) => until(() => !readable().includes(text), `“${text}” is gone`);

/** A button whose reason why not is said beside it. */
async function refused(name: string): Promise<string> {
  const button = await control(name);
  expect(button.getAttribute('aria-disabled')).to.equal('true');
  return readable((button.getRootNode() as ShadowRoot).getElementById(button.getAttribute('aria-describedby') ?? '') as Element);
}

/** Signs another role in on the same desk and goes to a page. */
async function switchTo(scene: CaseScene, roles: Parameters<typeof caseScene>[0], path: string): Promise<CaseScene> {
  const next = await caseScene({ ...roles, desk: scene.desk });
  next.go(path);
  return next;
}

describe('the page of a case', () => {
  afterEach(cleanPage);

  it('shows goods, decision with rules, the refund line by line, and the course', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const row = await scene.ask();
    scene.go(`/cases/${row.id}`);
    await reads('What the policy says');
    for (const text of [row.number, '棉袜 Cotton socks', 'No reason', 'Granted', 'CN¥38.00', 'Asked for', 'Customer', 'Deadlines']) expect(readable()).to.contain(text);
    expect(row.ruleIds.every((id) => readable().includes(id))).to.equal(true);
  });

  it('SC-17 Return to refund, from the request to one refund in the shop', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const { id } = await scene.ask();
    scene.go(`/cases/${id}`);
    await press('Approve');
    await reads('What happens');
    await pressInDialog('Approve');
    await reads('Awaiting return');
    expect(scene.desk.shop.order('o3').returns).to.have.length(1);
    await press('Enter the return waybill');
    await fill('Carrier', 'SF');
    await fill('Waybill', '???');
    await pressInDialog('Enter the return waybill');
    await until(() => all('[aria-invalid="true"]').some(isSeen), 'the waybill is refused');
    expect((await field('Carrier')).value).to.equal('SF');
    await fill('Waybill', 'SF00112233');
    await pressInDialog('Enter the return waybill');
    await reads('In transit');
    expect(readable()).not.to.contain('Order the refund');
    const skipped = await scene.desk.loose.perform(await scene.as('AA8', ['AA']), 'settleReturn', { id }).then(() => 'done', (error: { denial?: { code: string } }) => error.denial?.code);
    expect(skipped).to.equal('INVALID_TRANSITION');

    const warehouse = await switchTo(scene, { roles: ['WH'] }, `/cases/${id}`);
    await press('Goods received');
    await pressInDialog('Goods received');
    await reads('Inspect');
    await press('Inspect');
    await pressInDialog('Inspect');
    await reads('Inspected, passed');

    warehouse.desk.shop.line = (call) => (call === 'refund' ? 'DOWN' : 'UP');
    const agent = await switchTo(scene, { roles: ['AA', 'PA'] }, `/cases/${id}`);
    await press('Order the refund');
    await pressInDialog('Order the refund');
    await reads('Refund pending');
    await reads('The shop does not answer');
    agent.desk.shop.line = () => 'UP';
    await agent.desk.loose.perform(SYSTEM, 'payRefund', { id });
    await reads('Refunded');
    expect(agent.desk.shop.refunded('o3')).to.equal(3800);
    const { refundNo } = await agent.caseNow(id);
    const finance = await agent.as('FN1', ['FN']);
    for (const _twice of [1, 2]) await agent.desk.loose.perform(finance, 'confirmRefund', { id, refundNo, amount: 3800 });
    expect(agent.desk.shop.done.filter(({ name }) => name === 'refund')).to.have.length(1);

    agent.go(`/orders/${agent.desk.store.id}/o3`);
    await press('Open a case');
    const socks = await field<HTMLSelectElement>('Quantity of 棉袜 Cotton socks');
    expect([...socks.options].map(({ value }) => value)).to.deep.equal(['0', '1']);
    const again = await scene.ask().then(() => 'done', (error: { denial?: { code: string } }) => error.denial?.code);
    expect(again).to.equal('VALIDATION_FAILED');
  });

  it('asks the warehouse for a note and a photo when the goods are not right, and keeps what was typed', async () => {
    const scene = await caseScene({ roles: ['WH'] });
    const { id } = await scene.ask();
    const agent = await scene.as('AA1', ['AA']);
    await scene.desk.loose.perform(agent, 'approveCase', { id });
    await scene.desk.desk.as(scene.lily).aftersales.shipReturn({ id, carrier: 'SF', waybill: 'SF00112233' });
    scene.go(`/cases/${id}`);
    await press('Goods received');
    await pressInDialog('Goods received');
    await press('Inspect');
    await choose('Result', 'PARTIAL');
    await pressInDialog('Inspect');
    await reads('Required');
    await fill('What was found', 'One sock is worn');
    await pressInDialog('Inspect');
    await reads('Please add a photo.');
    expect((await field<HTMLTextAreaElement>('What was found')).value).to.equal('One sock is worn');
    const pick = await field<HTMLInputElement>('Photos: Add photos');
    const files = new DataTransfer();
    files.items.add(new File(['x'], 'notes.pdf', { type: 'application/pdf' }));
    files.items.add(new File(['x'], 'sock.png', { type: 'image/png' }));
    pick.files = files.files;
    pick.dispatchEvent(new Event('change', { bubbles: true }));
    await reads('notes.pdf: Only pictures can be added to a case.');
    await control('Remove photo 1');
    await fill('Refund that is left (CNY)', '30.00');
    await pressInDialog('Inspect');
    await reads('Inspected, passed in part');
    const row = await scene.caseNow(id);
    expect([row.refundAmount, row.inspection?.photos.length]).to.deep.equal([3000, 1]);
    await press('Photo 1');
    await reads('Photo 1 / 1');
    await keys('Escape');
    await closed();
  });

  it('says why not: above the limit who may, in a quality case the apology first', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const agent = await scene.as('PA1', ['PA']);
    const api = scene.desk.desk.as(agent).aftersales;
    const wanted = { storeId: scene.desk.store.id, orderId: 'o3', type: 'RETURN_REFUND', reason: 'QUALITY', items: [{ lineId: 'l1', quantity: 1 }] } as const;
    const { id } = await api.submitCase({ ...wanted, confirmation: (await api.previewCase(wanted)).confirmation });
    scene.go(`/cases/${id}`);
    await reads('Next steps');
    expect(await refused('Approve')).to.contain('Apologise to the customer first.');
    await press('Apologise');
    await pressInDialog('Apologise');
    await until(async () => (await control('Approve')).getAttribute('aria-disabled') === 'false', 'it may be approved now');
  });

  it('shows the clause of a refusal, and lets a supervisor override it with his reason only', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const agent = await scene.as('PA1', ['PA']);
    const api = scene.desk.desk.as(agent).aftersales;
    const wanted = { storeId: scene.desk.store.id, orderId: 'o1', type: 'RETURN_REFUND', reason: 'NO_REASON', items: [{ lineId: 'l2', quantity: 1 }], exceptionReason: 'Regular customer' } as const;
    const { id } = await api.submitCase({ ...wanted, confirmation: (await api.previewCase(wanted)).confirmation });
    scene.go(`/cases/${id}`);
    await reads('Not granted');
    const { explanation } = await scene.caseNow(id);
    expect(await refused('Approve')).to.contain(explanation.en);
    await switchTo(scene, { roles: ['SV'] }, `/cases/${id}`);
    await reads('Regular customer');
    await press('Approve');
    await pressInDialog('Approve');
    await reads('Required');
    await fill('Reason for the exception', 'Bought for years');
    await pressInDialog('Approve');
    await reads('Exception granted because');
    expect((await scene.caseNow(id)).overrideReason).to.equal('Bought for years');
  });

  it('tells the slower of two agents what the faster one did, and does nothing', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const { id } = await scene.ask();
    scene.go(`/cases/${id}`);
    await press('Approve');
    await fill('Note for colleagues', 'Seen by me');
    const faster = await scene.as('SV7', ['SV']);
    await scene.desk.loose.perform(faster, 'rejectCase', { id, reason: 'Shown to be worn' });
    await pressInDialog('Approve');
    await reads('Meanwhile: Refused by SV7');
    expect((await field<HTMLTextAreaElement>('Note for colleagues')).value).to.equal('Seen by me');
    await pressInDialog('Look at the case as it is now');
    await reads('Shown to be worn');
    expect((await scene.caseNow(id)).state).to.equal('REJECTED');
  });

  it('follows what others do while it is open', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const { id } = await scene.ask();
    scene.go(`/cases/${id}`);
    await reads('Requested');
    await scene.desk.loose.perform(await scene.as('TL7', ['TL']), 'approveCase', { id });
    await reads('Awaiting return');
    expect(readable()).to.contain('TL7');
  });

  it('shows the record F5 when it is opened', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const row = await scene.ask();
    scene.go(`/cases/${row.id}`);
    await press('After-sale record (F4)');
    await reads('Return registration (F5)');
    await reads('Open until the case is archived');
  });

  it('names whose turn it is for those who can do nothing', async () => {
    const scene = await caseScene({ roles: ['PA'] });
    const { id } = await scene.ask();
    scene.go(`/cases/${id}`);
    await reads('Waits for After-sale agent.');
  });

  it('says that a case does not exist', async () => {
    await caseScene({ roles: ['AA'], path: '/cases/nothing' });
    await reads('This case does not exist');
  });
});

describe('the board and the list', () => {
  afterEach(cleanPage);

  it('sort cases by who has to act, and move one only by its own steps, with the keyboard', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const row = await scene.ask();
    scene.go('/cases');
    await reads(row.number);
    const columnOf = (number: string) => readable(all('desk-admin-case-column').find((column) => readable(column).includes(number)) as Element);
    expect(columnOf(row.number)).to.match(/^To decide 1/);
    (await control(`Next step of ${row.number}`)).focus();
    await keys('Enter');
    await until(() => all('dialog:modal').length === 1, 'the steps are shown');
    (await control('Approve')).focus();
    await keys('Enter');
    await reads('What happens');
    await pressInDialog('Approve');
    await closed();
    await until(() => columnOf(row.number).startsWith('Goods to come back 1'), 'the card has moved');
    expect((await scene.caseNow(row.id)).state).to.equal('AWAITING_RETURN');
  });

  it('list who handles a case, and are filtered by him', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const late = await scene.ask({ quantity: 1 });
    await scene.desk.loose.perform(await scene.as('AA7', ['AA']), 'takeUpCase', { id: late.id });
    scene.go('/case-list');
    await reads(late.number);
    expect(readable()).to.contain('Under review').and.to.contain('AA7');
    await choose('Handled by', 'me');
    await reads('No cases fit');
    expect(location.hash).to.contain('owner=me');
  });

  it('find a case by its order, and by group', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const row = await scene.ask();
    scene.go('/case-list');
    await reads(row.number);
    await fill('Find cases', 'W1003');
    await reads(row.number);
    await fill('Find cases', 'nothing like it');
    await reads('No cases fit');
    scene.go('/case-list?group=PAY');
    await gone(row.number);
    scene.go('/case-list?group=DECIDE');
    await reads(row.number);
  });

  it('approve several after one look, each by itself; what may not be stays with its reason', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const [one, two] = [await scene.ask({ quantity: 1 }), await scene.ask({ lineId: 'l1', quantity: 1 })];
    const agent = await scene.as('PA1', ['PA']);
    const api = scene.desk.desk.as(agent).aftersales;
    const wanted = { storeId: scene.desk.store.id, orderId: 'o3', type: 'RETURN_REFUND', reason: 'QUALITY', items: [{ lineId: 'l1', quantity: 1 }] } as const;
    const third = await api.submitCase({ ...wanted, confirmation: (await api.previewCase(wanted)).confirmation });
    scene.go('/case-list');
    await reads(third.number);
    (await field<HTMLInputElement>('Select all on this list')).click();
    await press('Approve 3 cases');
    await reads('2 can be approved');
    expect(readable()).to.contain('Apologise to the customer first').and.to.contain('CN¥148.00');
    const changed = await scene.as('SV7', ['SV']);
    await scene.desk.loose.perform(changed, 'takeUpCase', { id: two.id });
    await pressInDialog('Approve 2');
    await reads('1 approved, 1 not.');
    expect(readable()).to.contain('Changed meanwhile');
    const states = await Promise.all([one, two, third].map(async ({ id }) => (await scene.caseNow(id)).state));
    expect(states).to.deep.equal(['AWAITING_RETURN', 'UNDER_REVIEW', 'REQUESTED']);
  });

  it('stop an approval of several when the desk is gone, and go on without doing anything twice', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const rows = [await scene.ask({ quantity: 1 }), await scene.ask({ lineId: 'l1', quantity: 1 })];
    scene.go('/case-list');
    await reads(rows[1]?.number ?? '');
    (await field<HTMLInputElement>('Select all on this list')).click();
    await press('Approve 2 cases');
    await reads('2 can be approved');
    scene.desk.network.refuse.add('approveCase');
    await pressInDialog('Approve 2');
    await reads('What is not marked as approved was not done');
    scene.desk.network.refuse.delete('approveCase');
    await pressInDialog('Go on');
    await reads('2 approved, 0 not.');
    await until(() => scene.desk.shop.order('o3').returns.length === 2, 'the shop knows both');
  });
});

describe('a case that an agent opens', () => {
  afterEach(cleanPage);

  it('shows what comes of it before it is opened, from the page of the order', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    scene.go(`/orders/${scene.desk.store.id}/o3`);
    await press('Open a case');
    await pressInDialog('See what will happen');
    await reads('Required');
    await choose('Quantity of 棉袜 Cotton socks', '2');
    await choose('Why?', 'NO_REASON');
    await reads('Return and refund');
    all<HTMLInputElement>('input[type="radio"]').find(({ value }) => value === 'RETURN_REFUND')?.click();
    await pressInDialog('See what will happen');
    await reads('What happens');
    expect(readable()).to.contain('CN¥38.00').and.to.contain('Granted');
    await pressInDialog('Open the case');
    await reads('is open.');
    const found = await scene.desk.loose.show(await scene.as('AA9', ['AA']), 'searchCases', { text: 'W1003' });
    expect(found).to.have.length(1);
  });

  it('tells the clause of a refusal and takes an exception with its reason', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    scene.go(`/orders/${scene.desk.store.id}/o1`);
    await press('Open a case');
    await choose('Quantity of 棉袜 Cotton socks', '1');
    await choose('Why?', 'NO_REASON');
    await until(() => all('input[type="radio"]').length > 0, 'the solutions are listed');
    all<HTMLInputElement>('input[type="radio"]').find(({ value }) => value === 'RETURN_REFUND')?.click();
    await pressInDialog('See what will happen');
    await reads('Not granted');
    expect(all('button').filter(isSeen).some((button) => readable(button) === 'Open the case')).to.equal(false);
    await pressInDialog('Change the entry');
    await fill('Reason for the exception', 'Regular customer');
    await pressInDialog('See what will happen');
    await pressInDialog('Open the case');
    await reads('is open.');
  });
});

describe('cases for everybody', () => {
  afterEach(cleanPage);

  for (const [locale, size] of [['en', SIZES.desktop], ['zh-CN', SIZES.phone]] as const)
    it(`are clean for axe in ${locale}`, async () => {
      const scene = await caseScene({ roles: ['SV'], locale, size });
      const row = await scene.ask();
      for (const path of ['/cases', '/case-list', '/case-settings', `/cases/${row.id}`]) {
        scene.go(path);
        await reads(path === '/case-settings' ? 'S1' : row.number);
        await until(() => !all('.spinner').some(isSeen), 'nothing is loading any more');
        expect(await objections(), path).to.deep.equal([]);
      }
      await press(locale === 'en' ? 'Refuse' : '拒绝');
      await until(() => all('dialog:modal').length === 1, 'the form is open');
      expect(await objections()).to.deep.equal([]);
      scene.go(`/orders/${scene.desk.store.id}/o3`);
      await press(locale === 'en' ? 'Open a case' : '新建售后单');
      await until(() => all('dialog:modal').length === 1 && all('select').some(isSeen), 'the form is open');
      expect(await objections()).to.deep.equal([]);
    });

  it('keep the return address of a store', async () => {
    const scene = await caseScene({ roles: ['SV'] });
    scene.go('/case-settings');
    await fill('Return address of S1', '杭州市文三路 1 号退货组');
    await press('Save');
    await reads('Saved.');
    const [known] = await scene.desk.loose.read(SYSTEM).find(scene.desk.loose.entities.find(({ name }) => name === 'ReturnAddress') as never) as unknown as { text: string }[];
    expect(known?.text).to.equal('杭州市文三路 1 号退货组');
  });
});

describe('a deadline', () => {
  const now = Date.parse('2025-05-08T10:00:00.000Z');
  const said = (dueAt: string, locale: 'en' | 'zh-CN' = 'en') => {
    const place = document.createElement('div');
    render(dueMark(dueAt, new Language(locale), now), place);
    return { text: place.textContent?.trim(), look: place.querySelector('.chip')?.className ?? '' };
  };

  it('is told by words: late, soon, or when', () => {
    expect(said('2025-05-08T07:30:00.000Z')).to.deep.equal({ text: 'Overdue by 3 hr', look: 'chip danger' });
    expect(said('2025-05-08T10:12:00.000Z')).to.deep.equal({ text: '12 min left', look: 'chip warn' });
    expect(said('2025-05-05T10:00:00.000Z', 'zh-CN').text).to.equal('已超时 3天');
    expect(said('2025-05-12T10:00:00.000Z').look).to.equal('');
  });
});
