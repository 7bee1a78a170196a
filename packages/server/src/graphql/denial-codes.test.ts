import { defineAction, defineFeature, deny, reasons, standardFeatures, value, type Feature } from '@shopdesk/core';
import { anyWords, MemoryStore } from '@shopdesk/core/testing';
import { printSchema } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { createSchema } from './schema.ts';

const sealing = reasons({ BOX_SEALED: { en: 'The box is sealed.', zh: '箱子已封好。' } });
const { BOX_SEALED } = sealing.reasons;

const openBox = defineAction({
  title: { en: 'Open the box', zh: '打开箱子' },
  allow: { staff: true },
  input: z.object({ knife: z.boolean() }),
  output: value('OpenedBox', z.object({ opened: z.boolean() })),
  check: (_ctx, { knife }) => (knife ? deny('CONFLICT') : deny(BOX_SEALED, { details: { tape: 'two layers' } })),
  run: () => ({ opened: true }),
});
/** What a third party would write. */
const boxes = (members: Feature['members']) =>
  defineFeature({ words: anyWords, name: 'boxes', members, actions: { openBox } });

describe('a code of a denial that a feature adds', () => {
  let desk: TestServer | undefined;
  afterEach(() => desk?.close());
  const start = async (members: Feature['members']) => {
    desk = await createTestServer({ store: new MemoryStore(), features: [...standardFeatures, boxes(members)] });
    const { token } = await desk.staff('PA1', ['PA']);
    const open = (knife: boolean, locale: string) =>
      (desk as TestServer).gql(
        'mutation ($i: OpenBoxInput!) { a: openBox(input: $i) { denied { code message details } } }',
        { i: { knife } },
        { token, headers: { 'x-desk-locale': locale } },
      );
    return { desk, open };
  };

  test('reaches whoever asks with its words in their language, beside those of the kernel', async () => {
    const { desk: server, open } = await start([sealing]);
    const details = { tape: 'two layers' };
    expect((await open(false, 'en')).data).toEqual({
      a: { code: 'BOX_SEALED', message: 'The box is sealed.', details },
    });
    expect((await open(false, 'zh-CN')).data).toEqual({
      a: { code: 'BOX_SEALED', message: '箱子已封好。', details },
    });
    expect((await open(true, 'zh-CN')).data).toMatchObject({ a: { code: 'CONFLICT', message: '内容已被他人更改。' } });
    const printed = printSchema(createSchema({ desk: server.server.desk, audience: 'staff' }));
    expect(printed).toContain('"""The box is sealed. 箱子已封好。"""\n  BOX_SEALED\n');
    expect(printed).toContain('  FORBIDDEN_TERM\n');
  });

  test('that no feature lists is a bug, which the log names, and no answer', async () => {
    const { desk: server, open } = await start([]);
    expect((await open(false, 'en')).errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    expect(JSON.stringify(server.log)).toContain('BOX_SEALED is listed by no feature of the desk');
  });

  test('belongs to one feature: not to a second one, and not to the kernel', async () => {
    const clash = (more: Feature['members']) =>
      createTestServer({
        store: new MemoryStore(),
        features: [
          ...standardFeatures,
          boxes([sealing]),
          defineFeature({ words: anyWords, name: 'rival', members: more }),
        ],
      });
    const words = { en: 'No.', zh: '不行。' };
    await expect(clash([reasons({ BOX_SEALED: words })])).rejects.toThrow(
      'BOX_SEALED of DenialCode is declared by boxes and by rival',
    );
    await expect(clash([reasons({ CONFLICT: words, FORBIDDEN_TERM: words })])).rejects.toThrow(
      /CONFLICT of DenialCode is declared by the desk itself and by rival\n.*FORBIDDEN_TERM of DenialCode is declared by guard and by rival/,
    );
  });
});
