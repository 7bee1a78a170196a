import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import { ANONYMOUS } from '../../kernel/actor.ts';
import { defineFeature } from '../../kernel/feature.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { createTestDesk } from '../../testing/index.ts';
import { access } from '../access/index.ts';
import { customers } from '../customers/index.ts';
import {
  Consent,
  ConsentEvent,
  countReach,
  judgeReach,
  knownPurposes,
  makeStopLink,
  mayReach,
  outreach,
  purpose,
  Purpose,
  type Facts,
} from './index.ts';

const refusal = (code: string) => ({ denial: { code } });

/** A feature of somebody else, which writes about tea. */
const Tea = addTo(Purpose, { TEA: { en: 'News of tea', zh: '茶讯' } });
const tea = purpose(Tea, { code: 'TEA', basis: 'CONSENT', channels: ['EMAIL'], cap: { day: 1, month: 2 } });
const teahouse = defineFeature({
  name: 'teahouse',
  requires: [outreach],
  members: [Tea],
  words: { reach: { en: 'Reach', zh: '可否触达' } },
  actions: {
    writeOfTea: defineAction({
      title: { en: 'Write of tea', zh: '发送茶讯' },
      allow: { system: true },
      input: z.object({ customerId: z.string() }),
      output: value('Letter', z.object({ token: z.string() })),
      run: async (ctx, { customerId }) => {
        await countReach(ctx, { customerId, purpose: 'TEA', channel: 'EMAIL' });
        return { token: '' };
      },
    }),
    linkOfTea: defineAction({
      title: { en: 'Make a link', zh: '生成链接' },
      allow: { system: true },
      input: z.object({ customerId: z.string(), storeId: z.string() }),
      output: value('TeaLink', z.object({ token: z.string() })),
      run: (ctx, about) => ({ token: makeStopLink(ctx, { ...about, purpose: 'TEA' }) }),
    }),
    mayWriteOfTea: defineAction({
      title: { en: 'May write', zh: '可否发送' },
      allow: { system: true },
      unaudited: true,
      input: z.object({ customerId: z.string() }),
      output: value('MayWrite', z.object({ reach: z.json() })),
      run: async (ctx, { customerId }) => ({
        reach: (await mayReach(ctx, { customerId, purpose: 'TEA', channel: 'EMAIL' })) as never,
      }),
    }),
  },
  answers: [knownPurposes(tea)],
});

async function scene() {
  const setup = await createTestDesk({ features: [access, customers, outreach, teahouse] });
  const { desk, system, store, clock } = setup;
  // Noon in Shanghai.
  clock.set('2026-03-10T04:00:00.000Z');
  const [agent, lead] = [await setup.staff('Ann', ['PA']), await setup.staff('Lea', ['SV'])];
  const lily = await setup.shopper('lily');
  const { customerId } = lily;
  const reach = async () => (await desk.as(system).teahouse.mayWriteOfTea({ customerId })).reach;
  const write = () => desk.as(system).teahouse.writeOfTea({ customerId });
  const wants = (given: boolean) => desk.as(lily).outreach.setConsent({ purpose: 'TEA', given });
  const wait = (hours: number) => clock.advance(hours * 3_600_000);
  const link = async () => (await desk.as(system).teahouse.linkOfTea({ customerId, storeId: store.id })).token;
  return { ...setup, agent, lead, lily, customerId, reach, write, wants, wait, link };
}

