import { css, html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use, viewerContext } from '../../desk/contexts.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { checksField } from '../../kit/field.ts';
import { Loader } from '../../kit/loader.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { readingReport, requireReading, type ArticleItem } from './data.ts';
import { kitWords } from '../../kit/words.ts';
import { knowledgeWords } from './words.ts';

/**
 * @summary Who must read an article, and who has (R-KB-06).
 * @event desk-done - The roles were changed.
 */
export class DeskArticleReading extends DeskElement {
  static override properties = { article: { attribute: false }, mine: { type: Boolean }, roles: { state: true } };
  static override styles = [
    base,
    controls,
    tables,
    css`
      .checks {
        grid-template-columns: repeat(auto-fill, minmax(7rem, 1fr));
      }
    `,
  ];

  declare article: ArticleItem;
  /** The viewer still has to read it. */
  mine = false;
  roles: ArticleItem['mustRead'] | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #act = new Act(this);
  readonly #report = new Loader(this, {
    args: () =>
      this.article && can(this.#viewer.value, 'article.publish')
        ? ([this.article.id, this.article.edition, this.article.mustRead.join(' '), this.mine] as const)
        : undefined,
    load: ([articleId]) => this.#client.value.query(readingReport, { articleId }),
  });

  async #save(): Promise<void> {
    const saved = await this.#act.run(this.#client.value, requireReading, {
      id: this.article.id,
      roles: this.roles ?? [],
    });
    if (!saved) return;
    this.roles = undefined;
    toast(this, { kind: 'ok', text: this.words(knowledgeWords).done });
    this.tell('desk-done');
  }

  override render() {
    const words = this.words(knowledgeWords);
    const { language } = this;
    const { mustRead } = this.article;
    if (!can(this.#viewer.value, 'article.publish'))
      return mustRead.length > 0
        ? html`<p class="muted small">${words.mustReadRoles}: ${language.list(mustRead.map((role) => this.language.code('Role', role)))}</p>`
        : nothing;
    const report = this.#report.value;
    return html`<section class="card padded"><h2>${words.mustReadTitle}</h2><p
      class="muted small">${words.mustReadText}</p>
      ${problemNotice(this.#act.problem, language)}
      ${checksField({ id: 'roles', label: words.mustReadRoles, value: this.roles ?? [...mustRead], choices: this.language.choices<ArticleItem['mustRead'][number]>('Role'), onInput: (roles) => (this.roles = roles) })}
      ${this.roles ? html`<div><button class="button" type="button" aria-disabled=${this.#act.busy} @click=${() => void this.#save()}>${this.words(kitWords).save}</button></div>` : nothing}
      ${
        report && report.readers.length > 0
          ? html`<p role="status">${words.readShare(report.read, report.readers.length)} ${report.edition}</p>
            <ul>${report.readers.map(({ name, at }) => html`<li class="row between"><span>${name}</span>${at ? html`<time class="muted small" datetime=${at}>${language.moment(at)}</time>` : html`<span class="chip warn">${words.notRead}</span>`}</li>`)}</ul>`
          : nothing
      }
    </section>`;
  }
}

define('desk-admin-article-reading', DeskArticleReading);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-article-reading': DeskArticleReading;
  }
}
