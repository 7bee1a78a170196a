import { css, html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, navigationContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { Loader } from '../../kit/loader.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { acknowledgeDuties, myPost } from './data.ts';
import { organisationWords } from './words.ts';

/**
 * @summary Where somebody begins: the duties of their post until they are acknowledged, then the post's own page.
 * @event desk-pass - It was shown first and has nothing to say.
 */
export class DeskMyPost extends DeskElement {
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      ol {
        display: grid;
        gap: 0.25rem;
        padding-inline-start: 1.5rem;
        list-style: decimal;
      }
    `,
  ];

  readonly #client = new Use(this, clientContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  readonly #post = new Loader(this, {
    args: () => [] as const,
    load: async () => (await this.#client.value.query(myPost, {})).post,
  });

  protected override updated(): void {
    const { value: post, problem } = this.#post;
    if (this.#navigation.value.path !== '/' || (post === undefined && !problem)) return;
    if (!post) this.tell('desk-pass');
    else if (post.acknowledged || post.duties.length === 0) this.#goOn(post.homePath);
  }

  #goOn(path: string): void {
    this.#navigation.value.go(path, { replace: true });
  }

  async #acknowledge(id: string, path: string): Promise<void> {
    if (await this.#act.run(this.#client.value, acknowledgeDuties, { id })) this.#goOn(path);
  }

  override render() {
    const words = this.words(organisationWords);
    return html`<div class="page">${loaded(this.#post, this.language, (post) => {
      if (!post) return emptyState({ icon: 'badge', title: words.none, isPage: true });
      const { postId, name, duties, homePath, acknowledged } = post;
      return html`<div class="page-head"><h1>${this.language.of(name)}</h1></div>
        <section class="card padded stack">
          <h2>${words.duties}</h2>
          ${acknowledged ? html`<p class="chip ok">${words.acknowledged}</p>` : html`<p>${words.dutiesText}</p>`}
          <ol>${duties.map((duty) => html`<li>${this.language.of(duty)}</li>`)}</ol>
          ${problemNotice(this.#act.problem, this.language)}
          <div class="row wrap">
            ${acknowledged ? nothing : html`<button class="button primary" type="button" aria-disabled=${this.#act.busy} @click=${() => void this.#acknowledge(postId, homePath)}>${words.acknowledge}</button>`}
            <a class="button" href=${this.#navigation.value.href(homePath)}>${words.goOn}</a>
          </div>
        </section>`;
    })}</div>`;
  }
}

define('desk-admin-my-post', DeskMyPost);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-my-post': DeskMyPost;
  }
}
