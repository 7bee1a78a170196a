import { describe, expect, test } from 'vitest';
import { createTestDesk } from '../../testing/index.ts';
import { Store } from './entities.ts';

async function scene() {
  const setup = await createTestDesk();
  const { access } = setup.desk.as(await setup.staff('AD1', ['AD']));
  const kept = async () => (await setup.desk.read(setup.system).get(Store, setup.store.id)).allowedOrigins;
  const allow = (...allowedOrigins: string[]) => access.updateStore({ id: setup.store.id, allowedOrigins });
  return { kept, allow };
}

describe('the pages that may embed the widget', () => {
  test.each([
    ['shop.example', 'https://shop.example'],
    ['https://shop.example/', 'https://shop.example'],
    [' https://Shop.Example/cart?item=1#top ', 'https://shop.example'],
    ['shop.example/de', 'https://shop.example'],
    ['https://shop.example:443', 'https://shop.example'],
    ['shop.example:8443', 'https://shop.example:8443'],
    ['http://shop.example', 'http://shop.example'],
    ['ｓｈｏｐ．example', 'https://shop.example'],
    ['localhost:3000', 'http://localhost:3000'],
    ['127.0.0.1:3000/', 'http://127.0.0.1:3000'],
  ])('are completed to what a browser names them: %s', async (typed, origin) => {
    const { kept, allow } = await scene();
    await allow(typed);
    expect(await kept()).toEqual([origin]);
  });

  test.each(['not an address', 'me@shop.example', 'ftp://shop.example', 'javascript:alert(1)', 'https://', ''])(
    'are not “%s”; it is said which one it is, and none is lost',
    async (wrong) => {
      const { kept, allow } = await scene();
      await allow('shop.example');
      await expect(allow('other.example', wrong)).rejects.toMatchObject({
        denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'allowedOrigins.1' }] },
      });
      expect(await kept()).toEqual(['https://shop.example']);
    },
  );
});
