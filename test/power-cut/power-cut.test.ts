import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDatabase } from '@shopdesk/server/database';
import { createTestDatabase } from 'shopdesk-test/database';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const CUTS = 8;
let copies: string;
beforeEach(async () => {
  copies = await mkdtemp(join(tmpdir(), 'shopdesk-power-cut-'));
});
afterEach(() => rm(copies, { recursive: true, force: true }));

async function cutPower(mode: 'flush' | 'no-flush', seed: number): Promise<void> {
  const made = await createTestDatabase('pglite');
  const dataDir = 'dataDir' in made.options ? made.options.dataDir : '';
  const program = new URL('./traffic.ts', import.meta.url).pathname;
  await promisify(execFile)(process.execPath, [
    '--conditions=@shopdesk/source',
    program,
    dataDir,
    copies,
    String(seed),
    String(CUTS),
    mode,
  ]);
  await made.remove();
}

interface Finding {
  readonly acknowledged: number;
  readonly lost: number;
  /** Accounts whose number and entries do not agree. */
  readonly torn: number;
}

/** Opens what a cut left behind and compares it with what had been acknowledged. */
async function examine(cut: number): Promise<Finding> {
  const acknowledged =
    (JSON.parse(await readFile(join(copies, 'acknowledged.json'), 'utf8')) as Record<string, number>[])[cut - 1] ?? {};
  const db = await openDatabase({ dataDir: join(copies, `cut-${cut}`), flush: false });
  try {
    const { rows } = await db.query<{ id: number; n: number; entries: number; last: number }>(`
      SELECT a.id, a.n, count(e.n) AS entries, coalesce(max(e.n), 0) AS last
      FROM account a LEFT JOIN entry e ON e.account = a.id GROUP BY a.id, a.n`);
    const stored = new Map(rows.map(({ id, n }) => [id, n]));
    const lost = Object.entries(acknowledged).map(([id, n]) => Math.max(0, n - (stored.get(Number(id)) ?? 0)));
    return {
      acknowledged: Object.values(acknowledged).reduce((sum, n) => sum + n, 0),
      lost: lost.reduce((sum, n) => sum + n, 0),
      torn: rows.filter(({ n, entries, last }) => n !== entries || n !== last).length,
    };
  } finally {
    await db.close();
  }
}

describe('a power cut under an embedded database', () => {
  it.each([1, 2])(
    'costs nothing that was acknowledged, wherever it comes (seed %i)',
    async (seed) => {
      await cutPower('flush', seed);
      const findings: Finding[] = [];
      for (let cut = 1; cut <= CUTS; cut += 1) findings.push(await examine(cut));
      expect(findings.map(({ lost, torn }) => ({ lost, torn }))).toEqual(Array(CUTS).fill({ lost: 0, torn: 0 }));
      expect(findings.at(-1)?.acknowledged).toBeGreaterThan(100);
    },
    120_000,
  );

  it('does damage without flushing, which shows that this disk forgets', async () => {
    await cutPower('no-flush', 4);
    const outcomes: string[] = [];
    for (let cut = 1; cut <= CUTS; cut += 1) {
      const finding = await examine(cut).catch(() => undefined);
      outcomes.push(!finding ? 'cannot be opened' : finding.lost + finding.torn > 0 ? 'lost' : 'whole');
    }
    expect(outcomes.filter((outcome) => outcome !== 'whole').length).toBeGreaterThan(CUTS / 2);
  }, 120_000);
});
