import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DeniedError, standardFeatures, type Customer, type Desk, type RowOf } from '@shopdesk/core';
import { actionContract, createTestDesk, MemoryStore, metricContract } from '@shopdesk/core/testing';
import { createDeskServer, signatureOf, standardServerFeatures, type DeskServer } from '@shopdesk/server';
import { afterEach, describe, expect, test } from 'vitest';
import { Covered, warranty, WarrantyClaim } from './core/index.ts';
import { warrantyServer } from './server/index.ts';

const features = [...standardFeatures, warranty] as const;
type Claim = RowOf<typeof WarrantyClaim>;
const CLAIM = { product: 'Kettle', fault: 'It leaks.' };

async function scene() {
  const made = await createTestDesk({ features });
  const desk = made.desk as unknown as Desk;
  const shopper = await made.shopper('mia');
  const claim = (await desk.perform(shopper, 'claimWarranty', CLAIM)) as Claim;
  const [agent, finance] = [await made.staff('AA1', ['AA']), await made.staff('FN1', ['FN'])];
  return { ...made, desk, shopper, claim, agent, finance, stranger: await made.shopper('leo') };
}

const CASES = {
  claimWarranty: async () => {
    const { desk, shopper, agent } = await scene();
    return { desk, actor: shopper, input: CLAIM, wrongRole: agent };
  },
  withdrawWarrantyClaim: async () => {
    const { desk, shopper, claim, stranger } = await scene();
    return { desk, actor: shopper, input: { id: claim.id }, stranger };
  },
  acceptWarrantyClaim: async () => {
    const { desk, agent, claim, finance } = await scene();
    return { desk, actor: agent, input: { id: claim.id }, wrongRole: finance };
  },
  declineWarrantyClaim: async () => {
    const { desk, agent, claim, finance } = await scene();
    return { desk, actor: agent, input: { id: claim.id, reason: 'It was dropped.' }, wrongRole: finance };
  },
  noteWarrantyRepair: async () => {
    const { desk, agent, claim, system } = await scene();
    await desk.perform(agent, 'acceptWarrantyClaim', { id: claim.id });
    return { desk, actor: system, input: { id: claim.id, report: 'A new seal.' }, wrongRole: agent };
  },
  coverCustomer: async () => {
    const { desk, agent, claim, finance } = await scene();
    const input = { id: claim.customerId, until: '2026-03-10T00:00:00.000Z' };
    return { desk, actor: agent, input, wrongRole: finance };
  },
};

describe.each(Object.entries(CASES))('%s', (action, prepare) => {
  test.each(actionContract({ action, prepare }))('$title', ({ run }) => run());
});

describe('the figure of accepted claims', () => {
  const contract = metricContract({
    metric: 'WARRANTY_ACCEPTED',
    prepare: async ({ around, roll }) => {
      const made = await createTestDesk({ features, store: around(new MemoryStore()), onError: () => undefined });
      const desk = made.desk as unknown as Desk;
      const shopper = await made.shopper('mia');
      const agents = [await made.staff('AA1', ['AA']), await made.staff('AA2', ['AA'])] as const;
      const reader = await made.staff('SV1', ['SV']);
      const claims: string[] = [];
      const act = async (): Promise<unknown> => {
        made.clock.advance(roll(3) * 20_000_000);
        const id = claims[roll(Math.max(1, claims.length))];
        const agent = agents[roll(2)] ?? agents[0];
        if (!id || roll(3) === 0) {
          const claim = (await desk.perform(shopper, 'claimWarranty', CLAIM)) as Claim;
          return claims.push(claim.id);
        }
        if (roll(2)) return desk.perform(agent, 'acceptWarrantyClaim', { id });
        return desk.perform(agent, 'declineWarrantyClaim', { id, reason: 'It was dropped.' });
      };
      return { desk, reader, act };
    },
  });
  test.each(contract)('$title', ({ run }) => run());
});

test('a guest whom the shop has not named claims nothing', async () => {
  const { desk, shopper } = await createTestDesk({ features });
  const guest = (desk as unknown as Desk).perform(await shopper(), 'claimWarranty', CLAIM);
  await expect(guest).rejects.toThrow(DeniedError);
});

