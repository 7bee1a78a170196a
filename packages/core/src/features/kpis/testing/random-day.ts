/** @module A shop on a day on which anything may happen: what figures of service are tried on. */
import type { Actor } from '../../../kernel/actor.ts';
import type { Desk } from '../../../kernel/desk.ts';
import type { DeskStore } from '../../../kernel/store.ts';
import { createTestDesk } from '../../../testing/test-desk.ts';

const WORDS = ['请问有货吗?', '我要退货', '谢谢', '快递到哪了'];
const PAUSES = [2_000, 20_000, 45_000, 200_000, 700_000, 9_000_000];

/** A desk, and what makes the next thing happen there. */
export async function randomDay(roll: (sides: number) => number, store?: DeskStore) {
  const setup = await createTestDesk(store ? { store, onError: () => undefined } : {});
  const desk = setup.desk as unknown as Desk;
  const agents = [await setup.staff('PA1', ['PA']), await setup.staff('PA2', ['PA'])] as const;
  const supervisor = await setup.staff('SV1', ['SV'], { presence: 'OFFLINE' });
  const chats: { id: string; shopper: Actor }[] = [];
  let n = 0;
  const send = (actor: Actor, conversationId: string, text: string) =>
    desk.perform(actor, 'sendMessage', { conversationId, clientMsgId: `random-${(n += 1)}-00000`, text } as never);
  const act = async (): Promise<unknown> => {
    setup.clock.advance(PAUSES[roll(PAUSES.length)] ?? 0);
    await desk.runTimers();
    const chat = chats[roll(Math.max(1, chats.length))];
    const agent = agents[roll(2)] ?? agents[0];
    const what = roll(10);
    if (!chat || (what === 0 && chats.length < 8)) {
      const shopper = await setup.shopper(`guest${chats.length}`);
      const opened = (await desk.perform(shopper, 'openConversation', {} as never)) as { id: string };
      chats.push({ id: opened.id, shopper });
      return send(shopper, opened.id, WORDS[roll(4)] ?? '');
    }
    const { id, shopper } = chat;
    if (what <= 3) return send(shopper, id, WORDS[roll(4)] ?? '');
    if (what <= 6) {
      await desk.perform(agent, 'takeConversation', { id } as never).catch(() => undefined);
      return send(agent, id, '请稍等。');
    }
    if (what === 7)
      return desk.perform(supervisor, 'assignConversation', { id, userId: agent.userId, reason: 'busy' } as never);
    if (what === 8) {
      const result = ['SOLVED', 'SPAM', 'NO_DEAL'][roll(3)];
      return desk.perform(agent, 'closeConversation', { id, intent: 'PRODUCT', result } as never);
    }
    if (roll(2)) return desk.perform(shopper, 'rateConversation', { id, score: 1 + roll(5) } as never);
    return desk.perform(agent, 'requestTransfer', { id, summary: '请接手' } as never);
  };
  return { ...setup, loose: desk, agents, supervisor, chats, act, send };
}
