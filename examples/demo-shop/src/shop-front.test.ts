import { jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DemoShop } from './demo-shop.ts';
import { createDemoShop, demoShop } from './index.ts';
import { startTestShop, TEST_SECRET } from './shop-under-test.ts';

const YUSUF = 'yusuf_rossi_9620';
const DELIVERED = '#W2378156';
const NOW = new Date('2026-03-02T15:00:00.000Z');
const T_SHIRT = '9523456873';

let running: DemoShop;

beforeAll(async () => {
  running = await startTestShop({
    deskUrl: 'https://desk.example/',
    storeKey: 'demo_store',
    identityKeyId: 'key-7',
    shopId: 'blue-heron',
    now: () => NOW,
  });
});
beforeEach(() => running.reset());
afterAll(() => running.close());

/** A browser without pictures: keeps cookies, follows nothing. */
class Visitor {
  readonly #cookies = new Map<string, string>();
  readonly #headers: Record<string, string>;

  constructor(language = 'en') {
    this.#headers = { 'accept-language': language };
  }

  async #send(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...this.#headers, cookie, ...(init.headers as Record<string, string>) };
    const response = await fetch(running.url + path, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(path, { headers });
  }

  async text(path: string): Promise<string> {
    return await (await this.get(path)).text();
  }

  post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  async signIn(customer = YUSUF): Promise<this> {
    expect((await this.post('/sign-in', { customer, back: '/' })).status).toBe(303);
    return this;
  }
}

const orderPath = (id: string) => `/orders/${encodeURIComponent(id)}`;
const shop = () => demoShop({ url: running.url, secret: TEST_SECRET });

async function purchase(visitor: Visitor): Promise<Record<string, string>> {
  const page = await visitor.text(`/products/${T_SHIRT}`);
  const field = (pattern: RegExp) => pattern.exec(page)?.[1] ?? '';
  return {
    variant: field(/name="variant" value="(\d+)"/),
    key: field(/name="key" value="([\w-]+)"/),
    method: field(/<option value="(\w+)"/),
    quantity: '2',
  };
}

