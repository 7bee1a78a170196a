import { expect, test } from 'vitest';
import { shopScene } from './testing/scene.ts';

const PICTURE = 'https://pictures.shop.example/shirt.jpg';

test('a card of a product or an order carries the shop’s picture of it, and none where the shop has none', async () => {
  const { desk, lily, shop } = await shopScene();
  const shirt = shop.products.get('shirt');
  const order = shop.orders.get('O-DELIVERED');
  if (!shirt || !order) throw new Error('The shop is not as the test takes it to be.');
  shop.products.set('shirt', { ...shirt, imageUrl: PICTURE });
  shop.orders.set(order.id, {
    ...order,
    lines: order.lines.map((line, at) => (at === 0 ? { ...line, imageUrl: PICTURE } : line)),
  });
  const { id: conversationId } = await desk.as(lily).conversations.openConversation({});
  const sent = async (type: 'PRODUCT' | 'ORDER', id: string) =>
    (
      await desk
        .as(lily)
        .conversations.sendMessage({ conversationId, clientMsgId: `card-${id.toLowerCase()}-01`, card: { type, id } })
    ).card?.imageUrl;
  expect(await sent('PRODUCT', 'shirt')).toBe(PICTURE);
  expect(await sent('PRODUCT', 'tea')).toBe(null);
  expect(await sent('ORDER', 'O-DELIVERED')).toBe(PICTURE);
});
