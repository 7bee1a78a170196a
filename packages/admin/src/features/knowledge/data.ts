/**
 * @module What the knowledge pages and panels ask of the desk.
 */
import type { Article, ArticleVersion, KnowledgeGap, ProductKnowledge, RowOf, ShopProduct } from '@shopdesk/core';
import {
  actionDocument,
  listDocument,
  rowDocument,
  select,
  viewDocument,
  type SelectedBy,
  type Selection,
} from '../../desk/document.ts';
import type { LocalText } from '../../kit/language.ts';

type ArticleRow = RowOf<typeof Article>;
type VersionRow = RowOf<typeof ArticleVersion>;
type GapRow = RowOf<typeof KnowledgeGap>;
type ProductRow = RowOf<typeof ProductKnowledge>;

const both = 'zh en';

export const articleFields = select<ArticleRow>()(
  [
    'id',
    'version',
    'category',
    'audience',
    'state',
    'storeId',
    'ownerId',
    'edition',
    'workingEdition',
    'live',
    'publishedAt',
    'reviewBy',
    'updatedAt',
    'keywords',
    'synonyms',
    'effectiveFrom',
    'effectiveTo',
    'source',
    'reviewEveryDays',
    'usedCount',
    'helpfulCount',
    'unhelpfulCount',
    'solvedCount',
    'languages',
    'mustRead',
  ],
  { title: both },
);
export type ArticleItem = SelectedBy<typeof articleFields>;
export const articles = listDocument<ArticleRow, ArticleItem>(
  { field: 'articles', entity: 'Article', orderBy: 'UPDATED_AT_DESC' },
  articleFields,
);
export const article = rowDocument<ArticleItem | null>('article', articleFields);

export interface ReadArticle {
  readonly id: string;
  readonly title: LocalText;
  readonly body: LocalText;
  readonly edition: number;
  readonly audience: ArticleRow['audience'];
  readonly state: ArticleRow['state'];
}
export const readArticle = rowDocument<ReadArticle | null>(
  'article',
  'id title { zh en } body { zh en } edition audience state' as Selection<ReadArticle | null>,
);

export const versionFields = select<VersionRow>()(
  [
    'id',
    'edition',
    'state',
    'authorIds',
    'reviewerId',
    'submittedAt',
    'publishedAt',
    'reviewNote',
    'category',
    'audience',
    'storeId',
    'keywords',
    'synonyms',
    'effectiveFrom',
    'effectiveTo',
    'source',
    'reviewEveryDays',
    'updatedAt',
  ],
  { title: both, body: both },
);
export type VersionItem = SelectedBy<typeof versionFields>;
export const versions = listDocument<VersionRow, VersionItem>(
  { field: 'articleVersions', entity: 'ArticleVersion' },
  versionFields,
);

export interface ArticleInput {
  readonly category: ArticleRow['category'];
  readonly title: LocalText;
  readonly body: LocalText;
  readonly keywords: readonly string[];
  readonly synonyms: readonly string[];
  readonly audience: ArticleRow['audience'];
  readonly storeId: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly source: string;
  readonly reviewEveryDays: number;
}
const onArticle = <I>(name: string) => actionDocument<I, ArticleItem>(name, 'Article', articleFields);
export const createArticle = onArticle<ArticleInput>('createArticle');
export const updateArticle = onArticle<ArticleInput & { id: string }>('updateArticle');
export const submitArticle = onArticle<{ id: string }>('submitArticle');
export const publishArticle = onArticle<{ id: string }>('publishArticle');
export const sendBackArticle = onArticle<{ id: string; reason: string }>('sendBackArticle');
export const requestArticleUpdate = onArticle<{ id: string; reason: string }>('requestArticleUpdate');
export const archiveArticle = onArticle<{ id: string }>('archiveArticle');
export const requireReading = onArticle<{ id: string; roles: readonly string[] }>('requireReading');
export const acknowledgeArticle = actionDocument<{ id: string }, { readonly id: string }>(
  'acknowledgeArticle',
  'ReadReceipt',
  'id' as Selection<{ readonly id: string }>,
);
export const noteArticleUse = actionDocument<
  { articleId: string; outcome: 'USED' | 'HELPFUL' | 'UNHELPFUL' },
  { readonly id: string }
