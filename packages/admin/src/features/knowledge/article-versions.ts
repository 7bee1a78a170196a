import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { directoryContext, Use } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { tables } from '../../kit/table-style.ts';
import type { VersionItem } from './data.ts';
import { diffLines } from './diff.ts';
import { knowledgeWords } from './words.ts';

const LOOKS: Readonly<Record<VersionItem['state'], string>> = {
  DRAFT: '',
  IN_REVIEW: 'info',
  PUBLISHED: 'ok',
  SUPERSEDED: '',
};

/** @summary The versions of an article, each with what it changed. */
export class DeskArticleVersions extends DeskElement {
  static override properties = { versions: { attribute: false }, shown: { state: true } };
  static override styles = [
    base,
    controls,
    tables,
    css`
      li {
        display: grid;
        gap: 0.125rem;
        padding-block: 0.375rem;
        border-block-end: 1px solid var(--line);
      }
      li:last-child {
        border: 0;
      }
      pre {
        margin: 0;
        padding: 0.5rem;
        font: 0.8125rem/1.6 var(--mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      ins,
      del {
        display: block;
        text-decoration: none;
        padding-inline-start: 1rem;
        text-indent: -1rem;
      }
      ins {
        background: var(--ok-soft);
      }
      del {
        background: var(--danger-soft);
      }
    `,
  ];

  versions: readonly VersionItem[] = [];
  shown: number | undefined;
  readonly #directory = new Use(this, directoryContext);

  override render() {
    const words = this.words(knowledgeWords);
    const all = [...this.versions].sort((a, b) => b.edition - a.edition);
    return html`<section class="card padded"><h2>${words.versions}</h2>
      <ul>${repeat(
        all,
        ({ id }) => id,
        (version, index) => this.#renderVersion(version, all[index + 1]),
      )}</ul>
      ${this.shown === undefined ? nothing : this.#renderDiff(this.shown)}
    </section>`;
  }

  #renderVersion(version: VersionItem, before: VersionItem | undefined) {
    const words = this.words(knowledgeWords);
    const name = (id: string) => nameOf(this.#directory.maybe, id);
    const at = version.publishedAt ?? version.submittedAt ?? version.updatedAt;
    return html`<li>
      <div class="row wrap"><strong>${words.version(version.edition)}</strong><span
        class="chip ${LOOKS[version.state]}">${this.language.code('ArticleVersionState', version.state)}</span>
        <time class="muted small numeric" datetime=${at}>${this.language.moment(at)}</time></div>
      <p class="muted small">${words.authors}: ${this.language.list(version.authorIds.map(name)) || '–'}${version.reviewerId ? html` · ${words.reviewer}: ${name(version.reviewerId)}` : nothing}</p>
      ${before ? html`<div><button class="link small" type="button" aria-label="${words.compare} (${words.version(version.edition)})" @click=${() => (this.shown = version.edition)}>${words.compare}</button></div>` : nothing}
    </li>`;
  }

  #renderDiff(edition: number) {
    const words = this.words(knowledgeWords);
    const version = this.versions.find((one) => one.edition === edition);
    const before = this.versions.find((one) => one.edition === edition - 1);
    if (!version || !before) return nothing;
    const parts = (['zh', 'en'] as const).map((key) => ({
      key,
      lines: diffLines(`${before.title[key]}\n\n${before.body[key]}`, `${version.title[key]}\n\n${version.body[key]}`),
    }));
    const changed = parts.filter(({ lines }) => lines.some(({ kind }) => kind !== 'same'));
    return html`<desk-admin-dialog open wide heading=${words.diffTitle(edition)}
      @desk-closed=${() => (this.shown = undefined)}>
      <div class="stack">${changed.length === 0 ? html`<p class="muted">${words.diffNone}</p>` : nothing}
        ${changed.map(
          ({ key, lines }) =>
            html`<section class="stack"><h3>${this.language.code('TextLanguage', key)}</h3>
            <pre tabindex="0">${lines.map(({ kind, text }) =>
              kind === 'same'
                ? html`<span>  ${text}${'\n'}</span>`
                : kind === 'added'
                  ? html`<ins><span class="visually-hidden">${words.added}: </span>+ ${text}</ins>`
                  : html`<del><span class="visually-hidden">${words.removed}: </span>− ${text}</del>`,
            )}</pre></section>`,
        )}</div>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-article-versions', DeskArticleVersions);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-article-versions': DeskArticleVersions;
  }
}
