import { css, html, nothing, type TemplateResult } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import { teamNameOf } from '../../desk/directory.ts';
import { loadAll } from '../../desk/load-all.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import type { LocalText } from '../../kit/language.ts';
import { Loader } from '../../kit/loader.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { departmentsDocument, previewModel, recommendModel, takeModel, type ModelPreview } from './data.ts';
import { organisationHead } from './page-head.ts';
import { organisationWords } from './words.ts';

type Change = ModelPreview['changes'][number];
type Facts = { size: string; business: string; customers: string; support: string };
const SETS = {
  size: 'CompanySize',
  business: 'BusinessType',
  customers: 'CustomerBase',
  support: 'SupportLevel',
} as const;
const LOOKS: Readonly<Record<string, string>> = { MADE: 'ok', MOVED: 'info', CLOSED: 'warn' };

/** @summary Which model fits the company, what it would change, and taking it (R-ORG-01, R-ORG-02). */
export class DeskModels extends DeskElement {
  static override properties = { facts: { state: true }, model: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    tabStyle,
    tables,
    css`
      .questions {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
        gap: 0.75rem;
      }
      .models {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
        gap: 0.75rem;
      }
      .models > .card {
        display: grid;
        gap: 0.5rem;
        align-content: space-between;
      }
      .chip {
        justify-self: start;
      }
      .changes {
        display: grid;
        gap: 0.5rem;
        list-style: none;
        margin: 0;
        padding: 0;
      }
    `,
  ];

  facts: Facts = { size: '', business: '', customers: '', support: '' };
  model = '';
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  readonly #departments = new Loader(this, {
    args: () => [] as const,
    load: () => loadAll((page) => this.#client.value.query(departmentsDocument, page)),
  });
  readonly #advice = new Loader(this, {
    args: () => (Object.values(this.facts).every(Boolean) ? ([this.facts] as const) : undefined),
    load: ([facts]) => this.#client.value.query(recommendModel, facts as never),
  });
  readonly #preview = new Loader(this, {
    args: () => (this.model ? ([this.model] as const) : undefined),
    load: ([model]) => this.#client.value.query(previewModel, { model } as never),
  });

  #called(model: string): string {
    return this.language.code('OrganisationModel', model);
  }

  /** What a department or a team is called. */
  #named(id: string | null, changes: readonly Change[] = []): string {
    if (!id) return this.words(organisationWords).top;
    const name: LocalText | undefined =
      changes.find((change) => change.id === id)?.name ?? this.#departments.value?.find((one) => one.id === id)?.name;
    return name ? this.language.of(name) : teamNameOf(this.#directory.maybe, id, this.language);
  }

  async #take(fingerprint: string): Promise<void> {
    const { model } = this;
    if (!(await this.#act.run(this.#client.value, takeModel, { model, fingerprint } as never)))
      return void this.#preview.reload();
    toast(this, { kind: 'ok', text: this.words(organisationWords).taken });
    this.tell('desk-directory-stale');
    await Promise.all([this.#preview.reload(), this.#departments.reload()]);
  }

  override render() {
    const words = this.words(organisationWords);
    return html`<div class="page">
      ${organisationHead('/organisation/models', this.#navigation.value, this.language)}
      <p>${words.modelsText}</p>
      ${this.#renderQuestions()}
      <div class="models">${this.language.choices('OrganisationModel').map(
        ({ value, label }) => html`<div class="card padded"><strong>${label}</strong>
          ${this.#advice.value?.model === value ? html`<span class="chip ok">${words.advised(label)}</span>` : nothing}
          <button class="button" type="button" aria-pressed=${this.model === value}
            @click=${() => (this.model = value)}>${icon('eye', 'small')}${words.preview}</button></div>`,
      )}</div>
      ${this.model ? this.#renderPreview() : nothing}
    </div>`;
  }

  #renderQuestions(): TemplateResult {
    const words = this.words(organisationWords);
    const { value: advice } = this.#advice;
    return html`<section class="card padded stack">
      <h2>${words.ask}</h2>
      <div class="questions">${(Object.keys(SETS) as (keyof typeof SETS)[]).map((id) =>
        selectField<string>({
          id,
          label: words[id],
          value: this.facts[id],
          empty: words.choose,
          choices: this.language.choices(SETS[id]),
          onInput: (value) => (this.facts = { ...this.facts, [id]: value }),
        }),
      )}</div>
      ${
        advice
          ? html`<div aria-live="polite"><strong>${words.advised(this.#called(advice.model))}</strong>
              <ul>${advice.reasons.map((reason) => html`<li>${this.language.of(reason)}</li>`)}</ul></div>`
          : nothing
      }
    </section>`;
  }

  #renderPreview(): TemplateResult {
    const words = this.words(organisationWords);
    return html`<section class="card padded stack" aria-live="polite">
      <h2>${words.previewOf(this.#called(this.model))}</h2>
      ${problemNotice(this.#act.problem, this.language)}
      ${loaded(this.#preview, this.language, ({ changes, peopleAfter, fingerprint }) =>
        changes.length === 0
          ? html`<p class="muted">${words.nothing}</p>`
          : html`<ul class="changes">${changes.map((change) => this.#renderChange(change, changes))}</ul>
            <p>${words.keeps(peopleAfter)}</p>
            <div class="row"><button class="button primary" type="button" aria-disabled=${this.#act.busy}
              @click=${() => void this.#take(fingerprint)}>${words.take}</button></div>`,
      )}
    </section>`;
  }

  #renderChange(change: Change, changes: readonly Change[]): TemplateResult {
    const words = this.words(organisationWords);
    const { kind, name, from, to, escalatesFrom, escalatesTo, people, into, open } = change;
    const goal = into ? this.#named(into, changes) : '';
    const isTeam = kind.startsWith('TEAM');
    const facts = [
      ...(kind.endsWith('CLOSED') || from === to
        ? []
        : [isTeam ? words.standsIn(this.#named(to, changes)) : words.reportsTo(this.#named(to, changes))]),
      ...(escalatesTo && escalatesTo !== escalatesFrom ? [words.escalates(this.#named(escalatesTo, changes))] : []),
      ...(into && people > 0 ? [words.goesTo(people, goal)] : []),
      ...open.map(({ count, title }) => words.openGoes(count, this.language.of(title), goal)),
    ];
    return html`<li class="row wrap">
      <span class="chip ${LOOKS[kind.split('_')[1] ?? ''] ?? ''}">${this.language.code('OrganisationChangeKind', kind)}</span>
      <strong>${this.language.of(name)}</strong>
      <span class="muted">${this.language.list(facts)}</span>
    </li>`;
  }
}

define('desk-admin-models', DeskModels);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-models': DeskModels;
  }
}