describe('the shop front', () => {
  test('shows every product over its pages, and each picture', async () => {
    const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => new Visitor().text(`/?page=${page}`)));
    const links = pages.flatMap((page) => [...page.matchAll(/href="\/products\/(\d+)"/g)].map(([, id]) => id));
    expect(new Set(links).size).toBe(50);
    const picture = await new Visitor().get(`/pictures/${links[0]}.svg`);
    expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    expect(await picture.text()).toContain('<svg');
  });

  test('finds products by words of either language and by shelf', async () => {
    const titles = async (path: string) =>
      [...(await new Visitor().text(path)).matchAll(/<strong>(.*?)<\/strong>/g)].map(([, title]) => title);
    expect(await titles('/?q=KETTLE')).toEqual(['Electric Kettle', 'Tea Kettle']);
    expect(await titles(`/?q=${encodeURIComponent('茶壶')}`)).toEqual(['Tea Kettle']);
    expect(await titles('/?category=beauty')).toEqual(
      expect.arrayContaining(['Perfume', 'Makeup Kit', 'Electric Toothbrush']),
    );
    expect(await new Visitor().text('/?q=zzzz')).toContain('Nothing found');
  });

  test('speaks the browser’s language until another is chosen', async () => {
    const visitor = new Visitor('zh-CN,zh;q=0.9,en;q=0.8');
    expect(await visitor.text('/')).toContain('<html lang="zh-CN">');
    const switched = await visitor.get('/language/en?back=%2F%3Fq%3Dcup');
    expect(switched.headers.get('location')).toBe('/?q=cup');
    expect(await visitor.text('/')).toContain('<html lang="en">');
    expect((await visitor.get('/language/xx')).status).toBe(404);
  });

  test.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/ok\r\nset-cookie: a=b',
  ])('never sends a visitor to %j', async (back) => {
    const answer = await new Visitor().get(`/language/en?back=${encodeURIComponent(back)}`);
    expect(answer.headers.get('location')).toBe('/');
  });

  test('escapes what visitors type', async () => {
    const page = await new Visitor().text(`/?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script&gt;');
  });

  test('allows nothing inline and only the desk from outside', async () => {
    const response = await new Visitor().get('/');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' https://desk.example;");
    expect(policy).not.toContain('unsafe');
    const page = await response.text();
    expect(page).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/);
    expect(page).toContain(
      '<script async src="https://desk.example/widget.js" data-store="demo_store" data-locale="en"></script>',
    );
  });

  test('tells the desk which product is on the page', async () => {
    const page = await new Visitor().text(`/products/${T_SHIRT}`);
    const told = /data-product="(.*?)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? '';
    expect(JSON.parse(told)).toEqual({
      id: T_SHIRT,
      title: 'T-Shirt',
      price: { amount: expect.any(Number), currency: 'USD' },
    });
  });

  test('answers typed pages for what is not there', async () => {
    expect((await new Visitor().get('/products/0')).status).toBe(404);
    expect((await new Visitor().get('/orders/%')).status).toBe(404);
    expect((await new Visitor().get('/nothing')).status).toBe(404);
    expect((await new Visitor().get('/pictures/0.svg')).status).toBe(404);
  });
});

describe('a signed-in customer', () => {
  test('sees his orders and no one else’s', async () => {
    const visitor = await new Visitor().signIn();
    expect(await visitor.text('/orders')).toContain(DELIVERED);
    const own = await visitor.text(orderPath(DELIVERED));
    expect(own).toContain('Order #W2378156');
    expect(own).toContain('Tracking number');
    expect((await visitor.get(orderPath('#W4817420'))).status).toBe(404);
    expect((await new Visitor().get(orderPath(DELIVERED))).headers.get('location')).toMatch(/^\/sign-in/);
  });

  test('is found in the list by name, e-mail and id', async () => {
    for (const text of ['yusuf rossi', 'yusuf.rossi7301@', YUSUF]) {
      expect(await new Visitor().text(`/sign-in?q=${encodeURIComponent(text)}`)).toContain(`value="${YUSUF}"`);
    }
    expect(await new Visitor().text('/sign-in?q=%25')).toContain('Nobody found');
    expect((await new Visitor().post('/sign-in', { customer: 'nobody' })).status).toBe(404);
  });

  test('buys, pays and sees the order at once; a double click buys once', async () => {
    const visitor = await new Visitor().signIn();
    const form = await purchase(visitor);
    const answers = await Promise.all([1, 2, 3].map(() => visitor.post('/buy', form)));
    const places = new Set(answers.map((answer) => answer.headers.get('location')));
    expect(places.size).toBe(1);
    const id = decodeURIComponent([...places][0]?.split('/').at(-1) ?? '');
    const order = await shop().order(id);
    const { price } = await shop().variant(form['variant'] ?? '');
    expect(order).toMatchObject({
      customerId: YUSUF,
      status: 'PAID',
      shopStatus: 'pending',
      placedAt: NOW.toISOString(),
    });
    expect(order.lines).toHaveLength(2);
    expect(order.amounts.paid.amount).toBe(2 * price.amount);
    expect(await visitor.text(orderPath(id))).toContain('Being prepared');
    expect(running.exportStore().users[YUSUF]?.orders.at(-1)).toBe(id);
  });

  test('has his own order sent and delivered, one step at a time, and nobody else’s', async () => {
    const yusuf = await new Visitor().signIn();
    const order = decodeURIComponent(
      (await yusuf.post('/buy', await purchase(yusuf))).headers.get('location')?.split('/').at(-1) ?? '',
    );
    const move = (visitor: Visitor, wanted: string, id = order) =>
      visitor.post(`${orderPath(id)}/move`, { move: wanted });
    expect((await move(yusuf, 'DELIVER')).status).toBe(409);
    expect((await move(yusuf, 'SHIP')).status).toBe(303);
    expect(await shop().order(order)).toMatchObject({
      status: 'SHIPPED',
      shipments: [{ carrier: 'Blue Heron Parcel', expectedAt: '2026-03-05T22:00:00.000Z' }],
    });
    expect((await move(yusuf, 'SHIP')).status).toBe(409);
    expect((await move(await new Visitor().signIn('mei_kovacs_8020'), 'DELIVER')).status).toBe(404);
    expect((await move(new Visitor(), 'DELIVER')).headers.get('location')).toBe('/sign-in');
    expect(await yusuf.text(orderPath(order))).toContain('value="DELIVER"');
    expect((await move(yusuf, 'DELIVER')).status).toBe(303);
    expect((await shop().order(order)).status).toBe('DELIVERED');
    expect(await yusuf.text(orderPath(order))).not.toContain('name="move"');
  });

  test('pays by gift card only as far as the balance goes', async () => {
    const { users, products } = running.exportStore();
    const found = Object.values(users).flatMap(({ user_id, payment_methods }) =>
      Object.values(payment_methods).flatMap(({ id, balance = 0 }) =>
        balance > 50 && balance < 100 ? [{ user_id, id, balance }] : [],
      ),
    )[0];
    if (!found) throw new Error('No such gift card');
    const visitor = await new Visitor().signIn(found.user_id);
    const shirt = Object.values(products[T_SHIRT]?.variants ?? {}).find(
      ({ available, price }) => available && price < found.balance,
    );
    const buy = (quantity: number, key: string) =>
      visitor.post('/buy', { variant: shirt?.item_id ?? '', method: found.id, quantity: String(quantity), key });
    const refused = await buy(2, 'a');
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('balance does not cover');
    expect((await buy(1, 'b')).status).toBe(303);
    const left = (await shop().customer(found.user_id)).paymentMethods.find(({ id }) => id === found.id)?.balance;
    expect(left?.amount).toBe(Math.round(found.balance * 100) - Math.round((shirt?.price ?? 0) * 100));
  });

  test.each([
    ['quantity', '0', 400],
    ['quantity', '6', 400],
    ['quantity', 'many', 400],
    ['variant', '0', 404],
    ['method', 'gift_card_1725971', 409],
    ['key', '', 400],
  ])('cannot buy with %s "%s"', async (field, value, status) => {
    const visitor = await new Visitor().signIn();
    const before = running.exportStore();
    expect((await visitor.post('/buy', { ...(await purchase(visitor)), [field]: value })).status).toBe(status);
    expect(running.exportStore()).toEqual(before);
  });

  test('is not acted for by another site', async () => {
    const visitor = await new Visitor().signIn();
    const form = await purchase(visitor);
    const before = running.exportStore();
    expect((await visitor.post('/buy', form, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await visitor.post('/buy', form, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await visitor.get('/desk-identity', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(running.exportStore()).toEqual(before);
  });

  test('is nobody after signing out, also for who kept the cookie', async () => {
    const visitor = await new Visitor().signIn();
    const signedIn = await fetch(`${running.url}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ customer: YUSUF }),
      redirect: 'manual',
    });
    const [cookie = ''] = signedIn.headers.getSetCookie()[0]?.split(';') ?? [];
    expect(signedIn.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
    const kept = () => fetch(`${running.url}/desk-identity`, { headers: { cookie } });
    expect((await kept()).status).toBe(200);
    await fetch(`${running.url}/sign-out`, { method: 'POST', headers: { cookie }, redirect: 'manual' });
    expect((await kept()).status).toBe(401);
    expect((await visitor.get('/desk-identity')).status).toBe(200);
  });
});

