/**
 * @module Does a macro: every step is shown in full and checked beforehand, then performed one after the other as the
 * viewer's own actions. The first that fails stops the rest, and each step says what became of it.
 */
import { newId } from '@shopdesk/core/client';
import { css, html, nothing, type TemplateResult } from 'lit';
import { clientContext, Use } from '../../desk/contexts.ts';
import { customerOrders } from '../../desk/orders.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField, textField } from '../../kit/field.ts';
import { Loader } from '../../kit/loader.ts';
import { problemOf, sentenceOf } from '../../kit/problem.ts';
import { failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { noteMacroUse, performAction, planMacro, type MacroItem, type PlannedStep } from './data.ts';
import { scriptWords } from './words.ts';

interface Outcome {
  readonly state: 'waiting' | 'done' | 'failed' | 'stopped';
  readonly why?: string;
}

const LOOKS: Readonly<Record<Outcome['state'], string>> = {
  waiting: '',
  done: 'ok',
  failed: 'danger',
  stopped: 'warn',
};
const isPossible = ({ needs, denial }: PlannedStep): boolean => needs.length === 0 && !denial;

/** @summary Previews a macro and does it. */
export class DeskMacroRun extends DeskElement {
  static override properties = {
    macro: { attribute: false },
    item: { attribute: false },
    values: { state: true },
    orderId: { state: true },
    outcomes: { state: true },
    busy: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      ol {
        display: grid;
        gap: 0.75rem;
        padding-inline-start: 1.5rem;
        margin: 0;
        list-style: decimal;
      }
      li {
        padding-inline-start: 0.25rem;
      }
      blockquote {
        margin: 0.25rem 0;
        padding: 0.375rem 0.625rem;
        border-radius: var(--radius);
        background: var(--hover);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare macro: MacroItem;
  declare item: ConversationItem;
  values: Readonly<Record<string, string>> = {};
  orderId = '';
  outcomes: readonly Outcome[] = [];
  busy = false;
  readonly #run = newId();
  #names: readonly string[] = [];
  readonly #client = new Use(this, clientContext);
  readonly #orders = new Loader(this, {
    args: () =>
      this.macro?.steps.some(({ kind }) => kind === 'OPEN_CASE') ? ([this.item.customerId] as const) : undefined,
    load: ([customerId]) => this.#client.value.query(customerOrders, { customerId, first: 20 }),
  });
  readonly #plan = new Loader(this, {
    args: () =>
      this.macro && this.item ? ([this.macro.id, JSON.stringify(this.values), this.orderId] as const) : undefined,
    load: async () => {
      const client = this.#client.value;
      const order = this.#orders.value?.orders.find(({ id }) => id === this.orderId);
      const { steps } = await client.query(planMacro, {
        id: this.macro.id,
        conversationId: this.item.id,
        run: this.#run,
        values: Object.entries(this.values)
          .filter(([, value]) => value)
          .map(([name, value]) => ({ name, value })),
        items: (order?.lines ?? []).map(({ id, quantity }) => ({ lineId: id, quantity })),
        ...(order ? { orderId: order.id } : {}),
      });
      this.#names = [...new Set([...this.#names, ...steps.flatMap(({ unresolved }) => unresolved)])];
      this.#last = steps;
      return steps;
    },
  });
  /** Stays while a changed plan is worked out, so that nothing jumps under the fingers. */
  #last: readonly PlannedStep[] | undefined;

  async #do(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const client = this.#client.value;
    // What was possible when it was shown may no longer be: then nothing is done, not even the first half.
    await this.#plan.reload();
    const steps = this.#plan.value;
    if (this.#plan.problem || !steps?.every(isPossible)) {
      this.busy = false;
      return;
    }
    const outcomes: Outcome[] = steps.map(() => ({ state: 'waiting' }));
    for (const [index, { action, input }] of steps.entries()) {
      try {
        await client.mutate(performAction(action), { input, key: `${this.#run}-${index}` });
        outcomes[index] = { state: 'done' };
      } catch (error) {
        outcomes[index] = { state: 'failed', why: sentenceOf(problemOf(error), this.language) };
        for (let rest = index + 1; rest < steps.length; rest += 1) outcomes[rest] = { state: 'stopped' };
      }
      this.outcomes = [...outcomes];
      if (outcomes[index]?.state === 'failed') break;
    }
    this.busy = false;
    // A use that was not counted is no reason to disturb anybody.
    if (outcomes.every(({ state }) => state === 'done'))
      await client.mutate(noteMacroUse, { input: { id: this.macro.id } }).catch(() => undefined);
  }

  override render() {
    const words = this.words(scriptWords);
    const steps = this.#plan.value ?? this.#last;
    const over = this.outcomes.length > 0;
    const possible = steps !== undefined && this.#plan.value === steps && steps.every(isPossible);
    return html`<desk-admin-dialog open wide heading=${words.runTitle(this.language.of(this.macro.name))}>
      <div class="stack">
        ${over ? this.#renderEnd() : html`<p>${words.runText}</p>${this.#renderQuestions()}`}
        ${steps ? html`<ol>${steps.map((step, index) => this.#renderStep(step, index))}</ol>` : this.#plan.problem ? failedState(this.language, this.#plan.problem, () => void this.#plan.reload()) : pendingState(this.language)}
      </div>
      ${
        over
          ? nothing
          : html`<button slot="actions" class="button primary" type="button" aria-disabled=${!possible || this.busy}
            @click=${() => possible && void this.#do()}>${this.busy ? words.running : words.run}</button>`
      }
    </desk-admin-dialog>`;
  }

  #renderEnd() {
    const words = this.words(scriptWords);
    const failed = this.outcomes.findIndex(({ state }) => state === 'failed');
    if (failed < 0) return html`<p class="notice ok" role="status">${this.busy ? words.running : words.allDone}</p>`;
    return html`<p class="notice danger" role="alert">${words.stoppedAt(failed + 1)}</p>`;
  }

  /** What the desk does not know itself: values of variables, and the order. */
  #renderQuestions() {
    const words = this.words(scriptWords);
    const orders = this.#orders.value?.orders;
    return html`${
      this.#names.length > 0
        ? html`<div
          class="two">${this.#names.map((name) => textField({ id: `value-${name}`, label: words.value(name), required: true, value: this.values[name] ?? '', onInput: (text) => (this.values = { ...this.values, [name]: text }) }))}</div>`
        : nothing
    }
    ${
      orders
        ? orders.length > 0
          ? selectField({
              id: 'order',
              label: words.order,
              value: this.orderId,
              empty: words.choose,
              required: true,
              choices: orders.map(({ id, number, amounts }) => ({
                value: id,
                label: `${number} · ${this.language.money(amounts.total)}`,
              })),
              onInput: (id) => (this.orderId = id),
            })
          : html`<p class="notice warn">${words.noOrders}</p>`
        : nothing
    }`;
  }

  #renderStep(step: PlannedStep, index: number): TemplateResult {
    const words = this.words(scriptWords);
    const outcome = this.outcomes[index];
    return html`<li>
      <div class="row wrap"><strong>${this.language.code('MacroStepKind', step.kind)}</strong><span>${this.#said(step)}</span>${outcome ? html`<span class="chip ${LOOKS[outcome.state]}">${words.results[outcome.state]}</span>` : nothing}</div>
      ${step.text ? html`<blockquote>${step.text}</blockquote>` : nothing} ${step.outcome ? html`<p>${this.language.of(step.outcome)}</p>` : nothing}
      ${outcome?.why ? html`<p class="error">${outcome.why}</p>` : nothing}
      ${outcome ? nothing : step.needs.map((need) => html`<p class="muted">${words.needs[need]}</p>`)}
      ${!outcome && step.denial ? html`<p class="error">${words.refused}: ${this.language.of(step.denial.text)}</p>` : nothing}
    </li>`;
  }

  /** The fixed parts of a step in words. */
  #said({ kind, input }: PlannedStep): string {
    const named = (field: string, set: string) =>
      typeof input[field] === 'string' ? [this.language.code(set, input[field])] : [];
    if (kind === 'SET_TOPIC') return [...named('intent', 'Intent'), ...named('priority', 'Priority')].join(' · ');
    if (kind === 'CLOSE') return [...named('intent', 'Intent'), ...named('result', 'ConversationResult')].join(' · ');
    return kind === 'TRANSFER' ? named('reason', 'TransferReason').join('') : '';
  }
}

define('desk-admin-macro-run', DeskMacroRun);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-macro-run': DeskMacroRun;
  }
}