describe('a customer', () => {
  test('is written to only after a yes, and a no holds at once (R-SEC-03)', async () => {
    const { reach, write, wants } = await scene();
    expect(await reach()).toEqual({ no: 'NO_CONSENT' });
    await expect(write()).rejects.toMatchObject(refusal('POLICY_DENIED'));
    await wants(true);
    expect(await reach()).toEqual({ ok: true });
    await wants(false);
    expect(await reach()).toEqual({ no: 'WITHDRAWN' });
    await expect(write()).rejects.toMatchObject(refusal('POLICY_DENIED'));
  });

  test('is written to once a day and twice a month, and two at once are one', async () => {
    const { reach, write, wants, wait } = await scene();
    await wants(true);
    const both = await Promise.allSettled([write(), write()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await reach()).toEqual({ no: 'CAP' });
    wait(24);
    await write();
    wait(24);
    expect(await reach()).toEqual({ no: 'CAP' });
    wait(24 * 30);
    expect(await reach()).toEqual({ ok: true });
  });

  test('is left in peace in the quiet hours of the store, which it may set', async () => {
    const { reach, wants, wait, desk, lead, agent, store } = await scene();
    await wants(true);
    wait(11);
    expect(await reach()).toEqual({ wait: '2026-03-11T00:00:00.000Z' });
    await desk.as(lead).outreach.setOutreachPolicy({ id: store.id, quietFrom: '00:00', quietTo: '00:00' });
    expect(await reach()).toEqual({ ok: true });
    await desk.as(lead).outreach.setOutreachPolicy({ id: store.id, allowed: false });
    expect(await reach()).toEqual({ no: 'STORE' });
    await expect(desk.as(agent).outreach.setOutreachPolicy({ id: store.id, allowed: true })).rejects.toMatchObject(
      refusal('FORBIDDEN'),
    );
    await expect(desk.as(lead).outreach.setOutreachPolicy({ id: store.id, quietFrom: '25:00' })).rejects.toMatchObject(
      refusal('VALIDATION_FAILED'),
    );
  });

  test('stops messages by the link of one, without signing in, however often; a made-up link does nothing', async () => {
    const { reach, wants, link, desk, system, customerId } = await scene();
    await wants(true);
    const token = await link();
    await expect(desk.as(ANONYMOUS).outreach.stopOutreach({ token: `${token}x` })).rejects.toMatchObject(
      refusal('NOT_FOUND'),
    );
    expect(await reach()).toEqual({ ok: true });
    expect(await desk.as(ANONYMOUS).outreach.stopOutreach({ token })).toEqual({ stopped: true });
    expect(await desk.as(ANONYMOUS).outreach.stopOutreach({ token })).toEqual({ stopped: true });
    expect(await reach()).toEqual({ no: 'WITHDRAWN' });
    const events = await desk.read(system).all(ConsentEvent, { where: { customerId } });
    expect(events.map(({ source, given }) => [source, given])).toEqual([
      ['CUSTOMER', true],
      ['LINK', false],
    ]);
  });

  test('whose yes staff write down needs a proof, and whose no is believed', async () => {
    const { reach, desk, agent, customerId } = await scene();
    const word = { id: customerId, purpose: 'TEA' as const };
    await expect(desk.as(agent).outreach.recordConsent({ ...word, given: true })).rejects.toMatchObject(
      refusal('VALIDATION_FAILED'),
    );
    await desk.as(agent).outreach.recordConsent({ ...word, given: true, proof: 'On the phone, 10 March.' });
    expect(await reach()).toEqual({ ok: true });
    await desk.as(agent).outreach.recordConsent({ ...word, given: false });
    expect(await reach()).toEqual({ no: 'WITHDRAWN' });
  });

  test('sees what they may choose and what they said, and nothing of another', async () => {
    const { desk, lily, wants, shopper, agent, customerId } = await scene();
    await wants(true);
    const { purposes } = await desk.as(lily).outreach.consentChoices({});
    expect(purposes.map(({ purpose: code, given, basis }) => [code, given, basis])).toEqual([
      ['OFFERS', null, 'CONSENT'],
      ['SURVEYS', null, 'OPT_OUT'],
      ['TEA', true, 'CONSENT'],
    ]);
    const bob = await shopper('bob');
    expect(await desk.read(bob).all(Consent)).toEqual([]);
    expect((await desk.as(agent).outreach.consentChoices({ customerId })).purposes).toHaveLength(3);
  });
});

describe('the judgement', () => {
  const facts: Facts = {
    now: '2026-03-10T04:00:00.000Z',
    channel: 'EMAIL',
    said: [{ channel: null, given: true, at: '2026-01-01T00:00:00.000Z' }],
    sent: { day: 0, month: 0 },
    quiet: { from: '22:00', to: '08:00', timeZone: 'Europe/Berlin' },
    allowed: true,
  };

  test('takes the newest word, of this channel or of all', () => {
    const later = { channel: 'EMAIL' as const, given: false, at: '2026-02-01T00:00:00.000Z' };
    const now = '2026-03-10T12:00:00.000Z';
    expect(judgeReach(tea, { ...facts, now })).toEqual({ ok: true });
    expect(judgeReach(tea, { ...facts, now, said: [...facts.said, later] })).toEqual({ no: 'WITHDRAWN' });
    expect(judgeReach(tea, { ...facts, now, said: [...facts.said, { ...later, channel: 'SMS' }] })).toEqual({
      ok: true,
    });
    // Of two words at the same instant the no holds.
    const same = { ...later, at: facts.said[0]?.at ?? '' };
    expect(judgeReach(tea, { ...facts, now, said: [...facts.said, same] })).toEqual({ no: 'WITHDRAWN' });
    expect(judgeReach(tea, { ...facts, now, channel: 'SMS' })).toEqual({ no: 'CHANNEL' });
  });

  test.each([
    ['in the evening', '2026-03-10T21:30:00.000Z', '2026-03-11T07:00:00.000Z'],
    ['after midnight', '2026-03-11T01:30:00.000Z', '2026-03-11T07:00:00.000Z'],
    ['in the night that has an hour less', '2026-03-28T22:30:00.000Z', '2026-03-29T06:00:00.000Z'],
    ['in the night that has an hour more', '2026-10-24T21:30:00.000Z', '2026-10-25T07:00:00.000Z'],
  ])('waits %s until the quiet hours end', (_when, now, wait) => {
    expect(judgeReach(tea, { ...facts, now })).toEqual({ wait });
  });

  test('lets at the very end of the quiet hours, and not a millisecond before', () => {
    expect(judgeReach(tea, { ...facts, now: '2026-03-11T07:00:00.000Z' })).toEqual({ ok: true });
    expect(judgeReach(tea, { ...facts, now: '2026-03-11T06:59:59.999Z' })).toEqual({
      wait: '2026-03-11T07:00:00.000Z',
    });
  });
});
