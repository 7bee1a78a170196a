import { describe, test } from 'vitest';
import { effectContract } from './effect-contract.ts';
import { MemoryStore } from './memory-store.ts';

describe('Effects on the MemoryStore', () => {
  let store = new MemoryStore();
  let tenants = 0;
  const stores = () => [store];
  for (const { title, run } of effectContract(stores, () => `t${(tenants += 1)}`))
    test(title, () => {
      store = new MemoryStore();
      return run();
    });
});
