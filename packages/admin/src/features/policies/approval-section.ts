/**
 * @module Everything that is needed to decide on a version – check, replay, differences, note – with the next step and
 * the history.
 */
import { css, html, nothing } from 'lit';
import { diff } from '@shopdesk/core/policies';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { define } from '../../kit/element.ts';
import { facts } from '../../kit/facts.ts';
import { areaField, checkField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { problemOf } from '../../kit/problem.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast, toastProblem } from '../../kit/toast.ts';
import { approvalWords } from './approval-words.ts';
import { editPolicyDraft, policyHistory, policyPack, type VersionItem } from './data.ts';
import { differenceSummary } from './difference-list.ts';
import { LintCheck } from './lint-check.ts';
import { lintWords } from './lint-words.ts';
import './next-step.ts';
import { ReplayRuns } from './replay-runs.ts';
import { replayWords } from './replay-words.ts';
import { PolicySection } from './section-element.ts';
import { periodOf } from './version-chip.ts';
import { policyWords } from './words.ts';

const MOST_ENTRIES = 50;

export class DeskPolicyApproval extends PolicySection {
  static override properties = {
    ...PolicySection.properties,
    note: { state: true },
    kinder: { state: true },
    saving: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    facts.style,
    css`
      .history li {
        display: grid;
        padding-block: 0.375rem;
        border-block-start: 1px solid var(--line);
      }
    `,
  ];

  note: string | undefined;
  kinder: boolean | undefined;
  saving = false;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #check = new LintCheck(this, () => this.#client.value);
  readonly #runs = new ReplayRuns(this, () => this.#client.value);
  readonly #base = new Loader(this, {
    args: () => (this.row?.basedOn ? ([this.row.basedOn] as const) : undefined),
    load: async ([version]) => (await this.#client.value.query(policyPack, { version })).pack,
  });
  readonly #history = new Loader(this, {
    args: () =>
      this.row && can(this.#viewer.maybe, 'audit.read') ? ([this.row.id, this.row.version] as const) : undefined,
    load: async ([id]) =>
      (
        await this.#client.value.query(policyHistory, {
          first: MOST_ENTRIES,
          filter: { entity: { eq: 'PolicyVersion' }, entityId: { eq: id } },
        })
      ).nodes,
  });

  override willUpdate(): void {
    if (this.pack && this.store) this.#check.want({ version: this.version, pack: this.pack, storeId: this.store.id });
    this.#runs.of(this.version, this.row?.version ?? 0);
  }

  async #saveNote(event: Event, row: VersionItem): Promise<void> {
    event.preventDefault();
    if (this.saving) return;
    this.saving = true;
    try {
      const input = { id: row.id, note: this.note ?? row.note, kinderForEarlier: this.kinder ?? row.kinderForEarlier };
      const saved = await this.#client.value.mutate(editPolicyDraft, { input, expected: row.version });
      [this.note, this.kinder] = [undefined, undefined];
      toast(this, { kind: 'ok', text: this.words(approvalWords).noteSaved });
      this.tell('desk-version-moved', saved);
    } catch (error) {
      problemOf(error);
      toastProblem(this, error, this.language);
    }
    this.saving = false;
  }

  override render() {
    const { row } = this;
    if (!row) return nothing;
    const words = this.words(approvalWords);
    return html`<div class="columns">
      <div class="stack">
        ${row.sentBackReason ? html`<p class="notice warn">${icon('warning')}<span>${words.lastSentBack(row.sentBackReason)}</span></p>` : nothing}
        <section class="card padded"
          aria-label=${words.before}>${this.#renderNote(row)} ${this.#renderGrounds()}</section>
        <section class="card padded" aria-label=${words.next}>
          <desk-admin-policy-step .version=${this.version} .row=${row} .pack=${this.pack} .dirty=${this.dirty}
            .store=${this.store}></desk-admin-policy-step>
        </section>
      </div>
      <div class="stack">
        <section class="card padded"
          aria-label=${words.people}><h2>${words.people}</h2>${this.#renderPeople(row)}</section>
        ${can(this.#viewer.value, 'audit.read') ? html`<section class="card padded" aria-label=${words.history}><h2>${words.history}</h2>${this.#renderHistory()}</section>` : nothing}
      </div>
    </div>`;
  }

  #renderNote(row: VersionItem) {
    const words = this.words(approvalWords);
    if (!this.editable)
      return html`<h2>${words.before}</h2>${row.note ? html`<p>${row.note}</p>` : nothing}${row.kinderForEarlier ? html`<p class="muted">${words.kinder}</p>` : nothing}`;
    const dirty =
      (this.note ?? row.note) !== row.note || (this.kinder ?? row.kinderForEarlier) !== row.kinderForEarlier;
    return html`<h2>${words.before}</h2>
      <form class="stack" novalidate @submit=${(event: Event) => this.#saveNote(event, row)}>
        ${areaField({ id: 'note', label: words.note, value: this.note ?? row.note, maxLength: 2000, onInput: (note) => (this.note = note) })}
        ${checkField({ id: 'kinder', label: words.kinder, value: this.kinder ?? row.kinderForEarlier, onInput: (kinder) => (this.kinder = kinder) })}
        <div><button class="button" aria-disabled=${!dirty || this.saving}>${words.saveNote}</button></div>
      </form>`;
  }

  #link(section: string, text: string) {
    return html`<a href=${this.#navigation.value.href(`/policies/${this.version}/${section}`)}>${text}</a>`;
  }

  #renderCheck() {
    const lint = this.words(lintWords);
    const { found, problem } = this.#check;
    if (!found) return html`${problem ? lint.failed : lint.checking}`;
    if (found.findings.length === 0) return html`<span class="chip ok">${lint.clean}</span>`;
    return html`${found.errors > 0 ? html`<span class="chip danger">${lint.errors(found.errors)}</span>` : nothing}
      ${found.warnings > 0 ? html`<span class="chip warn">${lint.warnings(found.warnings)}</span>` : nothing}`;
  }

  #renderReplay() {
    const [words, replay] = [this.words(approvalWords), this.words(replayWords)];
    const [run] = this.#runs.runs ?? [];
    if (!run) return html`${words.noReplay}`;
    const money = run.money.filter(({ difference }) => difference !== 0);
    return html`<span class="chip">${this.language.code('PolicyReplayRunState', run.state)}</span>
      ${this.#runs.isOld(run) ? html`<span class="chip warn">${replay.old}</span>` : nothing} ${words.replayed(run.changed, run.total)}
      ${money.map(({ currency, difference }) => html`<span class="chip warn">${replay.difference}: ${this.language.money({ amount: difference, currency })}</span> `)}`;
  }

  #renderGrounds() {
    const words = this.words(approvalWords);
    const base = this.#base.value;
    return facts([
      [words.check, html`${this.#renderCheck()} ${this.#link('tables', words.openTables)}`],
      [words.replay, html`${this.#renderReplay()} ${this.#link('replay', words.openReplay)}`],
      base && [
        words.changes,
        html`${differenceSummary(diff(base, this.pack), this.language)} ${this.#link('changes', words.openChanges)}`,
      ],
    ]);
  }

  #renderPeople(row: VersionItem) {
    const { language } = this;
    const words = this.words(approvalWords);
    const policy = this.words(policyWords);
    const name = (id: string | null) => nameOf(this.#directory.value, id);
    const at = (id: string | null, instant: string | null) =>
      html`${name(id)}${instant ? html` <span class="muted">${language.moment(instant)}</span>` : nothing}`;
    return facts([
      [words.created, at(row.authorId, row.createdAt)],
      row.lastEditorId && [words.lastEdited, name(row.lastEditorId)],
      [words.editors, language.list(row.editorIds.map(name))],
      row.submittedAt && [words.actions['submitPolicy'] ?? '', language.moment(row.submittedAt)],
      row.approverId && [words.approved.replace(/[.。]$/, ''), at(row.approverId, row.approvedAt)],
      row.approvalComment && [words.comment, row.approvalComment],
      row.effectiveFrom && [words.period, periodOf(row, language, this.store?.timeZone)],
      [policy.store, row.storeId ? (this.store?.name ?? '–') : policy.allStores],
    ]);
  }

  #renderHistory() {
    const words = this.words(approvalWords);
    return loaded(this.#history, this.language, (entries) =>
      entries.length === 0
        ? html`<p class="muted">${words.noHistory}</p>`
        : html`<ol class="history">${entries.map(
            ({
              action,
              actorName,
              at,
              reason,
            }) => html`<li><span><strong>${words.actions[action] ?? action}</strong> <span
              class="muted small">${this.language.moment(at)}</span></span>
            <span class="muted small">${actorName}</span>${reason ? html`<span>${reason}</span>` : nothing}</li>`,
          )}</ol>`,
    );
  }
}

define('desk-admin-policy-approval', DeskPolicyApproval);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-policy-approval': DeskPolicyApproval;
  }
}
