import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anyCodes, anyWords, MemoryStore } from '../testing/index.ts';
import { defineAction, one } from './action.ts';
import type { StaffActor } from './actor.ts';
import { deny } from './denial.ts';
import { createDesk, type Desk } from './desk.ts';
import { defineEntity } from './entity.ts';
import { defineFeature, unless } from './feature.ts';
import { defineMachine } from './machine.ts';
import type { DeskStore, Query } from './store.ts';
import { texts } from './said.ts';

const said = texts('parcels', {
  nobody: { en: 'Nobody.', zh: '没有人。' },
  tomorrow: { en: 'The carrier comes tomorrow.', zh: '承运人明天来。' },
});

const parcelMachine = defineMachine({
  field: 'state',
  states: ['PACKED', 'SENT', 'LOST'],
  events: { pack: { NEW: 'PACKED' }, send: { PACKED: 'SENT', LOST: 'SENT' }, lose: { SENT: 'LOST' } },
});
const Parcel = defineEntity({
  name: 'Parcel',
  title: { en: 'Parcel', zh: '包裹' },
  schema: z.object({
    state: anyCodes('ParcelState', ['PACKED', 'SENT', 'LOST']),
    heavy: z.boolean(),
    note: z.string(),
  }),
  machine: parcelMachine,
  visible: (actor) => (actor.kind === 'staff' ? { note: { ne: 'hidden' } } : 'none'),
});
const Weight = defineEntity({
  name: 'Weight',
  title: { en: 'Weight', zh: '重量' },
  schema: z.object({ most: z.int() }),
  visible: () => 'all',
});

/** What `check` was given, which must always be a whole input. */
const checked: unknown[] = [];

const parcels = defineFeature({
  words: anyWords,
  name: 'parcels',
  entities: [Parcel, Weight],
  actions: {
    packParcel: defineAction({
      title: { en: 'Pack', zh: '打包' },
      allow: { staff: true },
      input: z.object({ heavy: z.boolean(), note: z.string().default('') }),
      output: one(Parcel),
      run: (ctx, input) => ctx.insert(Parcel, { state: 'PACKED', ...input }),
    }),
    sendParcel: defineAction({
      title: { en: 'Send', zh: '寄出' },
      allow: { staff: true },
      on: Parcel,
      event: 'send',
      when: async (ctx, { heavy }) => (heavy && !(await ctx.first(Weight, {})) ? deny('LIMIT_EXCEEDED') : undefined),
      input: z.object({ carrier: z.string().min(1), note: z.string().default('') }),
      output: one(Parcel),
      check: (_ctx, _row, input) => {
        checked.push(input);
        return input.carrier === 'NONE'
          ? deny('VALIDATION_FAILED', { fields: [{ path: 'carrier', text: said.nobody }] })
          : undefined;
      },
      run: (ctx, row, { note }) => ctx.fire(Parcel, row, 'send', { note }),
    }),
    weighParcel: defineAction({
      title: { en: 'Weigh', zh: '称重' },
      allow: { staff: true },
      on: Parcel,
      event: ['send', 'lose'],
      when: async (ctx) => void (await ctx.first(Weight, {})),
      input: z.object({}),
      output: one(Parcel),
      run: (ctx, row) => ctx.update(Parcel, row, { heavy: true }),
    }),
  },
});

/** A feature of somebody else. */
const customs = defineFeature({
  words: anyWords,
  name: 'customs',
  unless: [
    unless(parcels.actions.sendParcel, {
      when: (_ctx, { note }) =>
        note === 'stopped'
          ? deny('POLICY_DENIED')
          : note === 'late'
            ? deny('INVALID_TRANSITION', { text: said.tomorrow })
            : undefined,
      check: (_ctx, _row, { carrier }) => (carrier === 'SMUGGLER' ? deny('FORBIDDEN') : undefined),
    }),
  ],
});

function counting(inner: DeskStore) {
  const asked: Query[] = [];
  const store: DeskStore = {
    find: (query) => (asked.push(query), inner.find(query)),
    count: (query) => (asked.push(query), inner.count(query)),
    commit: (writes) => inner.commit(writes),
  };
  return { store, asked };
}

const agent: StaffActor = {
  kind: 'staff',
  tenantId: 'tenant-1',
  userId: 'user-1',
  name: 'A1',
  agentNo: 'A1',
  roles: ['PA'],
  permissions: new Set(),
};

function setUp() {
  const { store, asked } = counting(new MemoryStore());
  let ids = 0;
  const desk = createDesk({
    features: [parcels, customs],
    store,
    clock: () => new Date(0),
    newId: () => `id-${(ids += 1)}`,
    ports: {} as never,
  });
  const api = desk.as(agent).parcels;
  const loose = desk as unknown as Desk;
  const offered = async (id: string) =>
    Object.fromEntries(
      (await loose.availableActions(agent, 'Parcel', id)).map(({ action, denial }) => [action, denial?.code ?? 'yes']),
    );
  checked.length = 0;
  return { api, loose, offered, asked };
}

