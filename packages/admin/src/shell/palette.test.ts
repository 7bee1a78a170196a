import { expect } from '@open-wc/testing';
import {
  afterEach,
  all,
  cleanPage,
  describe,
  fill,
  it,
  keys,
  objections,
  openPanel,
  readable,
  reads,
  shows,
  until,
} from '../testing/page.ts';

const groups = () => all('[role="group"] h3').map((heading) => heading.textContent);
const options = () => all('[role="option"]').map((option) => readable(option));

/** A panel with the palette open, and a customer with orders. */
async function searching(roles: Parameters<typeof openPanel>[0] = {}) {
  const open = await openPanel(roles);
  await open.desk.staff('Lilian', ['PA'], { presence: 'OFFLINE' });
  const lily = await open.desk.shopper('lily');
  await open.desk.desk.as(lily).conversations.openConversation({});
  await keys('Control+k');
  await shows('[role="combobox"]');
  return { open };
}

describe('the palette', () => {
  afterEach(cleanPage);

  it('finds orders by number, and leads to the order', async () => {
    await searching();
    await fill('Search and commands', '#W1003');
    await until(() => groups().includes('Orders') && options().some((option) => option.includes('W1003')));
    await keys('Enter');
    await until(() => location.hash.includes('/orders/') && location.hash.endsWith('/o3'), 'the order is open');
  });

  it('shows conversations, customers and people of one name under their kinds', async () => {
    await searching({ roles: ['MG'] });
    await fill('Search and commands', 'lil');
    await until(() => ['Conversations', 'Customers', 'Staff'].every((kind) => groups().includes(kind)));
    expect(await objections()).to.deep.equal([]);
  });

  it('keeps what the others find when one feature fails, and stays on what was chosen', async () => {
    const { open } = await searching({ roles: ['MG'] });
    open.desk.network.refuse.add('customers');
    let answer = (): void => {};
    open.desk.network.hold.set('users', new Promise<void>((done) => (answer = done)));
    await fill('Search and commands', 'lil');
    await until(() => groups().includes('Conversations'), 'what has answered is there');
    expect(groups()).not.to.include('Staff');
    answer();
    await until(() => groups().includes('Staff'), 'what answers later comes to it');
    expect(groups()).not.to.include('Customers');
  });

  it('finds the settings of a store by name', async () => {
    const { open } = await searching({ roles: ['AD'] });
    await fill('Search and commands', 'service h');
    await reads('Service hours');
    await keys('Enter');
    await until(() => location.hash === `#/stores/${open.desk.store.id}/hours`, 'the section is open');
  });

  it('finds nothing that the viewer may not see', async () => {
    const { open } = await searching({ roles: ['AD'] });
    await fill('Search and commands', 'lil');
    await until(() => groups().includes('Staff'));
    expect(groups()).not.to.include('Conversations');
    await fill('Search and commands', 'W1003');
    await until(() => open.desk.network.calls.filter((name) => name === 'users').length > 1, 'it has asked');
    expect(groups()).not.to.include('Orders');
  });
});
