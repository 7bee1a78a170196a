import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { personal, ref, type RowOf } from '../../kernel/entity.ts';
import { mayServe, presence, Store } from '../access/index.ts';
import { Conversation } from '../conversations/index.ts';
import { placesOf, type Seat } from './choose.ts';
import { PeakMode, QueueEntry, RoutingPolicy, routingMode } from './entities.ts';
import { asOf, DEFAULT_ROUTING, type RoutingSettings } from './policy.ts';
import { later, secondsSince } from './rank.ts';
import { rosterOf } from './seats.ts';

const MOST_WAITING = 2000;
const MOST_SHOWN = 50;

const BoardStore = z.object({
  storeId: z.string(),
  name: z.string(),
  mode: routingMode,
  queued: z.int(),
  longestSince: z.string().nullable(),
  online: z.int(),
  places: z.number(),
  taken: z.number(),
  peak: PeakMode.nullable(),
});
const BoardAgent = z.object({
  userId: z.string(),
  name: z.string(),
  presence,
  load: z.number(),
  capacity: z.number(),
  idleSince: z.string().nullable(),
  silentInRow: z.int(),
  teams: z.array(ref('Team')),
  languages: z.array(z.string()),
  storeIds: z.array(z.string()),
});
const BoardRow = z.object({
  conversationId: z.string(),
  storeId: z.string(),
  customerId: z.string(),
  customerName: personal('name', z.string()),
  preview: z.string(),
  since: z.string(),
  waitedSeconds: z.int(),
  priority: z.string(),
  team: ref('Team').nullable(),
  locale: z.string(),
  ownerId: z.string().nullable(),
  ownerName: z.string(),
});

/** Everything a supervisor must see at once, read by seven queries however many rows there are (R-WF-13). */
export const liveBoard = defineView({
  title: { en: 'Live board', zh: '实时看板' },
  allow: { staff: 'conversation.assign' },
  input: z.object({ storeId: z.string().optional() }),
  output: value(
    'LiveBoard',
    z.object({
      now: z.string(),
      stores: z.array(BoardStore),
      agents: z.array(BoardAgent),
      /** Who waits longest comes first; at most fifty. */
      waiting: z.array(BoardRow),
      waitingMore: z.boolean(),
      /** Given to somebody who has not begun to answer. */
      silent: z.array(BoardRow),
    }),
  ),
  run: async (ctx, { storeId }) => {
    const stores = storeId
      ? [await ctx.get(Store, storeId)]
      : await ctx.find(Store, { order: [['name', 'asc']], limit: 200 });
    const ids = stores.map(({ id }) => id);
    const [policies, roster, entries, silent] = await Promise.all([
      ctx.find(RoutingPolicy, { where: { id: { in: ids } }, limit: 200 }),
      rosterOf(ctx, { active: true }),
      ctx.find(QueueEntry, { where: { storeId: { in: ids } }, order: [['queuedAt', 'asc']], limit: MOST_WAITING }),
      unbegun(ctx, ids),
    ]);
    const settings = new Map(policies.map((policy) => [policy.id, asOf(policy, ctx.now)]));
    const seats = roster.seats.filter(
      (seat) => mayServe(seat) && (seat.storeIds.length === 0 || seat.storeIds.some((id) => ids.includes(id))),
    );
    const names = new Map(roster.seats.map(({ userId, name }) => [userId, name]));
    return {
      now: ctx.now,
      stores: stores.map((store) => boardStore(store, settings.get(store.id) ?? DEFAULT_ROUTING, { entries, seats })),
      agents: seats.map((seat) => boardAgent(seat, settings)),
      waiting: await rowsOf(ctx, entries.slice(0, MOST_SHOWN), names),
      waitingMore: entries.length > MOST_SHOWN,
      silent: silent.map((conversation) =>
        boardRow(conversation, { since: conversation.assignedAt ?? ctx.now, now: ctx.now, team: null, names }),
      ),
    };
  },
});

