import {
  AuditEvent,
  ConfigError,
  defineEntity,
  IdempotencyKey,
  instant,
  standardFeatures,
  Timer,
  type Entity,
} from '@shopdesk/core';
import { createTestDatabase, DATABASE_KINDS, type TestDatabase } from 'shopdesk-test/database';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDatabase, type Database } from '../database/database.ts';
import { migrate } from './migrate.ts';
import { SqlStore } from './sql-store.ts';

const title = { en: 'Note', zh: '笔记' };
const visible = () => 'all' as const;
const AT = '2025-03-10T01:02:03.456Z';

const NoteV1 = defineEntity({
  name: 'Note',
  title,
  visible,
  schema: z.object({ text: z.string(), mood: z.string(), stars: z.int(), writtenAt: instant() }),
  index: [['-writtenAt'], ['mood']],
  unique: [{ name: 'note_text', fields: ['text'] }],
});

/** `mood` is gone, `stars` may be null, four fields are new, one index and the unique key are others. */
const NoteV2 = defineEntity({
  name: 'Note',
  title,
  visible,
  schema: z.object({
    text: z.string(),
    stars: z.int().nullable(),
    writtenAt: instant(),
    author: z.string().nullable(),
    lang: z.string().default("it's zh"),
    tags: z.array(z.string()).default(['a"b', "c'd"]),
    look: z.object({ bold: z.boolean() }).default({ bold: true }),
  }),
  index: [['-writtenAt'], ['author', '-stars']],
  unique: [{ name: 'note_text', fields: ['text', 'lang'] }],
});

const row = (id: string, values: object) => ({
  id,
  tenantId: 't',
  version: 1,
  createdAt: AT,
  updatedAt: AT,
  ...values,
});
const insert = (entity: Entity, id: string, values: object) => ({
  kind: 'insert' as const,
  entity,
  row: row(id, values),
});

