import { describe, expect, test } from 'vitest';
import { defineFeature } from '../../kernel/feature.ts';
import type { Desk } from '../../kernel/desk.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { answer } from '../../kernel/point.ts';
import { createTestDesk } from '../../testing/index.ts';
import { DEFAULT_HOURS, Store } from '../access/index.ts';
import { standardFeatures } from '../index.ts';
import { setup, setupSteps, WidgetSighting } from './index.ts';

const MINUTE = 60_000;
const denied = (code: string) => ({ denial: { code } });

async function scene() {
  const made = await createTestDesk();
  const loose = made.desk as unknown as Desk;
  const owner = await made.staff('AD1', ['AD', 'MG']);
  const own = made.desk.as(owner);
  const { id: storeId } = made.store;
  const ticks = async () =>
    (await own.setup.firstSteps({ storeId })).steps.filter(({ done }) => done).map(({ code }) => code);
  const seen = (origin: string, admitted = true, id = storeId) =>
    loose.perform(made.system, 'noteWidgetSeen', { storeId: id, origin, admitted });
  const pages = () => made.desk.read(made.system).all(WidgetSighting);
  return { ...made, loose, owner, own, storeId, ticks, seen, pages };
}

describe('the first hour of a store', () => {
  test('ticks by itself what was done, and begins with nothing done', async () => {
    const { own, storeId, ticks, seen, staff, shopper, desk } = await scene();
    expect((await own.setup.firstSteps({ storeId })).steps.map(({ code }) => code)).toEqual([
      'country',
      'hours',
      'look',
      'snippet',
      'shop',
      'person',
      'chat',
    ]);
    expect(await ticks()).toEqual([]);
    await own.access.updateStore({ id: storeId, country: 'DE' });
    expect(await ticks()).toEqual(['country']);
    await own.access.updateStore({ id: storeId, serviceHours: [{ weekday: 1, from: '09:00', to: '17:00' }] });
    await own.access.updateStore({
      id: storeId,
      look: {
        colour: '#112233',
        position: 'end',
        title: { zh: '客', en: 'C' },
        greeting: { zh: '', en: '' },
        offlineText: { zh: '', en: '' },
      },
    });
    expect(await ticks()).toEqual(['country', 'hours', 'look']);
    await seen('https://shop.example');
    expect(await ticks()).toEqual(['country', 'hours', 'look', 'snippet']);
    await own.access.inviteStaff({ name: 'Lily', email: 'lily@example.com', preset: 'AGENT' });
    expect(await ticks()).toEqual(['country', 'hours', 'look', 'snippet', 'person']);
    const guest = desk.as(await shopper()).conversations;
    const agent = await staff('PA1', ['PA']);
    const { id: conversationId } = await guest.openConversation({});
    await desk.as(agent).conversations.takeConversation({ id: conversationId });
    await desk.as(agent).conversations.sendMessage({ conversationId, text: 'Hello', clientMsgId: 'm-00000001' });
    expect(await ticks()).toEqual(['country', 'hours', 'look', 'snippet', 'person', 'chat']);
  });

  test('counts default hours only when somebody keeps them, and keeps nothing that has to be done', async () => {
    const { own, storeId, ticks } = await scene();
    await own.access.updateStore({ id: storeId, ...DEFAULT_HOURS });
    expect(await ticks()).toEqual([]);
    await own.setup.keepSetupStep({ id: storeId, code: 'hours' });
    await own.setup.keepSetupStep({ id: storeId, code: 'look' });
    await own.setup.keepSetupStep({ id: storeId, code: 'hours' });
    expect(await ticks()).toEqual(['hours', 'look']);
    for (const code of ['snippet', 'chat', 'nothing', ''])
      await expect(own.setup.keepSetupStep({ id: storeId, code })).rejects.toMatchObject(denied('VALIDATION_FAILED'));
  });

  test('is put away and taken up again, by store, and is no business of agents', async () => {
    const { own, storeId, desk, staff } = await scene();
    const dismissed = async () => (await own.setup.firstSteps({ storeId })).dismissed;
    await own.setup.dismissSetup({ id: storeId, dismissed: true });
    expect(await dismissed()).toBe(true);
    await own.setup.dismissSetup({ id: storeId, dismissed: false });
    expect(await dismissed()).toBe(false);
    const agent = desk.as(await staff('PA1', ['PA'])).setup;
    await expect(agent.firstSteps({ storeId })).rejects.toMatchObject(denied('FORBIDDEN'));
    await expect(agent.dismissSetup({ id: storeId, dismissed: true })).rejects.toMatchObject(denied('FORBIDDEN'));
  });

  test('gets a step from any feature that answers', async () => {
    const till = defineFeature({
      name: 'till',
      requires: [setup],
      answers: [
        answer(setupSteps, async (_ctx, { store }) => [
          {
            code: 'till',
            order: 45,
            title: { en: `Connect the till of ${store.name}`, zh: '连接收银台' },
            text: { en: 'It rings.', zh: '会响。' },
            done: store.country !== null,
            path: '/till',
          },
        ]),
      ],
    });
    const made = await createTestDesk({ features: [...standardFeatures, till] });
    const own = made.desk.as(await made.staff('AD1', ['AD']));
    const { steps } = await own.setup.firstSteps({ storeId: made.store.id });
    expect(steps.map(({ code }) => code)).toEqual([
      'country',
      'hours',
      'look',
      'snippet',
      'till',
      'shop',
      'person',
      'chat',
    ]);
    expect(steps[4]).toMatchObject({ title: { en: 'Connect the till of S1' }, done: false, path: '/till' });
    await expect(own.setup.keepSetupStep({ id: made.store.id, code: 'till' })).rejects.toMatchObject(
      denied('VALIDATION_FAILED'),
    );
  });
});

