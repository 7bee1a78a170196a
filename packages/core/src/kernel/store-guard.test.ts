import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { standardFeatures } from '../features/index.ts';
import { anyWords, createTestDesk } from '../testing/index.ts';
import { defineAction, one } from './action.ts';
import type { StaffActor } from './actor.ts';
import { AuditEvent } from './audit.ts';
import { isInReach } from './filter.ts';
import { defineEntity, ref, type BaseRow, type Entity } from './entity.ts';
import { defineFeature } from './feature.ts';

const everything = new Set(standardFeatures.flatMap(({ permissions }) => Object.keys(permissions)));
const scoped = {
  kind: 'staff',
  tenantId: 't',
  userId: 'u',
  name: 'U',
  agentNo: 'U',
  roles: ['AD', 'MG'],
  permissions: everything,
  storeIds: ['mine'],
} as StaffActor;
const stored = [
  AuditEvent as Entity,
  ...standardFeatures.flatMap(({ entities }) => entities as readonly Entity[]),
].filter(({ schema }) => 'storeId' in schema.shape);

test.each(stored.map((entity) => [entity.name, entity] as const))(
  '%s of another store is seen by nobody who works for some stores only',
  (_name, entity) => {
    const row = (storeId: string) =>
      ({ id: 'x', storeId, ownerId: null, scope: 'TENANT', kind: 'HELP_REQUESTED' }) as unknown as BaseRow;
    expect(isInReach(scoped, entity, row('another'))).toBe(false);
  },
);

const Warranty = defineEntity({
  name: 'Warranty',
  plural: 'Warranties',
  title: { en: 'Warranty', zh: '保修' },
  schema: z.object({ storeId: ref('Store').nullable(), text: z.string() }),
  visible: (actor) => (actor.kind === 'staff' ? 'all' : 'none'),
});
/** A feature of somebody who thinks of no stores. */
const careless = defineFeature({
  words: anyWords,
  name: 'careless',
  entities: [Warranty],
  actions: {
    promise: defineAction({
      title: { en: 'Promise', zh: '承诺' },
      allow: { staff: true },
      input: z.object({ storeId: z.string().nullable() }),
      output: one(Warranty),
      run: (ctx, input) => ctx.insert(Warranty, { ...input, text: '' }),
    }),
    change: defineAction({
      title: { en: 'Change', zh: '修改' },
      allow: { staff: true },
      on: Warranty,
      input: z.object({}),
      output: one(Warranty),
      run: (ctx, row) => ctx.update(Warranty, row, { text: 'changed' }),
    }),
    name: defineAction({
      title: { en: 'Name', zh: '提及' },
      allow: { staff: true },
      input: z.object({ at: z.array(z.object({ storeId: ref('Store') })) }),
      output: one(Warranty),
      run: (ctx, { at }) => ctx.insert(Warranty, { storeId: null, text: at.map(({ storeId }) => storeId).join() }),
    }),
  },
});

describe('a feature that thinks of no stores', () => {
  async function scene() {
    const setup = await createTestDesk({ features: [...standardFeatures, careless] as const });
    const everywhere = await setup.staff('MG1', ['MG']);
    const here = await setup.staff('MG2', ['MG'], { storeIds: [setup.store.id] });
    const away = await setup.staff('MG3', ['MG'], { storeIds: ['another'] });
    const as = (actor: StaffActor) => setup.desk.as(actor).careless;
    return { ...setup, everywhere, here, away, as };
  }

  test('still changes nothing of a store that its caller does not work for', async () => {
    const { as, here, away, store } = await scene();
    const { id } = await as(here).promise({ storeId: store.id });
    await expect(as(away).promise({ storeId: store.id })).rejects.toMatchObject({ denial: { code: 'NOT_FOUND' } });
    await expect(as(away).change({ id })).rejects.toMatchObject({ denial: { code: 'NOT_FOUND' } });
    expect((await as(here).change({ id })).text).toBe('changed');
  });

  test('still lets only somebody of every store decide what holds for every store', async () => {
    const { as, here, everywhere } = await scene();
    await expect(as(here).promise({ storeId: null })).rejects.toMatchObject({ denial: { code: 'FORBIDDEN' } });
    const { id } = await as(everywhere).promise({ storeId: null });
    await expect(as(here).change({ id })).rejects.toMatchObject({ denial: { code: 'FORBIDDEN' } });
    expect((await as(everywhere).change({ id })).text).toBe('changed');
  });

  test('takes only ids that its caller may see, wherever they stand in the input', async () => {
    const { as, everywhere, here, store, desk } = await scene();
    expect(await as(everywhere).name({ at: [{ storeId: store.id }] })).toMatchObject({ text: store.id });
    await expect(as(everywhere).name({ at: [{ storeId: store.id }, { storeId: 'nowhere' }] })).rejects.toMatchObject({
      denial: { code: 'NOT_FOUND' },
    });
    expect(await desk.as(here).careless.name.check({ at: [{ storeId: 'nowhere' }] })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
