import { describe, test } from 'vitest';
import { MemoryStore } from './memory-store.ts';
import { storeContract } from './store-contract.ts';

describe('MemoryStore', () => {
  const store = new MemoryStore();
  let tenants = 0;
  for (const { title, run } of storeContract(
    () => store,
    () => `t${(tenants += 1)}`,
  ))
    test(title, run);
});
