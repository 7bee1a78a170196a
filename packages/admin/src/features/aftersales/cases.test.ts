import { expect } from '@open-wc/testing';
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
  press,
  pressInDialog,
  readable,
  reads,
  until,
} from '../../testing/page.ts';
import {
  caseScene,
  choose,
  dialogCloses,
  mainStep,
  openSteps,
  SYSTEM,
  takeStep,
  type CaseScene,
} from '../../testing/case-scene.ts';

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = async (name: string): Promise<File> =>
  new File([await (await fetch(PIXEL)).blob()], name, { type: 'image/png' });

/** Why a step cannot be taken now, as the menu says it. */
async function refused(name: string): Promise<string> {
  await openSteps();
  const items = () => all('[popover]:popover-open [role=menuitem]').filter((item) => readable(item).startsWith(name));
  await until(() => items().length > 0, `the menu has “${name}”`);
  expect(items()[0]?.getAttribute('aria-disabled')).to.equal('true');
  return readable(items()[0] as Element);
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
    for (const text of [
      row.number,
      '棉袜 Cotton socks',
      'No reason',
      'Granted',
      'CN¥38.00',
      'Requested',
      'Customer',
      'Deadlines',
    ])
      expect(readable()).to.contain(text);
    expect(row.ruleIds.every((id) => readable().includes(id))).to.equal(true);
  });

  it('recommends one step with its reason as the only main button, and keeps the others in a menu', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const row = await scene.ask();
    scene.go(`/cases/${row.id}`);
    await until(() => mainStep() === 'Approve', 'the approval is recommended');
    expect(readable()).to.contain(`The policy grants this request (${row.ruleIds.join(', ')}).`);
    expect(readable()).to.contain('Paid back after the inspection CN¥38.00');
    expect(all('.button.primary').filter(isSeen).length).to.equal(1);
    await openSteps();
    const menu = () => all('[popover]:popover-open [role=menuitem]').map((item) => readable(item));
    await until(() => menu()[0], 'the menu is open');
    expect(menu()).to.include('Take up').and.include('Offer another solution').and.not.include('Approve');
  });

  it('shows at its head what the customer says and their photo, and folds how the policy decided into a list', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const agent = await scene.as('PA1', ['PA']);
    const api = scene.desk.desk.as(agent).aftersales;
    const blobKey = JSON.stringify({ contentType: 'image/png', size: 10, sha256: 'one' });
    const { id: photo } = await api.addCasePhoto({ storeId: scene.desk.store.id, blobKey, name: 'sock.png' });
    const wanted = {
      storeId: scene.desk.store.id,
      orderId: 'o3',
      type: 'RETURN_REFUND',
      reason: 'NO_REASON',
      items: [{ lineId: 'l2', quantity: 1 }],
      description: 'One sock is shorter than the other.',
      evidence: [photo],
    } as const;
    const { confirmation } = await api.previewCase(wanted);
    const { id, explanation, told } = await api.submitCase({ ...wanted, confirmation });
    scene.go(`/cases/${id}`);
    await reads('One sock is shorter than the other.');
    const sections = () => all('section').map((section) => readable(section));
    expect(sections().find((text) => text.startsWith('What it is about'))).to.match(/^What it is about One sock/);
    expect(all('desk-admin-case-photos').length).to.equal(1);
    expect(readable())
      .to.contain(told?.en ?? '-')
      .and.not.to.contain(explanation.en);
    await press('How it was decided');
    const trace = () =>
      all('.trace > li')
        .filter(isSeen)
        .map((part) => readable(part));
    await until(() => trace().length > 1, 'the questions are listed');
    expect(trace()[0]).to.match(/^Return and exchange/);
    expect(trace().join(' ')).to.contain('Refund timing');
  });

  it('says of a step that the rules decided by themselves by which rules, and puts it down to nobody', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    await scene.desk.desk.as(SYSTEM).access.updateStore({ id: scene.desk.store.id, policyPack: 'GENERIC' });
    const row = await scene.ask();
    scene.go(`/cases/${row.id}`);
    const steps = () => all('.course li').map((step) => readable(step));
    await until(() => steps().some((step) => step.startsWith('Approved')), 'the course is shown');
    const approved = steps().find((step) => step.startsWith('Approved')) ?? '';
    expect(approved).to.contain(`Approved by the rules (${row.ruleIds.join(', ')})`);
    expect(approved).not.to.contain('Customer');
    expect(steps().find((step) => step.startsWith('Requested'))).to.contain('Customer');
  });

  it('SC-17 Return to refund, from the request to one refund in the shop', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const { id } = await scene.ask();
    scene.go(`/cases/${id}`);
    await takeStep('Approve');
    await reads('What happens');
    await pressInDialog('Approve');
    await reads('Awaiting return');
    expect(scene.desk.shop.order('o3').returns).to.have.length(1);
    await takeStep('Enter the return waybill');
    await fill('Carrier', 'SF');
    await fill('Waybill', '???');
    await pressInDialog('Enter the return waybill');
    await until(() => all('[aria-invalid="true"]').some(isSeen), 'the waybill is refused');
    expect((await field('Carrier')).value).to.equal('SF');
    await fill('Waybill', 'SF00112233');
    await pressInDialog('Enter the return waybill');
    await reads('In transit');
    expect(readable()).not.to.contain('Order the refund');
    const skipped = await scene.desk.loose.perform(await scene.as('AA8', ['AA']), 'settleReturn', { id }).then(
      () => 'done',
      (error: { denial?: { code: string } }) => error.denial?.code,
    );
    expect(skipped).to.equal('INVALID_TRANSITION');

    const warehouse = await switchTo(scene, { roles: ['WH'] }, `/cases/${id}`);
    await takeStep('Goods received');
    await pressInDialog('Goods received');
    await takeStep('Inspect');
    await pressInDialog('Inspect');
    await reads('Inspected, passed');

    warehouse.desk.shop.line = (call) => (call === 'refund' ? 'DOWN' : 'UP');
    const agent = await switchTo(scene, { roles: ['AA', 'PA'] }, `/cases/${id}`);
    await takeStep('Order the refund');
    await pressInDialog('Pay back CN¥38.00');
    await reads('Refund pending');
    await reads('The shop does not answer');
    agent.desk.shop.line = () => 'UP';
    agent.desk.clock.advance(60_000);
    await agent.desk.desk.runEffects();
    await reads('Refunded');
    expect(agent.desk.shop.refunded('o3')).to.equal(3800);
    const { refundNo } = await agent.caseNow(id);
    const finance = await agent.as('FN1', ['FN']);
    for (const _twice of [1, 2])
      await agent.desk.loose.perform(finance, 'confirmRefund', { id, refundNo, amount: 3800 });
    expect(agent.desk.shop.done.filter(({ name }) => name === 'refund')).to.have.length(1);

    agent.go(`/orders/${agent.desk.store.id}/o3`);
    await press('Open a case');
    const socks = await field<HTMLSelectElement>('Quantity of 棉袜 Cotton socks');
    expect([...socks.options].map(({ value }) => value)).to.deep.equal(['0', '1']);
    const again = await scene.ask().then(
      () => 'done',
      (error: { denial?: { code: string } }) => error.denial?.code,
    );
    expect(again).to.equal('VALIDATION_FAILED');
  });

  it('orders the lowered refund of an exchange that passed in part, and offers no goods that could not be sent', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const wanted = { type: 'EXCHANGE', reason: 'SIZE_COLOR', lineId: 'l1', quantity: 1, newVariantId: 'p1-L' } as const;
    const [agent, warehouse] = [await scene.as('AA1', ['AA']), await scene.as('WH1', ['WH'])];
    const lily = scene.desk.desk.as(scene.lily).aftersales;
    const sentBack = async (inspection: object) => {
      const { id } = await scene.ask(wanted);
      await scene.desk.loose.perform(agent, 'approveCase', { id });
      await lily.shipReturn({ id, carrier: 'SF', waybill: 'SF00112233' });
      await scene.desk.loose.perform(warehouse, 'receiveReturn', { id });
      await scene.desk.loose.perform(warehouse, 'inspectReturn', { id, ...inspection });
      return id;
    };
    scene.go(`/cases/${await sentBack({ result: 'PASS' })}`);
    await takeStep('Send the new goods');
    await reads('Refund instead');
    await keys('Escape');
    await dialogCloses();
    const partial = await sentBack({ result: 'PARTIAL', note: 'Worn', photos: ['p1'] });
    await lily.acceptInspection({ id: partial });
    scene.go(`/cases/${partial}`);
    await takeStep('Order the refund');
    await reads('What happens');
    expect(readable()).not.to.contain('Send the new goods');
    expect(readable()).not.to.contain('Refund instead');
  });

  it('asks the warehouse for a note and a photo when the goods are not right, and keeps what was typed', async () => {
    const scene = await caseScene({ roles: ['WH'] });
    const { id } = await scene.ask();
    const agent = await scene.as('AA1', ['AA']);
    await scene.desk.loose.perform(agent, 'approveCase', { id });
    await scene.desk.desk.as(scene.lily).aftersales.shipReturn({ id, carrier: 'SF', waybill: 'SF00112233' });
    scene.go(`/cases/${id}`);
    await takeStep('Goods received');
    await pressInDialog('Goods received');
    await takeStep('Inspect');
    await choose('Result', 'PARTIAL');
    await pressInDialog('Inspect');
    await reads('Required');
    await fill('What was found', 'One sock is worn');
    await pressInDialog('Inspect');
    await reads('Please add a photo.');
    expect((await field<HTMLTextAreaElement>('What was found')).value).to.equal('One sock is worn');
    const pick = await field<HTMLInputElement>('Photos: Add photos');
    const files = new DataTransfer();
    files.items.add(new File(['%PDF-1.7'], 'notes.pdf', { type: 'application/pdf' }));
    files.items.add(await picture('sock.png'));
    pick.files = files.files;
    pick.dispatchEvent(new Event('change', { bubbles: true }));
    await reads('notes.pdf: Only pictures can be added to a case.');
    await control('Remove photo 1');
    // What cannot be read is never taken for an empty field, which would leave the refund as it was.
    for (const [text, why] of [
      ['thirty', 'This is not an amount.'],
      ['1,000', 'This can be read in two ways.'],
      ['30.005', 'This can be read in two ways.'],
      ['€30', 'This is not an amount.'],
    ] as const) {
      await fill('Refund that is left (CNY)', text);
      await reads(why);
      await pressInDialog('Inspect');
      const amount = await field('Refund that is left (CNY)');
      expect([amount.value, amount.getAttribute('aria-invalid')]).to.deep.equal([text, 'true']);
      expect((await scene.caseNow(id)).state).to.equal('RECEIVED');
    }
    await fill('Refund that is left (CNY)', '￥３０．００');
    await pressInDialog('Inspect');
    await reads('Inspected, passed in part');
    const row = await scene.caseNow(id);
    expect([row.refundAmount, row.inspection?.photos.length]).to.deep.equal([3000, 1]);
    await press('Photo 1');
    await reads('Photo 1 / 1');
    await keys('Escape');
    await dialogCloses();
  });

  it('shows the apology of a quality case before it is sent, and sends it as it was edited with the approval', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const agent = await scene.as('PA1', ['PA']);
    const api = scene.desk.desk.as(agent).aftersales;
    const wanted = {
      storeId: scene.desk.store.id,
      orderId: 'o3',
      type: 'RETURN_REFUND',
      reason: 'QUALITY',
      items: [{ lineId: 'l1', quantity: 1 }],
    } as const;
    const { id } = await api.submitCase({ ...wanted, confirmation: (await api.previewCase(wanted)).confirmation });
    scene.go(`/cases/${id}`);
    await takeStep('Apologise');
    const proposed = (await field<HTMLTextAreaElement>('Apology')).value;
    expect(proposed).to.contain((await scene.caseNow(id)).number);
    expect(proposed).to.match(/photo|照片/);
    expect(readable()).to.contain('The customer is in no chat');
    await keys('Escape');
    await dialogCloses();
    await scene.desk.desk.as(scene.lily).conversations.openConversation({});
    await takeStep('Approve');
    expect((await field<HTMLTextAreaElement>('Apology')).value).not.to.match(/photo|照片/);
    await reads('It is sent in the customer’s open conversation');
    await fill('Apology', ' ');
    await pressInDialog('Approve');
    await reads('The message is empty.');
    expect((await scene.caseNow(id)).state).to.equal('REQUESTED');
    await fill('Apology', 'We are sorry that the seam is open.');
    await pressInDialog('Approve');
    await dialogCloses();
    expect((await scene.caseNow(id)).state).to.equal('AWAITING_RETURN');
    const [conversation] = await scene.desk.desk.as(scene.lily).conversations.myConversations({});
    expect(conversation?.lastPublicSeq).to.be.greaterThan(1);
    await reads('We are sorry that the seam is open.');
  });

  it('says before a refund without a return is approved how much is paid back at once, where to, and what the policy says against it', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const agent = await scene.as('PA1', ['PA']);
    const api = scene.desk.desk.as(agent).aftersales;
    const wanted = {
      storeId: scene.desk.store.id,
      orderId: 'o3',
      type: 'REFUND_ONLY',
      reason: 'MISSING',
      items: [{ lineId: 'l2', quantity: 1 }],
      paymentMethodId: 'lily-gift',
    } as const;
    const { id, explanation } = await api.submitCase({
      ...wanted,
      confirmation: (await api.previewCase(wanted)).confirmation,
    });
    scene.go(`/cases/${id}`);
    await takeStep('Apologise');
    await field('Apology');
    await pressInDialog('Apologise');
    await dialogCloses();
    await takeStep('Approve');
    await until(
      () => all('dialog:modal').some((dialog) => readable(dialog).includes('Pay back CN¥19.00 to gift card now')),
      'the button says it',
    );
    const dialog = all('dialog:modal')
      .map((one) => readable(one))
      .join(' ');
    expect(dialog).to.contain('A person decides').and.to.contain(explanation.en);
    await pressInDialog('Pay back CN¥19.00 to gift card now');
    await reads('Refunded');
    expect(scene.desk.shop.order('o3').payments.at(-1)).to.deep.include({
      kind: 'REFUND',
      paymentMethodId: 'lily-gift',
    });
  });

  it('shows the clause of a refusal, and lets a supervisor override it with his reason only', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const agent = await scene.as('PA1', ['PA']);
    const api = scene.desk.desk.as(agent).aftersales;
    const wanted = {
      storeId: scene.desk.store.id,
      orderId: 'o1',
      type: 'RETURN_REFUND',
      reason: 'NO_REASON',
      items: [{ lineId: 'l2', quantity: 1 }],
      exceptionReason: 'Regular customer',
    } as const;
    const { id } = await api.submitCase({ ...wanted, confirmation: (await api.previewCase(wanted)).confirmation });
    scene.go(`/cases/${id}`);
    await reads('Not granted');
    const { explanation } = await scene.caseNow(id);
    expect(await refused('Approve')).to.contain(explanation.en);
    await switchTo(scene, { roles: ['SV'] }, `/cases/${id}`);
    await reads('Regular customer');
    await takeStep('Approve');
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
    await takeStep('Approve');
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
