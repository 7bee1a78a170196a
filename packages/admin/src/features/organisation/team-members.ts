import { css, html } from 'lit';
import { clientContext, navigationContext, Use } from '../../desk/contexts.ts';
import { loadAll } from '../../desk/load-all.ts';
import { avatar, avatars } from '../../kit/avatar.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { peopleDocument } from './data.ts';
import { organisationWords } from './words.ts';

/** @summary The members of a team, on its page. */
export class DeskTeamMembers extends DeskElement {
  static override properties = { subject: { attribute: false } };
  static override styles = [
    base,
    controls,
    states,
    avatars,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        list-style: none;
        margin: 0;
        padding: 0;
      }
    `,
  ];

  declare subject: { readonly id: string };
  readonly #client = new Use(this, clientContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #members = new Loader(this, {
    args: () => (this.subject ? ([this.subject.id, this.subject] as const) : undefined),
    load: ([id]) => {
      const filter = { active: { eq: true }, teams: { has: id } };
      return loadAll((page) => this.#client.value.query(peopleDocument, { ...page, filter }));
    },
  });

  override render() {
    const words = this.words(organisationWords);
    return html`${loaded(this.#members, this.language, (members) =>
      members.length === 0
        ? html`<p class="muted">${words.noMembers}</p>`
        : html`<ul>${members.map(({ id, name }) => html`<li class="row">${avatar(name)}<a href=${this.#navigation.value.href(`/staff/${id}`)}><bdi>${name}</bdi></a></li>`)}</ul>`,
    )}`;
  }
}

define('desk-admin-team-members', DeskTeamMembers);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-team-members': DeskTeamMembers;
  }
}
