import type { DeskStore, Entity, Query, Question, Write } from '@shopdesk/core';
import { ContractThing, MemoryStore, storeContract } from '@shopdesk/core/testing';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { KeptStore } from './kept-store.ts';

const Kept: Entity = { ...ContractThing, kept: true };
const AT = '2025-03-10T01:02:03.456Z';

class CountedStore extends MemoryStore implements DeskStore {
  asked = 0;
  before: () => Promise<void> = async () => {};

  override async find(query: Query) {
    this.asked += 1;
    const rows = await super.find(query);
    await this.before();
    return rows;
  }

  answer(questions: readonly Question[]) {
    return Promise.all(
      questions.map((question) => (question.kind === 'find' ? this.find(question) : this.count(question))),
    );
  }
}

const row = (tenantId: string, values: object = {}) => ({
  id: `${tenantId}-1`,
  tenantId,
  version: 1,
  createdAt: AT,
  updatedAt: AT,
  label: 'first',
  code: null,
  state: 'DONE',
  amount: 1,
  share: 0,
  on: true,
  at: null,
  tags: ['a'],
  look: null,
  ...values,
});
const insert = (tenantId: string): Write => ({ kind: 'insert', entity: Kept, row: row(tenantId) });
const rename = (tenantId: string, label: string, expectedVersion = 1): Write => ({
  kind: 'update',
  entity: Kept,
  tenantId,
  id: `${tenantId}-1`,
  expectedVersion,
  changes: { label },
});

describe('a store that keeps what hardly ever changes', () => {
  let inner: CountedStore;
  let now: number;
  let store: KeptStore;
  const labels = async (tenantId = 'a') =>
    (await store.find({ entity: Kept, tenantId, where: [], limit: 5 })).map(
      (one) => (one as never as { label: string }).label,
    );

  beforeEach(async () => {
    inner = new CountedStore();
    now = 0;
    store = new KeptStore(inner, () => now);
    await store.commit([insert('a'), insert('b')]);
  });

  for (const { title, run } of storeContract(
    () => new KeptStore(inner),
    () => randomUUID(),
  ))
    it(title, run);

  test('asks once, for each tenant and each question by itself', async () => {
    for (let n = 0; n < 3; n += 1) expect([await labels(), await labels('b')]).toEqual([['first'], ['first']]);
    expect(inner.asked).toBe(2);
    await store.find({ entity: Kept, tenantId: 'a', where: [{ label: 'x' }], limit: 5 });
    expect(inner.asked).toBe(3);
  });

  test('asks anew after a commit of its own, also one that was refused, and says what has changed', async () => {
    const told: unknown[] = [];
    store.onForgotten((forgotten) => told.push(forgotten));
    await labels('b');
    await labels();
    await store.commit([rename('a', 'second')]);
    expect(await labels()).toEqual(['second']);
    await expect(store.commit([rename('a', 'late')])).rejects.toThrow();
    await inner.commit([rename('a', 'elsewhere', 2)]);
    expect(await labels()).toEqual(['elsewhere']);
    expect(told).toEqual(Array(2).fill({ entity: 'ContractThing', tenantId: 'a' }));
    const { asked } = inner;
    await labels('b');
    expect(inner.asked).toBe(asked);
  });

  test('learns of another process’s change when it is told, or half a minute later', async () => {
    await labels();
    await inner.commit([rename('a', 'second')]);
    expect(await labels()).toEqual(['first']);
    store.forget({ entity: 'ContractThing', tenantId: 'a' });
    expect(await labels()).toEqual(['second']);
    await inner.commit([rename('a', 'third', 2)]);
    now += 30_000;
    expect(await labels()).toEqual(['third']);
    await inner.commit([rename('a', 'fourth', 3)]);
    store.forgetAll();
    expect(await labels()).toEqual(['fourth']);
  });

  test('does not bring back what was forgotten while it was looked up', async () => {
    inner.before = async () => {
      inner.before = async () => {};
      await store.commit([rename('a', 'second')]);
    };
    expect(await labels()).toEqual(['first']);
    expect(await labels()).toEqual(['second']);
  });

  test('lets nobody change what others read too', async () => {
    const [kept] = await store.find({ entity: Kept, tenantId: 'a', where: [], limit: 5 });
    expect(() => (kept as never as { tags: string[] }).tags.push('b')).toThrow(TypeError);
    (await store.find({ entity: Kept, tenantId: 'a', where: [], limit: 5 })).pop();
    expect(await labels()).toEqual(['first']);
  });

  test('keeps nothing of other entities, and nothing that is asked over all tenants', async () => {
    for (let n = 0; n < 2; n += 1) {
      await store.find({ entity: ContractThing, tenantId: 'a', where: [], limit: 5 });
      await store.find({ entity: Kept, where: [], limit: 5 });
    }
    expect(inner.asked).toBe(4);
  });
});
