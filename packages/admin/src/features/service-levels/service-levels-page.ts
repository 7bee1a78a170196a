import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { sentenceOf } from '../../kit/problem.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { resetSlaPolicy, serviceLevels, type PolicyItem, type Target } from './data.ts';
import { duration } from './duration.ts';
import './preview.ts';
import { scopeName } from './scope.ts';
import { serviceLevelWords } from './words.ts';

/** @summary All rules of the service level, and which of them holds when. */
export class DeskServiceLevels extends DeskElement {
  static override properties = { editing: { state: true }, round: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      .origin {
        white-space: nowrap;
      }
      .off {
        color: var(--ink-2);
      }
      .links {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
      }
    `,
  ];

  /** The rule in the dialog; `new` for one that is not there yet. */
  editing: PolicyItem | 'new' | undefined;
  round = 0;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  readonly #levels = new Loader(this, {
    args: () => [this.round] as const,
    load: () => this.#client.value.query(serviceLevels, {}),
  });

  get #mayChange(): boolean {
    return can(this.#viewer.value, 'sla.manage');
  }

  #done(text: string): void {
    this.editing = undefined;
    this.round += 1;
    toast(this, { kind: 'ok', text });
  }

  async #reset(policy: PolicyItem): Promise<void> {
    const words = this.words(serviceLevelWords);
    if (!policy.id) return;
    const done = await this.#act.run(this.#client.value, resetSlaPolicy, { id: policy.id });
    if (done) this.#done(policy.shipped ? words.resetDone : words.removed);
    else if (this.#act.problem) toast(this, { kind: 'danger', text: sentenceOf(this.#act.problem, this.language) });
  }

  override render() {
    const words = this.words(serviceLevelWords);
    const navigation = this.#navigation.value;
    return html`<div class="page">
      <div class="page-head">
        <h1>${words.title}</h1>
        ${this.#mayChange ? html`<button class="button primary" type="button" @click=${() => (this.editing = 'new')}>${icon('plus', 'small')}${words.add}</button>` : nothing}
      </div>
      <p class="muted">${words.text}</p>
      <p class="links small">${words.calendars} ${[...this.#directory.value.stores.values()].map(({ id, name }) => html`<a href=${navigation.href(`/stores/${id}/hours`)}>${name}</a>`)}</p>
      <section class="card padded" aria-labelledby="preview">
        <h2 id="preview">${words.preview}</h2>
        <p class="muted small">${words.previewText}</p>
        <desk-admin-sla-preview .round=${this.round}></desk-admin-sla-preview>
      </section>
      <div class="card table stacking">${loaded(this.#levels, this.language, ({ policies }) => this.#renderTable(policies))}</div>
      ${
        this.editing
          ? html`<desk-admin-lazy
            tag="desk-admin-sla-policy-dialog"
            .load=${() => import('./policy-dialog.ts')}
            .values=${this.editing === 'new' ? {} : { policy: this.editing }}
            @desk-done=${() => this.#done(words.saved)}
            @desk-closed=${() => (this.editing = undefined)}
          ></desk-admin-lazy>`
          : nothing
      }
    </div>`;
  }

  #renderTable(policies: readonly PolicyItem[]) {
    const words = this.words(serviceLevelWords);
    return html`<table>
      <caption class="visually-hidden">${words.title}</caption>
      <thead><tr>
        <th scope="col">${words.appliesTo}</th><th scope="col">${words.firstReply}</th><th
          scope="col">${words.nextReply}</th><th scope="col">${words.resolution}</th>
        <th scope="col">${words.escalation}</th><th
          scope="col">${words.origin}</th>${this.#mayChange ? html`<th scope="col"><span class="visually-hidden">${words.actions}</span></th>` : nothing}
      </tr></thead>
      <tbody>${repeat(
        policies,
        ({ scope }) => scope,
        (policy) => this.#renderRow(policy),
      )}</tbody>
    </table>`;
  }

  #renderRow(policy: PolicyItem) {
    const words = this.words(serviceLevelWords);
    const name = scopeName(policy, this.language, this.#directory.maybe);
    const origin = !policy.active ? words.off : !policy.shipped ? words.own : policy.id ? words.changed : words.shipped;
    return html`<tr class=${policy.active ? '' : 'off'}>
      <th scope="row">${name}</th>
      ${(['firstReply', 'nextReply', 'resolution'] as const).map((target) => html`<td data-label=${words[target]}>${this.#limit(policy[target], target === 'resolution' && policy.priority === null)}</td>`)}
      <td data-label=${words.escalation}><span
        class="small">${words.supervisorAfter(duration(policy.supervisorSeconds, this.language))}</span></td>
      <td class="origin" data-label=${words.origin}>${origin}</td>
      ${
        this.#mayChange
          ? html`<td><span class="row">
            <button class="button plain icon-only" type="button" aria-label=${words.edit(name)}
              title=${words.edit(name)} @click=${() => (this.editing = policy)}>${icon('edit')}</button>
            ${policy.id ? this.#renderReset(policy, policy.shipped ? words.reset(name) : words.remove(name)) : nothing}
          </span></td>`
          : nothing
      }
    </tr>`;
  }

  #renderReset(policy: PolicyItem, label: string) {
    return html`<button class="button plain icon-only" type="button" aria-label=${label} title=${label}
      @click=${() => void this.#reset(policy)}>${icon(policy.shipped ? 'return' : 'trash')}</button>`;
  }

  #limit(target: Target | null, byPriority: boolean) {
    if (!target) return html`<span class="muted">–</span>`;
    const words = this.words(serviceLevelWords);
    const span = (seconds: number) => duration(seconds, this.language);
    const notes = [
      words.aimed(span(target.aimSeconds)),
      words.clocksShort[target.clock],
      target.maxSeconds ? words.atMost(span(target.maxSeconds)) : '',
      byPriority ? words.byPriority : '',
    ].filter(Boolean);
    return html`<span><strong>${words.inTime(span(target.limitSeconds))}</strong> <span
      class="muted small">${notes.join(' · ')}</span></span>`;
  }
}

define('desk-admin-service-levels', DeskServiceLevels);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-service-levels': DeskServiceLevels;
  }
}