/** Half of the shortest usual patience: who is silent for longer is worth a look. */
const SILENT_SECONDS = 30;

const unbegun = (ctx: ReadContext, storeIds: readonly string[]) =>
  ctx.find(Conversation, {
    where: { storeId: { in: storeIds }, state: 'ASSIGNED', assignedAt: { lte: later(ctx.now, -SILENT_SECONDS) } },
    order: [['lastMessageAt', 'desc']],
    limit: MOST_SHOWN,
  });

interface Around {
  readonly entries: readonly RowOf<typeof QueueEntry>[];
  readonly seats: readonly Seat[];
}

function boardStore(
  { id, name }: RowOf<typeof Store>,
  { mode, peak }: RoutingSettings,
  { entries, seats }: Around,
): z.output<typeof BoardStore> {
  const here = entries.filter(({ storeId }) => storeId === id);
  const serves = (seat: Seat) => seat.answers && (seat.serves.length > 0 || (peak?.backOffice === true && seat.helps));
  const online = seats.filter(
    (seat) => seat.presence === 'ONLINE' && serves(seat) && (seat.storeIds.length === 0 || seat.storeIds.includes(id)),
  );
  const capacityFactor = peak?.capacityFactor ?? 1;
  const sum = (of: (seat: Seat) => number) => online.reduce((total, seat) => total + of(seat), 0);
  return {
    storeId: id,
    name,
    mode,
    peak,
    queued: here.length,
    longestSince: here[0]?.queuedAt ?? null,
    online: online.length,
    places: sum((seat) => placesOf(seat, { capacityFactor })),
    taken: sum(({ load }) => load),
  };
}

function boardAgent(seat: Seat, settings: ReadonlyMap<string, RoutingSettings>): z.output<typeof BoardAgent> {
  const factors = [...settings]
    .filter(([id]) => seat.storeIds.length === 0 || seat.storeIds.includes(id))
    .map(([, { peak }]) => peak?.capacityFactor ?? 1);
  const { userId, name, presence, load, idleSince, silentInRow, teams, languages, storeIds } = seat;
  return {
    userId,
    name,
    presence,
    load,
    silentInRow,
    capacity: placesOf(seat, { capacityFactor: Math.max(1, ...factors) }),
    idleSince: presence === 'ONLINE' && load === 0 ? idleSince : null,
    teams: [...teams],
    languages: [...languages],
    storeIds: [...storeIds],
  };
}

async function rowsOf(
  ctx: ReadContext,
  entries: readonly RowOf<typeof QueueEntry>[],
  names: ReadonlyMap<string, string>,
): Promise<z.output<typeof BoardRow>[]> {
  const ids = entries.map(({ id }) => id);
  const rows = new Map(
    (ids.length > 0 ? await ctx.find(Conversation, { where: { id: { in: ids } }, limit: MOST_SHOWN }) : []).map(
      (row) => [row.id, row],
    ),
  );
  return entries.flatMap(({ id, queuedAt: since, team }) => {
    const conversation = rows.get(id);
    return conversation ? [boardRow(conversation, { since, now: ctx.now, team: team || null, names })] : [];
  });
}

interface Shown {
  readonly since: string;
  readonly now: string;
  readonly team: string | null;
  readonly names: ReadonlyMap<string, string>;
}

function boardRow(
  conversation: RowOf<typeof Conversation>,
  { since, now, team, names }: Shown,
): z.output<typeof BoardRow> {
  const { id: conversationId, storeId, customerId, customerName, preview, priority, locale, ownerId } = conversation;
  return {
    conversationId,
    storeId,
    customerId,
    customerName,
    preview,
    since,
    waitedSeconds: secondsSince(since, now),
    priority,
    team,
    locale,
    ownerId,
    ownerName: names.get(ownerId ?? '') ?? '',
  };
}
