import { MemoryStore } from '@shopdesk/core/testing';
import type { Query } from '@shopdesk/core';
import { createTestDatabase, DATABASE_KINDS } from 'shopdesk-test/database';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { openDatabase } from './database/database.ts';
import { loggable } from './loggable.ts';
import { createTestServer } from './testing/test-server.ts';

const VICTIM = 'victim.person@private.example tel 13800138000';
const written = (value: unknown) => JSON.stringify(value);

describe('the log', () => {
  test.each(DATABASE_KINDS)('holds no value that %s quotes when it refuses a statement, but its code', async (kind) => {
    const { options, remove } = await createTestDatabase(kind, { tables: true });
    const db = await openDatabase(options);
    await db.exec('CREATE TABLE who (email text PRIMARY KEY, age int CHECK (age > 0))');
    await db.query('INSERT INTO who VALUES ($1, 1)', [VICTIM]);
    const statements: readonly (readonly [sql: string, values: readonly unknown[], code: string | undefined])[] = [
      ['SELECT $1::text::timestamptz', [VICTIM], '22007'],
      ['SELECT $1::text::int', [VICTIM], '22P02'],
      ['SELECT $1::text::jsonb', [VICTIM], '22P02'],
      ['INSERT INTO who VALUES ($1, 1)', [VICTIM], undefined],
      ['INSERT INTO who VALUES ($1, 0)', [`2${VICTIM}`], '23514'],
    ];
    for (const [sql, values, code] of statements) {
      const error = await db.query(sql, values).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Error);
      if (code) expect(error).toMatchObject({ code });
      for (const told of [
        String((error as Error).message),
        String((error as Error).stack),
        written(pino.stdSerializers.err(loggable(error))),
      ]) {
        expect(told).not.toContain('victim');
        expect(told).not.toContain('13800138000');
      }
    }
    await expect(db.query('SELECT nothing FROM who')).rejects.toThrow(/"nothing" does not exist \(42703\)/);
    await db.close();
    await remove();
  });

  test('holds no address or number that any other error quotes, also not in its causes', async () => {
    class Failing extends MemoryStore {
      failing = false;
      override find(query: Query): ReturnType<MemoryStore['find']> {
        if (this.failing && query.entity.name === 'Conversation')
          throw new Error(`no shop for ${VICTIM}`, { cause: new TypeError(`bad ${VICTIM}`) });
        return super.find(query);
      }
    }
    const store = new Failing();
    const desk = await createTestServer({ store });
    const { token } = await desk.staff('PA1', ['PA']);
    store.failing = true;
    await desk.gql('{ conversations { nodes { id } } }', {}, { token });
    const line = desk.log.find(({ msg }) => msg === 'unexpected error');
    expect(line).toMatchObject({
      level: 50,
      err: {
        name: 'Error',
        message: 'no shop for v***@private.example tel 138****8000: bad v***@private.example tel 138****8000',
      },
    });
    expect(written(line)).not.toMatch(/victim|13800138000/);
    expect(line).toMatchObject({ err: { stack: expect.stringContaining('loggable.test.ts') } });
    await desk.close();
  });

  test('holds nothing of a cursor with words in it', async () => {
    const { options, remove } = await createTestDatabase('pglite', { tables: true });
    const desk = await createTestServer({ database: options });
    const { token } = await desk.staff('PA1', ['PA']);
    const after = Buffer.from(JSON.stringify(['LAST_MESSAGE_AT_DESC', VICTIM, 'x'])).toString('base64url');
    const { errors } = await desk.gql(
      'query ($after: String) { conversations(after: $after) { nodes { id } } }',
      { after },
      { token },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'VALIDATION_FAILED' } }]);
    expect(written(desk.log)).not.toMatch(/victim|13800138000/);
    await desk.close();
    await remove();
  });
});
