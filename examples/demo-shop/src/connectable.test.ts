import { shopAdapterContract } from '@shopdesk/core/testing';
import { describe, test } from 'vitest';
import { demoShopKind } from './connectable.ts';

describe('the demo shop as a kind of shop that people connect', () => {
  const settings = { url: 'https://shop.example', secret: 'a-secret-that-nobody-reads', orderEvents: 'POLL' };
  const body = JSON.stringify({ error: { code: 'UNAUTHENTICATED', message: 'Wrong secret' } });
  for (const { title, run } of shopAdapterContract({
    adapter: demoShopKind,
    settings,
    unauthorised: { status: 401, body },
  }))
    test(title, run);
});
