/**
 * @module Which rules people sent something against, for those who look after them (R-QA-04): one entry for each mark
 * of a message that was sent, never of one that was stopped.
 */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import type { Actor } from '../../kernel/actor.ts';
import { defineEntity, instant, named, ref, type RowOf } from '../../kernel/entity.ts';
import { inCommit } from '../../kernel/event.ts';
import { clip } from '../../kernel/clip.ts';
import { guardLevel, messageSent } from '../conversations/index.ts';

const PAGE = 1000;
/** A longer period is counted up to this many marks. */
const MOST_COUNTED = 20_000;

function reader(actor: Actor) {
  if (actor.kind !== 'staff' || !actor.permissions.has('term.read')) return 'none';
  return actor.storeIds ? { storeId: { in: actor.storeIds } } : 'all';
}

export const TermHit = defineEntity({
  name: 'TermHit',
  title: { en: 'Use of a marked term', zh: '违禁词命中' },
  schema: z.object({
    storeId: ref('Store'),
    rule: z.string().max(60),
    level: guardLevel,
    /** The words. */
    span: z.string().max(200),
    conversationId: ref('Conversation'),
    messageId: ref('Message'),
    agentId: ref('User').nullable(),
    at: instant(),
  }),
  index: [['-at'], ['rule', '-at']],
  visible: reader,
  list: { filters: ['rule', 'level', 'agentId', 'storeId', 'at'], orders: [[['at', 'desc']]] },
});

/** Most messages have no mark and cost nothing here. */
export const noteTermHits = inCommit(messageSent, (ctx, { id, storeId, conversationId, senderId, hits, at }) => {
  for (const { rule, level, span } of hits ?? [])
    ctx.insert(TermHit, {
      storeId,
      rule,
      level,
      span: clip(span, 200),
      conversationId,
      messageId: id,
      agentId: senderId,
      at,
    });
});

const RuleHits = named('RuleHits', z.object({ rule: z.string(), count: z.int(), lastAt: instant() }));

/** How often each rule was sent against in a period. */
export const termHitCounts = defineView({
  title: { en: 'Hits by rule', zh: '各规则命中次数' },
  allow: { staff: 'term.read' },
  input: z.object({ from: instant() }),
  output: value(
    'TermHitCounts',
    z.object({ rules: z.array(RuleHits), /** More were there than are counted. */ capped: z.boolean() }),
  ),
  run: async (ctx, { from }) => {
    const counts = new Map<string, { rule: string; count: number; lastAt: string }>();
    let last: RowOf<typeof TermHit> | undefined;
    let read = 0;
    do {
      const rows: RowOf<typeof TermHit>[] = await ctx.find(TermHit, {
        where: { at: { gte: from } },
        order: [['at', 'desc']],
        limit: PAGE,
        ...(last ? { after: [last.at, last.id] } : {}),
      });
      for (const { rule, at } of rows)
        counts.set(rule, { rule, count: (counts.get(rule)?.count ?? 0) + 1, lastAt: counts.get(rule)?.lastAt ?? at });
      read += rows.length;
      last = rows.length === PAGE ? rows.at(-1) : undefined;
    } while (last && read < MOST_COUNTED);
    return { rules: [...counts.values()].sort((a, b) => b.count - a.count), capped: last !== undefined };
  },
});
