/** @module The knowledge base: articles, gaps, product facts, and what they give to those who answer. */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { composerAbove, conversationSide } from '../../desk/slots.ts';

const title = { en: 'Knowledge', zh: '知识库' };
const allow = 'article.read';

export const knowledge = defineAdminFeature({
  name: 'knowledge',
  pages: [
    {
      path: 'knowledge',
      title,
      tag: 'desk-admin-knowledge',
      load: () => import('./knowledge-page.ts'),
      allow,
      nav: { order: 10, icon: 'book', area: 'knowledge' },
    },
    {
      path: 'knowledge/articles/:id',
      title,
      tag: 'desk-admin-article',
      load: () => import('./article-page.ts'),
      allow,
    },
    { path: 'knowledge/gaps', title, tag: 'desk-admin-gaps', load: () => import('./gaps-page.ts'), allow },
    { path: 'knowledge/products', title, tag: 'desk-admin-products', load: () => import('./products-page.ts'), allow },
    {
      path: 'knowledge/transfer',
      title,
      tag: 'desk-admin-knowledge-transfer',
      load: () => import('./transfer-page.ts'),
      allow,
    },
  ],
  panels: [
    panel(composerAbove, {
      tag: 'desk-admin-suggestions',
      load: () => import('./suggestions.ts'),
      title,
      allow,
      order: 50,
    }),
    panel(conversationSide, {
      tag: 'desk-admin-products-panel',
      load: () => import('./products-panel.ts'),
      title: { en: 'Products', zh: '商品资料' },
      allow,
      order: 60,
    }),
  ],
  rows: { Article: '/knowledge/articles' },
  search: async (text, { client, viewer, language }) => {
    if (!viewer.permissions.includes(allow)) return [];
    const { searchArticles } = await import('./data.ts');
    const { hits } = await client.query(searchArticles, { text, locale: language.locale, first: 5 });
    return hits.map((hit) => ({
      id: `article-${hit.articleId}`,
      kind: language.of({ en: 'Articles', zh: '知识文章' }),
      title: language.of(hit.title),
      icon: 'book' as const,
      hint: hit.excerpt,
      path: `/knowledge/articles/${hit.articleId}`,
    }));
  },
});
