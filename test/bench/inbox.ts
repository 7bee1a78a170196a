/**
 * @module A page of the inbox out of 100,000 conversations with a million messages, as the desk gives it to a member of
 * staff (rights, mapping), beside the bare SQL for the same rows.
 */
import { Conversation, type Desk, type Filter, type StaffActor } from '@shopdesk/core';
import { openDatabase, type Database } from '../../packages/server/src/database/database.ts';
import { migrate } from '../../packages/server/src/store/migrate.ts';
import { compared, inTurn, print, type Figure } from './figure.ts';
import { eachDatabase, type BenchDatabase } from './databases.ts';
import { insertRows, newDesk, timed, type Sql } from './filled.ts';

const CONVERSATIONS = 100_000;
const MESSAGES_EACH = 10;
const STORES = ['store-a', 'store-b'] as const;

const agent: StaffActor = {
  kind: 'staff',
  tenantId: 'bench',
  userId: 'agent-7',
  name: 'Bench',
  agentNo: 'B7',
  roles: ['PA'],
  permissions: new Set(['conversation.read']),
  storeIds: STORES,
};

/** Fills the tables in the database itself: 100,000 conversations of ten messages each. */
export async function fillInbox(
  sql: Sql,
  { tenantId, stores }: { readonly tenantId: string; readonly stores: readonly [string, string] },
): Promise<void> {
  const common = {
    tenant_id: `'${tenantId}'`,
    version: '1',
    created_at: 't',
    updated_at: 't',
    store_id: `CASE WHEN n % 2 = 0 THEN '${stores[0]}' ELSE '${stores[1]}' END`,
  };
  const conversation = `'con-' || lpad(n::text, 8, '0')`;
  const conversations = `(SELECT n, timestamptz '2025-01-01' + n * interval '13 seconds' AS t FROM generate_series(1, ${CONVERSATIONS}) n)`;
  await insertRows(
    sql,
    'conversations',
    {
      ...common,
      id: conversation,
      customer_id: `'cus-' || n`,
      channel: `'WEB_CHAT'`,
      state: `(ARRAY['CLOSED','CLOSED','CLOSED','CLOSED','CLOSED','CLOSED','QUEUED','ACTIVE','WAITING_CUSTOMER','ASSIGNED'])[1 + n % 10]`,
      owner_id: `CASE WHEN n % 10 = 6 THEN NULL ELSE 'agent-' || n % 20 END`,
      locale: `'zh-CN'`,
      intent: `'ORDER'`,
      priority: `'P3'`,
      last_message_at: 't',
      preview: `'请问什么时候发货'`,
      last_sender: `'CUSTOMER'`,
      last_seq: String(MESSAGES_EACH),
      last_public_seq: String(MESSAGES_EACH),
      unread_for_staff: 'n % 3',
      customer_name: `'Customer ' || n`,
      sla_state: `'NONE'`,
      resolution_state: `'NONE'`,
      level: '1',
    },
    `${conversations} rows`,
  );
  await insertRows(
    sql,
    'messages',
    {
      ...common,
      id: `'msg-' || n || '-' || m`,
      conversation_id: conversation,
      seq: 'm',
      public_seq: 'm',
      sender: `'CUSTOMER'`,
      kind: `'TEXT'`,
      body: `'message ' || m`,
      at: 't',
      client_msg_id: `'client-' || n || '-' || m`,
      terms: `ARRAY['message']`,
    },
    `${conversations} rows, generate_series(1, ${MESSAGES_EACH}) m`,
  );
  await sql.rows('ANALYZE conversations');
  await sql.rows('ANALYZE messages');
}

interface Page {
  readonly name: string;
  readonly where: Filter;
  readonly sql: string;
  readonly deep?: boolean;
}

const MINE = `state IN ('ASSIGNED','ACTIVE','WAITING_CUSTOMER')`;
const PAGES: readonly Page[] = [
  { name: 'all', where: {}, sql: 'TRUE' },
  { name: 'all, 20,000 deep', where: {}, sql: 'TRUE', deep: true },
  { name: 'waiting', where: { state: 'QUEUED' }, sql: `state = 'QUEUED'` },
  {
    name: 'mine',
    where: { ownerId: 'agent-7', state: { in: ['ASSIGNED', 'ACTIVE', 'WAITING_CUSTOMER'] } },
    sql: `owner_id = 'agent-7' AND ${MINE}`,
  },
  {
    name: 'one store, closed, deep',
    where: { storeId: 'store-a', state: 'CLOSED' },
    sql: `store_id = 'store-a' AND state = 'CLOSED'`,
    deep: true,
  },
  { name: 'unread', where: { unreadForStaff: { gt: 0 } }, sql: 'unread_for_staff > 0' },
];

const DEEP = ['2025-01-10T00:00:00.000Z', 'con-00060000'] as const;

async function pageFigure(db: Database, desk: Desk, page: Page): Promise<Figure> {
  const ours = () =>
    timed(() =>
      desk.read(agent).find(Conversation, {
        where: page.where,
        order: [['lastMessageAt', 'desc']],
        limit: 50,
        ...(page.deep ? { after: DEEP } : {}),
      }),
    );
  const behind = page.deep ? `AND (last_message_at, id) < ($1, $2)` : '';
  const text = `SELECT * FROM conversations WHERE tenant_id = 'bench' AND store_id IN ('store-a', 'store-b') AND ${page.sql} ${behind} ORDER BY last_message_at DESC, id DESC LIMIT 50`;
  const bare = () =>
    timed(async () => (await db.query(text, page.deep ? [...DEEP] : [], { name: `bench ${page.name}` })).rows);
  const { ours: value, baseline } = await inTurn(3, ours, bare);
  return compared({
    name: `inbox page of 50, ${page.name}, p50`,
    database: db.kind,
    value,
    unit: 'ms',
    baseline,
    goal: '≤ 1.5 × bare SQL',
  });
}

/** Measures on one database. */
export async function inboxFigures({ options }: BenchDatabase): Promise<void> {
  const db = await openDatabase(options);
  try {
    const desk = newDesk(db);
    await migrate(db, desk.entities);
    await fillInbox(
      { rows: async (text) => (await db.query(text)).rows as Record<string, unknown>[] },
      { tenantId: agent.tenantId, stores: STORES },
    );
    for (const page of PAGES) print(await pageFigure(db, desk, page));
  } finally {
    await db.close();
  }
}

if (import.meta.main) await eachDatabase(inboxFigures);
