import { Consent, defineAction, defineFeature, makeStopLink, outreach, standardFeatures, value } from '@shopdesk/core';
import { MemoryStore } from '@shopdesk/core/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';

const SYSTEM = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;

/** Somebody who sends letters: each has its link. */
const letters = defineFeature({
  name: 'letters',
  requires: [outreach],
  words: { customerId: { en: 'Customer', zh: '客户' }, storeId: { en: 'Store', zh: '店铺' } },
  actions: {
    makeLink: defineAction({
      title: { en: 'Make a link', zh: '生成链接' },
      allow: { system: true },
      input: z.object({ customerId: z.string(), storeId: z.string() }),
      output: value('Link', z.object({ token: z.string() })),
      run: (ctx, about) => ({ token: makeStopLink(ctx, { ...about, purpose: 'OFFERS' }) }),
    }),
  },
});

describe('the link that stops messages', () => {
  let desk: TestServer;
  beforeAll(async () => {
    desk = await createTestServer({ store: new MemoryStore(), features: [...standardFeatures, letters] as never });
  });
  afterAll(() => desk.close());

  const words = async () =>
    (await desk.server.desk.read(SYSTEM).all(Consent)).map(({ purpose, given }) => [purpose, given]);
  const visit = async (path: string, init: RequestInit = {}) => {
    const answer = await desk.server.fetch(new Request(`http://desk.test${path}`, init));
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };

  test('shows what it stops when it is opened, and changes nothing, however many scanners open it', async () => {
    const { customerId } = await desk.shopper();
    const storeId = desk.store.id;
    const { token } = (await desk.server.desk.perform(SYSTEM, 'makeLink', { customerId, storeId })) as {
      token: string;
    };
    const opened = await visit(`/stop/${token}`, { headers: { 'accept-language': 'en' } });
    expect(opened).toMatchObject({ status: 200 });
    expect(opened.text).toContain('Offers and new products');
    expect(opened.text).toContain('<form method="post">');
    expect(opened.headers.get('content-security-policy')).toContain("default-src 'none'");
    await visit(`/stop/${token}`);
    expect(await words()).toEqual([]);

    const posted = await visit(`/stop/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'zh' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(posted.status).toBe(200);
    expect(posted.text).toContain('您将不再收到此类消息。');
    expect(await words()).toEqual([['OFFERS', false]]);
    expect((await visit(`/stop/${token}`, { method: 'POST' })).status).toBe(200);
    expect(await words()).toEqual([['OFFERS', false]]);
  });

  test('that nobody has made is answered in words, and nothing happens', async () => {
    const before = await words();
    for (const method of ['GET', 'POST'])
      expect(await visit('/stop/made-up', { method })).toMatchObject({ status: 404 });
    expect((await visit('/stop/made-up%3Cscript%3E')).text).not.toContain('<script>');
    expect(await words()).toEqual(before);
  });
});
