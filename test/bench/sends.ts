/**
 * @module Durable sends per second through the whole GraphQL API – identity, permission, rules, audit, transaction –
 * beside a minimal Yoga mutation that runs the same statement on the same kind of database.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { newChat } from '../chaos/people.ts';
import { STORE_KEY, startDeskProcess } from '../support/desk-process.ts';
import { freePort } from '../support/postgres.ts';
import { startChild } from './child.ts';
import { eachDatabase, type BenchDatabase } from './databases.ts';
import { compared, inTurn, percentile, print, rounded } from './figure.ts';
import type { Job, Outcome } from './sender-process.ts';

const SENDERS = [1, 16];
const ROUNDS = 3;
const MILLISECONDS = 3000;

const OURS = `mutation ($conversationId: ID!, $id: ID!, $text: String!) {
  sendMessage(input: { conversationId: $conversationId, clientMsgId: $id, text: $text }) { message { __typename id seq } denied { __typename code message } } }`;
const BARE =
  'mutation ($conversationId: ID!, $id: ID!, $text: String!) { send(conversationId: $conversationId, id: $id, text: $text) { __typename id seq } }';
/** What people write is new more often than not; what was read before costs less. */
const TEXTS = { 'words never said before': 'Where is my {words} order?', 'the same words': 'Where is my order?' };

/** A database beside the given one, for the baseline. */
export async function beside({ options }: BenchDatabase): Promise<{ url: string } | { dataDir: string }> {
  if ('dataDir' in options) return { dataDir: `${options.dataDir}-bare` };
  const client = new Client({ connectionString: options.url });
  await client.connect();
  await client
    .query('CREATE DATABASE bare')
    .catch((error: { code?: string }) => (error.code === '42P04' ? undefined : Promise.reject(error)));
  await client.end();
  const url = new URL(options.url);
  url.pathname = '/bare';
  return { url: url.href };
}

/** Measures on one database. */
export async function sendFigures(database: BenchDatabase): Promise<void> {
  const filesFolder = await mkdtemp(join(tmpdir(), 'shopdesk-bench-files-'));
  const most = Math.max(...SENDERS);
  const desk = await startDeskProcess({ database: database.options, filesFolder, port: await freePort() });
  const bare = startChild('bare-server.ts');
  const load = startChild('sender-process.ts');
  try {
    const { port } = await bare.ask<{ port: number }>({ options: await beside(database), conversations: most });
    const writers = await Promise.all(Array.from({ length: most }, () => newChat(desk.url, STORE_KEY)));
    const run = async (job: Job) => {
      const outcome = await load.ask<Outcome>(job);
      if (outcome.failure) throw new Error(outcome.failure);
      return outcome;
    };
    for (const [said, text] of Object.entries(TEXTS))
      for (const count of SENDERS) {
        const latencies: number[] = [];
        const ours = async () => {
          const senders = writers
            .slice(0, count)
            .map(({ conversationId, token }) => ({ token, variables: { conversationId, text } }));
          const outcome = await run({ url: `${desk.url}/shopper`, query: OURS, senders, milliseconds: MILLISECONDS });
          latencies.push(...outcome.latencies);
          return outcome.answered / outcome.seconds;
        };
        const baseline = async () => {
          const senders = Array.from({ length: count }, (_, n) => ({
            variables: { conversationId: `bare-${n}`, text },
          }));
          const outcome = await run({
            url: `http://127.0.0.1:${port}/graphql`,
            query: BARE,
            senders,
            milliseconds: MILLISECONDS,
          });
          return outcome.answered / outcome.seconds;
        };
        const result = await inTurn(ROUNDS, ours, baseline);
        const note = `p50 ${rounded(percentile(latencies, 50))} ms, p99 ${rounded(percentile(latencies, 99))} ms`;
        print(
          compared({
            name: `durable sends, ${said}, ${count} sender${count > 1 ? 's' : ''}`,
            database: database.kind,
            value: result.ours,
            unit: '1/s',
            baseline: result.baseline,
            goal: '≥ 0.8 of the bare mutation with 16 senders',
            note,
          }),
        );
      }
  } finally {
    await Promise.all([load.stop(), bare.stop(), desk.stop()]);
    await rm(filesFolder, { recursive: true, force: true });
  }
}

if (import.meta.main) await eachDatabase(sendFigures);
