/**
 * @module The other side of `pnpm chaos --effects`: a process that is never killed, answers late, not at all or with an
 * error after the work was done, and writes down everything that it has really done.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const [log = ''] = process.argv.slice(2);
/** Slowest answer in milliseconds. */
const SLOWEST_MS = 120;

const done = new Map<string, number>();
for (const key of existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : []) count(key);

function count(key: string): void {
  done.set(key, (done.get(key) ?? 0) + 1);
}

function carryOut(key: string): void {
  count(key);
  appendFileSync(log, `${key}\n`);
}

const server = createServer((request, response) => {
  void (async () => {
    const key = decodeURIComponent(request.url ?? '').slice(1);
    const answer = (status: number, body: unknown) => response.writeHead(status).end(JSON.stringify(body));
    if (key === '') return answer(200, Object.fromEntries(done));
    if (request.method === 'GET') return answer(200, { happened: done.has(key) });
    const luck = Math.random();
    await sleep(luck < 0.3 ? 0 : Math.random() * SLOWEST_MS);
    if (luck > 0.97) return answer(429, {});
    // Only a keyed call may come twice; the other kinds are done as often as they are called.
    if (!key.startsWith('keyed') || !done.has(key)) carryOut(key);
    await sleep(Math.random() * SLOWEST_MS);
    if (luck > 0.92) return void request.socket.destroy();
    if (luck > 0.88) return answer(500, {});
    return answer(200, { key });
  })();
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});