describe.each(DATABASE_KINDS)('migrations on %s', (kind) => {
  let made: TestDatabase;
  let db: Database;
  beforeEach(async () => {
    made = await createTestDatabase(kind);
    db = await openDatabase(made.options);
  });
  afterEach(async () => {
    await db.close();
    await made.remove();
  });

  const all = (entity: Entity) => new SqlStore(db).find({ entity, tenantId: 't', where: [], limit: 1000 });
  const indexes = async () =>
    (
      await db.query<{ name: string }>(
        `SELECT indexname::text AS name FROM pg_indexes WHERE tablename = 'notes' ORDER BY 1`,
      )
    ).rows.map(({ name }) => name);

  it('makes every table of the standard desk, and then has nothing left to do', async () => {
    const entities = [...standardFeatures.flatMap((feature) => feature.entities), AuditEvent, Timer, IdempotencyKey];
    const { statements } = await migrate(db, entities);
    for (const entity of entities)
      expect(
        statements.some((sql) => sql.startsWith(`CREATE TABLE "`)),
        entity.name,
      ).toBe(true);
    expect(await migrate(db, entities)).toEqual({ applied: [], statements: [] });
  });

  it('carries stored rows over to a later version of their entity', async () => {
    await migrate(db, [NoteV1]);
    await new SqlStore(db).commit([insert(NoteV1, 'n1', { text: '你好', mood: 'glad', stars: 3, writtenAt: AT })]);
    const before = await indexes();
    await migrate(db, [NoteV2]);
    await new SqlStore(db).commit([
      insert(NoteV2, 'n2', {
        text: '你好',
        stars: null,
        writtenAt: AT,
        author: 'x',
        lang: 'en',
        tags: [],
        look: { bold: false },
      }),
    ]);
    expect(await all(NoteV2)).toEqual([
      row('n1', {
        text: '你好',
        stars: 3,
        writtenAt: AT,
        author: null,
        lang: "it's zh",
        tags: ['a"b', "c'd"],
        look: { bold: true },
      }),
      row('n2', { text: '你好', stars: null, writtenAt: AT, author: 'x', lang: 'en', tags: [], look: { bold: false } }),
    ]);
    const after = await indexes();
    expect(after).toHaveLength(4);
    expect(after.filter((name) => before.includes(name))).toHaveLength(2);
    expect((await db.query(`SELECT mood FROM notes ORDER BY id`)).rows).toEqual([{ mood: 'glad' }, { mood: null }]);
    expect(await migrate(db, [NoteV2])).toEqual({ applied: [], statements: [] });
  });

  it('leaves indexes alone that the host made', async () => {
    await migrate(db, [NoteV1]);
    await db.exec('CREATE INDEX my_own ON notes (mood)');
    await migrate(db, [NoteV2]);
    expect(await indexes()).toContain('my_own');
  });

  it('names everything that only a migration can solve, and changes nothing', async () => {
    await migrate(db, [NoteV1]);
    await new SqlStore(db).commit([insert(NoteV1, 'n1', { text: 'a', mood: 'b', stars: 1, writtenAt: AT })]);
    const changed = defineEntity({
      name: 'Note',
      title,
      visible,
      schema: z.object({
        text: z.int(),
        mood: z.string(),
        stars: z.int(),
        writtenAt: instant(),
        owner: z.string(),
        extra: z.string().nullable(),
      }),
    });
    const error = await migrate(db, [changed]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).problems).toEqual([
      'Note.text is text in the database and bigint in the definition: write a migration',
      'Note.owner is required, but stored rows have no value for it: give it a default or a migration',
    ]);
    await expect(db.query('SELECT extra FROM notes')).rejects.toMatchObject({ code: '42703' });
    expect(await all(NoteV1)).toHaveLength(1);
  });

  const rename = {
    id: '2025-04-01-mood-is-a-number',
    statements: [
      `ALTER TABLE notes ALTER COLUMN mood TYPE bigint USING length(mood)`,
      `UPDATE notes SET stars = stars + 1`,
    ],
  };
  const NoteV3 = defineEntity({
    name: 'Note',
    title,
    visible,
    schema: z.object({ text: z.string(), mood: z.int(), stars: z.int(), writtenAt: instant() }),
  });

  it('applies an explicit migration once, before it compares', async () => {
    await migrate(db, [NoteV1]);
    await new SqlStore(db).commit([insert(NoteV1, 'n1', { text: 'a', mood: 'four', stars: 1, writtenAt: AT })]);
    expect((await migrate(db, [NoteV3], { migrations: [rename] })).applied).toEqual([rename.id]);
    expect((await migrate(db, [NoteV3], { migrations: [rename] })).applied).toEqual([]);
    expect(await all(NoteV3)).toEqual([row('n1', { text: 'a', mood: 4, stars: 2, writtenAt: AT })]);
    const history = await db.query<{ id: string }>('SELECT id FROM desk_migrations ORDER BY applied_at, id');
    expect(history.rows.map(({ id }) => id)).toEqual(['schema-0001', rename.id, 'schema-0002']);
  });

  it('does not apply old migrations to a new database', async () => {
    expect((await migrate(db, [NoteV3], { migrations: [rename] })).applied).toEqual([]);
    expect((await migrate(db, [NoteV3], { migrations: [rename] })).applied).toEqual([]);
  });

  it('takes everything back when one statement fails', async () => {
    await migrate(db, [NoteV1]);
    const broken = { id: '2025-04-01-broken', statements: ['ALTER TABLE notes ADD COLUMN half text', 'SELECT 1 / 0'] };
    await expect(migrate(db, [NoteV2], { migrations: [broken] })).rejects.toMatchObject({ code: '22012' });
    await expect(db.query('SELECT half FROM notes')).rejects.toMatchObject({ code: '42703' });
    expect(await migrate(db, [NoteV1])).toEqual({ applied: [], statements: [] });
  });

  it('shows in a dry run what a real run does, and does nothing', async () => {
    await migrate(db, [NoteV1]);
    const shown = await migrate(db, [NoteV2], { dryRun: true });
    await expect(db.query('SELECT author FROM notes')).rejects.toMatchObject({ code: '42703' });
    expect(shown.statements.length).toBeGreaterThan(4);
    expect(await migrate(db, [NoteV2])).toEqual(shown);
  });

  it('refuses two entities that would share a table', async () => {
    const other = defineEntity({ name: 'Other', plural: 'Notes', title, visible, schema: z.object({}) });
    await expect(migrate(db, [NoteV1, other])).rejects.toThrow('Note and Other would share the table notes');
  });
});

it('lets several processes start at once: one migrates, the others find it done', async () => {
  const made = await createTestDatabase('postgres');
  const connections = await Promise.all([1, 2, 3, 4].map(() => openDatabase(made.options)));
  const reports = await Promise.all(connections.map((db) => migrate(db, [NoteV1])));
  expect(reports.filter(({ statements }) => statements.length > 0)).toHaveLength(1);
  await Promise.all(connections.map((db) => db.close()));
});
