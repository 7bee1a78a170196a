/**
 * @module One rule: its draft as a form, what the draft would have done, and what the published version did.
 */
import { css, html, nothing, type PropertyValues } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import { offerButton } from '../../desk/offer-button.ts';
import { RowOffers } from '../../desk/offers.ts';
import { featuresContext } from '../../desk/panels.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, selectField, textField } from '../../kit/field.ts';
import { Loader } from '../../kit/loader.ts';
import { problemOf, type Problem } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { act } from '../../records/act.ts';
import { findRows } from '../../records/data.ts';
import { describe, type DeskDescription } from '../../records/description.ts';
import { fieldName } from '../../records/names.ts';
import { rowPath } from '../../records/row-path.ts';
import { conditionRows } from './conditions.ts';
import {
  draftOf,
  dryRunRule,
  editRule,
  judgeRuleDraft,
  publishRule,
  rule as ruleById,
  ruleKit,
  runsOfRule,
  type DryRun,
  type EventKind,
  type Judged,
  type RuleDraft,
  type RuleItem,
  type RuleKit,
  type RunItem,
} from './data.ts';
import { dryRunResult } from './dry-run.ts';
import { stepForms } from './steps.ts';
import { ruleWords } from './words.ts';

interface Loaded {
  readonly rule: RuleItem;
  readonly kit: RuleKit;
  readonly desk: DeskDescription;
  readonly runs: readonly RunItem[];
}

const RUN_LOOKS: Readonly<Record<string, string>> = { DONE: 'ok', STOPPED: 'danger', NOT_RUN: 'warn', RUNNING: 'info' };
const STATE_LOOKS: Readonly<Record<string, string>> = { ACTIVE: 'ok', PAUSED: 'warn' };
/** Each with its look. */
const OFFERED = { pauseRule: '', resumeRule: '', retireRule: 'plain' } as const;
type OfferedAction = keyof typeof OFFERED;
const JUDGE_AFTER_MS = 400;