>('noteArticleUse', 'Article', 'id' as Selection<{ readonly id: string }>);

export const mustReads = viewDocument<Record<never, never>, readonly ArticleItem[]>(
  'mustReads',
  {},
  articleFields as Selection<readonly ArticleItem[]>,
);

export interface ReadingReport {
  readonly edition: number;
  readonly read: number;
  readonly share: number | null;
  readonly readers: readonly { readonly userId: string; readonly name: string; readonly at: string | null }[];
}
export const readingReport = viewDocument<{ articleId: string }, ReadingReport>(
  'readingReport',
  { articleId: 'ID!' },
  'edition read share readers { userId name at }' as Selection<ReadingReport>,
);

export interface ArticleHit {
  readonly articleId: string;
  readonly title: LocalText;
  readonly excerpt: string;
  readonly category: ArticleRow['category'];
  readonly audience: ArticleRow['audience'];
  readonly edition: number;
  readonly stale: boolean;
}
export const searchArticles = viewDocument<
  { text: string; category?: string; audience?: string; locale: string; first: number },
  { readonly hits: readonly ArticleHit[] }
>(
  'searchArticles',
  { text: 'String!', category: 'ArticleCategory', audience: 'ArticleAudience', locale: 'String', first: 'Int' },
  'hits { articleId title { zh en } excerpt category audience edition stale }' as Selection<{
    readonly hits: readonly ArticleHit[];
  }>,
);

export interface Answer {
  readonly kind: 'ARTICLE' | 'SCRIPT';
  readonly id: string;
  readonly title: LocalText;
  readonly text: string;
  readonly audience: ArticleRow['audience'] | null;
  readonly edition: number | null;
  readonly stale: boolean;
}
export interface Suggested {
  readonly question: string;
  readonly answers: readonly Answer[];
}
export const suggestAnswers = viewDocument<{ conversationId: string }, Suggested>(
  'suggestAnswers',
  { conversationId: 'ID!' },
  'question answers { kind id title { zh en } text audience edition stale }' as Selection<Suggested>,
);
interface Expanded {
  readonly text: string;
}
export const expandScript = viewDocument<{ conversationId: string; script: string }, Expanded>(
  'expandScript',
  { conversationId: 'ID!', script: 'String!' },
  'text' as Selection<Expanded>,
);
export const greeting = viewDocument<{ conversationId: string }, Expanded & { readonly unresolved: readonly string[] }>(
  'greeting',
  { conversationId: 'ID!' },
  'text unresolved' as Selection<Expanded & { readonly unresolved: readonly string[] }>,
);
export const noteScriptUse = actionDocument<{ conversationId: string; script: string }, { readonly id: string }>(
  'noteScriptUse',
  'Script',
  'id' as Selection<{ readonly id: string }>,
);
export const noteKnowledgeSearch = actionDocument<
  { storeId?: string; source: 'COMPOSER' | 'PANEL'; hits: number; used: boolean },
  { readonly noted: boolean }
>('noteKnowledgeSearch', 'SearchNoted', 'noted' as Selection<{ readonly noted: boolean }>);

const gapFields = select<GapRow>()([
  'id',
  'version',
  'question',
  'count',
  'examples',
  'state',
  'ownerId',
  'articleId',
  'note',
  'lastAskedAt',
]);
export type GapItem = SelectedBy<typeof gapFields>;
export const gaps = listDocument<GapRow, GapItem>(
  { field: 'knowledgeGaps', entity: 'KnowledgeGap', orderBy: 'COUNT_DESC' },
  gapFields,
);
const onGap = <I>(name: string) => actionDocument<I, GapItem>(name, 'KnowledgeGap', gapFields);
export const assignKnowledgeGap = onGap<{ id: string; userId: string }>('assignKnowledgeGap');
export const answerKnowledgeGap = onGap<{ id: string; articleId: string }>('answerKnowledgeGap');
export const dismissKnowledgeGap = onGap<{ id: string; reason: string }>('dismissKnowledgeGap');
export const reportKnowledgeGap = actionDocument<{ question: string }, { readonly noted: boolean }>(
  'reportKnowledgeGap',
  'GapReported',
  'noted' as Selection<{ readonly noted: boolean }>,
);

