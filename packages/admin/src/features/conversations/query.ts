/**
 * @module Which conversations a view of the inbox shows: as a question to the desk, and as a test of one row for live
 * events. Both are made from one place so that they cannot disagree.
 */
import type { FilterOf } from '../../desk/documents.ts';
import type { ConversationItem, ConversationState } from '../../desk/rows.ts';

export const VIEWS = ['queue', 'mine', 'open', 'offline', 'closed'] as const;
export type InboxView = (typeof VIEWS)[number];

/** The view that the inbox opens on where its address names none: what is one's own comes before what anybody may take. */
export const opensOn = (counts: { readonly mine: number } | undefined): InboxView =>
  counts && counts.mine > 0 ? 'mine' : 'queue';

export const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const satisfies readonly ConversationItem['priority'][];
export const CHANNELS = [
  'WEB_CHAT',
  'PHONE',
  'EMAIL',
  'SOCIAL',
  'MARKETPLACE_IM',
  'SMS',
  'WALK_IN',
] as const satisfies readonly ConversationItem['channel'][];

/** How close a conversation is to its limit. */
export const RISKS = ['AT_RISK', 'OVERDUE'] as const;
export type Risk = (typeof RISKS)[number];
const RISK_STATES: Readonly<Record<Risk, readonly ConversationItem['slaState'][]>> = {
  AT_RISK: ['WARNED'],
  OVERDUE: ['BREACHED', 'ESCALATED'],
};

/** What stands first: what is due first, who waits longest, or the newest message. */
export type InboxOrder = 'DUE' | 'WAITING' | 'NEWEST';

/** The orders of each view; the first is its own. */
export const ORDERS_OF: Readonly<Record<InboxView, readonly InboxOrder[]>> = {
  queue: ['WAITING', 'DUE'],
  mine: ['DUE', 'NEWEST'],
  open: ['DUE', 'NEWEST'],
  offline: ['NEWEST', 'DUE'],
  closed: ['NEWEST', 'DUE'],
};

/** The orders that a person has chosen for views before. */
export type UsualOrders = Partial<Readonly<Record<InboxView, InboxOrder>>>;

const OWNED = ['ASSIGNED', 'ACTIVE', 'WAITING_CUSTOMER'] as const;

/** The states a view is about. */
export const STATES_OF: Readonly<Record<InboxView, readonly ConversationState[]>> = {
  queue: ['QUEUED'],
  mine: OWNED,
  open: ['BOT', 'QUEUED', ...OWNED, 'OFFLINE'],
  offline: ['OFFLINE'],
  closed: ['CLOSED', 'ABANDONED'],
};

export interface InboxQuery {
  readonly view: InboxView;
  readonly me: string;
  readonly storeId: string;
  readonly state: ConversationState | '';
  readonly ownerId: string;
  readonly priority: ConversationItem['priority'] | '';
  readonly channel: ConversationItem['channel'] | '';
  readonly unread: boolean;
  readonly risk: Risk | '';
  /** As the address names it. */
  readonly order: InboxOrder | '';
  /** Where the address names none. */
  readonly usualOrder: InboxOrder;
  /** Part of the customer's name. */
  readonly name: string;
}

/** The view and the filters that the address names; what it names wrongly counts as not named. */
export function queryOf(
  view: string | undefined,
  search: URLSearchParams,
  { me, usual }: { readonly me: string; readonly usual: UsualOrders },
): InboxQuery {
  const known = VIEWS.find((name) => name === view) ?? 'queue';
  const one = <T extends string>(key: string, choices: readonly T[]): T | '' =>
    choices.find((choice) => choice === search.get(key)) ?? '';
  const orders = ORDERS_OF[known];
  return {
    view: known,
    me,
    storeId: search.get('store') ?? '',
    state: one('state', STATES_OF[known]),
    ownerId: search.get('owner') ?? '',
    priority: one('priority', PRIORITIES),
    channel: one('channel', CHANNELS),
    unread: search.get('unread') === '1',
    risk: one('risk', RISKS),
    order: one('order', orders),
    usualOrder: orders.find((order) => order === usual[known]) ?? (orders[0] as InboxOrder),
    name: search.get('q') ?? '',
  };
}

