import { css, html, nothing } from 'lit';
import { Act } from '../desk/act.ts';
import { clientContext, Use } from '../desk/contexts.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import '../kit/dialog.ts';
import { DeskElement, define } from '../kit/element.ts';
import { Loader } from '../kit/loader.ts';
import { problemNotice } from '../kit/problem-notice.ts';
import { loaded } from '../kit/states.ts';
import { states } from '../kit/state-style.ts';
import { endOtherSessions, endOwnSession, ownSessions, type OwnSession } from './data.ts';
import { shellWords } from './words.ts';
import { ownSessionsWords } from './own-sessions-words.ts';

/** @summary Where one is signed in, with ways to end each or all others. */
export class DeskOwnSessions extends DeskElement {
  static override styles = [
    base,
    controls,
    states,
    css`
      ul {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 1rem;
        padding-block: 0.625rem;
      }
      li + li {
        border-block-start: 1px solid var(--line);
      }
      .what {
        flex: 1 1 12rem;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);
  readonly #sessions = new Loader(this, {
    args: () => [] as const,
    load: () => this.#client.value.query(ownSessions, {}),
  });

  async #end(work: Promise<unknown>): Promise<void> {
    if (await work) await this.#sessions.reload();
  }

  override render() {
    const said = this.words(ownSessionsWords);
    return html`<desk-admin-dialog open heading=${this.words(shellWords).ownSessions}>
      <div class="stack">
        <p>${said.text}</p>
        ${problemNotice(this.#act.problem, this.language)}
        ${loaded(
          this.#sessions,
          this.language,
          ({ sessions }) => html`<ul>
          ${sessions.map((session) => this.#renderSession(session))}
        </ul>`,
        )}
      </div>
      ${
        (this.#sessions.value?.sessions.length ?? 0) > 1
          ? html`<button slot="actions" class="button" type="button" aria-disabled=${this.#act.busy}
            @click=${() => this.#end(this.#act.run(this.#client.value, endOtherSessions, {}))}>${said.endOthers}</button>`
          : nothing
      }
    </desk-admin-dialog>`;
  }

  #renderSession({ id, device, signedInAt, usedAt, current }: OwnSession) {
    const said = this.words(ownSessionsWords);
    const name = device || said.unknown;
    const end = () => this.#end(this.#act.run(this.#client.value, endOwnSession, { id }));
    return html`<li>
      <span class="what">
        <strong>${name}</strong>${current ? html` <span class="chip">${said.here}</span>` : nothing}<br />
        <span class="muted">${said.signedIn(this.language.moment(signedInAt))} · ${said.used(this.language.moment(usedAt))}</span>
      </span>
      ${current ? nothing : html`<button class="button" type="button" aria-label=${said.endOf(name)} aria-disabled=${this.#act.busy} @click=${end}>${said.end}</button>`}
    </li>`;
  }
}

define('desk-admin-own-sessions', DeskOwnSessions);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-own-sessions': DeskOwnSessions;
  }
}
