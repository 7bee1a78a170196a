/**
 * @module Sends GraphQL mutations over kept-alive connections from a process of its own: each sender waits for its
 * answer before it sends again. Run by `sendFor`.
 */
import { Agent, request } from 'node:http';

export interface Job {
  readonly url: string;
  readonly query: string;
  /**
   * One entry per sender; `variables` is sent with `id` set anew each time, and `{words}` in its text becomes words
   * never said before.
   */
  readonly senders: readonly { readonly token?: string; readonly variables: Record<string, unknown> }[];
  readonly milliseconds: number;
}

export interface Outcome {
  readonly answered: number;
  readonly seconds: number;
  readonly latencies: readonly number[];
  readonly failure?: string;
}

function post(agent: Agent, job: Job, token: string | undefined, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    const call = request(job.url, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve(Buffer.concat(parts).toString()));
      response.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });
}

const SYLLABLES = [
  'ka',
  'lo',
  'mi',
  'ner',
  'pa',
  'ru',
  'sol',
  'te',
  'vi',
  'zor',
  'bel',
  'dan',
  'fi',
  'gu',
  'hem',
  'jo',
];

/** The same length every time, so that only what is said differs. */
function worded(text: unknown, serial: number): unknown {
  if (typeof text !== 'string') return text;
  const word = (n: number): string =>
    Array.from({ length: 4 }, (_, place) => SYLLABLES[(n >> (place * 4)) & 15] ?? '').join('');
  return text.replaceAll('{words}', () => `${word(serial)} ${word(serial * 7919 + process.pid)}`);
}

async function run(job: Job): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: job.senders.length });
  const latencies: number[] = [];
  let failure: string | undefined;
  let serial = 0;
  const started = performance.now();
  const until = started + job.milliseconds;
  const send = async ({ token, variables }: Job['senders'][number]) => {
    while (performance.now() < until && !failure) {
      serial += 1;
      const id = `bench-${process.pid}-${serial}-${Date.now().toString(36)}`;
      const at = performance.now();
      const answer = await post(
        agent,
        job,
        token,
        JSON.stringify({ query: job.query, variables: { ...variables, text: worded(variables['text'], serial), id } }),
      );
      latencies.push(performance.now() - at);
      if (answer.includes('"errors"') || answer.includes('Denied')) failure = answer.slice(0, 500);
    }
  };
  await Promise.all(job.senders.map(send));
  agent.destroy();
  return {
    answered: latencies.length,
    seconds: (performance.now() - started) / 1000,
    latencies,
    ...(failure ? { failure } : {}),
  };
}

process.on('message', (job: Job) => {
  void run(job).then(
    (outcome) => process.send?.(outcome),
    (error: unknown) =>
      process.send?.({ answered: 0, seconds: 1, latencies: [], failure: String(error) } satisfies Outcome),
  );
});
