import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditEvent, SlaClock, User, type SystemActor } from '@shopdesk/core';
import { createDeskClient, OPEN_CONVERSATION, SEND_MESSAGE, START_SHOPPER_SESSION } from '@shopdesk/core/client';
import { createDeskServer } from '@shopdesk/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startDeskProcess, STORE_KEY, type DeskProcess } from '../support/desk-process.ts';
import { freePort, startPostgres, type PostgresServer } from '../support/postgres.ts';

const SYSTEM: SystemActor = { kind: 'system', tenantId: 'tenant', name: 'test' };
const CHATS = 12;
/** Warned after 1.2 s, late after 3 s, told to the supervisor after 4 s. */
const SHORT = {
  channel: 'WEB_CHAT',
  firstReply: { clock: 'WALL', aimSeconds: 1, lateSeconds: 2, limitSeconds: 3, maxSeconds: null },
  resolution: null,
  warnPercent: 40,
  supervisorSeconds: 1,
};

describe('the clocks of the service level in two server processes', () => {
  let postgres: PostgresServer;
  let folder: string;
  let here: DeskProcess;
  let there: DeskProcess;
  let looking: Awaited<ReturnType<typeof createDeskServer>>;

  const start = async () =>
    startDeskProcess({ database: { url: postgres.url }, filesFolder: join(folder, 'files'), port: await freePort() });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shopdesk-clocks-'));
    postgres = await startPostgres();
    here = await start();
    there = await start();
    looking = await createDeskServer({
      database: { url: postgres.url },
      filesFolder: join(folder, 'files'),
      background: false,
    });
    await looking.desk.perform(SYSTEM, 'setSlaPolicy', SHORT);
    // Somebody must be there, or customers only leave messages.
    const [agent] = await looking.desk.read(SYSTEM).find(User, { limit: 1 });
    await looking.desk.perform(SYSTEM, 'setPresence', { id: agent?.id, presence: 'ONLINE' });
  });
  afterAll(async () => {
    await Promise.all([here?.kill(), there?.kill(), looking?.close()]);
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function ask(process: DeskProcess, n: number): Promise<void> {
    const anonymous = createDeskClient({ url: process.url, token: () => undefined, locale: 'en' });
    const { token } = await anonymous.mutate(START_SHOPPER_SESSION, { input: { storeKey: STORE_KEY } });
    const client = createDeskClient({ url: process.url, token: () => token, locale: 'en' });
    const { id } = await client.mutate(OPEN_CONVERSATION, { input: {} });
    await client.mutate(SEND_MESSAGE, {
      input: { conversationId: id, clientMsgId: `clock-message-${n}`, text: 'Is it in stock?' },
    });
    for (const one of [anonymous, client]) one.close();
  }

  it('take each step once, also when one process is killed in between and comes back', async () => {
    await Promise.all(Array.from({ length: CHATS }, (_, n) => ask(n % 2 === 0 ? here : there, n)));
    await here.kill();
    here = await start();
    const states = async () =>
      (await looking.desk.read(SYSTEM).find(SlaClock, { limit: 100 })).map(({ state }) => state);
    await vi.waitFor(async () => expect(await states()).toEqual(Array.from({ length: CHATS }, () => 'ESCALATED')), {
      timeout: 20_000,
      interval: 200,
    });
    const steps = await looking.desk.read(SYSTEM).find(AuditEvent, { where: { action: 'runSlaClock' }, limit: 1000 });
    const byClock = Map.groupBy(steps, ({ entityId }) => entityId);
    // A process that was away so long that the limit passed finds the breach at once, without a warning before it.
    expect([...byClock.values()].every((taken) => taken.length === 2 || taken.length === 3)).toBe(true);
    expect(steps.filter(({ to }) => to === 'BREACHED')).toHaveLength(CHATS);
    expect(steps.filter(({ to }) => to === 'ESCALATED')).toHaveLength(CHATS);
  }, 60_000);
});
