import { expect } from '@open-wc/testing';
import {
  afterEach,
  all,
  cleanPage,
  describe,
  drag,
  field,
  fill,
  it,
  keys,
  objections,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  SIZES,
  until,
  type OpenPanel,
} from '../../testing/page.ts';

const MINUTE = 60_000;

/** Complaints of one store, the later ones due later. */
async function scene(options: Parameters<typeof openPanel>[0] = {}) {
  const open = await openPanel({ roles: ['CO'], ...options });
  const author = await open.desk.staff('Anna', ['CO']);
  const complaints = open.desk.desk.as(author).complaints;
  const register = async (subject: string) => {
    const { id } = await complaints.registerComplaint({
      storeId: open.desk.store.id,
      subject,
      sourceChannel: 'PHONE',
      facts: 'As the customer says.',
    });
    open.desk.clock.advance(MINUTE);
    return id;
  };
  return { open, register };
}

const items = () => all('a.item').map((item) => item.textContent?.trim() ?? '');
const places = () => all('nav .place').map((place) => place.textContent?.trim());
const cards = (column: string) =>
  all('desk-admin-board-column')
    .filter((one) => one.shadowRoot?.querySelector('h2')?.textContent?.trim().startsWith(column))
    .flatMap((one) => all('article', one.shadowRoot ?? undefined));

describe('the place of a kind of work', () => {
  afterEach(cleanPage);

  it('follows from its entity: its list and its board stand under its own name, for who may see them', async () => {
    const { open, register } = await scene();
    await register('The kettle leaks');
    await until(() => places().includes('Complaints'), 'the kind has a place');
    expect(places()).to.include('My work');
    await press('Complaints');
    await reads('The kettle leaks');
    const heads = all('thead th').map((head) => head.textContent?.trim());
    expect(heads).to.include('Complaint number');
    expect(readable()).not.to.contain('Case number');
    expect(open.panel.features.flatMap(({ pages }) => pages).some(({ path }) => path === 'complaints')).to.equal(false);
    await press('Board');
    await until(() => cards('New').length === 1, 'the board has the card');
  });

  it('is not there for who may not see the kind, and its address says so', async () => {
    const { open } = await scene({ roles: ['WH'], path: '/complaints' });
    await reads('This page does not exist');
    expect(places()).not.to.include('Complaints');
    expect(open.desk.network.calls).to.contain('workKinds');
  });
});

describe('the list of work items', () => {
  afterEach(cleanPage);

  it('says kinds, states and time limits in words, and a row leads to the item itself', async () => {
    const { open, register } = await scene();
    const id = await register('The kettle leaks');
    open.go('/records/WorkItem?open=true');
    await reads('The kettle leaks');
    const cells = all('table.list td').map((cell) => cell.textContent?.trim() ?? '');
    expect(cells).to.include('Complaint').and.include('Received');
    expect(cells.filter((cell) => /^[A-Z_]{4,}$/.test(cell))).to.deep.equal([]);
    const link = all<HTMLAnchorElement>('tbody .title a')[0];
    expect(link?.getAttribute('href')).to.equal(`#/complaints/${id}`);
    const kind = await field<HTMLSelectElement>('Kind');
    expect([...kind.options].map(({ textContent }) => textContent?.trim())).to.include('Complaint');
    kind.value = 'Complaint';
    kind.dispatchEvent(new Event('change'));
    const state = await field<HTMLSelectElement>('State');
    expect([...state.options].map(({ textContent }) => textContent?.trim())).to.include('Solution proposed');
  });
});

