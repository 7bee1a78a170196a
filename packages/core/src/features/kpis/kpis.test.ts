import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { defineFeature } from '../../kernel/feature.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Desk } from '../../kernel/desk.ts';
import { createTestDesk } from '../../testing/index.ts';
import { AuditEvent } from '../../kernel/audit.ts';
import { Conversation, Message } from '../conversations/entities.ts';
import { messageSent } from '../conversations/events.ts';
import { addEntry } from '../conversations/timeline.ts';
import { standardFeatures } from '../index.ts';
import { serviceMetrics } from './metrics.ts';

const title = { en: 'x', zh: 'x' };
/** What other features do by themselves: an automatic reply, and a conversation that begins with a robot. */
const helpers = defineFeature({
  name: 'helpers',
  actions: {
    replyByItself: defineAction({
      title,
      allow: { system: true },
      input: z.object({ id: z.string() }),
      output: one(Conversation),
      run: async (ctx, { id }) => {
        const entry = {
          sender: 'AGENT' as const,
          senderId: null,
          senderName: '',
          kind: 'TEXT' as const,
          body: '您好,稍等',
          clientMsgId: ctx.newId().padStart(8, '0'),
          isAuto: true,
        };
        const { conversation, message } = addEntry(ctx, await ctx.get(Conversation, id), entry);
        ctx.emit(messageSent, message);
        return conversation;
      },
    }),
    beginWithRobot: defineAction({
      title,
      allow: { system: true },
      input: z.object({ id: z.string() }),
      output: one(Conversation),
      run: async (ctx, { id }) =>
        ctx.update(Conversation, await ctx.get(Conversation, id), { state: 'BOT', queuedAt: null }),
    }),
  },
});

const NAMES: Readonly<Record<string, string>> = {
  CONVERSATIONS: 'conversations',
  ROUNDS: 'rounds',
  K_01: 'firstResponseSeconds',
  K_01_P50: 'firstResponseP50',
  K_01_P90: 'firstResponseP90',
  K_02: 'averageResponseSeconds',
  K_03: 'replyRate',
  K_05: 'threeMinuteRate',
  K_06: 'answerRatio',
  K_14: 'satisfaction',
  K_23: 'refusedTransfers',
};
const valuesOf = (figures: readonly { readonly metric: string; readonly value: number | null }[]) =>
  Object.fromEntries(figures.map(({ metric, value }) => [NAMES[metric] ?? metric, value]));

let count = 0;
const ten = Date.parse('2025-03-10T02:00:00.000Z');

async function scene() {
  const setup = await createTestDesk({ features: [...standardFeatures, helpers] as const });
  const desk = setup.desk as unknown as Desk;
  const { clock, system } = setup;
  const agent = await setup.staff('PA1', ['PA']);
  const supervisor = await setup.staff('SV1', ['SV'], { presence: 'OFFLINE' });
  const at = (second: number) => clock.set(new Date(ten + second * 1000).toISOString());
  at(0);
  const send = (actor: Actor, conversationId: string, text: string) =>
    desk.perform(actor, 'sendMessage', { conversationId, clientMsgId: `kpi-message-${(count += 1)}`, text });
  const open = async (name: string, second: number) => {
    at(second);
    const shopper = await setup.shopper(name);
    const { id } = (await desk.perform(shopper, 'openConversation', {})) as { id: string };
    const take = async () => {
      const { ownerId } = await desk.read(system).get(Conversation, id);
      if (ownerId === null) await desk.perform(agent, 'takeConversation', { id });
    };
    const says = (when: number, text: string) => (at(when), send(shopper, id, text));
    const answers = async (when: number, text = '请稍等,我帮您查一下。') => {
      at(when);
      await take();
      return send(agent, id, text);
    };
    return { id, shopper, take, says, answers };
  };
  const day = { from: '2025-03-10', to: '2025-03-10' };
  const kpis = async (
    { by, ...more }: { by?: 'AGENT' | 'STORE' | 'DAY' | 'HOUR' | 'INTENT'; agentId?: string; to?: string } = {},
    actor: Actor = supervisor,
  ) => {
    const asked = { metrics: serviceMetrics.map(({ code }) => code), ...day, ...more, by: by ? [by] : [] };
    const { figures, groups } = await setup.desk.as(actor).metrics.figures(asked);
    return {
      figures: valuesOf(figures),
      groups: groups.map((group) => ({ key: group.key, figures: valuesOf(group.figures) })),
    };
  };
  return { ...setup, loose: desk, agent, supervisor, at, open, kpis };
}

