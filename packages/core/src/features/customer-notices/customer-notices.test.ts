import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import { defineFeature } from '../../kernel/feature.ts';
import { answer } from '../../kernel/point.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { anyWords, createTestDesk } from '../../testing/index.ts';
import { standardFeatures } from '../index.ts';
import { Conversation, Message } from '../conversations/index.ts';
import { Notice } from '../notices/index.ts';
import {
  CustomerNotice,
  CustomerNoticeKind,
  customerNoticeKind,
  customerNotices,
  Delivery,
  heard,
  informCustomer,
  knownCustomerNotices,
  knownWays,
} from './index.ts';

const HOUR = 3_600_000;

/** A feature of somebody else: parcels, and a mail port that takes everything. */
const Parcel = addTo(CustomerNoticeKind, {
  PARCEL: { en: 'Parcel', zh: '包裹' },
  RECALL: { en: 'Recall', zh: '召回' },
});
const parcel = customerNoticeKind(Parcel, { code: 'PARCEL', cap: 2 });
const recall = customerNoticeKind(Parcel, { code: 'RECALL', locked: true });

/** `mail`: whether the desk has a port for it. */
async function scene({ mail = false } = {}) {
  const mailed: string[] = [];
  const known: string[] = [];
  const parcels = defineFeature({
    name: 'parcels',
    words: anyWords,
    requires: [customerNotices],
    members: [Parcel],
    actions: {
      tellParcel: defineAction({
        title: { en: 'Tell', zh: '告知' },
        allow: { system: true },
        input: z.object({
          storeId: z.string(),
          customerId: z.string().nullable(),
          key: z.string(),
          recall: z.boolean().default(false),
        }),
        output: value('ParcelTold', z.object({ noticeId: z.string().nullable() })),
        run: async (ctx, { storeId, customerId, key, recall: must }) => {
          const row = await informCustomer(ctx, must ? recall : parcel, {
            storeId,
            customerId,
            key,
            en: `Parcel ${key} is here.`,
            zh: `包裹 ${key} 已到。`,
          });
          return { noticeId: row?.id ?? null };
        },
      }),
    },
    answers: [
      knownCustomerNotices(parcel, recall),
      answer(heard, (_ctx, { key }) => {
        known.push(key);
      }),
      ...(mail
        ? [
            knownWays({
              channel: 'EMAIL',
              outreach: 'EMAIL',
              send: async (_ctx, { key }) => {
                mailed.push(key);
                return { sent: true };
              },
            }),
          ]
        : []),
    ],
  });
  const setup = await createTestDesk({ features: [...standardFeatures, parcels] });
  const { desk, system, store, clock } = setup;
  // Noon in Shanghai.
  clock.set('2026-03-10T04:00:00.000Z');
  const [agent, lead] = [await setup.staff('Ann', ['PA']), await setup.staff('Lea', ['SV'])];
  const lily = await setup.shopper('lily');
  const { customerId } = lily;
  const tell = (key = 'P1', more: { recall?: boolean; customerId?: string | null } = {}) =>
    desk.as(system).parcels.tellParcel({ storeId: store.id, customerId, key, ...more });
  const notices = () => desk.read(system).all(CustomerNotice, { order: [['at', 'asc']] });
  const ways = async () =>
    (await desk.read(system).all(Delivery, { order: [['at', 'asc']] })).map(
      ({ channel, state, why }) => `${channel} ${state}${why ? ` ${why}` : ''}`,
    );
  const chats = () => desk.as(lily).conversations.myConversations({});
  const wait = async (milliseconds: number) => {
    clock.advance(milliseconds);
    await desk.runTimers();
  };
  return { ...setup, agent, lead, lily, customerId, tell, notices, ways, chats, wait, mailed, known };
}

