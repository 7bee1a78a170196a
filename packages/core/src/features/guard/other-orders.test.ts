import { expect, test } from 'vitest';
import { ShopError, type Shop } from '../../ports/shop.ts';
import { createTestDesk } from '../../testing/index.ts';
import { findHits } from './outbound.ts';

const BUYERS: Readonly<Record<string, string>> = { '#W2378156': 'lily', 'A-100200': 'bob' };

async function hitsOf(text: string, { signed = true, down = false } = {}) {
  const asked: string[] = [];
  const order = async (number: string) => {
    asked.push(number);
    if (down) throw new ShopError('UNAVAILABLE', 'down');
    const customerId = BUYERS[number];
    if (!customerId) throw new ShopError('NOT_FOUND', 'no such order');
    return { customerId };
  };
  const setup = await createTestDesk({ ports: { shop: () => ({ order }) as unknown as Shop } });
  const { customerId } = await setup.shopper(signed ? 'lily' : undefined);
  const to = { storeId: setup.store.id, customerId, channel: 'WEB_CHAT' };
  return { hits: await findHits(setup.desk.read(setup.system), text, to, 'agent'), asked };
}

test.each(['您的订单A-100200已发货', 'order A-100200 was sent'])(
  'another customer’s order is stopped: %s',
  async (text) => {
    const { hits } = await hitsOf(text);
    expect(hits).toMatchObject([
      { span: 'A-100200', rule: 'other-order', class: 'PRIVACY', level: 'BLOCK', replacement: { zh: '您的订单' } },
    ]);
  },
);

test('his own order, and a number that is no order, may be said', async () => {
  expect((await hitsOf('您的订单#W2378156和参数998877')).hits).toEqual([]);
});

test('to a visitor whom the shop has not signed no order may be named', async () => {
  expect((await hitsOf('订单#W2378156', { signed: false })).hits).toHaveLength(1);
});

test('a text without numbers asks nothing of the shop, and one with many asks three times', async () => {
  expect((await hitsOf('您好,请问有什么可以帮您')).asked).toEqual([]);
  expect((await hitsOf('100001 100002 100003 100004 100005')).asked).toHaveLength(3);
});

test('a shop that does not answer stops nobody', async () => {
  expect((await hitsOf('您的订单A-100200', { down: true })).hits).toEqual([]);
});