describe('a page on which the widget is seen', () => {
  test('is written at most once a minute', async () => {
    const { seen, pages, clock } = await scene();
    for (let times = 0; times < 5; times += 1) await seen('https://shop.example');
    clock.advance(MINUTE - 1);
    await seen('https://shop.example/cart?x=1');
    const [first] = await pages();
    expect([(await pages()).length, first?.version]).toEqual([1, 1]);
    clock.advance(1);
    await seen('https://shop.example');
    expect((await pages())[0]).toMatchObject({ version: 2, seenAt: clock.now().toISOString() });
  });

  test('that no store names shows up as not allowed, and is allowed by a button', async () => {
    const { own, seen, storeId, ticks, desk, staff, system } = await scene();
    await own.access.updateStore({ id: storeId, allowedOrigins: ['https://www.shop.example'] });
    await seen('https://shop.example', false);
    const [page] = (await own.setup.firstSteps({ storeId })).sightings;
    expect(page).toMatchObject({ origin: 'https://shop.example', allowed: false });
    expect(await ticks()).toEqual([]);
    const agent = desk.as(await staff('PA1', ['PA'])).setup;
    await expect(agent.allowSeenOrigin({ id: page?.id ?? '' })).rejects.toMatchObject(denied('FORBIDDEN'));
    await own.setup.allowSeenOrigin({ id: page?.id ?? '' });
    expect((await desk.read(system).get(Store, storeId)).allowedOrigins).toEqual([
      'https://www.shop.example',
      'https://shop.example',
    ]);
    expect(await ticks()).toContain('snippet');
    await expect(own.setup.allowSeenOrigin({ id: page?.id ?? '' })).rejects.toMatchObject(denied('INVALID_TRANSITION'));
  });

  test('is one of few: made-up ones push out one another, never the shop’s own', async () => {
    const { seen, pages, clock } = await scene();
    await seen('https://shop.example');
    for (let number = 0; number < 40; number += 1) {
      clock.advance(1000);
      await seen(`https://made-up-${number}.example`, false);
    }
    const origins = (await pages()).map(({ origin }) => origin);
    expect(origins).toHaveLength(30);
    expect(origins).toContain('https://shop.example');
    for (const nonsense of ['', 'null', 'file:///x', 'shop.example']) await seen(nonsense);
    expect(await pages()).toHaveLength(30);
  });

  test('of another store is not seen here', async () => {
    const { loose, system, seen, own, storeId, staff, desk } = await scene();
    const second = (await loose.perform(system, 'createStore', { name: 'S2', key: 'store-2' })) as RowOf<typeof Store>;
    await seen('https://shop.example', true, second.id);
    expect((await own.setup.firstSteps({ storeId })).sightings).toEqual([]);
    const here = desk.as(await staff('AD2', ['AD'], { storeIds: [storeId] })).setup;
    await expect(here.firstSteps({ storeId: second.id })).rejects.toMatchObject(denied('NOT_FOUND'));
  });
});