describe('the identity for the desk', () => {
  test('is signed, short-lived and for this desk alone', async () => {
    const visitor = await new Visitor('zh').signIn();
    const response = await visitor.get('/desk-identity');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { token } = (await response.json()) as { token: string };
    const { payload, protectedHeader } = await jwtVerify(token, new TextEncoder().encode(TEST_SECRET), {
      issuer: 'blue-heron',
      audience: 'demo_store',
      currentDate: NOW,
    });
    const at = NOW.getTime() / 1000;
    expect(protectedHeader).toEqual({ alg: 'HS256', kid: 'key-7' });
    expect(payload).toEqual({
      iss: 'blue-heron',
      aud: 'demo_store',
      sub: YUSUF,
      name: 'Yusuf Rossi',
      email: 'yusuf.rossi7301@example.com',
      locale: 'zh-CN',
      iat: at,
      nbf: at,
      exp: at + 600,
    });
  });

  test('is not given to somebody who is not signed in', async () => {
    const response = await new Visitor().get('/desk-identity');
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain('token');
  });
});

describe('createDemoShop', () => {
  test('names everything that is wrong with its options at once', async () => {
    const options = {
      dataDir: '/nowhere',
      port: 0,
      deskUrl: 'desk',
      storeKey: 'a b',
      identitySecret: 'short',
      deskApiSecret: 'also short',
    };
    const error = await createDemoShop(options).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'ConfigError',
      problems: [/deskUrl/, /storeKey/, /identitySecret/, /deskApiSecret/].map((name) => expect.stringMatching(name)),
    });
  });

  test('says which port is taken and leaves its data closed', async () => {
    const port = Number(new URL(running.url).port);
    await expect(startTestShop({ port })).rejects.toThrow(/EADDRINUSE/);
  });
});
