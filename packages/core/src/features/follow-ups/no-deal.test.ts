import { describe, expect, test } from 'vitest';
import { orderOf, shopScene } from '../orders/testing/scene.ts';
import { FollowUpTask } from '../tasks/index.ts';

const DAY = 86_400_000;

async function scene() {
  const setup = await shopScene({ orders: [] });
  const { desk, system, clock, lily, people, shop } = setup;
  const agent = await people('PA1');
  let count = 0;
  const says = (who: typeof lily | typeof agent, conversationId: string, text: string) =>
    desk.as(who).conversations.sendMessage({ conversationId, text, clientMsgId: `message-${(count += 1)}-0000` });
  /** Lily asks, is answered, and the agent closes it. */
  const talk = async (result: 'NO_DEAL' | 'SOLVED') => {
    const { id } = await desk.as(lily).conversations.openConversation({});
    await says(lily, id, 'Is the tea fresh?');
    await desk.as(agent).conversations.takeConversation({ id });
    await says(agent, id, 'It is from this spring.');
    await desk.as(agent).conversations.closeConversation({ id, intent: 'PRODUCT', result });
  };
  /** The shop says that an order of hers has come, placed so long ago. */
  const order = async (id: string, daysAgo: number, status: 'PAID' | 'CANCELLED' = 'PAID') => {
    const placedAt = new Date(clock.now().getTime() - daysAgo * DAY).toISOString();
    const draft = orderOf({ id, status, lines: [{ id: 'l1', productId: 'tea', quantity: 1 }] });
    shop.orders.set(id, { ...draft, placedAt });
    await desk.as(system).shopEvents.noteOrderChange({ storeId: setup.store.id, orderId: id });
    await desk.runTimers();
    await desk.runEffects();
  };
  const tasks = () => desk.read(system).all(FollowUpTask, { where: { kind: { in: ['NO_DEAL', 'UNANSWERED'] } } });
  return { ...setup, talk, order, tasks };
}

describe('a customer who asked and did not buy', () => {
  test('is one task of the customer and the store, however often they asked; none where they are content', async () => {
    const { talk, tasks, lily } = await scene();
    await talk('SOLVED');
    expect(await tasks()).toEqual([]);
    await talk('NO_DEAL');
    await talk('NO_DEAL');
    // The second talk has settled the first task.
    const open = (await tasks()).filter(({ state }) => state !== 'CANCELLED');
    expect(open).toMatchObject([{ kind: 'NO_DEAL', customerId: lily.customerId, state: 'DUE', ownerId: null }]);
  });

  test('needs none once they have ordered; an older order, or one that came to nothing, changes nothing', async () => {
    const { talk, order, tasks, clock } = await scene();
    await talk('NO_DEAL');
    clock.advance(DAY);
    await order('O-BEFORE', 3);
    await order('O-GONE', 0, 'CANCELLED');
    expect(await tasks()).toMatchObject([{ state: 'DUE' }]);
    await order('O-NEW', 0);
    expect(await tasks()).toMatchObject([{ state: 'CANCELLED', cancelledFor: 'BOUGHT' }]);
  });
});
