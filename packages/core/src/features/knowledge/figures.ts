/**
 * @module How useful the knowledge base is (K-48): each search is noted with how many answers it had and whether one
 * of them was used.
 */
import { z } from 'zod';
import { defineAction, defineView, value } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import type { Filter } from '../../kernel/entity.ts';
import { defineEntity, instant, ref } from '../../kernel/entity.ts';
import { Store } from '../access/index.ts';
import { ofStores } from '../customers/index.ts';

const source = codes('SearchSource', {
  COMPOSER: { en: 'While answering', zh: '回复时' },
  PANEL: { en: 'In the knowledge base', zh: '知识库页面' },
  WIDGET: { en: 'By a shopper', zh: '顾客自助' },
});
/** The bound of each count; a longer period is counted as this many. */
const MOST_COUNTED = 100_000;

/** One search: what it found, and whether that was of use. */
export const KnowledgeSearch = defineEntity({
  name: 'KnowledgeSearch',
  plural: 'KnowledgeSearches',
  title: { en: 'Knowledge search', zh: '知识检索' },
  schema: z.object({
    storeId: ref('Store').nullable(),
    source,
    hits: z.int(),
    /** An answer was opened or put into a reply. */
    used: z.boolean(),
    /** The shopper needed nobody after it. */
    solved: z.boolean(),
    at: instant(),
  }),
  index: [['at'], ['storeId', 'at']],
  visible: (actor) => ofStores(actor, 'article.read'),
});

/** Notes how a search ended, once it has. */
export const noteKnowledgeSearch = defineAction({
  title: { en: 'Note a search', zh: '记录检索' },
  allow: { staff: 'article.read', shopper: true },
  input: z.object({
    storeId: z.string().optional(),
    source,
    hits: z.int().min(0).max(100),
    used: z.boolean(),
    solved: z.boolean().default(false),
  }),
  output: value('SearchNoted', z.object({ noted: z.boolean() })),
  unaudited: true,
  run: async (ctx, { storeId, source: from, hits, used, solved }) => {
    const { actor } = ctx;
    if (actor.kind === 'staff' && storeId) await ctx.get(Store, storeId);
    const shopper = actor.kind === 'shopper';
    ctx.trusted('bookkeeping of the desk').insert(KnowledgeSearch, {
      storeId: shopper ? actor.storeId : (storeId ?? null),
      source: shopper ? 'WIDGET' : from,
      hits,
      used,
      solved,
      at: ctx.now,
    });
    return { noted: true };
  },
});

/** K-48: a share of nothing is null. */
export const knowledgeFigures = defineView({
  title: { en: 'Knowledge figures', zh: '知识库指标' },
  allow: { staff: 'article.read' },
  input: z.object({ from: instant(), to: instant(), storeId: z.string().optional() }),
  output: value(
    'KnowledgeFigures',
    z.object({
      searches: z.int(),
      used: z.int(),
      empty: z.int(),
      solved: z.int(),
      hitRate: z.number().nullable(),
      gapRate: z.number().nullable(),
    }),
  ),
  run: async (ctx, { from, to, storeId }) => {
    if (storeId) await ctx.get(Store, storeId);
    const counted = (more: object) =>
      ctx.count(
        KnowledgeSearch,
        { ...(storeId ? { storeId } : {}), at: { gte: from }, ...more } as Filter,
        MOST_COUNTED,
      );
    const between = async (more: object) => (await counted(more)) - (await counted({ ...more, at: { gte: to } }));
    const [searches, used, empty, solved] = await Promise.all([
      between({}),
      between({ used: true }),
      between({ hits: 0 }),
      between({ solved: true }),
    ]);
    const share = (part: number) => (searches > 0 ? part / searches : null);
    return { searches, used, empty, solved, hitRate: share(used), gapRate: share(empty) };
  },
});
