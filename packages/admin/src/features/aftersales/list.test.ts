import { expect } from '@open-wc/testing';
import {
  afterEach,
  all,
  cleanPage,
  control,
  describe,
  drag,
  field,
  fill,
  it,
  keys,
  press,
  pressInDialog,
  readable,
  reads,
  until,
} from '../../testing/page.ts';
import { caseScene, choose, dialogCloses, takeStep } from '../../testing/case-scene.ts';

const gone = (text: string) => until(() => !readable().includes(text), `“${text}” is gone`);

describe('the board and the list', () => {
  afterEach(cleanPage);

  it('sort cases by who has to act, and move one only by its own steps, with the keyboard', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const row = await scene.ask();
    scene.go('/cases');
    await reads(row.number);
    const columnOf = (number: string) =>
      readable(all('desk-admin-board-column').find((column) => readable(column).includes(number)) as Element);
    expect(columnOf(row.number)).to.match(/^To decide 1/);
    expect(columnOf(row.number)).to.contain('CN¥38.00').and.to.contain('2 × 棉袜 Cotton socks');
    (await control(`Approve – ${row.number}`)).focus();
    await keys('Enter');
    await reads('What happens');
    await pressInDialog('Approve');
    await dialogCloses();
    await until(() => columnOf(row.number).startsWith('Goods to come back 1'), 'the card has moved');
    expect((await scene.caseNow(row.id)).state).to.equal('AWAITING_RETURN');
  });

  it('take a card that is dropped on a column by the step that leads there, whose form asks first', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const row = await scene.ask();
    scene.go('/cases');
    await until(() => all('article')[0]?.getAttribute('draggable') === 'true', 'the card may be dragged');
    await drag(all('article')[0] as HTMLElement, 'To inspect');
    await reads('Nothing leads to “To inspect” now.');
    await drag(all('article')[0] as HTMLElement, 'Goods to come back');
    await reads('What happens');
    expect((await scene.caseNow(row.id)).state).to.equal('REQUESTED');
    await pressInDialog('Approve');
    await dialogCloses();
    expect((await scene.caseNow(row.id)).state).to.equal('AWAITING_RETURN');
  });

  for (const locale of ['en', 'zh-CN'] as const)
    it(`fit into a screen of 1280 with all columns in ${locale}: empty ones are strips, and none lies over another`, async () => {
      const scene = await caseScene({ roles: ['SV'], locale, size: { width: 1280, height: 800 } });
      const row = await scene.ask();
      scene.go('/cases');
      await reads(row.number);
      const columns = () => all('desk-admin-board-column').map((column) => column.getBoundingClientRect());
      await until(() => columns().filter(({ width }) => width < 60).length === 7, 'what is empty takes a strip');
      const boxes = columns();
      boxes.slice(1).forEach((box, at) => expect(box.left).to.be.at.least(boxes[at]?.right ?? 0));
      const board = all('.board')[0] as HTMLElement;
      expect(board.scrollWidth).to.be.at.most(board.clientWidth);
    });

  it('list who handles a case, and are filtered by him', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    const late = await scene.ask({ quantity: 1 });
    await scene.desk.loose.perform(await scene.as('AA7', ['AA']), 'takeUpCase', { id: late.id });
    scene.go('/case-list');
    await reads(late.number);
    await reads('Under review');
    await reads('AA7');
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
    const wanted = {
      storeId: scene.desk.store.id,
      orderId: 'o3',
      type: 'RETURN_REFUND',
      reason: 'QUALITY',
      items: [{ lineId: 'l1', quantity: 1 }],
    } as const;
    const third = await api.submitCase({ ...wanted, confirmation: (await api.previewCase(wanted)).confirmation });
    scene.go('/case-list');
    // A row can be chosen once the desk has said what may be done with it.
    for (const { number } of [one, two, third]) await field(`Select ${number}`);
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
    for (const { number } of rows) await field(`Select ${number}`);
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

  it('take a step of a customer’s case beside his conversation', async () => {
    const scene = await caseScene({ roles: ['SV'] });
    const row = await scene.ask();
    const chat = scene.desk.desk.as(scene.lily).conversations;
    const { id } = await chat.openConversation({});
    await chat.sendMessage({ conversationId: id, clientMsgId: 'about-it', text: 'What about my return?' });
    scene.go(`/inbox/open/${id}`);
    await press(`Next step of ${row.number}`);
    await takeStep('Approve');
    await reads('What happens');
    await pressInDialog('Approve');
    await dialogCloses();
    await reads('Awaiting return');
    expect(location.hash).to.contain(id);
  });
});
