/**
 * @module What the shop knows: articles with versions and review, search for staff and shoppers, questions without an
 * answer (R-KB-*).
 */
import { defineFeature } from '../../kernel/feature.ts';
import { understanding } from '../understanding/index.ts';
import { scripts } from '../scripts/index.ts';
import { orders } from '../orders/index.ts';
import { guard } from '../guard/index.ts';
import { customers } from '../customers/index.ts';
import { conversations } from '../conversations/index.ts';
import { access } from '../access/index.ts';
import {
  archiveArticle,
  createArticle,
  markArticleOverdue,
  publishArticle,
  requestArticleUpdate,
  sendBackArticle,
  submitArticle,
  updateArticle,
} from './article.ts';
import { Article, ArticleVersion, KnowledgeGap } from './entities.ts';
import { KnowledgeSearch, knowledgeFigures, noteKnowledgeSearch } from './figures.ts';
import { answerKnowledgeGap, assignKnowledgeGap, dismissKnowledgeGap, reportKnowledgeGap } from './gap.ts';
import { ProductKnowledge, productSchemas, productSheets, setProductKnowledge } from './product.ts';
import { acknowledgeArticle, mustReads, ReadReceipt, readingReport, requireReading } from './reading.ts';
import { noteArticleUse, searchArticles, searchHelp, suggestArticles } from './search.ts';
import { suggestAnswers } from './suggest.ts';
import { knowledgeTexts } from './texts.ts';
import { exportArticles, importArticles } from './transfer.ts';
import { whenDue } from '../../kernel/timer.ts';
import { reviewTimer } from './timers.ts';
import { shopWords } from '../../ports/shop-words.ts';
import { knowledgeWords } from './words.ts';

export const knowledge = defineFeature({
  name: 'knowledge',
  words: { ...shopWords, ...knowledgeWords },
  requires: [access, conversations, customers, guard, orders, scripts, understanding],
  entities: [Article, ArticleVersion, KnowledgeGap, ReadReceipt, ProductKnowledge, KnowledgeSearch],
  actions: {
    createArticle,
    updateArticle,
    submitArticle,
    publishArticle,
    sendBackArticle,
    requestArticleUpdate,
    markArticleOverdue,
    archiveArticle,
    noteArticleUse,
    importArticles,
    reportKnowledgeGap,
    assignKnowledgeGap,
    answerKnowledgeGap,
    dismissKnowledgeGap,
    requireReading,
    acknowledgeArticle,
    setProductKnowledge,
    noteKnowledgeSearch,
  },
  views: {
    searchArticles,
    suggestArticles,
    suggestAnswers,
    searchHelp,
    exportArticles,
    mustReads,
    readingReport,
    productSheets,
    productSchemas,
    knowledgeFigures,
  },
  timers: [whenDue(reviewTimer, markArticleOverdue)],
  permissions: {
    'article.read': {
      roles: ['PA', 'AA', 'CO', 'SM', 'TS', 'FC', 'TL', 'SV', 'MG', 'OD', 'AN', 'QI', 'TR', 'DL', 'AD'],
      en: 'Read the knowledge base',
      zh: '查看知识库',
    },
    'article.write': {
      roles: ['PA', 'AA', 'CO', 'SM', 'TS', 'FC', 'TL', 'SV', 'MG', 'TR'],
      en: 'Write and change articles',
      zh: '撰写与修改知识文章',
    },
    // Domain model 3.13.
    'article.publish': { roles: ['SV', 'MG', 'TR'], en: 'Review and publish articles', zh: '审核与发布知识文章' },
  },
  texts: knowledgeTexts,
});

export { Article, ArticleVersion, ARTICLE_CATEGORIES, KnowledgeGap } from './entities.ts';
export { MANDATORY_FACTS, PRODUCT_FACTS, PRODUCT_SCHEMAS, ProductKnowledge, type ProductFactName } from './product.ts';
export { ReadReceipt } from './reading.ts';
export { KnowledgeSearch } from './figures.ts';
export { articleNeedsUpdate, articlePublished } from './article.ts';
export { articleMachine, gapMachine } from './machine.ts';
export {
  findArticles,
  shownArticles,
  type ArticleFacts,
  type ArticleQuery,
  type ShownArticle,
} from './article-index.ts';
export { countOf, holds } from './search.ts';
export type { TextFormat } from './article-text.ts';