describe('an action on a row', () => {
  test('gets the row that the caller names by its id, and the input without that id', async () => {
    const { api } = setUp();
    const { id } = await api.packParcel({ heavy: false });
    expect(await api.sendParcel({ id, carrier: 'SF' })).toMatchObject({ id, state: 'SENT', version: 2 });
    expect(checked).toEqual([{ carrier: 'SF', note: '' }]);
  });

  test('is refused in a wrong state by its event, before anything of its own is asked', async () => {
    const { api } = setUp();
    const { id } = await api.packParcel({ heavy: true });
    const { id: light } = await api.packParcel({ heavy: false });
    await api.sendParcel({ id: light, carrier: 'SF' });
    checked.length = 0;
    await expect(api.sendParcel({ id: light, carrier: 'NONE' })).rejects.toMatchObject({
      denial: { code: 'INVALID_TRANSITION', details: { from: 'SENT', event: 'send' } },
    });
    await expect(api.sendParcel({ id, carrier: 'SF' })).rejects.toMatchObject({ denial: { code: 'LIMIT_EXCEEDED' } });
    expect(checked).toEqual([]);
  });

  test('is NOT_FOUND on a row that the actor may not see or that is not there, for the deed, the question and the list', async () => {
    const { api, offered } = setUp();
    const { id } = await api.packParcel({ heavy: false, note: 'hidden' });
    for (const unseen of [id, 'nobody']) {
      await expect(api.sendParcel({ id: unseen, carrier: 'SF' })).rejects.toMatchObject({
        denial: { code: 'NOT_FOUND' },
      });
      expect(await api.sendParcel.check({ id: unseen, carrier: 'SF' })).toMatchObject({ code: 'NOT_FOUND' });
      await expect(offered(unseen)).rejects.toMatchObject({ denial: { code: 'NOT_FOUND' } });
    }
  });

  test('needs the id, and nothing that stands in the input is taken for a valid one', async () => {
    const { api, loose } = setUp();
    const { id } = await api.packParcel({ heavy: false });
    for (const [input, path] of [
      [{ carrier: 'SF' }, 'id'],
      [{ id, carrier: '' }, 'carrier'],
    ] as const)
      await expect(loose.perform(agent, 'sendParcel', input)).rejects.toMatchObject({
        denial: { code: 'VALIDATION_FAILED', fields: [{ path }] },
      });
    expect(checked).toEqual([]);
  });

  test('may be objected to by another feature, about the row and about the input', async () => {
    const { api, offered } = setUp();
    const { id } = await api.packParcel({ heavy: false, note: 'stopped' });
    expect(await offered(id)).toMatchObject({ sendParcel: 'POLICY_DENIED' });
    const { id: free } = await api.packParcel({ heavy: false });
    expect(await offered(free)).toMatchObject({ sendParcel: 'yes' });
    expect(await api.sendParcel.check({ id: free, carrier: 'SMUGGLER' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await api.sendParcel.check({ id: free, carrier: 'SF' })).toBeUndefined();
  });
});

describe('the actions on offer', () => {
  test('are told by state and row alone: no input is made up for the question', async () => {
    const { api, offered } = setUp();
    const { id } = await api.packParcel({ heavy: false });
    expect(await offered(id)).toEqual({ sendParcel: 'yes', weighParcel: 'yes' });
    await api.sendParcel({ id, carrier: 'SF' });
    expect(await offered(id)).toEqual({ sendParcel: 'INVALID_TRANSITION', weighParcel: 'yes' });
    expect(checked).toHaveLength(1);
  });

  test('tell an action of another state from one that is refused for a reason people are told', async () => {
    const { api, loose } = setUp();
    const toSend = async (input: { heavy: boolean; note?: string }) => {
      const { id } = await api.packParcel(input);
      return { id, offer: await sendingOf(id) };
    };
    const sendingOf = async (id: string) =>
      (await loose.availableActions(agent, 'Parcel', id)).find(({ action }) => action === 'sendParcel');
    const { id, offer } = await toSend({ heavy: false });
    expect(offer).toEqual({ action: 'sendParcel' });
    await api.sendParcel({ id, carrier: 'SF' });
    expect(await sendingOf(id)).toMatchObject({ denial: { code: 'INVALID_TRANSITION' }, elsewhere: true });
    const heavy = (await toSend({ heavy: true })).offer;
    expect([heavy?.denial?.code, heavy?.elsewhere]).toEqual(['LIMIT_EXCEEDED', undefined]);
    const late = (await toSend({ heavy: false, note: 'late' })).offer;
    expect([late?.denial?.text, late?.elsewhere]).toEqual([said.tomorrow, undefined]);
  });

  test('are told for several rows with one read of the rows, and what several rules ask is read once', async () => {
    const { api, loose, asked } = setUp();
    const made = [];
    for (const heavy of [true, false, true]) made.push((await api.packParcel({ heavy })).id);
    asked.length = 0;
    const offers = await loose.availableActionsOf(agent, 'Parcel', [...made, 'nobody']);
    expect([...offers].map(([id, [first]]) => [id, first?.denial?.code])).toEqual([
      [made[0], 'LIMIT_EXCEEDED'],
      [made[1], undefined],
      [made[2], 'LIMIT_EXCEEDED'],
    ]);
    expect(asked.map(({ entity }) => entity.name)).toEqual(['Parcel', 'Weight']);
  });
});

test('a desk does not start with an action whose event no machine knows', () => {
  const lost = { ...parcels.actions.weighParcel, event: 'fly' };
  const make = () =>
    createDesk({
      features: [defineFeature({ words: anyWords, name: 'air', entities: [Parcel], actions: { flyParcel: lost } })],
      store: new MemoryStore(),
      clock: () => new Date(0),
      newId: () => '1',
      ports: {} as never,
    });
  expect(make).toThrow('flyParcel names the unknown event fly');
});