/** @summary A rule. */
export class DeskRule extends DeskElement {
  static override properties = {
    params: { attribute: false },
    draft: { state: true },
    judged: { state: true },
    seen: { state: true },
    problem: { state: true },
    trying: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      .card {
        display: grid;
        gap: 1rem;
        padding: 1rem;
      }
      .condition,
      .given {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr) auto;
        gap: 0.5rem;
        align-items: end;
      }
      .given {
        grid-template-columns: minmax(0, 1fr) minmax(8rem, auto);
      }
      .condition > .problems {
        grid-column: 1 / -1;
      }
      .fields {
        display: grid;
        gap: 1rem;
        grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));
      }
      fieldset {
        display: grid;
        gap: 1rem;
        padding: 0.75rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      fieldset.many {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
      }
      code {
        overflow-wrap: anywhere;
      }
      @media (max-width: 40rem) {
        .condition,
        .given {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  params: Readonly<Record<string, string | undefined>> = {};
  /** What was changed and is not saved. */
  draft: RuleDraft | undefined;
  judged: Judged | undefined;
  seen: DryRun | undefined;
  problem: Problem | undefined;
  trying = false;
  #timer = 0;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #features = new Use(this, featuresContext);
  readonly #act = new Act(this);
  readonly #loaded = new Loader(this, {
    args: () => (this.params['id'] ? ([this.params['id']] as const) : undefined),
    load: async ([id]): Promise<Loaded | null> => {
      const client = this.#client.value;
      const [rule, kit, desk, runs, judged] = await Promise.all([
        client.query(ruleById, { id }),
        client.query(ruleKit, {}),
        describe(client, this.#viewer.value.id),
        client.query(runsOfRule, { filter: { ruleId: { eq: id } }, first: 10 }),
        client.query(judgeRuleDraft, { id }).catch(() => undefined),
      ]);
      this.judged = judged;
      return rule ? { rule, kit, desk, runs: runs.nodes } : null;
    },
  });

  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'Rule',
    rows: () => (this.#loaded.value ? [this.#loaded.value.rule] : []),
  });

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('params')) return;
    [this.draft, this.judged, this.seen, this.problem] = [undefined, undefined, undefined, undefined];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** What is typed is judged a moment later, so that the condition stands there as it will be asked. */
  #change(draft: RuleDraft): void {
    this.draft = draft;
    this.seen = undefined;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#judge(draft), JUDGE_AFTER_MS);
  }

  async #judge(draft: RuleDraft): Promise<void> {
    const judged = await this.#client.value
      .query(judgeRuleDraft, { id: this.params['id'] ?? '', draft: draft as never })
      .catch(() => undefined);
    if (judged && this.draft === draft) this.judged = judged;
  }

  async #save({ rule }: Loaded): Promise<boolean> {
    if (!this.draft) return true;
    const saved = await this.#act.run(this.#client.value, editRule, { id: rule.id, draft: this.draft as never });
    if (!saved) return false;
    this.draft = undefined;
    toast(this, { kind: 'ok', text: this.words(ruleWords).saved });
    await this.#loaded.reload();
    return true;
  }

  async #try(known: Loaded): Promise<void> {
    if (!(await this.#save(known))) return;
    this.trying = true;
    this.problem = undefined;
    try {
      this.seen = await this.#client.value.query(dryRunRule, { id: known.rule.id });
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.trying = false;
  }

  async #publish({ rule }: Loaded): Promise<void> {
    const { fingerprint } = this.seen ?? {};
    if (!fingerprint || !(await this.#act.run(this.#client.value, publishRule, { id: rule.id, fingerprint }))) return;
    this.seen = undefined;
    toast(this, { kind: 'ok', text: this.words(ruleWords).published(rule.number + 1) });
    await this.#loaded.reload();
  }

  async #offered(action: OfferedAction, { rule }: Loaded): Promise<void> {
    if (await act(this, action, { row: rule })) await this.#loaded.reload();
  }

  /** What is wrong in a place of the draft. */
  readonly #problems = (path: string) => {
    const found = this.judged?.problems.filter((one) => one.path === path || one.path.startsWith(`${path}.`)) ?? [];
    return found.length === 0
      ? nothing
      : html`<div
        class="problems">${found.map(({ text }) => html`<p class="error">${this.language.of(text)}</p>`)}</div>`;
  };

  override render() {
    const words = this.words(ruleWords);
    return html`<div class="page">${loaded(this.#loaded, this.language, (known) =>
      known ? this.#renderRule(known) : emptyState({ icon: 'bolt', title: words.rules }),
    )}</div>`;
  }

  #renderRule(known: Loaded) {
    const words = this.words(ruleWords);
    const { rule } = known;
    const buttons = (Object.entries(OFFERED) as [OfferedAction, string][]).map(([action, look]) =>
      offerButton(this.#offers.of(rule, action), {
        label: this.language.of(known.desk.titles?.actions[action] ?? { zh: action, en: action }),
        look,
        run: () => void this.#offered(action, known),
      }),
    );
    const state = html`<span class="chip ${STATE_LOOKS[rule.state] ?? ''}">
      ${this.language.code('RuleState', rule.state)}</span>`;
    const rename = { label: words.change, run: () => void this.#rename(known) };
    return html`<div class="page-head">
        <div><a class="link" href=${this.#navigation.value.href('/rules')}>${words.rules}</a>
          <h1>${this.language.of(rule.name) || rule.code}</h1>
          <div class="row wrap">${state} <span class="muted">${rule.code} ·
            ${rule.number > 0 ? words.version(rule.number) : words.notPublished}</span></div></div>
        <div class="row wrap">${buttons} ${offerButton(this.#offers.of(rule, 'editRule'), rename)}</div>
      </div>
      ${problemNotice(this.#act.problem, this.language)}
      ${this.#renderDraft(known, this.draft ?? draftOf(rule))} ${this.#renderTrial(known)} ${this.#renderRuns(known)}`;
  }

  async #rename({ rule }: Loaded): Promise<void> {
    if (await act(this, 'editRule', { row: rule, fields: ['name', 'storeId', 'ownerId'] })) await this.#loaded.reload();
  }

  #renderDraft(known: Loaded, draft: RuleDraft) {
    const words = this.words(ruleWords);
    const { kit, desk } = known;
    const kind = kit.events.find(({ event }) => event === draft.event);
    const set = (part: Partial<RuleDraft>) => this.#change({ ...draft, ...part });
    const nameOf = (field: string) => this.#fieldName(desk, kind, field);
    return html`<section class="card"><h2>${words.when}</h2>
        <div class="two">${selectField({
          id: 'event',
          label: words.event,
          value: draft.event ?? '',
          empty: words.chooseEvent,
          required: true,
          choices: kit.events.map(({ event }) => ({ value: event, label: this.language.code('RuleEvent', event) })),
          onInput: (event) => set({ event: event || null, conditions: [] }),
        })}${textField({
          id: 'hours',
          label: words.hours,
          hint: words.hoursHint,
          type: 'number',
          min: 1,
          value: draft.hours === null ? '' : String(draft.hours),
          onInput: (hours) => set({ hours: hours ? Number(hours) : null }),
        })}</div>${this.#problems('draft.event')}</section>
      ${
        kind
          ? html`<section
            class="card"><h2>${words.ifs}</h2>${this.#renderConditions(draft, kind, { kit, set, nameOf })}</section>
            <section class="card"><h2>${words.steps}</h2>${stepForms({
              language: this.language,
              kit,
              desk,
              kind,
              steps: draft.steps,
              nameOf,
              form: {
                directory: this.#directory.value,
                find: (entity, text) => findRows(this.#client.value, desk, { entity, text, language: this.language }),
              },
              problems: this.#problems,
              change: (steps) => set({ steps: [...steps] }),
            })}${draft.steps.length === 0 ? this.#problems('draft.steps') : this.#circle()}</section>`
          : nothing
      }
      <section class="card"><h2>${words.caps}</h2><div class="two">${(['perRow', 'perHour'] as const).map((cap) =>
        textField({
          id: cap,
          label: words[cap],
          type: 'number',
          min: 1,
          value: String(draft[cap]),
          onInput: (text) => set({ [cap]: Number(text) }),
        }),
      )}</div></section>`;
  }

  /** A circle is nobody's step: it is said once, below all of them. */
  #circle() {
    const found = this.judged?.problems.filter(({ path }) => path === 'draft.steps') ?? [];
    return found.map(({ text }) => html`<p class="error">${this.language.of(text)}</p>`);
  }

  #renderConditions(
    draft: RuleDraft,
    kind: EventKind,
    { kit, set, nameOf }: { kit: RuleKit; set: (part: Partial<RuleDraft>) => void; nameOf: (field: string) => string },
  ) {
    const words = this.words(ruleWords);
    const { language } = this;
    return html`${
      draft.conditions.length > 1
        ? selectField({
            id: 'match',
            label: words.match,
            value: draft.match,
            choices: language.choices<RuleDraft['match']>('RuleMatch'),
            onInput: (match) => match && set({ match }),
          })
        : nothing
    }
      ${conditionRows({
        language,
        kind,
        rows: draft.conditions,
        valueless: kit.valueless,
        nameOf,
        problems: this.#problems,
        change: (conditions) => set({ conditions: [...conditions] }),
      })}
      <p class="muted">${words.asCel}
        ${this.judged?.condition ? html`<code>${this.judged.condition}</code>` : words.always}</p>
      ${areaField({
        id: 'expression',
        label: words.expression,
        hint: words.expressionHint,
        value: draft.expression,
        mono: true,
        rows: 2,
        maxLength: 2000,
        onInput: (expression) => set({ expression }),
      })}${this.#problems('draft.expression')}`;
  }

  #fieldName(desk: DeskDescription, kind: EventKind | undefined, field: string): string {
    const words = this.words(ruleWords);
    if (field === 'id' || field === 'at') return words[field];
    const known = desk.entities.find(({ name }) => name === kind?.entity)?.fields.find(({ name }) => name === field);
    return fieldName({ name: field, title: known?.title ?? known?.schema.words }, this.language);
  }

  #renderTrial(known: Loaded) {
    const words = this.words(ruleWords);
    const busy = this.trying || this.#act.busy;
    const save = offerButton(this.#offers.of(known.rule, 'editRule'), {
      label: words.save,
      busy: busy || !this.draft,
      run: () => void this.#save(known),
    });
    const publish = offerButton(this.#offers.of(known.rule, 'publishRule'), {
      label: words.publish,
      look: 'primary',
      busy: busy || !this.seen,
      run: () => void this.#publish(known),
    });
    return html`<section class="card" aria-busy=${this.trying}><h2>${words.dryRun}</h2>
      <p class="muted">${words.dryRunHint}</p>
      ${this.draft ? html`<p class="hint">${words.unsaved}</p>` : nothing}
      <div class="row wrap">${save}
        <button class="button" type="button" aria-disabled=${busy}
          @click=${() => !busy && void this.#try(known)}>${words.dryRun}</button>
        ${publish}</div>
      ${problemNotice(this.problem, this.language)}
      ${this.seen ? dryRunResult(this.seen, { language: this.language, desk: known.desk, href: this.#href }) : nothing}
    </section>`;
  }

  readonly #href = (entity: string, id: string) =>
    this.#navigation.value.href(rowPath(this.#features.maybe ?? [], entity, id));

  #renderRuns({ rule, runs, desk }: Loaded) {
    const words = this.words(ruleWords);
    const all = this.#navigation.value.href(`/rules/runs?ruleId=${rule.id}`);
    const heads = [words.whenCol, words.rowCol, words.outcomeCol].map((name) => html`<th scope="col">${name}</th>`);
    return html`<section class="card"><h2>${words.runs}</h2>
      ${
        runs.length === 0
          ? html`<p class="muted">${words.noRuns}</p>`
          : html`<table class="stacking"><caption class="visually-hidden">${words.runs}</caption>
            <thead><tr>${heads}</tr></thead>
            <tbody>${runs.map((run) => this.#renderRun(run, desk))}</tbody></table>
            <p><a class="link" href=${all}>${words.allRuns}</a></p>`
      }</section>`;
  }

  #renderRun({ at, entity, rowId, title, state, because, why }: RunItem, desk: DeskDescription) {
    const words = this.words(ruleWords);
    const { language } = this;
    const called = language.of(desk.titles?.entities[entity] ?? { zh: entity, en: entity });
    const reasons = [because ? language.code('RuleRunReason', because) : [], why ? language.of(why) : []].flat();
    return html`<tr><td data-label=${words.whenCol}>${language.full(at)}</td>
      <th scope="row" data-label=${words.rowCol}><a href=${this.#href(entity, rowId)}>${called} · ${title}</a></th>
      <td data-label=${words.outcomeCol}>
        <span class="chip ${RUN_LOOKS[state] ?? ''}">${language.code('RuleRunState', state)}</span>
        ${reasons.length > 0 ? html`<p class="hint">${reasons.join(' · ')}</p>` : nothing}</td></tr>`;
  }
}

define('desk-admin-rule', DeskRule);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-rule': DeskRule;
  }
}
