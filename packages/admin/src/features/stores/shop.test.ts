import { expect } from '@open-wc/testing';
import {
  all,
  afterEach,
  cleanPage,
  describe,
  field,
  fill,
  it,
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

const SECRET = 'only-the-shop-knows-it';
type Options = Parameters<typeof openPanel>[0];

async function section(options: Options = { roles: ['AD'] }) {
  const open = await openPanel(options);
  open.go(`/stores/${open.desk.store.id}/shop`);
  return open;
}
const connect = (open: OpenPanel) =>
  open.desk.loose.perform({ kind: 'system', tenantId: 'tenant-1', name: 'test' }, 'connectShop', {
    storeId: open.desk.store.id,
    adapter: 'TEST_SHOP',
    settings: [
      { name: 'url', value: 'https://shop.example' },
      { name: 'secret', value: SECRET },
    ],
  });

/** A store whose shop was connected before anybody looks. */
async function connected(options: Options = { roles: ['AD'] }) {
  const open = await openPanel(options);
  await connect(open);
  open.go(`/stores/${open.desk.store.id}/shop`);
  return open;
}

describe('the orders and products of a store', () => {
  afterEach(cleanPage);

  it('are connected by the form of the kind of shop, tested at once, and the secret is shown to nobody', async () => {
    await section();
    await reads('No shop is connected');
    await press('Connect a shop');
    await reads('A shop for tests.');
    await fill('Address of the shop', 'http://127.0.0.1:9');
    await fill('Secret', SECRET);
    await pressInDialog('Connect');
    await until(
      async () => (await field('Address of the shop')).getAttribute('aria-invalid') === 'true',
      'the address is refused in words',
    );
    await reads('The desk may not call this address.');
    expect((await field('Secret')).value).to.equal(SECRET);
    await fill('Address of the shop', 'https://shop.example');
    await pressInDialog('Connect');
    await reads('The shop is connected.');
    await reads('Products: it answered with “羊毛开衫 Wool cardigan”.');
    await reads('Answering');
    await reads('https://shop.example');
    await reads('Approved refunds are paid by the shop.');
    expect(readable()).not.to.contain(SECRET);
    await press('Change the connection');
    const secret = await field('Secret');
    expect([secret.value, secret.type]).to.deep.equal(['', 'password']);
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.to.contain(SECRET);
  });

  it('say in words that the shop does not answer, and that it does again', async () => {
    const open = await connected();
    open.desk.shop.line = () => 'DOWN';
    await press('Test the connection');
    await reads('Not answering');
    open.desk.shop.line = () => 'UP';
    await press('Test the connection');
    await reads('It has answered since.');
    expect(readable()).to.contain('Last error');
  });

  it('say that a slow shop is waited for', async () => {
    const open = await connected();
    let answer = (): void => {};
    open.desk.network.hold.set('testShop', new Promise<void>((resolve) => (answer = resolve)));
    await press('Test the connection');
    await reads('Asking the shop');
    await reads('The shop takes its time.');
    answer();
    await reads('Products: it answered');
  });

  it('are disconnected once that is confirmed', async () => {
    await connected();
    await press('Disconnect');
    await reads('Customers and agents see no orders');
    await pressInDialog('Disconnect');
    await reads('The shop is disconnected.');
    await reads('No shop is connected');
  });

  it('are read by who may see stores, who can change nothing', async () => {
    await connected({ roles: ['TL'] });
    await reads('What this shop can do');
    expect(readable()).not.to.contain('https://shop.example');
    for (const name of ['Test the connection', 'Change the connection', 'Disconnect'])
      expect(all('button').some((button) => readable(button).includes(name))).to.equal(false);
  });

  for (const locale of ['zh-CN', 'en'] as const)
    for (const size of ['phone', 'desktop'] as const)
      it(`are accessible, and as wide as a ${size} (${locale})`, async () => {
        const open = await section({ roles: ['AD'], locale, size: SIZES[size] });
        await reads(locale === 'en' ? 'No shop is connected' : '尚未连接商城');
        expect(await objections()).to.deep.equal([]);
        await connect(open);
        open.go(`/stores/${open.desk.store.id}/general`);
        await until(() => all('desk-admin-store-shop').length === 0, 'another tab is open');
        open.go(`/stores/${open.desk.store.id}/shop`);
        await reads(locale === 'en' ? 'What this shop can do' : '此商城支持的功能');
        expect(await objections()).to.deep.equal([]);
        await press(locale === 'en' ? 'Change the connection' : '修改连接');
        await reads(locale === 'en' ? 'A shop for tests.' : '用于测试的商城。');
        expect(await objections()).to.deep.equal([]);
        expect(document.documentElement.scrollWidth).to.be.at.most(SIZES[size].width);
      });
});
