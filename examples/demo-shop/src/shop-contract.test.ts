import type { Shop } from '@shopdesk/core';
import { shopContract, type ShopUnderTest } from '@shopdesk/core/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DemoShop } from './demo-shop.ts';
import { contractShops, startTestShop } from './shop-under-test.ts';

let running: DemoShop;
let shops: Awaited<ReturnType<typeof contractShops>>;

beforeAll(async () => {
  running = await startTestShop();
  shops = await contractShops(running);
});

afterAll(async () => {
  shops.close();
  await running.close();
});

/** Titles of the cases that fail on such shops. */
async function failures(newShop: () => Promise<ShopUnderTest>): Promise<string[]> {
  const failed: string[] = [];
  for (const { title, run } of shopContract(newShop)) await run().catch(() => failed.push(title));
  return failed;
}

const spoiled = (spoil: (shop: Shop) => Shop) => async () => {
  const subject = await shops.newShop();
  return { ...subject, shop: spoil(subject.shop) };
};

describe('the demo shop over its desk API', () => {
  for (const { title, run } of shopContract(() => shops.newShop())) test(title, run);
});

describe('the shop contract', () => {
  test('finds a shop that forgets its idempotency keys', async () => {
    let n = 0;
    const forgetful = spoiled((shop) => ({
      ...shop,
      refund: async (input) =>
        await shop.refund!({ ...input, idempotencyKey: input.idempotencyKey && `fresh-${(n += 1)}` }),
    }));
    expect(await failures(forgetful)).toEqual([
      'refund acts once when it is called again with the same key',
      'refund acts once when it is called four times at the same moment',
    ]);
  });

  test('finds a shop that declares what it does not offer', async () => {
    const failed = await failures(spoiled(({ cancelOrder: _missing, ...shop }) => shop));
    expect(failed).toContain('declares the changes that it offers');
  });

  test('asks nothing of a change that is not offered', async () => {
    const withoutRefund = spoiled(({ refund: _missing, capabilities, ...shop }) => ({
      ...shop,
      capabilities: { ...capabilities, changes: capabilities.changes.filter((name) => name !== 'refund') },
    }));
    expect(await failures(withoutRefund)).toEqual([]);
  });

  test('finds a shop whose amounts are wrong by a cent', async () => {
    const failed = await failures(
      spoiled((shop) => ({
        ...shop,
        order: async (id) => {
          const order = await shop.order(id);
          return {
            ...order,
            amounts: { ...order.amounts, paid: { ...order.amounts.paid, amount: order.amounts.paid.amount - 1 } },
          };
        },
      })),
    );
    expect(failed).toContain('gives amounts that add up');
  });

  test('finds that booking a refund for every entry gives back too much', async () => {
    const generous = await startTestShop({ cancelRefunds: 'every-entry' });
    const generousShops = await contractShops(generous);
    try {
      const failed = await failures(() => generousShops.newShop());
      expect(failed).toEqual(['cancelOrder gives back no more than was paid after the payment was changed']);
    } finally {
      generousShops.close();
      await generous.close();
    }
  });

  test('does not accept an exception that names no case', () => {
    expect(() => shopContract(() => shops.newShop(), { except: [{ title: 'flies', reason: 'no wings' }] })).toThrow(
      'No such case: flies',
    );
  });
});
