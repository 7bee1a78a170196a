import { markdown, markdownStyle } from '@shopdesk/widget/markdown';
import { html, nothing } from 'lit';
import { clientContext, navigationContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { readArticle } from './data.ts';
import { panelWords } from './panel-words.ts';
import { knowledgeWords } from './words.ts';

/** @summary An article to be read, without leaving the conversation. */
export class DeskArticleDialog extends DeskElement {
  static override properties = { articleId: {} };
  static override styles = [base, controls, states, markdownStyle];

  articleId = '';
  readonly #client = new Use(this, clientContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #article = new Loader(this, {
    args: () => (this.articleId ? ([this.articleId] as const) : undefined),
    load: ([id]) => this.#client.value.query(readArticle, { id }),
  });

  override render() {
    const words = this.words(knowledgeWords);
    const found = this.#article.value;
    return html`<desk-admin-dialog open wide heading=${found ? this.language.of(found.title) : words.article}>
      ${loaded(this.#article, this.language, (article) =>
        article
          ? html`<div
            class="row">${article.audience === 'INTERNAL' ? html`<span class="chip note">${this.language.code('ArticleAudience', 'INTERNAL')}</span>` : nothing}<span class="muted small">${this.words(panelWords).version(article.edition)}</span></div>
              <div class="markdown">${markdown(this.language.of(article.body))}</div>`
          : emptyState({ icon: 'book', title: words.missing }),
      )}
      ${found ? html`<a slot="actions" class="button" href=${this.#navigation.value.href(`/knowledge/articles/${found.id}`)}>${words.toPage}</a>` : nothing}
    </desk-admin-dialog>`;
  }
}

define('desk-admin-article-dialog', DeskArticleDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-article-dialog': DeskArticleDialog;
  }
}
