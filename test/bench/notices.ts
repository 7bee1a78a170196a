/**
 * @module One notice told to 1,000 open panels, beside raw server-sent events on `node:http` in the same run.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agent } from '../chaos/people.ts';
import { AGENTS } from '../support/desk-process.ts';
import { eachDatabase, type BenchDatabase } from './databases.ts';
import { compared, inTurn, print } from './figure.ts';
import { Audience, servers, SUBSCRIBERS } from './live.ts';

const NOTICES = 100;
const ROUNDS = 3;

/** What an open panel asks to be told of rows. */
const PANEL = 'subscription { inboxEvents { __typename ... on RecordChanged { entity id version } } }';

/** One notice to everybody with a role, told to so many open panels. */
async function noticeFigure(database: BenchDatabase, filesFolder: string): Promise<void> {
  const { desk, raw, deskPort, rawPort, stop } = await servers(database, filesFolder);
  const [ourAudience, rawAudience] = [new Audience(), new Audience()];
  try {
    const { client } = await agent(`http://127.0.0.1:${deskPort}`, AGENTS[0] ?? { email: '', password: '' });
    const token = client.headers()['authorization']?.slice('Bearer '.length) ?? '';
    const panel = { body: JSON.stringify({ query: PANEL }), token, endpoint: '/graphql' as const };
    const subscriptions = Array.from({ length: SUBSCRIBERS }, () => panel);
    await ourAudience.open(deskPort, subscriptions, '"Notice"');
    await rawAudience.open(rawPort, subscriptions);
    const deliver = async (audience: Audience, messages: number, tell: () => Promise<unknown>) => {
      const done = audience.expect(messages);
      const started = performance.now();
      await Promise.all([done, tell()]);
      return (messages * SUBSCRIBERS) / ((performance.now() - started) / 1000);
    };
    await deliver(ourAudience, 5, () => desk.ask({ notify: { notices: 5 } }));
    const frames = (await ourAudience.frames()).slice(0, 1);
    const result = await inTurn(
      ROUNDS,
      () => deliver(ourAudience, NOTICES, () => desk.ask({ notify: { notices: NOTICES } })),
      () => deliver(rawAudience, NOTICES, () => raw.ask({ frames, rounds: NOTICES })),
    );
    print(
      compared({
        name: 'notices to open panels',
        database: database.kind,
        value: result.ours,
        unit: '1/s',
        baseline: result.baseline,
        goal: '≥ 0.5 of raw SSE',
        note: `${SUBSCRIBERS} panels, events of ${frames.join()} bytes, each notice committed first`,
      }),
    );
  } finally {
    await Promise.all([ourAudience.stop(), rawAudience.stop()]);
    await stop();
  }
}

if (import.meta.main)
  await eachDatabase(async (database) => {
    const filesFolder = await mkdtemp(join(tmpdir(), 'shopdesk-bench-files-'));
    await noticeFigure(database, filesFolder).finally(() => rm(filesFolder, { recursive: true, force: true }));
  });