describe('a notice to a customer', () => {
  test('is said in their open chat once, is sent first, then delivered and seen, and never counts as known before', async () => {
    const { desk, lily, tell, notices, ways, known, system } = await scene();
    const { id } = await desk.as(lily).conversations.openConversation({ locale: 'en' });
    await tell();
    await tell();
    const said = await desk
      .read(system)
      .all(Message, { where: { conversationId: id, sender: 'SYSTEM', kind: 'TEXT' } });
    expect(said.map(({ body }) => body)).toEqual(['Parcel P1 is here.']);
    expect(await ways()).toEqual(['CHAT SENT']);
    expect(await notices()).toMatchObject([{ state: 'OPEN', toldAt: null }]);
    expect(known).toEqual([]);
    const { lastPublicSeq: seq } = await desk.read(system).get(Conversation, id);
    await desk.as(lily).conversations.markDelivered({ id, seq: seq - 1 });
    expect(await ways()).toEqual(['CHAT SENT']);
    await desk.as(lily).conversations.markDelivered({ id, seq });
    expect(await ways()).toEqual(['CHAT DELIVERED']);
    await desk.as(lily).conversations.markRead({ id, seq });
    expect(await ways()).toEqual(['CHAT SEEN']);
    expect(await notices()).toMatchObject([{ state: 'TOLD', nextAt: null }]);
    expect(known).toEqual(['P1']);
  });

  test('waits for the next visit of somebody who is in no chat, counted as unread, and what they answer begins a chat as ever', async () => {
    const { desk, lily, tell, ways, chats, notices } = await scene();
    await tell();
    expect(await ways()).toEqual(['CHAT UNDELIVERABLE NO_OPEN_CHAT', 'LEFT_MESSAGE SENT']);
    const [left] = await chats();
    expect(left).toMatchObject({
      state: 'CLOSED',
      unreadForCustomer: 1,
      preview: '包裹 P1 已到。',
      waitingSince: null,
    });
    // A second one stands at the end of the first.
    await tell('P2');
    expect(await chats()).toMatchObject([{ id: left?.id, unreadForCustomer: 2 }]);
    await expect(
      desk
        .as(lily)
        .conversations.sendMessage({ conversationId: left?.id ?? '', clientMsgId: 'hello-of-lily', text: '好的' }),
    ).rejects.toMatchObject({ denial: { code: 'INVALID_TRANSITION' } });
    const opened = await desk.as(lily).conversations.openConversation({});
    expect(opened.id).not.toBe(left?.id);
    await desk.as(lily).conversations.markRead({ id: left?.id ?? '', seq: 2 });
    expect((await notices()).map(({ state }) => state)).toEqual(['TOLD', 'TOLD']);
  });

  test('says honestly that a channel without a port reaches nobody, and can still be seen afterwards', async () => {
    const { desk, lily, tell, notices, ways, chats, wait } = await scene();
    await tell();
    await wait(25 * HOUR);
    expect(await ways()).toEqual([
      'CHAT UNDELIVERABLE NO_OPEN_CHAT',
      'LEFT_MESSAGE SENT',
      'EMAIL UNDELIVERABLE NO_PORT',
      'SMS UNDELIVERABLE NO_PORT',
    ]);
    expect(await notices()).toMatchObject([{ state: 'UNDELIVERED', nextAt: null }]);
    const [left] = await chats();
    await desk.as(lily).conversations.markRead({ id: left?.id ?? '', seq: 1 });
    expect(await notices()).toMatchObject([{ state: 'TOLD' }]);
  });

  test('goes by mail where there is a port, by consent and outside quiet hours', async () => {
    const { desk, lily, clock, tell, ways, wait, mailed } = await scene({ mail: true });
    // 23:00 in Shanghai, and so at the same hour a day later.
    clock.set('2026-03-10T15:00:00.000Z');
    await tell();
    await wait(25 * HOUR);
    expect(await ways()).toContain('EMAIL WAITING');
    expect(mailed).toEqual([]);
    await wait(10 * HOUR);
    expect(await ways()).toContain('EMAIL SENT');
    expect(mailed).toEqual(['P1']);
    await desk.as(lily).outreach.setConsent({ purpose: 'SERVICE_NEWS', given: false });
    await tell('P2');
    await wait(25 * HOUR);
    expect(mailed).toEqual(['P1']);
    expect(await ways()).toContain('EMAIL UNDELIVERABLE NOT_ALLOWED');
  });

  test('has an off switch and a cap for each kind, and what is not sent says why (R-QA-07)', async () => {
    const { desk, store, lead, agent, tell, notices } = await scene();
    const set = (rule: object, actor = lead) =>
      desk.as(actor).customerNotices.setCustomerNoticePolicy({ id: store.id, kind: 'PARCEL', ...rule } as never);
    await expect(set({ on: false }, agent)).rejects.toMatchObject({ denial: { code: 'FORBIDDEN' } });
    for (const key of ['P1', 'P2', 'P3']) await tell(key);
    expect((await notices()).map(({ state, untoldBecause }) => [state, untoldBecause])).toEqual([
      ['OPEN', null],
      ['OPEN', null],
      ['SUPPRESSED', 'CAP'],
    ]);
    await set({ perDay: 3 });
    await tell('P4');
    await set({ on: false });
    await tell('P5');
    expect((await notices()).slice(3).map(({ untoldBecause }) => untoldBecause)).toEqual([null, 'SWITCHED_OFF']);
    const { kinds } = await desk.as(lead).customerNotices.customerNoticeSettings({ storeId: store.id });
    expect(kinds.find(({ kind }) => kind === 'PARCEL')).toMatchObject({
      on: false,
      ways: ['CHAT', 'LEFT_MESSAGE', 'EMAIL', 'SMS'],
      connected: ['CHAT', 'LEFT_MESSAGE'],
    });
  });

  test('that a customer must hear is never off, and staff are told when no way led to them; one of them may say it', async () => {
    const { desk, system, store, lead, agent, tell, notices, ways, wait, known } = await scene();
    const off = { id: store.id, kind: 'RECALL', on: false } as const;
    await expect(desk.as(lead).customerNotices.setCustomerNoticePolicy(off as never)).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'on' }] },
    });
    await tell('R1', { recall: true });
    await wait(25 * HOUR);
    const [row] = await notices();
    const told = await desk.read(system).all(Notice, { where: { kind: 'CUSTOMER_NOT_REACHED' } });
    expect(told).toMatchObject([
      { aboutEntity: 'CustomerNotice', aboutId: row?.id, toPermission: 'conversation.assign' },
    ]);
    await desk.as(agent).customerNotices.recordCustomerTold({ id: row?.id ?? '', how: 'On the phone' });
    expect(await ways()).toContain('PERSON DELIVERED');
    expect(known).toEqual(['R1']);
    await expect(
      desk.as(agent).customerNotices.recordCustomerTold({ id: row?.id ?? '', how: 'Again' }),
    ).rejects.toMatchObject({ denial: { code: 'INVALID_TRANSITION' } });
  });

  test('of a guest goes with them when they sign in', async () => {
    const { desk, store, shopper, tell, notices, ways } = await scene();
    const guest = await shopper();
    await tell('P1', { customerId: guest.customerId });
    const { customerId } = await desk.as(guest).customers.identifyShopper({
      storeKey: store.key,
      identityToken: JSON.stringify({ subject: 'mei', name: 'Mei' }),
    });
    expect(await notices()).toMatchObject([{ customerId, state: 'OPEN' }]);
    const mei = { ...guest, customerId };
    const [left] = await desk.as(mei).conversations.myConversations({});
    await desk.as(mei).conversations.markRead({ id: left?.id ?? '', seq: 1 });
    expect(await notices()).toMatchObject([{ state: 'TOLD' }]);
    expect(await ways()).toContain('LEFT_MESSAGE SEEN');
  });

  test('is none where no customer of the desk is meant', async () => {
    const { tell, notices } = await scene();
    expect(await tell('P0', { customerId: null })).toEqual({ noticeId: null });
    expect(await notices()).toEqual([]);
  });
});
