/**
 * @module Replays a version over the decisions of a period, with its progress; it may be cancelled and left alone.
 */
import { css, html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import { RowOffers } from '../../desk/offers.ts';
import { featuresContext } from '../../desk/panels.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { define } from '../../kit/element.ts';
import { textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { emptyState, failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { rowPath } from '../../records/row-path.ts';
import { cancelPolicyReplay, startPolicyReplay, type RunItem } from './data.ts';
import { isDone, replayResult, replayStyle } from './replay-result.ts';
import { isUnderWay, ReplayRuns } from './replay-runs.ts';
import { replayWords } from './replay-words.ts';
import { PolicySection } from './section-element.ts';
import { instantOf, localOf } from '../../kit/store-clock.ts';
import { storeTime } from './version-chip.ts';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 90;
const LOOKS: Record<RunItem['state'], string> = {
  RUNNING: 'info',
  DONE: 'ok',
  CANCELLED: '',
  OUTDATED: 'warn',
  FAILED: 'danger',
};
/** The entity behind what a decision was about. */
const SUBJECTS: Readonly<Record<string, string>> = { CASE: 'AfterSalesCase', ORDER_REQUEST: 'OrderServiceRequest' };

export class DeskPolicyReplay extends PolicySection {
  static override properties = {
    ...PolicySection.properties,
    from: { state: true },
    to: { state: true },
    shown: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    replayStyle,
    css`
      .period {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem;
        align-items: end;
      }
    `,
  ];

  from: string | undefined;
  to: string | undefined;
  /** The run that is looked at; else the newest. */
  shown = '';
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #features = new Use(this, featuresContext);
  readonly #act = new Act(this);
  readonly #runs = new ReplayRuns(this, () => this.#client.value);
  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'PolicyReplayRun',
    rows: () => (this.#shown ? [this.#shown] : []),
  });

  get #shown(): RunItem | undefined {
    const { runs } = this.#runs;
    return runs?.find(({ id }) => id === this.shown) ?? runs?.[0];
  }

  override willUpdate(): void {
    this.#runs.of(this.version, this.row?.version ?? 0);
  }

  get #zone(): string {
    return this.store?.timeZone ?? 'UTC';
  }

  #day(daysAgo: number): string {
    return localOf(new Date(Date.now() - daysAgo * DAY_MS).toISOString(), this.#zone).slice(0, 10);
  }

  async #start(event: Event): Promise<void> {
    event.preventDefault();
    const { store } = this;
    if (!store || this.dirty) return;
    const [from, last] = [this.from ?? this.#day(USUAL_DAYS), this.to ?? this.#day(0)];
    const after = new Date(Date.parse(`${last}T00:00Z`) + DAY_MS).toISOString().slice(0, 10);
    const [start, end] = [instantOf(`${from}T00:00`, this.#zone), instantOf(`${after}T00:00`, this.#zone)];
    const run = await this.#act.run(this.#client.value, startPolicyReplay, {
      policyVersionId: this.version,
      storeId: store.id,
      ...(start ? { from: start } : {}),
      ...(end ? { to: end } : {}),
    });
    if (!run) return;
    this.shown = run.id;
    this.#runs.put(run);
  }

  async #cancel(id: string): Promise<void> {
    const run = await this.#act.run(this.#client.value, cancelPolicyReplay, { id });
    if (run) this.#runs.put(run);
  }

  override render() {
    const words = this.words(replayWords);
    const { runs, problem } = this.#runs;
    const shown = this.#shown;
    const running = runs?.some(isUnderWay) ?? false;
    return html`<div class="stack">
      <section class="card padded" aria-label=${words.title}>
        <h2>${words.title}</h2><p class="muted">${words.text}</p>
        ${can(this.#viewer.value, 'policy.replay') ? this.#renderForm(running) : html`<p class="notice">${icon('info')}<span>${words.notAllowed}</span></p>`}
        ${problemNotice(this.#act.problem, this.language)} ${this.#act.problem?.fields.map(({ path, message }) => html`<p class="error">${path}: ${message}</p>`)}
      </section>
      ${problem ? failedState(this.language, problem, () => void this.#runs.reload()) : !runs ? pendingState(this.language) : shown ? this.#renderRun(shown) : emptyState({ icon: 'refresh', title: words.none, text: words.noneText })}
      ${runs && runs.length > 1 ? this.#renderEarlier(runs, shown?.id ?? '') : nothing}
    </div>`;
  }

  #renderForm(running: boolean) {
    const words = this.words(replayWords);
    return html`${this.dirty ? html`<p class="notice warn">${icon('warning')}<span>${words.unsaved}</span></p>` : nothing}
      <form class="period" novalidate @submit=${this.#start}>
        ${textField({ id: 'from', label: words.from, type: 'date', value: this.from ?? this.#day(USUAL_DAYS), onInput: (from) => (this.from = from) })}
        ${textField({ id: 'to', label: words.to, type: 'date', value: this.to ?? this.#day(0), onInput: (to) => (this.to = to) })}
        <button class="button primary" aria-disabled=${this.dirty || running || this.#act.busy}>${words.start}</button>
      </form>`;
  }

  #renderRun(run: RunItem) {
    const { language } = this;
    const words = this.words(replayWords);
    const href = (subject: string, id: string) =>
      this.#navigation.value.href(rowPath(this.#features.maybe ?? [], SUBJECTS[subject] ?? subject, id));
    return html`<section class="card padded" aria-label=${this.language.code('PolicyReplayRunState', run.state)}>
      <div class="row between wrap">
        <span class="row wrap"><span
          class="chip ${LOOKS[run.state]}">${this.language.code('PolicyReplayRunState', run.state)}</span><span
          class="muted small">${this.#periodOf(run)}</span></span>
        ${this.#offers.allows(run, 'cancelPolicyReplay') ? html`<button class="button" type="button" @click=${() => void this.#cancel(run.id)}>${words.cancel}</button>` : nothing}
      </div>
      ${isDone(run) && this.#runs.isOld(run) ? html`<p class="notice warn">${icon('warning')}<span>${words.old}</span></p>` : nothing}
      ${isUnderWay(run) ? html`<div role="status"><progress max=${Math.max(1, run.expected)} value=${run.total} aria-label=${words.progress(run.total, run.expected)}></progress><p class="small muted">${words.progress(run.total, run.expected)}</p></div>` : nothing}
      ${replayResult({ run, language, href })}
    </section>`;
  }

  #periodOf({ decidedFrom, decidedTo }: RunItem): string {
    const day = (instant: string) => storeTime(instant, this.language, this.#zone);
    return this.words(replayWords).period(day(decidedFrom), day(decidedTo));
  }

  #renderEarlier(runs: readonly RunItem[], shown: string) {
    const words = this.words(replayWords);
    return html`<section class="card padded" aria-label=${words.earlier}><h2>${words.earlier}</h2>
      <ul class="stack">${runs.map(
        (run) => html`<li class="row wrap"><button class="link" type="button"
          aria-current=${run.id === shown ? 'true' : nothing} @click=${() => (this.shown = run.id)}>${this.#periodOf(run)}</button>
        <span class="chip ${LOOKS[run.state]}">${this.language.code('PolicyReplayRunState', run.state)}</span><span
          class="muted small">${words.startedBy(nameOf(this.#directory.value, run.startedById), this.language.moment(run.createdAt))}</span></li>`,
      )}</ul>
    </section>`;
  }
}

define('desk-admin-policy-replay', DeskPolicyReplay);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-policy-replay': DeskPolicyReplay;
  }
}