describe('the figures of service', () => {
  test('SC-12 First response time', async () => {
    const { loose, system, at, open, kpis } = await scene();
    const first = await open('lily', 0);
    await first.says(0, '请问有货吗?');
    at(1);
    await loose.perform(system, 'replyByItself', { id: first.id });
    await first.answers(20);
    const second = await open('tom', 200);
    await loose.perform(system, 'beginWithRobot', { id: second.id });
    await second.says(240, '请问怎么退货?');
    at(300);
    await loose.perform(second.shopper, 'requestHuman', { id: second.id });
    await second.answers(340);
    await (await open('anna', 400)).says(400, '请问有优惠吗?');
    at(4000);
    const { figures } = await kpis();
    expect(figures['firstResponseSeconds']).toBe(30);
    expect(((figures['replyRate'] ?? 0) * 100).toFixed(2)).toBe('66.67');
    expect(figures).toMatchObject({ conversations: 3, firstResponseP50: 20, firstResponseP90: 40 });
  });

  test('R-CH-13: an automatic reply of an agent who is away leaves the first response time as it was', async () => {
    const { desk, agent, at, open, kpis, system } = await scene();
    const chat = await open('lily', 0);
    await chat.take();
    await desk.as(agent).access.setPresence({ id: agent.userId, presence: 'AWAY', reason: 'lunch' });
    await chat.says(10, '请问有货吗?');
    const automatic = await desk.read(system).all(Message, { where: { conversationId: chat.id, isAuto: true } });
    expect(automatic.filter(({ sender }) => sender === 'AGENT')).toHaveLength(1);
    at(30);
    expect((await kpis()).figures).toMatchObject({ conversations: 1, firstResponseSeconds: null });
    await desk.as(agent).access.setPresence({ id: agent.userId, presence: 'ONLINE' });
    await chat.answers(70);
    at(4000);
    expect((await kpis()).figures).toMatchObject({ firstResponseSeconds: 60, firstResponseP50: 60, rounds: 1 });
  });

  test('the figures of a period split by hour of the week and by topic, and the parts add up', async () => {
    const { open, at, kpis } = await scene();
    const first = await open('lily', 0);
    await first.says(0, '请问有货吗?');
    await first.answers(20);
    const later = await open('tom', 3 * 3600);
    await later.says(3 * 3600, '我要退货');
    await later.answers(3 * 3600 + 100);
    at(5 * 3600);
    const all = await kpis();
    const hours = await kpis({ by: 'HOUR' });
    expect(hours.groups.map(({ key, figures }) => [key, figures['conversations']])).toEqual([
      ['1-10', 1],
      ['1-13', 1],
    ]);
    const topics = await kpis({ by: 'INTENT' });
    const sum = topics.groups.reduce((total, { figures }) => total + (figures['conversations'] ?? 0), 0);
    expect(sum).toBe(all.figures['conversations']);
    expect(topics.groups.map(({ key, figures }) => [key, figures['conversations']])).toEqual([
      ['PRODUCT', 1],
      ['RETURN', 1],
    ]);
  });

  test('SC-13 Rounds and Q&A ratio', async () => {
    const { open, at, kpis, agent } = await scene();
    const chat = await open('lily', 0);
    await chat.says(0, '请问有货吗?');
    await chat.says(5, '黑色的');
    await chat.answers(180);
    await chat.says(300, '多久能到?');
    await chat.answers(481);
    await chat.says(600, '谢谢');
    at(5000);
    const { figures } = await kpis();
    expect(figures).toMatchObject({ threeMinuteRate: 0.5, averageResponseSeconds: 180.5, answerRatio: 0.5, rounds: 2 });
    expect((await kpis({ agentId: agent.userId })).figures).toMatchObject({
      threeMinuteRate: 0.5,
      averageResponseSeconds: 180.5,
      answerRatio: 0.5,
    });
  });

  test('are null without anything to divide by, and refuse a period that ends before it begins', async () => {
    const { kpis } = await scene();
    expect((await kpis()).figures).toMatchObject({
      conversations: 0,
      firstResponseSeconds: null,
      replyRate: null,
      threeMinuteRate: null,
      answerRatio: null,
      satisfaction: null,
    });
    await expect(kpis({ to: '2025-03-01' })).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED' },
    });
  });

  test('show the agent the same as everybody else sees of him, and nobody else’s (R-PRE-26)', async () => {
    const { desk, open, at, kpis, agent, staff, clock } = await scene();
    const slow = await open('tom', 0);
    await slow.says(0, '请问有优惠吗?');
    await slow.answers(200);
    const unanswered = await open('anna', 300);
    await unanswered.says(300, '在吗?');
    await unanswered.take();
    const chat = await open('lily', 700);
    await chat.says(700, '请问有货吗?');
    await chat.answers(720);
    at(760);
    await desk.as(agent).conversations.closeConversation({ id: chat.id, intent: 'PRODUCT', result: 'SOLVED' });
    await desk.as(chat.shopper).conversations.rateConversation({ id: chat.id, score: 5 });
    clock.advance(1000);
    await (desk as unknown as Desk).runTimers();
    const mine = await desk.as(agent).metrics.myFigures({});
    expect(mine).toMatchObject({
      day: '2025-03-10',
      figures: [
        { metric: 'K_03', value: 2 / 3, num: 2, den: 3 },
        { metric: 'K_05', value: 1 / 3, n: 3 },
        { metric: 'K_14', value: 1, n: 1 },
      ],
    });
    const named = await kpis({ agentId: agent.userId });
    expect(named.figures).toMatchObject(valuesOf(mine.figures));
    expect((await kpis({}, agent)).figures).toEqual(named.figures);
    const other = await staff('PA2', ['PA'], { presence: 'OFFLINE' });
    await expect(kpis({ agentId: agent.userId }, other)).rejects.toMatchObject({ denial: { code: 'FORBIDDEN' } });
    expect((await kpis({}, other)).figures['conversations']).toBe(0);
  });

  test('are told by agent, by store and by day', async () => {
    const { open, at, kpis, agent, store } = await scene();
    const chat = await open('lily', 0);
    await chat.says(0, '请问有货吗?');
    at(5);
    await chat.take();
    await chat.answers(20);
    at(100);
    const keys = async (by: 'AGENT' | 'STORE' | 'DAY') =>
      (await kpis({ by })).groups.map(({ key, figures }) => [key, figures['firstResponseSeconds']]);
    expect(await keys('AGENT')).toEqual([[agent.userId, 15]]);
    expect(await keys('STORE')).toEqual([[store.id, 20]]);
    expect(await keys('DAY')).toEqual([['2025-03-10', 20]]);
  });

  test('measure who took over from when he got it, and count spam nowhere', async () => {
    const { desk, open, at, kpis, staff, supervisor, agent } = await scene();
    const chat = await open('lily', 0);
    await chat.says(0, '请问有货吗?');
    await chat.take();
    const other = await staff('PA2', ['PA'], { presence: 'OFFLINE' });
    at(100);
    await desk.as(supervisor).conversations.assignConversation({ id: chat.id, userId: other.userId, reason: 'busy' });
    at(110);
    await desk
      .as(other)
      .conversations.sendMessage({ conversationId: chat.id, clientMsgId: 'kpi-other-0001', text: '有货的亲' });
    expect((await kpis()).figures['firstResponseSeconds']).toBe(110);
    expect((await kpis({ agentId: other.userId })).figures['firstResponseSeconds']).toBe(10);
    expect((await kpis({ agentId: agent.userId })).figures['conversations']).toBe(0);
    await desk.as(other).conversations.closeConversation({ id: chat.id, intent: 'OTHER', result: 'SPAM' });
    expect((await kpis()).figures).toMatchObject({ conversations: 0, firstResponseSeconds: null });
  });
});

