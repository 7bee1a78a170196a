import { describe, expect, test } from 'vitest';
import { createTestDesk } from '../../testing/index.ts';
import { searchTerms } from './search.ts';

describe('search in messages', () => {
  test('takes words and pairs of Han characters, folded', () => {
    expect(searchTerms('退貨 Ｏrder #W12 退货')).toEqual(['退货', '退', '货', 'order', 'w12']);
  });

  test('finds what was said in either writing, in the stores that one may see', async () => {
    const { desk, staff, shopper } = await createTestDesk();
    const agent = await staff('PA1', ['PA']);
    const elsewhere = await staff('PA2', ['PA'], { storeIds: ['another'] });
    const lily = await shopper();
    const { conversations } = desk.as(lily);
    const { id } = await conversations.openConversation({});
    const say = (text: string) =>
      conversations.sendMessage({ conversationId: id, text, clientMsgId: `id-${text}-000000` });
    await say('我要退貨');
    await say('Where is my Order?');
    await say('货已退');
    const find = async (actor: typeof agent, text: string) =>
      (await desk.as(actor).conversations.searchMessages({ text })).map(({ body }) => body);
    expect(await find(agent, '退货')).toEqual(['我要退貨']);
    expect(await find(agent, '退')).toEqual(['货已退', '我要退貨']);
    expect(await find(agent, 'ORDER where')).toEqual(['Where is my Order?']);
    expect(await find(agent, '?!')).toEqual([]);
    expect(await find(elsewhere, 'order')).toEqual([]);
    await expect(find(lily as never, 'order')).rejects.toMatchObject({ denial: { code: 'FORBIDDEN' } });
  });
});