describe('my work', () => {
  afterEach(cleanPage);

  async function work(options: Parameters<typeof scene>[0] = {}): Promise<{ open: OpenPanel; ids: string[] }> {
    const { open, register } = await scene(options);
    const ids = [await register('First'), await register('Second'), await register('Third')];
    for (const id of ids.slice(0, 2)) await open.desk.loose.perform(open.actor, 'takeComplaint', { id });
    return { open, ids };
  }

  it('is everything open in one’s hands, what is due first on top, with its number, and what nobody has', async () => {
    const { open } = await work();
    open.go('/work');
    await until(() => items().length === 2, 'mine are shown');
    expect(items().map((text) => /^[A-Z][a-z]+/.exec(text)?.[0])).to.deep.equal(['First', 'Second']);
    expect(items()[0]).to.contain('Complaint').and.contain('C-1').and.contain('Received');
    const counts = () => all('.tabs .count').map((count) => count.textContent);
    await until(() => counts().join() === '2,1', 'they are counted');
    await press('To take');
    await until(() => items().length === 1 && items()[0]?.includes('Third'), 'what nobody has is shown');
    expect(items()[0]).to.contain('Nobody has it in hand');
    await press('All open');
    await until(() => items().length === 3, 'all is shown');
  });

  it('is gone through by the keyboard, with the item beside it, and opened by Enter', async () => {
    const { open, ids } = await work();
    open.go('/work');
    await until(() => items().length === 2, 'mine are shown');
    await keys('j');
    await until(() => all('.head h1')[0]?.textContent?.includes('C-1'), 'it is beside');
    await keys('j');
    await until(() => all('.head h1')[0]?.textContent?.includes('C-2'), 'the next is');
    await keys('Enter');
    await until(() => location.hash === `#/complaints/${ids[1]}`, 'it has a page of its own');
  });

  it('says that there is nothing, and says a failure and tries again', async () => {
    const { open } = await scene();
    open.desk.network.refuse.add('workItems');
    open.go('/work');
    await reads('Try again');
    open.desk.network.refuse.clear();
    await press('Try again');
    await reads('You have nothing in hand');
    await press('Show what is to take');
    await reads('Nothing waits to be taken');
  });

  for (const [locale, size] of [
    ['en', SIZES.desktop],
    ['zh-CN', SIZES.phone],
  ] as const)
    it(`is clean for axe in ${locale}, and so is a board`, async () => {
      const { open, ids } = await work({ locale, size });
      open.go('/work');
      await until(() => items().length === 2, 'mine are shown');
      expect(await objections()).to.deep.equal([]);
      open.go(`/work?item=Complaint.${ids[0]}`);
      await until(() => all('.head h1').length > 0, 'it is beside');
      expect(await objections()).to.deep.equal([]);
      open.go('/complaints/board');
      await until(() => all('article').length === 3, 'the cards are there');
      expect(await objections()).to.deep.equal([]);
    });
});

describe('the board of a kind of work', () => {
  afterEach(cleanPage);

  it('has a column for each group of states, and folds those in which nothing is left', async () => {
    const { open, register } = await scene();
    await register('The kettle leaks');
    open.go('/complaints/board');
    await until(() => cards('New').length === 1, 'the card is there');
    const heads = all('h2.row').map((head) => head.textContent?.trim().replace(/\d+$/, ''));
    expect(heads).to.deep.equal(['New', 'Investigation', 'With the customer', 'Carry out', 'Revisit', 'Done']);
    expect(all('h2 [aria-expanded=false]').length).to.equal(1);
    await press('Done');
    await reads('Nothing here.');
  });

  it('moves a card by the action that leads where it is dropped, and says why where nothing does', async () => {
    const { open, register } = await scene();
    const id = await register('The kettle leaks');
    await open.desk.loose.perform(open.actor, 'acknowledgeComplaint', { id });
    open.go('/complaints/board');
    await until(() => cards('New')[0]?.getAttribute('draggable') === 'true', 'the card may be dragged');
    await drag(cards('New')[0] as HTMLElement, 'Revisit');
    await reads('Nothing leads to “Revisit” now.');
    expect(cards('New').length).to.equal(1);
    // Two actions lead there: it is asked which.
    await drag(cards('New')[0] as HTMLElement, 'Investigation');
    await until(() => all('[popover]:popover-open').length > 0, 'the card asks which is meant');
    const asked = all('[popover]:popover-open [role=menuitem]').map((item) => item.textContent?.trim());
    expect(asked).to.deep.equal(['Investigate', 'Escalate']);
    await press('Escalate');
    await until(() => all('dialog:modal').length > 0, 'the action asks why');
    // Nothing is written before the action is done.
    expect([cards('New').length, cards('Investigation').length]).to.deep.equal([1, 0]);
  });

  it('moves a card by its menu, which the key m opens, and asks what the action asks', async () => {
    const { open, register } = await scene();
    const id = await register('The kettle leaks');
    await open.desk.loose.perform(open.actor, 'acknowledgeComplaint', { id });
    open.go('/complaints/board');
    await until(() => all('article desk-admin-menu').length > 0, 'the card has its menu');
    all('article a')[0]?.focus();
    await keys('m');
    await press('Investigate');
    await until(() => all('dialog:modal').length > 0, 'the dialog is open');
    await pressInDialog('Investigate');
    await reads('Ask a department, or say why none need be asked.');
    await fill('Why no department', 'All is known.');
    await pressInDialog('Investigate');
    await until(() => cards('Investigation').length === 1, 'the card has moved');
    expect(cards('New').length).to.equal(0);
  });
});
