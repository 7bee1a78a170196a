import { expect } from '@open-wc/testing';
import type { ConversationItem } from '../../desk/rows.ts';
import { describe, it } from '../../testing/page.ts';
import {
  filterCount,
  filterOf,
  matches,
  merged,
  opensOn,
  orderOf,
  pathOf,
  queryOf,
  type UsualOrders,
} from './query.ts';

const item = (id: string, more: Partial<ConversationItem> = {}): ConversationItem =>
  ({
    id,
    version: 1,
    storeId: 's1',
    customerId: 'c1',
    customerName: 'Lily',
    channel: 'WEB_CHAT',
    state: 'QUEUED',
    ownerId: null,
    priority: 'P4',
    unreadForStaff: 0,
    queuedAt: '2025-03-10T01:00:00.000Z',
    lastMessageAt: '2025-03-10T01:00:00.000Z',
    ...more,
  }) as ConversationItem;
const query = (text: string, usual: UsualOrders = {}) => {
  const [view, search] = text.split('?');
  return queryOf(view, new URLSearchParams(search), { me: 'me', usual });
};
const at = (minute: number) => `2025-03-10T01:${String(minute).padStart(2, '0')}:00.000Z`;
const ids = (rows: readonly ConversationItem[]) => rows.map(({ id }) => id).join('');

describe('the query of the inbox', () => {
  it('comes back from its address', () => {
    const given = query('open?store=s1&state=ACTIVE&owner=u1&priority=P1&channel=WEB_CHAT&unread=1&q=Li');
    expect(pathOf(given, 'c9')).to.equal(
      '/inbox/open/c9?store=s1&state=ACTIVE&owner=u1&priority=P1&channel=WEB_CHAT&unread=1&q=Li',
    );
    expect(filterCount(given)).to.equal(6);
  });

  it('opens on what is one’s own where there is any, else on those who wait', () => {
    expect([opensOn({ mine: 2 }), opensOn({ mine: 0 }), opensOn(undefined)]).to.deep.equal(['mine', 'queue', 'queue']);
  });

  it('ignores what the address names wrongly', () => {
    const given = query('nonsense?state=CLOSED&priority=P9');
    expect([given.view, given.state, given.priority]).to.deep.equal(['queue', '', '']);
  });

  it('stands by due time in mine and open, by waiting time in the queue, and else by the newest', () => {
    const orders = ['queue', 'mine', 'open', 'offline', 'closed'].map((view) => orderOf(query(view)));
    expect(orders).to.deep.equal(['WAITING', 'DUE', 'DUE', 'NEWEST', 'NEWEST']);
  });

  it('stands in the order that the person chose for the view, and in the one that the address names', () => {
    const usual = { mine: 'NEWEST', queue: 'DUE' } as const;
    expect(['mine', 'open', 'queue'].map((view) => orderOf(query(view, usual)))).to.deep.equal([
      'NEWEST',
      'DUE',
      'DUE',
    ]);
    expect(orderOf(query('mine?order=DUE', usual))).to.equal('DUE');
    expect(orderOf(query('open?order=NEWEST'))).to.equal('NEWEST');
    expect(orderOf(query('open?order=WAITING'))).to.equal('DUE');
    expect(orderOf(query('mine?risk=OVERDUE', usual))).to.equal('DUE');
  });

  it('asks the desk for one’s own conversations in hand', () => {
    expect(filterOf(query('mine'))).to.deep.equal({
      state: { in: ['ASSIGNED', 'ACTIVE', 'WAITING_CUSTOMER'] },
      ownerId: { eq: 'me' },
    });
  });

  const cases: [string, string, Partial<ConversationItem>, boolean][] = [
    ['a waiting one is in the queue', 'queue', {}, true],
    ['an owned one is not in the queue', 'queue', { state: 'ACTIVE', ownerId: 'me' }, false],
    ['mine is mine', 'mine', { state: 'ACTIVE', ownerId: 'me' }, true],
    ['another’s is not mine', 'mine', { state: 'ACTIVE', ownerId: 'you' }, false],
    ['a closed one of mine is not mine any more', 'mine', { state: 'CLOSED', ownerId: 'me' }, false],
    ['an abandoned one is closed', 'closed', { state: 'ABANDONED' }, true],
    ['the name may be written in any case', 'open?q=lIL', {}, true],
    ['another name does not match', 'open?q=tom', {}, false],
    ['an unread one is unread', 'open?unread=1', { unreadForStaff: 1 }, true],
    ['a read one is not', 'open?unread=1', {}, false],
    ['another store is left out', 'open?store=s2', {}, false],
    ['another priority is left out', 'open?priority=P1', {}, false],
  ];
  for (const [title, text, row, expected] of cases)
    it(`knows that ${title}`, () => void expect(matches(query(text), item('a', row))).to.equal(expected));
});

describe('the list after a live event', () => {
  it('puts who waits longest first into the queue', () => {
    const rows = [item('a', { queuedAt: at(1) }), item('c', { queuedAt: at(3) })];
    expect(ids(merged(rows, item('b', { queuedAt: at(2) }), query('queue'), false))).to.equal('abc');
  });

  it('puts what is due first into its place, and what is not due behind it by the newest message', () => {
    const rows = [
      item('a', { slaDueAt: at(5), lastMessageAt: at(1) }),
      item('b', { slaDueAt: at(9), lastMessageAt: at(2) }),
      item('c', { slaDueAt: null, lastMessageAt: at(8) }),
      item('d', { slaDueAt: null, lastMessageAt: at(4) }),
    ];
    const place = (more: Partial<ConversationItem>) => ids(merged(rows, item('x', more), query('open'), false));
    expect(place({ slaDueAt: at(7), lastMessageAt: at(9) })).to.equal('axbcd');
    expect(place({ slaDueAt: at(3), lastMessageAt: at(1) })).to.equal('xabcd');
    expect(place({ slaDueAt: null, lastMessageAt: at(6) })).to.equal('abcxd');
    expect(place({ slaDueAt: null, lastMessageAt: at(9) })).to.equal('abxcd');
  });

  it('puts the newest message first where that is wanted', () => {
    const rows = [item('a', { lastMessageAt: at(3) }), item('b', { lastMessageAt: at(2) })];
    const newest = query('open?order=NEWEST');
    expect(ids(merged(rows, item('b', { lastMessageAt: at(4), version: 2 }), newest, false))).to.equal('ba');
  });

  it('takes out what no longer belongs', () => {
    expect(
      ids(
        merged(
          [item('a'), item('b')],
          item('a', { state: 'ASSIGNED', ownerId: 'you', version: 2 }),
          query('queue'),
          false,
        ),
      ),
    ).to.equal('b');
  });

  it('leaves out what belongs to a page that is not loaded yet', () => {
    const rows = [item('a', { lastMessageAt: at(9) })];
    const late = item('z', { lastMessageAt: at(1) });
    expect(ids(merged(rows, late, query('open'), true))).to.equal('a');
    expect(ids(merged(rows, late, query('open'), false))).to.equal('az');
  });

  it('does not go back to an older version', () => {
    const rows = [item('a', { version: 5, preview: 'new' })];
    expect(merged(rows, item('a', { version: 4, preview: 'old' }), query('queue'), false)).to.equal(rows);
  });
});
