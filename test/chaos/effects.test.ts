import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, DATABASE_KINDS } from 'shopdesk-test/database';
import { describe, expect, it } from 'vitest';
import { effectChaos, type EffectChaosOptions } from './effects.ts';

const ROUNDS = 10;

describe.each(DATABASE_KINDS)('what leaves the desk on %s', (kind) => {
  it(`is neither lost nor done twice when its process is killed ${ROUNDS} times`, { timeout: 240_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shopdesk-effects-'));
    const { options, remove } = await createTestDatabase(kind);
    const database = ('url' in options ? options : { dataDir: join(folder, 'db') }) as EffectChaosOptions['database'];
    try {
      const verdict = await effectChaos({ database, folder, rounds: ROUNDS, seed: 7 });
      expect(verdict).toMatchObject({ rounds: ROUNDS, lost: 0, doubled: 0 });
      expect(verdict.acknowledged).toBeGreaterThan(ROUNDS);
    } finally {
      await remove();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