const factFields = 'name text { zh en }';
const productFields = select<ProductRow>()(
  ['id', 'version', 'storeId', 'productId', 'title', 'category', 'missing', 'completeness', 'edition', 'updatedAt'],
  { facts: factFields },
);
export type ProductItem = SelectedBy<typeof productFields>;
export type ProductFact = ProductItem['facts'][number];
export const products = listDocument<ProductRow, ProductItem>(
  { field: 'productKnowledges', entity: 'ProductKnowledge', orderBy: 'COMPLETENESS_ASC' },
  productFields,
);
export const setProductKnowledge = actionDocument<
  { storeId: string; productId: string; category: ProductItem['category']; facts: readonly ProductFact[] },
  ProductItem
>('setProductKnowledge', 'ProductKnowledge', productFields);

export interface Sheet {
  readonly product: Pick<ShopProduct, 'id' | 'title'> & {
    readonly category: string | null;
    readonly url: string | null;
    readonly variants: readonly (Pick<
      ShopProduct['variants'][number],
      'id' | 'title' | 'price' | 'available' | 'options'
    > & { readonly sku: string | null; readonly stock: number | null })[];
  };
  readonly knowledge: Pick<ProductItem, 'category' | 'facts' | 'missing' | 'completeness' | 'edition'> | null;
}
export const productSheets = viewDocument<
  { storeId: string; text: string; first?: number },
  { readonly sheets: readonly Sheet[] }
>(
  'productSheets',
  { storeId: 'ID!', text: 'String!', first: 'Int' },
  `sheets { product { id title category url variants { id title sku price { amount currency } available stock options { name value } } } knowledge { category facts { ${factFields} } missing completeness edition } }` as Selection<{
    readonly sheets: readonly Sheet[];
  }>,
);

export interface SchemaFacts {
  readonly category: ProductItem['category'];
  readonly mandatory: readonly ProductFact['name'][];
}
export const productSchemas = viewDocument<Record<never, never>, { readonly schemas: readonly SchemaFacts[] }>(
  'productSchemas',
  {},
  'schemas { category mandatory }' as Selection<{ readonly schemas: readonly SchemaFacts[] }>,
);

export interface Figures {
  readonly searches: number;
  readonly used: number;
  readonly empty: number;
  readonly solved: number;
  readonly hitRate: number | null;
  readonly gapRate: number | null;
}
export const knowledgeFigures = viewDocument<{ from: string; to: string }, Figures>(
  'knowledgeFigures',
  { from: 'DateTime!', to: 'DateTime!' },
  'searches used empty solved hitRate gapRate' as Selection<Figures>,
);

export type TextFormat = 'CSV' | 'MARKDOWN';
export interface ImportReport {
  readonly created: number;
  readonly updated: number;
  readonly dryRun: boolean;
  readonly problems: readonly { readonly line: number; readonly column: string; readonly problem: string }[];
}
export const importArticles = actionDocument<{ format: TextFormat; text: string; dryRun: boolean }, ImportReport>(
  'importArticles',
  'ArticleImport',
  'created updated dryRun problems { line column problem }' as Selection<ImportReport>,
);
export interface ArticleExport {
  readonly text: string;
  readonly count: number;
  readonly endCursor: string | null;
}
export const exportArticles = viewDocument<{ format: TextFormat; after?: string }, ArticleExport>(
  'exportArticles',
  { format: 'ArticleTextFormat!', after: 'String' },
  'text count endCursor' as Selection<ArticleExport>,
);
