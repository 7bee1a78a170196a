/**
 * @module A page of the inbox out of 100,000 conversations with a million messages, as the desk gives it to a member of
 * staff (rights, mapping), beside the bare SQL for the same rows.
 */
import { createDesk, Conversation, standardFeatures, type Desk, type Filter, type StaffActor } from '@shopdesk/core';
import { testPorts } from '@shopdesk/core/testing';
import { openDatabase, type Database } from '../../packages/server/src/database/database.ts';
import { migrate } from '../../packages/server/src/store/migrate.ts';
import { SqlStore } from '../../packages/server/src/store/sql-store.ts';
import { compared, inTurn, percentile, print, type Figure } from './figure.ts';
import { eachDatabase, type BenchDatabase } from './databases.ts';

const CONVERSATIONS = 100_000;
const MESSAGES_EACH = 10;
const CALLS = 200;
const STORES = ['store-a', 'store-b'];

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

function newDesk(db: Database): Desk {
  let ids = 0;
  return createDesk({
    features: standardFeatures,
    store: new SqlStore(db),
    clock: () => new Date(),
    newId: () => `id-${(ids += 1)}`,
    ports: testPorts(),
  }) as unknown as Desk;
}

/** Fills the tables in the database itself, from the columns that the desk made. */
async function fill(db: Database): Promise<void> {
  await db.exec(`
    INSERT INTO conversations (id, tenant_id, version, created_at, updated_at, store_id, customer_id, channel, state, owner_id, preferred_owner_id, locale,
      intent, priority, result, close_reason, qa_flag, opened_at, queued_at, assigned_at, first_human_reply_at, closed_at, last_message_at, waiting_since,
      preview, last_sender, last_seq, last_public_seq, customer_delivered_seq, customer_read_seq, staff_delivered_seq, staff_read_seq, unread_for_staff,
      unread_for_customer, reopen_count, transfer_count, contact_email, page_url, customer_name,
      auto_reply_due, sla_state, sla_facts, resolution_state, customer_messages, agent_messages, level)
    SELECT 'con-' || lpad(n::text, 8, '0'), 'bench', 1, t, t, CASE WHEN n % 2 = 0 THEN 'store-a' ELSE 'store-b' END, 'cus-' || n, 'WEB_CHAT',
      (ARRAY['CLOSED','CLOSED','CLOSED','CLOSED','CLOSED','CLOSED','QUEUED','ACTIVE','WAITING_CUSTOMER','ASSIGNED'])[1 + n % 10],
      CASE WHEN n % 10 = 6 THEN NULL ELSE 'agent-' || n % 20 END, NULL, 'zh-CN', 'ORDER', 'P3', NULL, NULL, false, t, t, t, t, NULL, t, NULL,
      '请问什么时候发货', 'CUSTOMER', ${MESSAGES_EACH}, ${MESSAGES_EACH}, 0, 0, 0, 0, n % 3, 0, 0, 0, NULL, NULL, 'Customer ' || n, false, 'NONE', '', 'NONE', 0, 0, 1
    FROM (SELECT n, timestamptz '2025-01-01' + n * interval '13 seconds' AS t FROM generate_series(1, ${CONVERSATIONS}) n) rows;
    INSERT INTO messages (id, tenant_id, version, created_at, updated_at, store_id, conversation_id, seq, public_seq, sender, sender_id, sender_name, kind,
      body, card, attachment, is_auto, at, client_msg_id, terms, hits)
    SELECT 'msg-' || n || '-' || m, 'bench', 1, t, t, CASE WHEN n % 2 = 0 THEN 'store-a' ELSE 'store-b' END, 'con-' || lpad(n::text, 8, '0'), m, m,
      'CUSTOMER', NULL, '', 'TEXT', 'message ' || m, NULL, NULL, false, t, 'client-' || n || '-' || m, ARRAY['message'], '[]'
    FROM (SELECT n, m, timestamptz '2025-01-01' + n * interval '13 seconds' AS t FROM generate_series(1, ${CONVERSATIONS}) n, generate_series(1, ${MESSAGES_EACH}) m) rows;`);
  await db.exec('ANALYZE conversations; ANALYZE messages;');
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

async function timed(work: () => Promise<unknown[]>): Promise<number> {
  const times: number[] = [];
  for (let call = 0; call < CALLS; call += 1) {
    const at = performance.now();
    const rows = await work();
    times.push(performance.now() - at);
    if (rows.length !== 50) throw new Error(`A page of ${rows.length}`);
  }
  return percentile(times, 50);
}

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
    await fill(db);
    for (const page of PAGES) print(await pageFigure(db, desk, page));
  } finally {
    await db.close();
  }
}

if (import.meta.main) await eachDatabase(inboxFigures);
