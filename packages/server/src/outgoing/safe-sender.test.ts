import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { faultOf, judge } from '@shopdesk/core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readPlace } from '../cli/environment.ts';
import { isPublicAddress } from './address.ts';
import { SafeSender, type SafeSenderOptions } from './safe-sender.ts';

/** Requests that a server of this machine got: what must not be called must not have been connected to either. */
let connections = 0;
let answer: RequestListener = (_request, response) => void response.end('{"ok":true}');
let server: Server;
let port = 0;

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response)).on('connection', () => (connections += 1));
  await once(
    server.listen(0, '::', () => {}),
    'listening',
  );
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const senders: SafeSender[] = [];
function sender(options: SafeSenderOptions = {}): SafeSender {
  const made = new SafeSender({ timeoutMs: 2000, ...options });
  senders.push(made);
  return made;
}
afterEach(async () => {
  answer = (_request, response) => void response.end('{"ok":true}');
  await Promise.all(senders.splice(0).map((one) => one.close()));
});

/** What a call is told as; undefined where it was answered. */
async function fault(call: Promise<Response>): Promise<string | undefined> {
  try {
    await (await call).text();
    return undefined;
  } catch (error) {
    return faultOf(error);
  }
}
const here = () => sender({ allowedHosts: [`127.0.0.1:${port}`] });
const local = () => `http://127.0.0.1:${port}/`;
const resolvesTo =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('an address that a person typed is not called', () => {
  test.each([
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '127.255.255.254',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '017700000001',
    '１２７.0.0.1',
    '127。0。0。1',
    '%31%32%37.0.0.1',
    '127.0.0.1.',
    '0.0.0.0',
    '0',
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    'localhost',
    'LOCALHOST',
    'localhost.',
  ])('where it is this machine, written as %s', async (host) => {
    const before = connections;
    expect(await fault(sender().fetch(`http://${host}:${port}/`))).toBe('ADDRESS_REFUSED');
    expect(connections).toBe(before);
  });

  test.each([
    [
      'private',
      ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '[fc00::1]', '[fd12:3456::1]', '[fec0::1]'],
    ],
    ['link-local', ['169.254.1.1', '[fe80::1]', '[febf::1]']],
    [
      'that of the metadata of a cloud',
      ['169.254.169.254', '[fd00:ec2::254]', '100.100.100.200', '168.63.129.16', '192.0.0.192'],
    ],
    ['shared by a carrier’s customers', ['100.64.0.1', '100.127.255.255']],
    ['multicast or broadcast', ['224.0.0.1', '239.255.255.255', '255.255.255.255', '[ff02::1]']],
    ['reserved', ['192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '240.0.0.1', '[2001:db8::1]', '[100::1]']],
    ['public, written as a number that nobody writes', ['134744072', '0x08080808', '8.8.2056', '010.8.8.8']],
  ])('where it is %s', async (_kind, hosts) => {
    const one = sender();
    for (const host of hosts)
      expect([host, one.problemOf(`http://${host}/`)?.fault]).toEqual([host, 'ADDRESS_REFUSED']);
  });

  test.each([
    [
      'another scheme',
      ['ftp://shop.example/', 'file:///etc/passwd', 'data:text/plain,x', 'javascript:alert(1)', 'gopher://a/'],
    ],
    [
      'nonsense',
      [
        '',
        'shop',
        'http://',
        'https:///x',
        'http:/shop.example',
        'http://[::1',
        'http://a b/',
        `https://${'a'.repeat(2000)}.example/`,
      ],
    ],
    [
      'what a URL would silently read otherwise',
      ['http://shop\n.example/', 'http:\\\\127.0.0.1/', 'http://shop.example\\@127.0.0.1/', '\thttp://shop.example/'],
    ],
  ])('where it is %s', (_kind, addresses) => {
    const one = sender();
    for (const address of addresses)
      expect([address, one.problemOf(address)?.fault]).toEqual([address, 'ADDRESS_UNREADABLE']);
  });

  test('where it holds a name and a password, or asks for a port that no shop has', () => {
    const one = sender();
    for (const address of [
      'http://me:secret@shop.example/',
      'http://me@shop.example/',
      'https://shop.example:22/',
      'http://shop.example:25/',
    ])
      expect([address, one.problemOf(address)?.fault]).toEqual([address, 'ADDRESS_REFUSED']);
    for (const address of [
      'https://shop.example',
      'http://shop.example:80/',
      'https://shop.example:8443/api',
      'https://商城.example/',
    ])
      expect([address, one.problemOf(address)]).toEqual([address, undefined]);
  });

  test('where its name leads into a private network, be it by one of its addresses', async () => {
    const before = connections;
    for (const addresses of [
      ['127.0.0.1'],
      ['8.8.8.8', '10.0.0.1'],
      ['::ffff:127.0.0.1'],
      ['::1'],
      ['fe80::1%lo'],
      ['nonsense'],
    ]) {
      const call = sender({ resolve: resolvesTo(...addresses) }).fetch(`http://shop.example:${port}/`);
      expect([addresses, await fault(call)]).toEqual([addresses, 'ADDRESS_REFUSED']);
    }
    expect(connections).toBe(before);
  });

  test('where its name is a public address first and this machine the next time it is asked', async () => {
    const before = connections;
    const asked: string[] = [];
    const resolve = async (name: string) => {
      asked.push(name);
      return [{ address: asked.length === 1 ? '203.0.114.1' : '127.0.0.1', family: 4 }];
    };
    const one = sender({ resolve, timeoutMs: 300 });
    // The first connection goes to the address that was judged, and to no other: the name is asked once.
    expect(await fault(one.fetch(`http://rebinding.example:${port}/`))).toMatch(/TOO_SLOW|NOT_REACHABLE/);
    expect(asked).toEqual(['rebinding.example']);
    expect(await fault(one.fetch(`http://rebinding.example:${port}/`))).toBe('ADDRESS_REFUSED');
    expect(connections).toBe(before);
  });

  test('and a name without an address is told as such', async () => {
    expect(await fault(sender({ resolve: resolvesTo() }).fetch('http://shop.example/'))).toBe('NAME_UNKNOWN');
    expect(await fault(sender().fetch('http://no-such-shop.invalid/'))).toBe('NAME_UNKNOWN');
  });
});

describe('hosts that the operator names', () => {
  test('are called though they are private, at the port that was named only', async () => {
    expect(await (await here().fetch(`${local()}orders`)).json()).toEqual({ ok: true });
    const before = connections;
    expect(here().problemOf(`http://127.0.0.1:${port + 1}/`)?.fault).toBe('ADDRESS_REFUSED');
    expect(await fault(here().fetch(`http://localhost:${port}/`))).toBe('ADDRESS_REFUSED');
    expect(connections).toBe(before);
  });

  test('are called under their name, by one question to the resolver', async () => {
    const asked: string[] = [];
    const resolve = async (name: string) => (asked.push(name), [{ address: '127.0.0.1', family: 4 }]);
    answer = ({ headers }, response) => void response.end(JSON.stringify(headers.host));
    const one = sender({ allowedHosts: ['Shop.Internal'], resolve });
    expect(await (await one.fetch(`http://shop.internal:${port}/`)).json()).toBe(`shop.internal:${port}`);
    expect(asked).toEqual(['shop.internal']);
  });

  test('are named in the environment of the server', async () => {
    const { options } = await readPlace({}, { SHOPDESK_ALLOWED_HOSTS: `shop.internal, 127.0.0.1:${port}` });
    expect(options.outgoing?.allowedHosts).toEqual(['shop.internal', `127.0.0.1:${port}`]);
    expect(await fault(sender(options.outgoing ?? {}).fetch(local()))).toBeUndefined();
  });

  test('are hosts, or the server does not start', () => {
    for (const name of ['http://shop', 'shop/path', 'a b', ''])
      expect(() => new SafeSender({ allowedHosts: [name] })).toThrow('is neither host nor host:port');
  });
});

describe('a server that is called', () => {
  test('gets method, headers and body, and is answered as by fetch', async () => {
    answer = async (request, response) => {
      let body = '';
      for await (const piece of request) body += String(piece);
      response.writeHead(404, { 'x-shop': 'yes' }).end(`${request.method} ${request.headers['authorization']} ${body}`);
    };
    const response = await here().fetch(local(), {
      method: 'POST',
      headers: { authorization: 'Bearer x' },
      body: 'hello',
    });
    expect([response.status, response.headers.get('x-shop'), await response.text()]).toEqual([
      404,
      'yes',
      'POST Bearer x hello',
    ]);
    answer = (_request, empty) => void empty.writeHead(204).end();
    expect((await here().fetch(local())).status).toBe(204);
  });

  test.each([301, 302, 303, 307, 308])('sends nobody elsewhere by %i, whatever the caller asks', async (status) => {
    answer = ({ url }, response) =>
      void (url === '/' ? response.writeHead(status, { location: local() + 'secret' }) : response).end('inside');
    expect(await fault(here().fetch(local()))).toBe('REDIRECTED');
    expect(await fault(here().fetch(local(), { redirect: 'follow' }))).toBe('REDIRECTED');
  });

  test.each([
    ['never answers', () => {}],
    ['stops after its headers', (_request, response) => void response.writeHead(200).flushHeaders()],
    [
      'sends one byte after the other',
      (_request, response) => {
        const drip = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ] as readonly (readonly [string, RequestListener])[])('and %s is given up in time', async (_what, slow) => {
    answer = slow;
    const began = performance.now();
    expect(await fault(sender({ allowedHosts: [`127.0.0.1:${port}`], timeoutMs: 300 }).fetch(local()))).toBe(
      'TOO_SLOW',
    );
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test('is given up when the caller waits no longer', async () => {
    answer = () => {};
    const given = AbortSignal.timeout(100);
    expect(await fault(here().fetch(local(), { signal: given }))).toBe('TOO_SLOW');
  });

  test.each([
    [
      'says how large it is',
      (_request, response) => void response.writeHead(200, { 'content-length': '200000' }).end(Buffer.alloc(200_000)),
    ],
    ['does not say it', (_request, response) => void response.end(Buffer.alloc(200_000))],
    [
      'is small and unpacks to much',
      (_request, response) =>
        void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000))),
    ],
  ] as readonly (readonly [string, RequestListener])[])(
    'whose answer is too large is cut off, where it %s',
    async (_what, huge) => {
      answer = huge;
      const one = sender({ allowedHosts: [`127.0.0.1:${port}`], maxBytes: 100_000 });
      expect(await fault(one.fetch(local()))).toBe('TOO_LARGE');
    },
  );

  test('that speaks no HTTP, or hangs up, is told as such', async () => {
    let greeting = 'SSH-2.0-nonsense\r\n\r\n';
    const tcp = createTcpServer(
      (socket) =>
        void socket
          .on('error', () => {})
          .resume()
          .end(greeting),
    );
    await once(tcp.listen(0, '127.0.0.1'), 'listening');
    const there = (tcp.address() as AddressInfo).port;
    const one = sender({ allowedHosts: [`127.0.0.1:${there}`] });
    expect(await fault(one.fetch(`http://127.0.0.1:${there}/`))).toBe('NOT_UNDERSTOOD');
    expect(await fault(one.fetch(`https://127.0.0.1:${there}/`))).toBe('INSECURE');
    greeting = '';
    expect(await fault(one.fetch(`http://127.0.0.1:${there}/`))).toBe('NOT_REACHABLE');
    await new Promise((closed) => tcp.close(closed));
    expect(await fault(one.fetch(`http://127.0.0.1:${there}/`))).toBe('NOT_REACHABLE');
  });

  test('has surely got nothing where its address was refused: a change may be tried again', async () => {
    const refusedByName = sender({ resolve: resolvesTo('10.0.0.1') }).fetch('http://shop.example/');
    await refusedByName.catch((error: unknown) => expect(judge(error).verdict).toBe('NOT_SENT'));
    await expect(refusedByName).rejects.toThrow();
    await here()
      .fetch(local())
      .then((response) => response.text());
  });
});

test('addresses of the public internet are public', () => {
  for (const address of [
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '93.184.216.34',
    '2606:2800:220:1:248:1893:25c8:1946',
    '2a00:1450:4001::1',
  ])
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
});
