/**
 * @module Opens one stream per chat as the agent, sends at a steady rate as the customers, and notes when each message
 * arrives. Run by `latency.ts` in a process of its own.
 */
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Round {
  readonly url: string;
  /** Where those who listen ask, who may be staff. */
  readonly listenUrl: string;
  readonly send: string;
  readonly events: string;
  readonly listenerToken: string;
  readonly chats: readonly { readonly conversationId: string; readonly token: string }[];
  /** Messages a second over all chats. */
  readonly rate: number;
  readonly seconds: number;
}

export interface RoundOutcome {
  readonly sent: number;
  /** Milliseconds, one per message that arrived. */
  readonly latencies: readonly number[];
}

const sendAgent = new Agent({ keepAlive: true, maxSockets: 128 });

function post(
  url: string,
  token: string,
  accept: string,
  body: string,
  agent: Agent | false,
  onResponse: (response: IncomingMessage) => void,
): ClientRequest {
  const headers = {
    'content-type': 'application/json',
    accept,
    'content-length': Buffer.byteLength(body),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const call = request(url, { method: 'POST', agent, headers }, onResponse);
  call.on('error', () => {});
  call.end(body);
  return call;
}

const ID = /"clientMsgId":"([^"]+)"/g;

function listen(
  { listenUrl, events, listenerToken }: Round,
  conversationId: string,
  arrived: (id: string) => void,
): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ query: events, variables: { conversationId } });
    const call = post(listenUrl, listenerToken, 'text/event-stream', body, false, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`stream refused with ${response.statusCode}`));
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        for (const [, id] of text.matchAll(ID)) arrived(id ?? '');
      });
      response.on('error', () => {});
      resolve(call);
    });
  });
}

async function run(round: Round): Promise<RoundOutcome> {
  const started = new Map<string, number>();
  const latencies: number[] = [];
  const arrived = (id: string) => {
    const at = started.get(id);
    if (at === undefined) return;
    started.delete(id);
    latencies.push(performance.now() - at);
  };
  const streams: ClientRequest[] = [];
  for (let n = 0; n < round.chats.length; n += 50)
    streams.push(
      ...(await Promise.all(
        round.chats.slice(n, n + 50).map(({ conversationId }) => listen(round, conversationId, arrived)),
      )),
    );
  await sleep(500);
  const total = round.rate * round.seconds;
  const begin = performance.now();
  for (let n = 0; n < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - begin) / 1000) * round.rate));
    for (; n < due; n += 1) sendOne(round, n, started);
    await sleep(1);
  }
  const deadline = Date.now() + 10_000;
  while (latencies.length < total && Date.now() < deadline) await sleep(20);
  for (const stream of streams) stream.destroy();
  await sleep(300);
  return { sent: total, latencies };
}

function sendOne({ url, send, chats }: Round, n: number, started: Map<string, number>): void {
  const chat = chats[n % chats.length];
  if (!chat) return;
  const id = `lat-${Date.now().toString(36)}-${n}`;
  const body = JSON.stringify({
    query: send,
    variables: { conversationId: chat.conversationId, id, text: 'Where is my order?' },
  });
  started.set(id, performance.now());
  post(url, chat.token, 'application/json', body, sendAgent, (response) => response.resume());
}

process.on('message', (round: Round) => {
  void run(round).then(
    (outcome) => process.send?.(outcome),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
