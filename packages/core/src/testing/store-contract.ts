/**
 * @module What every store must do. Runs under any test runner: each case throws when it fails.
 */
import { z } from 'zod';
import { defineEntity, instant, type BaseRow, type RowOf } from '../kernel/entity.ts';
import {
  UniqueViolationError,
  VersionConflictError,
  type DeskStore,
  type Query,
  type Question,
  type Write,
} from '../kernel/store.ts';
import { expectEqual, expectRejects, type ContractCase } from './contract.ts';

/** The entity that the cases write; create its storage before they run. */
export const ContractThing = defineEntity({
  name: 'ContractThing',
  title: { en: 'Thing', zh: '物' },
  schema: z.object({
    label: z.string(),
    code: z.string().nullable(),
    state: z.string(),
    amount: z.int(),
    share: z.number(),
    on: z.boolean(),
    at: instant().nullable(),
    tags: z.array(z.string()),
    look: z.object({ colour: z.string(), deep: z.object({ n: z.int() }) }).nullable(),
  }),
  index: [['state', '-amount']],
  unique: [
    { name: 'contract_code', fields: ['code'] },
    { name: 'contract_open', fields: ['label'], where: { field: 'state', in: ['OPEN'] } },
  ],
  visible: () => 'all',
});

type Thing = RowOf<typeof ContractThing>;
const AT = '2025-03-10T01:02:03.456Z';

function thing(tenantId: string, n: number, values: Partial<Thing> = {}): Thing {
  const id = `${tenantId}-${String(n).padStart(4, '0')}`;
  return {
    id,
    tenantId,
    version: 1,
    createdAt: AT,
    updatedAt: AT,
    label: `thing ${n}`,
    code: null,
    state: 'DONE',
    amount: n,
    share: 0.5,
    on: n % 2 === 0,
    at: AT,
    tags: [`t${n % 3}`],
    look: null,
    ...values,
  };
}

const insert = (row: Thing): Write => ({ kind: 'insert', entity: ContractThing, row });
const update = (row: Thing, changes: Partial<Thing>, expectedVersion = row.version): Write => ({
  kind: 'update',
  entity: ContractThing,
  tenantId: row.tenantId,
  id: row.id,
  expectedVersion,
  changes,
});
const ids = (rows: readonly BaseRow[]) => rows.map(({ id }) => id);

