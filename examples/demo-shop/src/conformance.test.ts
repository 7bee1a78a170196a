import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { ShopError, type Shop, type ShopChanges } from '@shopdesk/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDemoShop, SEED_FILE, type DemoShop } from './demo-shop.ts';
import { expectedStore, play, readCases, type RetailCase } from './retail-cases.ts';
import { demoShop } from './shop-adapter.ts';
import { readStoreFile } from './store-file.ts';

const shared = fileURLToPath(new URL('../../../../shared/conformance/retail/', import.meta.url));
const sample = fileURLToPath(new URL('../data/cases-sample.json', import.meta.url));
const files = [
  sample,
  ...['cases-tasks.json', 'cases-random.json'].map((name) => join(shared, name)).filter((file) => existsSync(file)),
];
const secret = 'a-secret-of-desk-and-shop-of-32-bytes';

describe('the demo shop', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'demo-shop-'));
  const before = readStoreFile(SEED_FILE);
  let running: DemoShop;
  let shop: Shop & ShopChanges;

  beforeAll(async () => {
    running = await createDemoShop({
      dataDir,
      port: 0,
      deskUrl: 'http://127.0.0.1:1',
      storeKey: 'store',
      identitySecret: secret,
      deskApiSecret: secret,
      cancelRefunds: 'every-entry',
    });
    shop = demoShop({ url: running.url, secret }) as Shop & ShopChanges;
  });

  afterAll(async () => {
    await running.close();
    rmSync(dataDir, { recursive: true });
  });

  async function mismatch(recorded: RetailCase): Promise<string | undefined> {
    running.reset();
    for (const [index, step] of recorded.steps.entries()) {
      const outcome = await play(shop, step, `${recorded.id}/${index}`).then(
        (result) => ({ result }),
        (error: unknown) => ({ error }),
      );
      const failed = 'error' in outcome;
      if (failed && (!(outcome.error instanceof ShopError) || outcome.error.code === 'UNAVAILABLE'))
        return `step ${index}: ${String(outcome.error)}`;
      if (failed !== (step.expect === 'error'))
        return `step ${index}: ${step.action} ${failed ? `refused: ${String(outcome.error)}` : 'done'}, but ${step.reason ?? 'ok'}`;
      if (step.result !== undefined && !failed && outcome.result !== step.result)
        return `step ${index}: found ${String(outcome.result)}`;
    }
    const [after, expected] = [running.exportStore(), expectedStore(before, recorded)];
    if (isDeepStrictEqual(after, expected)) return undefined;
    try {
      expect(after).toEqual(expected);
      return 'state: of other prototypes';
    } catch (error) {
      return `state: ${(error as Error).message}`;
    }
  }

  test.each(files.map((file) => [basename(file), file]))(
    'ends every recorded case of %s in exactly the recorded state',
    { timeout: 600_000 },
    async (_name, file) => {
      const cases = readCases(file);
      const mismatches: string[] = [];
      for (const recorded of cases) {
        const found = await mismatch(recorded);
        if (found !== undefined) mismatches.push(`${recorded.id}: ${found}`);
      }
      expect(cases.length).toBeGreaterThanOrEqual(30);
      expect(mismatches).toEqual([]);
    },
  );
});
