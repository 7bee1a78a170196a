import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  diff,
  dueVersions,
  lint,
  mayApprove,
  mayEdit,
  mayRetire,
  maySchedule,
  maySendBack,
  maySubmit,
  policyFor,
  POLICY_VERSION_MACHINE,
  replay,
  TMALL,
  versionAt,
  type PastCase,
  type PolicyPack,
  type PolicyVersion,
  type ReplayProgress,
  type TableRow,
} from './index.ts';

const STORE = { zone: 'Asia/Shanghai', currency: 'CNY' };
const returns = TMALL.tables.find(({ code }) => code === 'TM-RETURN')!;

/** A store that promises returns for so many days. */
function promising(days: number): PolicyPack {
  const row: TableRow = {
    ...returns.rows[0]!,
    id: 'OWN-01',
    rules: ['OWN-01'],
    when: { reason: 'NO_REASON', daysSinceSigned: { lte: days }, goodsIntact: true },
    answer: { outcome: 'ALLOW', remedies: ['RETURN'], auto: true },
  };
  return { ...TMALL, code: 'OWN', layer: 'PROMISE', tables: [{ ...returns, code: 'OWN-RETURN', rows: [row] }] };
}

function* pastCases(count: number): Generator<PastCase> {
  for (let day = 0; day < count; day += 1) {
    const at = new Date(Date.parse('2025-05-01T12:00:00+08:00') + day * 86_400_000).toISOString();
    yield {
      id: `case-${day}`,
      kind: 'RETURN',
      store: STORE,
      amount: 1_000,
      facts: { reason: 'NO_REASON', signedAt: '2025-05-01T20:15:00+08:00', at },
    };
  }
}

describe('replay of a draft', () => {
  const draft = policyFor({ pack: 'TMALL', promise: promising(30) });
  const current = policyFor({ pack: 'TMALL', promise: promising(15) });

  it('shows how many decisions change, the money and which cases', async () => {
    const report = await replay(draft, current, pastCases(60));
    expect(report).toMatchObject({ total: 60, changed: 15, failed: 0, transitions: { 'DENY → ALLOW': 15 } });
    expect(report.money).toEqual([{ currency: 'CNY', current: 16_000, draft: 31_000, difference: 15_000 }]);
    expect(report.cases.map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, index) => `case-${index + 16}`));
    expect(report.cases[0]).toMatchObject({
      current: { outputs: { outcome: 'DENY' }, cost: 0 },
      draft: { ruleIds: ['OWN-01'], rows: ['OWN-01'], cost: 1_000 },
    });
  });

  it('streams: reports progress, keeps only some cases, hands every change on, and stops when told', async () => {
    const progress: ReplayProgress[] = [];
    const changed: string[] = [];
    async function* streamed() {
      yield* pastCases(25);
    }
    const report = await replay(draft, current, streamed(), {
      keep: 2,
      every: 10,
      onProgress: (one) => progress.push(one),
      onChange: ({ id }) => void changed.push(id),
    });
    expect(report.cases).toHaveLength(2);
    expect(changed).toHaveLength(9);
    expect(progress.map(({ total }) => total)).toEqual([10, 20, 25]);
    const stop = {
      throwIfAborted: () => {
        throw new Error('stopped');
      },
    };
    await expect(replay(draft, current, pastCases(3), { signal: stop })).rejects.toThrow('stopped');
  });

  it('counts cases that cannot be asked instead of hiding them', async () => {
    const [good] = pastCases(1);
    const report = await replay(draft, current, [good!, { ...good!, id: 'broken', facts: { reason: 'WHIM' } }]);
    expect(report).toMatchObject({ total: 2, failed: 1, failures: [{ id: 'broken' }] });
  });

  it('changes nothing when a policy is replayed against itself', async () => {
    expect(await replay(current, current, pastCases(40))).toMatchObject({ changed: 0, cases: [], transitions: {} });
  });
});

describe('diff of two versions', () => {
  const before = promising(15);
  it('names the cell, both values and how they read', () => {
    expect(diff(before, promising(30))).toMatchObject([
      {
        kind: 'CHANGED',
        table: 'OWN-RETURN',
        row: 'OWN-01',
        field: 'daysSinceSigned',
        before: { lte: 15 },
        after: { lte: 30 },
        shown: { before: { en: '≤ 15 days' }, after: { zh: '≤ 30 天' } },
      },
    ]);
    expect(diff(before, before)).toEqual([]);
  });

  it('tells added, removed, moved and reworded rows and tables', () => {
    const [a, b, c] = returns.rows as [TableRow, TableRow, TableRow];
    const table = (rows: TableRow[]): PolicyPack => ({ ...TMALL, tables: [{ ...returns, rows }] });
    const reworded = { ...a, clause: { ...a.clause, en: 'Otherwise.' }, answer: { ...a.answer, outcome: 'DENY' } };
    const changes = diff(table([a, b]), table([c, b, reworded]));
    expect(changes.map(({ kind, row, field }) => [kind, row, field].filter(Boolean).join(' '))).toEqual([
      'ADDED TM-03',
      'CHANGED TM-01 outcome',
      'CHANGED TM-01 clause',
      'MOVED TM-02',
      'MOVED TM-01',
    ]);
    expect(changes[1]?.shown).toEqual({ before: { zh: '可以', en: 'yes' }, after: { zh: '不可以', en: 'no' } });
    expect(diff(table([a]), { ...table([]), tables: [] }).map(({ kind, table: at }) => `${kind} ${at}`)).toEqual([
      'REMOVED TM-RETURN',
    ]);
  });

  it('shows a cell that does not fit its column as it is written', () => {
    const odd = {
      ...before,
      tables: before.tables.map((one) => ({
        ...one,
        rows: one.rows.map((row) => ({ ...row, when: { daysSinceSigned: 'soon' } })),
      })),
    };
    expect(diff(before, odd).find(({ field }) => field === 'daysSinceSigned')?.shown.after.en).toBe('soon');
  });
});