/** The address of a query, below `/inbox`. */
export function pathOf(query: Partial<InboxQuery> & { readonly view: InboxView }, id?: string): string {
  const { view, storeId, state, ownerId, priority, channel, unread, risk, order, name } = query;
  const named = {
    store: storeId,
    state,
    owner: ownerId,
    priority,
    channel,
    unread: unread ? '1' : '',
    risk,
    order,
    q: name,
  };
  const search = new URLSearchParams(Object.entries(named).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return `/inbox/${view}${id ? `/${id}` : ''}${search.size > 0 ? `?${search}` : ''}`;
}

/** How many filters are set besides the view. */
export const filterCount = ({ storeId, state, ownerId, priority, channel, unread, risk }: InboxQuery): number =>
  [storeId, state, ownerId, priority, channel, unread, risk].filter(Boolean).length;

/** The question to the desk. */
export function filterOf(query: InboxQuery): FilterOf<'Conversation'> {
  const { view, me, storeId, state, ownerId, priority, channel, unread, risk, name } = query;
  const owner = view === 'mine' ? me : ownerId;
  return {
    state: state ? { eq: state } : { in: STATES_OF[view] },
    ...(storeId ? { storeId: { eq: storeId } } : {}),
    ...(owner ? { ownerId: { eq: owner } } : {}),
    ...(priority ? { priority: { eq: priority } } : {}),
    ...(channel ? { channel: { eq: channel } } : {}),
    ...(unread ? { unreadForStaff: { gt: 0 } } : {}),
    ...(risk ? { slaState: { in: RISK_STATES[risk] } } : {}),
    ...(name ? { customerName: { contains: name } } : {}),
  };
}

/** Whether a row is what the filters ask for, whichever view it stands in and whatever its customer is called. */
export function admits(query: InboxQuery, row: ConversationItem): boolean {
  const { storeId, state, ownerId, priority, channel, unread, risk } = query;
  return (
    (!state || row.state === state) &&
    (!storeId || row.storeId === storeId) &&
    (!ownerId || row.ownerId === ownerId) &&
    (!priority || row.priority === priority) &&
    (!channel || row.channel === channel) &&
    (!unread || row.unreadForStaff > 0) &&
    (!risk || RISK_STATES[risk].includes(row.slaState))
  );
}

/** Whether a row belongs to what the query shows. */
export const matches = (query: InboxQuery, row: ConversationItem): boolean =>
  STATES_OF[query.view].includes(row.state) &&
  (query.view !== 'mine' || row.ownerId === query.me) &&
  admits(query.view === 'mine' ? { ...query, ownerId: '' } : query, row) &&
  row.customerName.toLocaleLowerCase().includes(query.name.toLocaleLowerCase());

/** What the list stands by; what is at risk always stands by due time. */
export const orderOf = ({ order, usualOrder, risk }: InboxQuery): InboxOrder => (risk ? 'DUE' : order || usualOrder);

/** What has no limit comes last, as in the desk's own order. */
const NEVER = '\uffff';

/** Whether the first pair that differs stands upwards. */
function ahead(...pairs: readonly (readonly [string, string])[]): boolean {
  const [x, y] = pairs.find(([one, other]) => one !== other) ?? ['', ''];
  return x < y;
}

/** Whether a comes before b in the list. */
function before(query: InboxQuery, a: ConversationItem, b: ConversationItem): boolean {
  const order = orderOf(query);
  if (order === 'WAITING') return ahead([a.queuedAt ?? NEVER, b.queuedAt ?? NEVER], [a.id, b.id]);
  const newest = [b.lastMessageAt, a.lastMessageAt] as const;
  return order === 'DUE'
    ? ahead([a.slaDueAt ?? NEVER, b.slaDueAt ?? NEVER], newest, [a.id, b.id])
    : ahead(newest, [b.id, a.id]);
}

/**
 * The rows after one has changed. A row that would stand behind the last loaded one while the desk has more is left
 * out: it comes with its page. An older version than the one shown changes nothing.
 */
export function merged(
  rows: readonly ConversationItem[],
  row: ConversationItem,
  query: InboxQuery,
  hasMore: boolean,
): readonly ConversationItem[] {
  const shown = rows.find(({ id }) => id === row.id);
  if (shown && shown.version >= row.version) return rows;
  const others = shown ? rows.filter(({ id }) => id !== row.id) : rows;
  if (!matches(query, row)) return others;
  const at = others.findIndex((other) => before(query, row, other));
  if (at >= 0) return [...others.slice(0, at), row, ...others.slice(at)];
  return hasMore ? others : [...others, row];
}