/** The cases of the store port. `newTenant` gives a tenant id that no earlier case used. */
export function storeContract(store: () => DeskStore, newTenant: () => string): ContractCase[] {
  const all = (tenantId: string) => store().find({ entity: ContractThing, tenantId, where: [], limit: 1000 });
  const seed = async (count: number, values: (n: number) => Partial<Thing> = () => ({})) => {
    const tenantId = newTenant();
    const rows = Array.from({ length: count }, (_, n) => thing(tenantId, n, values(n)));
    await store().commit(rows.map(insert));
    return { tenantId, rows };
  };
  return [
    {
      title: 'gives back every kind of value exactly as it was written',
      run: async () => {
        const look = { colour: '#fff', deep: { n: 3 } };
        const text = '你好 <b>"x"</b> \u202e👩‍👩‍👧 \\ \n 100%';
        const { tenantId, rows } = await seed(2, (n) => ({
          label: text,
          look: n ? look : null,
          at: n ? AT : null,
          amount: 2 ** 40 + n,
          tags: n ? ['a,b', '{"'] : [],
        }));
        expectEqual(await all(tenantId), rows);
      },
    },
    {
      title: 'writes all of a commit or nothing',
      run: async () => {
        const { tenantId, rows } = await seed(1);
        const bad = update(rows[0] as Thing, { amount: 9 }, 7);
        await expectRejects(() => store().commit([insert(thing(tenantId, 5)), bad]), VersionConflictError);
        expectEqual(await all(tenantId), rows);
      },
    },
    {
      title: 'raises the version with each update and refuses a stale one',
      run: async () => {
        const { tenantId, rows } = await seed(1);
        const row = rows[0] as Thing;
        await store().commit([update(row, { amount: 5, look: { colour: 'red', deep: { n: 1 } } })]);
        await expectRejects(() => store().commit([update(row, { amount: 6 })]), VersionConflictError);
        const [now] = (await all(tenantId)) as Thing[];
        expectEqual([now?.amount, now?.version], [5, 2]);
      },
    },
    {
      title: 'commits what was decided by a row only while it is as it was, or is not there where there was none',
      run: async () => {
        if (!store().checks) return;
        const { tenantId, rows } = await seed(2);
        const [seen, other] = rows as [Thing, Thing];
        const check = (id: string, expected?: Pick<Thing, 'version' | 'createdAt'>): Write => ({
          kind: 'check',
          entity: ContractThing,
          tenantId,
          id,
          ...(expected ? { expected: { version: expected.version, createdAt: expected.createdAt } } : {}),
        });
        const again = { ...seen, createdAt: '2025-03-10T01:02:03.457Z' };
        const amounts = async () => ((await all(tenantId)) as Thing[]).map(({ amount }) => amount);
        await store().commit([update(other, { amount: 7 }), check(seen.id, seen), check(other.id, other)]);
        await store().commit([check(seen.id, seen), check('nobody')]);
        await store().commit([insert(thing(tenantId, 5)), check(`${tenantId}-0005`), check('nobody')]);
        expectEqual(await amounts(), [0, 7, 5]);
        const changed = { ...other, version: 2 };
        for (const bad of [
          check(seen.id, { ...seen, version: 2 }),
          check(seen.id, again),
          check(seen.id),
          check('nobody', seen),
        ]) {
          await expectRejects(() => store().commit([bad]), VersionConflictError);
          await expectRejects(
            () => store().commit([update(changed, { amount: 9 }), check('nobody'), bad]),
            VersionConflictError,
          );
          await expectRejects(() => store().commit([insert(thing(tenantId, 6)), bad]), VersionConflictError);
        }
        expectEqual(await amounts(), [0, 7, 5]);
      },
    },
    {
      title: 'lets only one of two writers with the same version win',
      run: async () => {
        const { tenantId, rows } = await seed(1);
        const tries = await Promise.allSettled(
          [1, 2, 3, 4].map((n) => store().commit([update(rows[0] as Thing, { amount: n })])),
        );
        expectEqual(tries.filter(({ status }) => status === 'fulfilled').length, 1);
        expectEqual((await all(tenantId))[0]?.version, 2);
      },
    },
    {
      title: 'removes a row, once',
      run: async () => {
        const { tenantId, rows } = await seed(1);
        const remove: Write = {
          kind: 'delete',
          entity: ContractThing,
          tenantId,
          id: ids(rows)[0] ?? '',
          expectedVersion: 1,
        };
        await store().commit([remove]);
        await expectRejects(() => store().commit([remove]), VersionConflictError);
        expectEqual(await all(tenantId), []);
      },
    },
    {
      title: 'never touches a row of another tenant',
      run: async () => {
        const { rows } = await seed(1);
        const foreign = {
          ...(update(rows[0] as Thing, { amount: 9 }) as Write & { kind: 'update' }),
          tenantId: newTenant(),
        };
        await expectRejects(() => store().commit([foreign]), VersionConflictError);
      },
    },
    {
      title: 'keeps a unique key unique within the tenant and names it',
      run: async () => {
        const { tenantId } = await seed(1, () => ({ code: 'A' }));
        const error = await expectRejects(
          () => store().commit([insert(thing(tenantId, 8, { code: 'A' }))]),
          UniqueViolationError,
        );
        expectEqual(error.key, 'contract_code');
        await seed(1, () => ({ code: 'A' }));
      },
    },
    {
      title: 'counts only matching rows for a partial unique key',
      run: async () => {
        const { tenantId, rows } = await seed(2, (n) => ({ label: 'same', state: n ? 'OPEN' : 'DONE' }));
        const error = await expectRejects(
          () => store().commit([update(rows[0] as Thing, { state: 'OPEN' })]),
          UniqueViolationError,
        );
        expectEqual(error.key, 'contract_open');
        expectEqual((await all(tenantId)).length, 2);
      },
    },
    {
      title: 'pages by keyset through equal values without gap or repeat',
      run: async () => {
        const { tenantId } = await seed(25, (n) => ({ amount: Math.floor(n / 7), at: n % 5 === 0 ? null : AT }));
        const seen: string[] = [];
        for (let after: (string | number | null)[] | undefined; ;) {
          const order = [['amount', 'desc']] as const;
          const page = (await store().find({
            entity: ContractThing,
            tenantId,
            where: [],
            order,
            limit: 4,
            ...(after ? { after } : {}),
          })) as Thing[];
          seen.push(...ids(page));
          const last = page.at(-1);
          if (!last) break;
          after = [last.amount, last.id];
        }
        expectEqual([seen.length, new Set(seen).size], [25, 25]);
      },
    },
    {
      title: 'understands every condition',
      run: async () => {
        const { tenantId } = await seed(6, (n) => ({
          label: n === 3 ? '50% OFF_now' : `thing ${n}`,
          code: n === 2 ? 'X' : null,
        }));
        const found = async (where: object) =>
          (await store().find({ entity: ContractThing, tenantId, where: [where as never], limit: 100 })).map(
            (row) => (row as Thing).amount,
          );
        expectEqual(await found({ amount: { in: [1, 4] } }), [1, 4]);
        expectEqual(await found({ amount: { gt: 4 } }), [5]);
        expectEqual(await found({ amount: { gte: 4 } }), [4, 5]);
        expectEqual(await found({ amount: { gt: 2, lt: 5 } }), [3, 4]);
        await expectRejects(() => found({ amount: {} }), TypeError);
        expectEqual(await found({ amount: { lt: 1 } }), [0]);
        expectEqual(await found({ amount: { lte: 1 } }), [0, 1]);
        expectEqual(await found({ amount: { ne: 3 } }), [0, 1, 2, 4, 5]);
        expectEqual(await found({ code: null }), [0, 1, 3, 4, 5]);
        expectEqual(await found({ code: { ne: null } }), [2]);
        expectEqual(await found({ code: { ne: 'X' } }), [0, 1, 3, 4, 5]);
        expectEqual(await found({ on: true, amount: { gt: 0 } }), [2, 4]);
        expectEqual(await found({ label: { contains: '% off_' } }), [3]);
        expectEqual(await found({ tags: { has: 't1' } }), [1, 4]);
        expectEqual(await found({ or: [{ amount: 1 }, { code: 'X' }] }), [1, 2]);
        expectEqual(await found({ amount: { in: [] } }), []);
      },
    },
    {
      title: 'finds so many rows for each of several values, in order, behind a place and within the other conditions',
      run: async () => {
        const { tenantId } = await seed(12, (n) => ({ label: `of ${n % 3}`, state: n === 9 ? 'OPEN' : 'DONE' }));
        const found = async (query: Partial<Query>) =>
          (
            await store().find({
              entity: ContractThing,
              tenantId,
              where: [{ state: 'DONE' }],
              order: [['amount', 'desc']],
              limit: 2,
              ...query,
            })
          ).map((row) => (row as Thing).amount);
        const each = (...of: string[]) => ({ each: { field: 'label', of } });
        expectEqual(await found(each('of 0', 'of 2')), [6, 3, 11, 8]);
        expectEqual(await found(each('of 1', 'of nothing')), [10, 7]);
        expectEqual(await found(each()), []);
        expectEqual(await found({ ...each('of 0', 'of 1'), after: [7, `${tenantId}-0007`], limit: 1 }), [6, 4]);
        expectEqual(await found({ ...each('of 2'), order: [['amount', 'asc']], limit: 1 }), [2]);
      },
    },
    {
      title: 'answers several questions at once as it answers each',
      run: async () => {
        const look = { colour: '"', deep: { n: 2 ** 40 } };
        const { tenantId, rows } = await seed(5, (n) => ({
          share: 1 / (n + 3),
          amount: 2 ** 50 + n,
          look: n ? look : null,
          at: n ? AT : null,
          tags: n ? ['a,b', '{"', '你好'] : [],
        }));
        const queries: Query[] = [
          { entity: ContractThing, tenantId, where: [{ id: rows[1]?.id }], limit: 1 },
          { entity: ContractThing, tenantId, where: [], order: [['amount', 'desc']], limit: 3 },
          { entity: ContractThing, tenantId: newTenant(), where: [], limit: 5 },
          { entity: ContractThing, tenantId, where: [{ look: null }], limit: 5 },
        ];
        const one = await Promise.all(queries.map((query) => store().find(query)));
        const asked = queries.map((query): Question => ({ kind: 'find', ...query }));
        const many: Question[] = [...asked, { kind: 'count', entity: ContractThing, tenantId, where: [], limit: 9 }];
        expectEqual(
          (await store().answer?.([...many, ...many, ...many])) ?? [],
          store().answer ? [...one, 5, ...one, 5, ...one, 5] : [],
        );
        expectEqual(
          one.map(({ length }) => length),
          [1, 3, 0, 1],
        );
      },
    },
    {
      title: 'puts a row blindly, in the place of another or as a new one',
      run: async () => {
        const { tenantId, rows } = await seed(1);
        const later = { createdAt: '2025-03-11T00:00:00.000Z', updatedAt: '2025-03-11T00:00:00.000Z' };
        const [old, fresh] = [0, 1].map((n) => thing(tenantId, n, { ...later, version: 77, amount: 40 + n }));
        const put = (row: Thing | undefined): Write => ({ kind: 'put', entity: ContractThing, row: row as Thing });
        await store().commit([put(old), put(fresh)]);
        expectEqual(await all(tenantId), [{ ...old, createdAt: AT }, fresh]);
        await store().commit([update(fresh as Thing, { amount: 3 })]);
        await expectRejects(() => store().commit([update(rows[0] as Thing, { amount: 4 })]), VersionConflictError);
      },
    },
    {
      title: 'removes a row blindly, of whatever version, and also when there is none',
      run: async () => {
        const { tenantId, rows } = await seed(3);
        const remove = (id: string | undefined): Write => ({
          kind: 'delete',
          entity: ContractThing,
          tenantId,
          id: id ?? '',
        });
        await store().commit([update(rows[0] as Thing, { amount: 9 })]);
        await store().commit([remove(rows[0]?.id), remove('nobody'), update(rows[1] as Thing, { amount: 5 })]);
        expectEqual(
          ((await all(tenantId)) as Thing[]).map(({ id, amount }) => [id, amount]),
          [
            [rows[1]?.id, 5],
            [rows[2]?.id, 2],
          ],
        );
        await store().commit([{ ...remove(rows[2]?.id), tenantId: newTenant() } as Write]);
        expectEqual((await all(tenantId)).length, 2);
      },
    },
    {
      title: 'adds to what stands in a cell without its version, and begins one that is not there',
      run: async () => {
        const { tenantId, rows } = await seed(1, () => ({ share: 0.25 }));
        const add = (n: number, amounts: Record<string, number>): Write => ({
          kind: 'add',
          entity: ContractThing,
          begin: thing(tenantId, n, { amount: 0, share: 0 }),
          amounts,
        });
        await store().commit([add(0, { amount: 3 }), add(1, { share: 0.5 })]);
        await store().commit([add(1, { amount: 2, share: 1 }), add(0, { amount: -1 })]);
        await store().commit([add(0, { amount: 1 }), add(1, { amount: 1 }), add(2, {}), add(3, { amount: 1 })]);
        const now = (await all(tenantId)) as Thing[];
        expectEqual(
          now.map(({ amount, share, version }) => [amount, share, version]),
          [
            [3, 0.25, 1],
            [3, 1.5, 1],
            [0, 0, 1],
            [1, 0, 1],
          ],
        );
        await store().commit([update(rows[0] as Thing, { label: 'renamed' })]);
        await expectRejects(
          () => store().commit([add(0, { amount: 9 }), update(rows[0] as Thing, { label: 'late' })]),
          VersionConflictError,
        );
        expectEqual(((await all(tenantId)) as Thing[])[0]?.amount, 3);
      },
    },
    {
      title: 'lets many commits count in the same cells at once, in whatever order they name them',
      run: async () => {
        const tenantId = newTenant();
        const cell = (n: number): Write => ({
          kind: 'add',
          entity: ContractThing,
          begin: thing(tenantId, n, { amount: 0, share: 0 }),
          amounts: n % 2 === 0 ? { amount: 1 } : { amount: 1, share: 1 },
        });
        const cells = [0, 1, 2, 3, 4, 5];
        const commits = Array.from({ length: 60 }, (_, n) =>
          store().commit((n % 2 === 0 ? cells : cells.toReversed()).map(cell)),
        );
        const tries = await Promise.allSettled(commits);
        expectEqual(tries.filter(({ status }) => status === 'rejected').length, 0);
        expectEqual(
          ((await all(tenantId)) as Thing[]).map(({ amount }) => amount),
          cells.map(() => 60),
        );
      },
    },
    {
      title: 'finds as many rows as are asked for, and no fewer because nobody thought of so many',
      run: async () => {
        const { tenantId } = await seed(130);
        const found = async (limit: number) =>
          (await store().find({ entity: ContractThing, tenantId, where: [], limit })).length;
        expectEqual([await found(200), await found(130), await found(7)], [130, 130, 7]);
      },
    },
    {
      title: 'counts up to a limit',
      run: async () => {
        const { tenantId } = await seed(9);
        const count = (limit: number) =>
          store().count({ entity: ContractThing, tenantId, where: [{ amount: { gt: 1 } }], limit });
        expectEqual([await count(100), await count(7), await count(3)], [7, 7, 3]);
      },
    },
  ];
}
