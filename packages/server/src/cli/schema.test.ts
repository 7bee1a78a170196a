import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineEntity, defineFeature, standardFeatures } from '@shopdesk/core';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { writeSchema } from './schema.ts';

let folder = '';
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a desk with a feature of its own writes its schemas, and their types for clients', async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopdesk-schema-'));
  const Box = defineEntity({
    name: 'GiftBox',
    title: { en: 'Gift box', zh: '礼盒' },
    visible: (actor) => (actor.kind === 'staff' ? 'all' : 'none'),
    schema: z.object({ colour: z.string() }),
  });
  const boxes = defineFeature({
    name: 'boxes',
    entities: [Box],
    actions: {},
    words: { colour: { en: 'Colour', zh: '颜色' } },
  });
  const files = await writeSchema([...standardFeatures, boxes], folder);
  expect(files.map((file) => file.slice(folder.length + 1))).toEqual([
    'schema.graphql',
    'staff-schema.ts',
    'schema.shopper.graphql',
    'shopper-schema.ts',
  ]);
  const read = (file: string) => readFile(join(folder, file), 'utf8');
  expect(await read('schema.graphql')).toContain('type GiftBox');
  expect(await read('staff-schema.ts')).toMatch(/export interface StaffSchema[\s\S]*giftBox: GiftBox \| null;/);
  expect(await read('shopper-schema.ts')).not.toContain('GiftBox');
});