describe('refused transfers', () => {
  test('are written down and counted for who tried, those with a reason are not (R-PRE-17, K-23)', async () => {
    const { desk, open, at, kpis, agent, staff, system } = await scene();
    const chat = await open('lily', 0);
    await chat.says(0, '请问有货吗?');
    await chat.take();
    await expect(
      desk.as(agent).conversations.requestTransfer({ id: chat.id, summary: '请接手' }),
    ).rejects.toMatchObject({ denial: { code: 'TRANSFER_NOT_AUTHORISED' } });
    const [entry] = await desk.read(system).all(AuditEvent, { where: { action: 'requestTransfer' } });
    expect(entry).toMatchObject({
      actor: `staff:${agent.userId}`,
      changes: [{ entity: 'TransferAttempt', after: { code: 'TRANSFER_NOT_AUTHORISED', conversationId: chat.id } }],
    });
    const { userId: toUserId } = await staff('PA2', ['PA']);
    await desk
      .as(agent)
      .conversations.requestTransfer({ id: chat.id, toUserId, reason: 'SHIFT_END', summary: '请接手' });
    at(60);
    expect((await kpis({ agentId: agent.userId })).figures['refusedTransfers']).toBe(1);
    expect((await kpis({ by: 'STORE' })).groups[0]?.figures['refusedTransfers']).toBe(1);
  });
});

describe('rounds outside service', () => {
  test('count only when they are answered, and from the opening on', async () => {
    const { desk, open, at, kpis, staff, store } = await scene();
    const hours = (pause: string) => [
      { weekday: 1, from: '09:00', to: pause },
      { weekday: 1, from: '10:30', to: '23:00' },
    ];
    const admin = desk.as(await staff('AD1', ['AD'], { presence: 'OFFLINE' })).access;
    await admin.updateStore({ id: store.id, serviceHours: hours('10:05') });
    const [night, late] = [await open('lily', 0), await open('tom', 0)];
    await night.says(0, '请问有货吗?');
    await night.answers(20, '有货。');
    await late.says(30, '请问有优惠吗?');
    await late.answers(50, '有的。');
    await night.says(600, '多久能到?');
    await late.says(610, '几折?');
    await night.answers(1800 + 15, '明天。');
    at(4000);
    expect((await kpis()).figures).toMatchObject({ rounds: 3, averageResponseSeconds: 55 / 3, threeMinuteRate: 1 });
    // The past stays as it was when it happened.
    await admin.updateStore({ id: store.id, serviceHours: hours('10:30') });
    expect((await kpis()).figures).toMatchObject({ rounds: 3, threeMinuteRate: 1 });
  });
});