const person = (id: string, ...permissions: string[]) => ({ id, permissions: new Set(permissions) });
const SV = person('sv1', 'policy.draft');
const MG = person('mg1', 'policy.draft', 'policy.approve');
const OD = person('od1', 'policy.approve');
const PA = person('pa1');
const version = (state: PolicyVersion['state'], extra: Partial<PolicyVersion> = {}): PolicyVersion => ({
  id: 'v1',
  state,
  authorId: 'sv1',
  ...extra,
});
const NOW = '2025-06-01T00:00:00Z';

describe('the life of a version', () => {
  it('is edited by who drafts policies, approved by who approves them, never by its author', () => {
    expect(mayEdit(version('DRAFT'), SV)).toBeUndefined();
    expect(mayEdit(version('DRAFT'), PA)?.code).toBe('FORBIDDEN');
    expect(mayEdit(version('SUBMITTED'), SV)?.code).toBe('INVALID_TRANSITION');
    expect(mayApprove(version('SUBMITTED'), MG)).toBeUndefined();
    expect(mayApprove(version('SUBMITTED'), OD)).toBeUndefined();
    expect(mayApprove(version('SUBMITTED'), SV)?.code).toBe('FORBIDDEN');
    expect(mayApprove(version('SUBMITTED', { authorId: 'mg1' }), MG)).toMatchObject({
      code: 'FORBIDDEN',
      details: { authorId: 'mg1' },
    });
    expect(mayApprove(version('DRAFT'), MG)?.code).toBe('INVALID_TRANSITION');
  });

  it('is not submitted while it does not compile or weakens the statute', () => {
    const broken = {
      ...promising(15),
      tables: promising(15).tables.map((one) => ({ ...one, inputs: [] as typeof one.inputs })),
    };
    expect(maySubmit(version('DRAFT'), SV, lint(broken))).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect(maySubmit(version('DRAFT'), SV, lint(promising(15)))).toBeUndefined();
  });

  it('is sent back by who may approve, scheduled not before now, and retired by them', () => {
    expect(maySendBack(version('SUBMITTED'), SV)).toBeUndefined();
    expect(maySendBack(version('SUBMITTED'), PA)?.code).toBe('FORBIDDEN');
    expect(maySchedule(version('APPROVED'), MG, { from: NOW, now: NOW })).toBeUndefined();
    expect(maySchedule(version('APPROVED'), MG, { from: '2025-05-31T23:59:59Z', now: NOW })?.code).toBe(
      'VALIDATION_FAILED',
    );
    expect(maySchedule(version('APPROVED'), MG, { from: 'tomorrow', now: NOW })?.code).toBe('VALIDATION_FAILED');
    expect([mayRetire(version('EFFECTIVE'), MG), mayRetire(version('EFFECTIVE'), SV)?.code]).toEqual([
      undefined,
      'FORBIDDEN',
    ]);
  });

  it('never reaches EFFECTIVE but through approval and a schedule', () => {
    const into = (state: string) =>
      Object.values(POLICY_VERSION_MACHINE.events).flatMap((moves) =>
        Object.entries(moves)
          .filter(([, to]) => to === state)
          .map(([from]) => from),
      );
    expect([into('EFFECTIVE'), into('SCHEDULED'), into('APPROVED'), into('SUBMITTED')]).toEqual([
      ['SCHEDULED'],
      ['APPROVED'],
      ['SUBMITTED'],
      ['DRAFT'],
    ]);
  });
});

describe('the version of an instant', () => {
  const old = version('SUPERSEDED', {
    id: 'old',
    effectiveFrom: '2025-01-01T00:00:00Z',
    effectiveTo: '2025-06-01T00:00:00Z',
  });
  const present = version('EFFECTIVE', { id: 'present', effectiveFrom: '2025-06-01T00:00:00Z' });
  const coming = version('SCHEDULED', { id: 'coming', effectiveFrom: '2025-07-01T00:00:00Z' });
  const all = [coming, version('DRAFT', { id: 'draft' }), present, old];

  it('judges an order by the version of its own time', () => {
    const at = (instant: string) => versionAt(all, instant)?.id;
    expect(
      ['2024-12-31T23:59:59Z', '2025-05-31T23:59:59.999Z', '2025-06-01T00:00:00Z', '2025-07-01T00:00:00Z'].map(at),
    ).toEqual([undefined, 'old', 'present', 'coming']);
    expect(versionAt([old], '2025-06-01T00:00:00Z')).toBeUndefined();
    expect(dueVersions(all, '2025-07-01T00:00:00Z').map(({ id }) => id)).toEqual(['coming']);
    expect(dueVersions(all, '2025-06-30T23:59:59Z')).toEqual([]);
  });

  it('finds exactly one version from the first one on, whatever the schedule', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 1100 }),
        (starts, day) => {
          const iso = (days: number) => new Date(days * 86_400_000).toISOString();
          const versions = starts.map((start) => version('EFFECTIVE', { id: `${start}`, effectiveFrom: iso(start) }));
          const expected = starts.filter((start) => start <= day).toSorted((a, b) => b - a)[0];
          expect(versionAt(versions, iso(day))?.id).toBe(expected === undefined ? undefined : `${expected}`);
        },
      ),
    );
  });
});
