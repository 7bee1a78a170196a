import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AUDIENCES } from './audiences.ts';
import { SCHEMA_FILES } from './standard-schema.ts';
import { AnnouncedChange, breakingChanges, compared } from './testing/breaking-changes.ts';

const read = (path: string) => readFile(new URL(`../../../../${path}`, import.meta.url), 'utf8');
const announced = async () =>
  z.array(AnnouncedChange).parse(JSON.parse(await read('packages/server/schema/breaking.json')));

describe('the API since the last release', () => {
  test.each(AUDIENCES)(
    'breaks no client of %s without a reason in packages/server/schema/breaking.json',
    async (audience) => {
      const [before, after] = [
        await read(`packages/server/schema/baseline/${SCHEMA_FILES[audience]}`),
        await read(SCHEMA_FILES[audience]),
      ];
      const reasons = (await announced()).filter((change) => change.audience === audience);
      expect(compared(await breakingChanges(before, after), reasons)).toEqual({ unannounced: [], stale: [] });
    },
  );
});

describe('a schema that breaks its clients', () => {
  const BEFORE = `
    enum Size { SMALL LARGE }
    type Box { id: ID! size: Size! note: String! }
    type Query { box(id: ID!): Box boxes(first: Int): [Box!]! }
  `;
  const change = async (from: string, to: string) => {
    expect(BEFORE).toContain(from);
    return breakingChanges(BEFORE, BEFORE.replace(from, to));
  };

  test.each([
    ['a field that goes', ' note: String!', '', 'FIELD_REMOVED Box.note'],
    ['a field that may be null now', 'note: String!', 'note: String', 'FIELD_TYPE_CHANGED Box.note'],
    [
      'an argument that must be given now',
      'boxes(first: Int)',
      'boxes(first: Int!)',
      'FIELD_ARGUMENT_TYPE_CHANGED Query.boxes.first',
    ],
    ['a value that goes', 'SMALL LARGE', 'SMALL', 'ENUM_VALUE_REMOVED Size.LARGE'],
  ])('is found by %s', async (_, from, to, found) => {
    expect((await change(from, to)).map(({ type, path }) => `${type} ${path}`)).toEqual([found]);
  });

  test('is not one that only grows, or asks less', async () => {
    expect(await change('note: String!', 'note: String! colour: String')).toEqual([]);
    expect(await change('box(id: ID!)', 'box(id: ID)')).toEqual([]);
  });

  test('is let through for what is announced and nothing else, and no announcement outlives its change', async () => {
    const changes = await change(' note: String!', '');
    const told = { path: 'Box.note', type: 'FIELD_REMOVED' };
    expect(compared(changes, [told])).toEqual({ unannounced: [], stale: [] });
    expect(compared(changes, []).unannounced).toEqual([expect.stringMatching(/^FIELD_REMOVED Box\.note: /)]);
    expect(compared([], [told]).stale).toEqual(['FIELD_REMOVED Box.note']);
    expect(() => AnnouncedChange.parse({ ...told, audience: 'staff', reason: '' })).toThrow();
  });
});
