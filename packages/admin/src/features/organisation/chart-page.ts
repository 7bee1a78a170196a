import { css, html, nothing, type TemplateResult } from 'lit';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import { nameOf, teamNameOf } from '../../desk/directory.ts';
import { loadAll } from '../../desk/load-all.ts';
import { avatar, avatars } from '../../kit/avatar.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { tables } from '../../kit/table-style.ts';
import {
  departmentsDocument,
  organisationWarnings,
  peopleDocument,
  teamsDocument,
  type Department,
  type OrganisationWarning,
  type Person,
  type Team,
} from './data.ts';
import { organisationHead } from './page-head.ts';
import { organisationWords } from './words.ts';

interface Company {
  readonly departments: readonly Department[];
  readonly teams: readonly Team[];
  readonly people: readonly Person[];
  readonly warnings: readonly OrganisationWarning[];
}

/** Faces on a card; the others are a number. */
const FACES = 5;
const PAGE_OF: Readonly<Record<string, string>> = {
  Department: '/departments/',
  Team: '/teams/',
  BusinessFunction: '/functions/',
};

/** @summary The company as a tree: departments in departments, teams in them, with their leads and people. */
export class DeskOrganisation extends DeskElement {
  static override styles = [
    base,
    controls,
    states,
    tabStyle,
    tables,
    avatars,
    css`
      .tree,
      .tree ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      .scroll {
        overflow-x: auto;
        padding-block: 0.5rem 1rem;
      }
      .node {
        display: grid;
        gap: 0.375rem;
        padding: 0.625rem 0.75rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        min-inline-size: 10rem;
        text-align: start;
      }
      .node.department {
        border-block-start: 0.1875rem solid var(--accent);
      }
      .node.COMPLAINT_GROUP {
        border-inline-start: 0.1875rem solid var(--danger);
      }
      .faces {
        display: flex;
        align-items: center;
      }
      .faces .avatar + .avatar {
        margin-inline-start: -0.375rem;
      }
      .tree ul {
        padding-inline-start: 1.25rem;
        border-inline-start: 1px solid var(--line-strong);
        margin-inline-start: 0.75rem;
      }
      .tree li {
        padding-block: 0.375rem;
      }
      .warnings {
        display: grid;
        gap: 0.25rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      @media (min-width: 60rem) {
        .tree ul.teams {
          display: grid;
          grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
          gap: 0.75rem;
        }
        .tree ul.teams > li {
          padding-block: 0;
        }
        .tree .node.department {
          max-inline-size: 22rem;
        }
      }
    `,
  ];

  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #company = new Loader(this, {
    args: () => [] as const,
    load: async (): Promise<Company> => {
      const client = this.#client.value;
      const [departments, teams, people, { warnings }] = await Promise.all([
        loadAll((page) => client.query(departmentsDocument, { ...page, filter: { active: { eq: true } } })),
        loadAll((page) => client.query(teamsDocument, { ...page, filter: { active: { eq: true } } })),
        loadAll((page) => client.query(peopleDocument, { ...page, filter: { active: { eq: true } } })),
        client.query(organisationWarnings, {}),
      ]);
      return { departments, teams, people, warnings };
    },
  });

  override render() {
    const words = this.words(organisationWords);
    return html`<div class="page">
      ${organisationHead('/organisation', this.#navigation.value, this.language)}
      <p>${words.chartText}</p>
      ${loaded(
        this.#company,
        this.language,
        (company) => html`<div class="scroll"><ul class="tree">${this.#renderTop(company)}</ul></div>
          ${this.#renderWarnings(company)}`,
      )}
    </div>`;
  }

  #renderTop(company: Company): TemplateResult {
    const ids = new Set(company.departments.map(({ id }) => id));
    const top = company.departments.filter(({ parentId }) => !parentId || !ids.has(parentId));
    const loose = company.teams.filter(({ departmentId }) => !departmentId || !ids.has(departmentId));
    return html`${top.map((one) => this.#renderDepartment(one, company))}
      ${
        loose.length > 0
          ? html`<li><div class="node"><strong>${this.words(organisationWords).noDepartment}</strong></div>
              ${this.#renderTeams(loose, company)}</li>`
          : nothing
      }`;
  }

  #renderDepartment(department: Department, company: Company): TemplateResult {
    const { id, name, leadId, headedBy } = department;
    const below = company.departments.filter(({ parentId }) => parentId === id);
    const teams = company.teams.filter(({ departmentId }) => departmentId === id);
    const inTeams = new Set(teams.map((team) => team.id));
    const people = company.people.filter(
      (person) => person.departmentId === id || person.teams.some((team) => inTeams.has(team)),
    );
    return html`<li>
      <div class="node department">
        <a href=${this.#navigation.value.href(`/departments/${id}`)}><strong>${this.language.of(name)}</strong></a>
        ${this.#renderLead(leadId, headedBy ? this.language.code('Role', headedBy) : '')}
        ${this.#renderPeople(people)}
      </div>
      ${teams.length > 0 ? this.#renderTeams(teams, company) : nothing}
      ${below.length > 0 ? html`<ul>${below.map((one) => this.#renderDepartment(one, company))}</ul>` : nothing}
    </li>`;
  }

  #renderTeams(teams: readonly Team[], { people }: Company): TemplateResult {
    const words = this.words(organisationWords);
    return html`<ul class="teams">${teams.map(({ id, name, kind, leadId, escalatesToId }) => {
      const members = people.filter((person) => person.teams.includes(id));
      return html`<li><div class="node ${kind}">
        <a href=${this.#navigation.value.href(`/teams/${id}`)}><strong>${this.language.of(name)}</strong></a>
        <span class="muted small">${this.language.code('TeamKind', kind)}</span>
        ${leadId ? this.#renderLead(leadId, '') : nothing}
        ${this.#renderPeople(members)}
        ${escalatesToId ? html`<span class="muted small">${icon('up', 'small')} ${words.escalates(teamNameOf(this.#directory.maybe, escalatesToId, this.language))}</span>` : nothing}
      </div></li>`;
    })}</ul>`;
  }

  #renderLead(leadId: string | null, role: string): TemplateResult {
    if (!leadId)
      return html`<span class="row wrap"><span class="chip warn">${this.words(organisationWords).noLead}</span><span
        class="muted small">${role}</span></span>`;
    const name = nameOf(this.#directory.maybe, leadId);
    return html`<span class="row">${avatar(name)}<bdi>${name}</bdi></span>`;
  }

  #renderPeople(people: readonly Person[]): TemplateResult {
    const text = this.words(organisationWords).people(people.length);
    return html`<span class="row wrap"><span class="faces"
      aria-hidden="true">${people.slice(0, FACES).map(({ name }) => avatar(name))}</span><span
      class="muted small">${text}</span></span>`;
  }

  #renderWarnings({ warnings }: Company): TemplateResult {
    const words = this.words(organisationWords);
    const { language } = this;
    return html`<section class="card padded">
      <h2>${words.warnings}</h2>
      ${
        warnings.length === 0
          ? html`<p class="muted">${words.allWell}</p>`
          : html`<ul class="warnings">${warnings.map(
              ({ code, entity, entityId, name }) =>
                html`<li class="row wrap"><span
                  class="chip ${code === 'FUNCTION_WITHOUT_OWNER' ? 'danger' : 'warn'}">${language.code('OrganisationWarningCode', code)}</span>
                  <a href=${this.#navigation.value.href(`${PAGE_OF[entity] ?? '/'}${entityId}`)}>${language.of(name)}</a></li>`,
            )}</ul>`
      }
    </section>`;
  }
}

define('desk-admin-organisation', DeskOrganisation);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-organisation': DeskOrganisation;
  }
}
