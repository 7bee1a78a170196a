import { describe, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import type { Desk } from '../../kernel/desk.ts';
import { actionContract, createTestDesk } from '../../testing/index.ts';

const firstReply = { clock: 'WALL', aimSeconds: 20, lateSeconds: 40, limitSeconds: 60, maxSeconds: null };

async function scene() {
  const setup = await createTestDesk();
  const supervisor = await setup.staff('SV1', ['SV']);
  const agent = await setup.staff('PA1', ['PA']);
  const desk = setup.desk as unknown as Desk;
  const set = () =>
    desk.perform(supervisor, 'setSlaPolicy', { channel: 'EMAIL', firstReply }) as Promise<{ id: string }>;
  return { ...setup, desk, supervisor, agent, set };
}

const CASES: Record<
  string,
  (s: Awaited<ReturnType<typeof scene>>) => Promise<{ actor: Actor; input: object; wrongRole: Actor }>
> = {
  setSlaPolicy: async (s) => ({
    actor: s.supervisor,
    input: { channel: 'WEB_CHAT', priority: 'P1', tier: 'VIP', firstReply, warnPercent: 70, active: true },
    wrongRole: s.agent,
  }),
  resetSlaPolicy: async (s) => ({ actor: s.supervisor, input: { id: (await s.set()).id }, wrongRole: s.agent }),
};

describe('actions on service levels', () => {
  for (const [action, make] of Object.entries(CASES)) {
    const prepare = async () => {
      const setup = await scene();
      return { desk: setup.desk, ...(await make(setup)) };
    };
    for (const { title, run } of actionContract({ action, prepare })) test(title, run);
  }
});
