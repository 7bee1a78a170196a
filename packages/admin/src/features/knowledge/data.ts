/**
 * @module What the knowledge pages and panels ask of the desk.
 */
import type { AnswerOf, VariablesOf } from '@shopdesk/core/client';
import { actionMutation, listQuery, rowQuery, viewQuery, type ActionOn, type Row } from '../../desk/documents.ts';

export const articleFields = `id version category audience state storeId ownerId edition workingEdition live
  publishedAt reviewBy updatedAt
  keywords synonyms effectiveFrom effectiveTo source reviewEveryDays usedCount helpfulCount unhelpfulCount
  solvedCount languages mustRead title { zh en }`;
export type ArticleItem = Row<'Article', typeof articleFields>;
export const articles = listQuery('articles', 'Article', articleFields, 'UPDATED_AT_DESC');
export const article = rowQuery('article', articleFields);

export const readArticle = rowQuery('article', 'id title { zh en } body { zh en } edition audience state');

export const versionFields = `id edition state authorIds reviewerId submittedAt publishedAt reviewNote category
  audience storeId keywords
  synonyms effectiveFrom effectiveTo source reviewEveryDays updatedAt title { zh en } body { zh en }`;
export type VersionItem = Row<'ArticleVersion', typeof versionFields>;
export const versions = listQuery('articleVersions', 'ArticleVersion', versionFields);

const onArticle = <const N extends ActionOn<'Article'>>(name: N) => actionMutation(name, 'Article', articleFields);
export const createArticle = onArticle('createArticle');
export type ArticleInput = Pick<
  VersionItem,
  | 'category'
  | 'title'
  | 'body'
  | 'keywords'
  | 'synonyms'
  | 'audience'
  | 'storeId'
  | 'effectiveFrom'
  | 'effectiveTo'
  | 'source'
  | 'reviewEveryDays'
>;
export const updateArticle = onArticle('updateArticle');
export const submitArticle = onArticle('submitArticle');
export const publishArticle = onArticle('publishArticle');
export const sendBackArticle = onArticle('sendBackArticle');
export const requestArticleUpdate = onArticle('requestArticleUpdate');
export const archiveArticle = onArticle('archiveArticle');
export const requireReading = onArticle('requireReading');
export const acknowledgeArticle = actionMutation('acknowledgeArticle', 'ReadReceipt', 'id');
export const noteArticleUse = actionMutation('noteArticleUse', 'Article', 'id');

export const mustReads = viewQuery('mustReads', { first: 'Int' }, `nodes { ${articleFields} }`);

export const readingReport = viewQuery(
  'readingReport',
  { articleId: 'ID!' },
  'edition read share readers { userId name at }',
);
export type ReadingReport = AnswerOf<typeof readingReport>;

export const searchArticles = viewQuery(
  'searchArticles',
  { text: 'String!', category: 'ArticleCategory', audience: 'ArticleAudience', locale: 'String', first: 'Int' },
  'hits { articleId title { zh en } excerpt category audience edition stale }',
);
/** What an address narrows the search by. */
export type ArticleScope = Pick<VariablesOf<typeof searchArticles>, 'category' | 'audience'>;
export type ArticleHit = AnswerOf<typeof searchArticles>['hits'][number];

export const suggestAnswers = viewQuery(
  'suggestAnswers',
  { conversationId: 'ID!' },
  'question answers { kind id title { zh en } text audience edition stale }',
);
export type Suggested = AnswerOf<typeof suggestAnswers>;
export type Answer = Suggested['answers'][number];
export const expandScript = viewQuery('expandScript', { conversationId: 'ID!', script: 'String!' }, 'text');
export const greeting = viewQuery('greeting', { conversationId: 'ID!' }, 'text unresolved');
export const noteScriptUse = actionMutation('noteScriptUse', 'Script', 'id');
export const noteKnowledgeSearch = actionMutation('noteKnowledgeSearch', 'SearchNoted', 'noted');

const gapFields = 'id version question count examples state ownerId articleId note lastAskedAt';
export type GapItem = Row<'KnowledgeGap', typeof gapFields>;
export const gaps = listQuery('knowledgeGaps', 'KnowledgeGap', gapFields, 'COUNT_DESC');
const onGap = <const N extends ActionOn<'KnowledgeGap'>>(name: N) => actionMutation(name, 'KnowledgeGap', gapFields);
export const assignKnowledgeGap = onGap('assignKnowledgeGap');
export const answerKnowledgeGap = onGap('answerKnowledgeGap');
export const dismissKnowledgeGap = onGap('dismissKnowledgeGap');
export const reportKnowledgeGap = actionMutation('reportKnowledgeGap', 'GapReported', 'noted');

const factFields = 'name text { zh en }';
const productFields =
  `id version storeId productId title category missing completeness edition updatedAt facts { ${factFields} }` as const;
export type ProductItem = Row<'ProductKnowledge', typeof productFields>;
export type ProductFact = ProductItem['facts'][number];
export const products = listQuery('productKnowledges', 'ProductKnowledge', productFields, 'COMPLETENESS_ASC');
export const setProductKnowledge = actionMutation('setProductKnowledge', 'ProductKnowledge', productFields);

export const productSheets = viewQuery(
  'productSheets',
  { storeId: 'ID!', text: 'String!', first: 'Int' },
  `sheets { product { id title category url variants { id title sku price { amount currency } available stock options
    { name value } } } knowledge { category facts { ${factFields} } missing completeness edition } }`,
);
export type Sheet = AnswerOf<typeof productSheets>['sheets'][number];

export const productSchemas = viewQuery('productSchemas', {}, 'schemas { category mandatory }');

export const knowledgeFigures = viewQuery(
  'knowledgeFigures',
  { from: 'DateTime!', to: 'DateTime!' },
  'searches used empty solved hitRate gapRate',
);
export type Figures = AnswerOf<typeof knowledgeFigures>;

export const importArticles = actionMutation(
  'importArticles',
  'ArticleImport',
  'created updated dryRun problems { line column problem }',
);
export type ImportReport = AnswerOf<typeof importArticles>;
export const exportArticles = viewQuery(
  'exportArticles',
  { format: 'ArticleTextFormat!', after: 'String' },
  'text count endCursor',
);
export type TextFormat = VariablesOf<typeof exportArticles>['format'];
export type ArticleExport = AnswerOf<typeof exportArticles>;
