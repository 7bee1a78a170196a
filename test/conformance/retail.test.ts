import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStoreFile, SEED_FILE } from 'demo-shop';
import { describe, expect, test } from 'vitest';
import { differences, readCases, SAMPLE_CASES } from './retail-case.ts';
import { runCases } from './retail-run.ts';

describe('recorded retail cases through the GraphQL API', () => {
  test('the sample ends, step by step and to the cent, as it was recorded', { timeout: 120_000 }, async () => {
    const { passed, failed, mismatches } = await runCases({ store: SEED_FILE, cases: [SAMPLE_CASES] });
    expect([...mismatches]).toEqual([]);
    expect([passed, failed]).toEqual([readCases(SAMPLE_CASES).length, 0]);
    expect(passed).toBe(30);
  });

  test(
    'what the desk does otherwise is found: a step done that should be refused, another end, another person',
    { timeout: 120_000 },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'shopdesk-cases-'));
      const address = {
        address1: '1 New Road',
        address2: '',
        city: 'Denver',
        country: 'USA',
        state: 'CO',
        zip: '80279',
      };
      const [user] = Object.values(readStoreFile(SEED_FILE).users);
      const wrong = [
        {
          id: 'done',
          steps: [
            {
              action: 'modify_user_address',
              arguments: { user_id: user?.user_id, ...address },
              expect: 'error',
              reason: 'never',
            },
          ],
          changes: { orders: {}, users: {} },
        },
        {
          id: 'found',
          steps: [
            {
              action: 'find_user_id_by_email',
              arguments: { email: user?.email },
              expect: 'ok',
              result: 'somebody else',
            },
          ],
          changes: { orders: {}, users: {} },
        },
        {
          id: 'refused',
          steps: [
            {
              action: 'cancel_pending_order',
              arguments: { order_id: '#W0', reason: 'no longer needed' },
              expect: 'ok',
            },
          ],
          changes: { orders: {}, users: {} },
        },
      ];
      writeFileSync(join(folder, 'wrong.json'), JSON.stringify(wrong));
      const { passed, failed, mismatches } = await runCases({
        store: SEED_FILE,
        cases: [join(folder, 'wrong.json')],
      }).finally(() => rmSync(folder, { recursive: true }));
      expect([passed, failed]).toEqual([0, 3]);
      expect(mismatches.get('done')).toEqual([
        'step 1 modify_user_address: expected a refusal (never), but it was done',
        expect.stringContaining(`users.${user?.user_id}.address.address1: expected`),
        ...(mismatches.get('done')?.slice(2) ?? []),
      ]);
      expect(mismatches.get('found')).toEqual([
        `step 1 find_user_id_by_email: expected somebody else, got ${user?.user_id}`,
      ]);
      expect(mismatches.get('refused')).toEqual([
        'step 1 cancel_pending_order: expected it done, but NOT_FOUND: Not found.',
      ]);
    },
  );

  test('a difference is named by its place', () => {
    const expected = { orders: { '#W1': { status: 'cancelled', items: [1, 2] } } };
    expect(differences(expected, { orders: { '#W1': { status: 'pending', items: [1] } } })).toEqual([
      'orders.#W1.status: expected "cancelled", got "pending"',
      'orders.#W1.items.1: expected 2, got undefined',
    ]);
    expect(differences(expected, structuredClone(expected))).toEqual([]);
    expect(differences({ a: [] }, { a: {} })).toEqual(['a: expected [], got {}']);
  });
});
