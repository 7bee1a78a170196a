import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import type { Desk } from '../../kernel/desk.ts';
import { createTestDesk } from '../../testing/index.ts';

/** Numbers that repeat. */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const DAY = { from: '2025-03-09T16:00:00.000Z', to: '2025-03-10T16:00:00.000Z' };
const CODES = ['CONVERSATIONS', 'ROUNDS', 'K_01', 'K_01_P50', 'K_01_P90', 'K_02', 'K_03', 'K_04', 'K_05', 'K_06', 'K_14', 'K_20', 'K_20_SOLVED', 'K_23'] as const;

async function randomDay(seed: number, steps = 60) {
  const roll = dice(seed);
  const setup = await createTestDesk();
  const desk = setup.desk as unknown as Desk;
  const agents = [await setup.staff('PA1', ['PA']), await setup.staff('PA2', ['PA'])] as const;
  const supervisor = await setup.staff('SV1', ['SV'], { presence: 'OFFLINE' });
  const chats: { id: string; shopper: Actor }[] = [];
  let n = 0;
  const attempt = (actor: Actor, action: string, input: object) =>
    desk.perform(actor, action, input as never).then(
      () => true,
      () => false,
    );
  for (let step = 0; step < steps; step += 1) {
    setup.clock.advance([2_000, 20_000, 45_000, 200_000, 700_000][roll(5)] ?? 0);
    await desk.runTimers();
    const chat = chats[roll(Math.max(1, chats.length))];
    const agent = agents[roll(2)] ?? agents[0];
    const what = roll(10);
    if (!chat || (what === 0 && chats.length < 8)) {
      const shopper = await setup.shopper(`guest${chats.length}`);
      const opened = await desk.perform(shopper, 'openConversation', {} as never);
      chats.push({ id: (opened as { id: string }).id, shopper });
    } else if (what <= 3)
      await attempt(chat.shopper, 'sendMessage', {
        conversationId: chat.id,
        clientMsgId: `random-${(n += 1)}-00000`,
        text: ['请问有货吗?', '我要退货', '谢谢', '快递到哪了'][roll(4)],
      });
    else if (what <= 6) {
      await attempt(agent, 'takeConversation', { id: chat.id });
      await attempt(agent, 'sendMessage', { conversationId: chat.id, clientMsgId: `random-${(n += 1)}-00000`, text: '请稍等。' });
    } else if (what === 7)
      await attempt(supervisor, 'assignConversation', { id: chat.id, userId: agent.userId, reason: 'busy' });
    else if (what === 8)
      await attempt(agent, 'closeConversation', { id: chat.id, intent: 'PRODUCT', result: ['SOLVED', 'SPAM', 'NO_DEAL'][roll(3)] });
    else if (roll(2)) await attempt(chat.shopper, 'rateConversation', { id: chat.id, score: 1 + roll(5) });
    else await attempt(agent, 'requestTransfer', { id: chat.id, summary: '请接手' });
  }
  setup.clock.advance(600_000);
  await desk.runTimers();
  return { ...setup, loose: desk, agents, supervisor };
}

describe('the figures of service', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('are what they were when they were worked out from clocks, in the random day %i', async (seed) => {
    const { desk, supervisor, agents } = await randomDay(seed);
    const same = async (agentId?: string) => {
      const old = (await desk.as(supervisor).kpis.serviceKpis({ ...DAY, agentId })).figures;
      const report = await desk
        .as(supervisor)
        .metrics.figures({ metrics: [...CODES], from: '2025-03-10', to: '2025-03-10', ...(agentId ? { agentId } : {}) });
      expect(report.filling).toEqual([]);
      const found = Object.fromEntries(report.figures.map(({ metric, value }) => [metric, value]));
      expect({ agentId, ...found }).toEqual({
        agentId,
        CONVERSATIONS: old.conversations,
        ROUNDS: old.rounds,
        K_01: old.firstResponseSeconds,
        K_01_P50: old.firstResponseP50,
        K_01_P90: old.firstResponseP90,
        K_02: old.averageResponseSeconds,
        K_03: old.replyRate,
        K_04: old.thirtySecondRate,
        K_05: old.threeMinuteRate,
        K_06: old.answerRatio,
        K_14: old.satisfaction,
        K_20: old.attainment,
        K_20_SOLVED: old.resolvedInTime,
        K_23: old.refusedTransfers,
      });
    };
    await same();
    for (const { userId } of agents) await same(userId);
  });
});