test('how long a customer is covered stands in their row, for them and for staff', async () => {
  const { desk, agent, shopper, claim } = await scene();
  const until = '2026-03-10T00:00:00.000Z';
  await desk.perform(agent, 'coverCustomer', { id: claim.customerId, until });
  const mine = (await desk.read(shopper).get(Covered, claim.customerId)) as RowOf<typeof Customer>;
  expect(mine).toMatchObject({ coveredUntil: until });
});

describe('the webhook of the workshop', () => {
  const SECRET = `whsec_${Buffer.from('the secret of the workshop').toString('base64')}`;
  let server: DeskServer | undefined;
  afterEach(() => server?.close());

  async function accepted() {
    server = (await createDeskServer({
      store: new MemoryStore(),
      features,
      serverFeatures: [...standardServerFeatures, warrantyServer({ workshopSecret: SECRET })],
      assets: false,
      background: false,
    })) as unknown as DeskServer;
    const { desk } = server;
    const owner = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
    await desk.perform(owner, 'createTenant', { name: 'Test', slug: 'test' });
    const add = (key: string) => desk.perform(owner, 'createStore', { name: key, key }) as Promise<{ id: string }>;
    const [{ id: storeId }] = [await add('shop-1'), await add('shop-2')];
    const base = {
      tenantId: owner.tenantId,
      version: 1,
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
    };
    const row = {
      ...base,
      id: 'claim-1',
      storeId,
      customerId: 'c',
      ...CLAIM,
      state: 'ACCEPTED',
      declineReason: null,
      repairReport: null,
      requestedAt: base.createdAt,
      requestedOn: '2026-01-01',
      decidedById: null,
    };
    await server.store.commit([{ kind: 'insert', entity: WarrantyClaim, row }]);
    return { state: async () => (await desk.read(owner).get(WarrantyClaim, 'claim-1')) as Claim };
  }

  async function send(event: unknown, { key = 'shop-1', secret = SECRET, id = 'msg-1' } = {}) {
    const body = JSON.stringify(event);
    const timestamp = String(Math.floor(Date.now() / 1000));
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatureOf({ id, timestamp, body }, secret),
    };
    const request = new Request(`http://desk.test/warranty/${key}/repairs`, { method: 'POST', headers, body });
    return (await (server as DeskServer).fetch(request)).status;
  }

  test('notes a repair once, however often it is told', async () => {
    const { state } = await accepted();
    const repair = { claimId: 'claim-1', report: 'A new seal.' };
    expect([await send(repair), await send(repair)]).toEqual([200, 200]);
    expect(await state()).toMatchObject({ state: 'REPAIRED', repairReport: 'A new seal.' });
    expect(await send(repair, { id: 'msg-2' })).toBe(400);
  });

  test('is refused when it is not signed, says nothing, or is about another store', async () => {
    const { state } = await accepted();
    const repair = { claimId: 'claim-1', report: 'A new seal.' };
    expect(await send(repair, { secret: 'whsec_b3RoZXI=' })).toBe(401);
    expect(await send({ claimId: 'claim-1' })).toBe(400);
    expect(await send(repair, { key: 'shop-2' })).toBe(404);
    expect(await state()).toMatchObject({ state: 'ACCEPTED' });
  });
});

test('everything is made of what the packages show to strangers', () => {
  const root = fileURLToPath(new URL('.', import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testing'),
  );
  const imports = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, to = '']) => to),
  );
  const outside = new Set(imports.filter((to) => !to.startsWith('.')));
  expect([...outside].filter((to) => !/^(?:lit|zod|@shopdesk\/(?:core|server|admin|widget))(?:\/|$)/.test(to))).toEqual(
    [],
  );
  expect(imports.filter((to) => to.includes('/../../') || to.includes('packages/'))).toEqual([]);
  const manifest = (name: string) =>
    (JSON.parse(readFileSync(join(root, '../../../packages', name, 'package.json'), 'utf8')) as { exports: object })
      .exports;
  const unknown = [...outside].filter((to) => {
    const [, name, path = ''] = /^@shopdesk\/(\w+)(\/.*)?$/.exec(to) ?? [];
    if (name === undefined) return false;
    return !Object.keys(manifest(name)).some((entry) =>
      new RegExp(`^${entry.replaceAll('.', '\\.').replace('*', '[\\w-]+')}$`).test(`.${path}`),
    );
  });
  expect(unknown).toEqual([]);
});
