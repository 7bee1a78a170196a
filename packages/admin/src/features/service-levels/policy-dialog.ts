/**
 * @module One rule: what it is about, and how soon what is owed.
 */
import { css, html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { checkField, selectField, textField } from '../../kit/field.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { kitWords } from '../../kit/words.ts';
import { setSlaPolicy, type PolicyItem, type Scope, type Target, type TargetName } from './data.ts';
import { secondsOf, spanField, spanOf, type Span } from './duration.ts';
import { scopeFieldsOf } from './scope-fields.ts';
import { serviceLevelWords } from './words.ts';

export const TARGETS = ['firstReply', 'nextReply', 'resolution'] as const satisfies readonly TargetName[];
const LIMITS = ['aim', 'late', 'limit'] as const;

interface TargetDraft {
  readonly on: boolean;
  readonly clock: Target['clock'];
  readonly aim: Span;
  readonly late: Span;
  readonly limit: Span;
  readonly max: Span;
}

const draftOf = (target: Target | null | undefined): TargetDraft => ({
  on: Boolean(target),
  clock: target?.clock ?? 'WALL',
  aim: spanOf(target?.aimSeconds),
  late: spanOf(target?.lateSeconds),
  limit: spanOf(target?.limitSeconds),
  max: spanOf(target?.maxSeconds),
});

const ANY: Scope = { storeId: null, channel: null, intent: null, priority: null, tier: null };

/**
 * @summary Adds or changes a rule.
 * @event desk-done - It is saved.
 */
export class DeskSlaPolicyDialog extends DeskElement {
  static override properties = {
    policy: { attribute: false },
    draft: { state: true },
    scope: { state: true },
    rest: { state: true },
    tried: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      .scope,
      .limits {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
        gap: 0.5rem 0.75rem;
        align-items: start;
      }
      .span {
        display: grid;
        grid-template-columns: minmax(4rem, 1fr) auto;
        gap: 0.25rem;
      }
      fieldset {
        display: grid;
        gap: 0.5rem;
      }
    `,
  ];

  /** Absent: a new rule. */
  policy: PolicyItem | undefined;
  draft: Readonly<Record<TargetName, TargetDraft>> | undefined;
  scope: Scope | undefined;
  rest:
    | { readonly accept: Span; readonly supervisor: Span; readonly warn: string; readonly active: boolean }
    | undefined;
  tried = false;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #act = new Act(this);

  override willUpdate(): void {
    const { policy } = this;
    this.scope ??= policy ?? ANY;
    this.draft ??= {
      firstReply: draftOf(policy?.firstReply),
      nextReply: draftOf(policy?.nextReply),
      resolution: draftOf(policy?.resolution),
    };
    this.rest ??= {
      accept: spanOf(policy?.acceptSeconds ?? 600),
      supervisor: spanOf(policy?.supervisorSeconds ?? 120),
      warn: String(policy?.warnPercent ?? 80),
      active: policy?.active ?? true,
    };
  }

  get #parts() {
    const { draft, scope, rest } = this;
    if (!draft || !scope || !rest) throw new Error('Set by willUpdate.');
    return { draft, scope, rest };
  }

  /** Why a span cannot be taken. */
  #spanProblem(span: Span, required: boolean): string | undefined {
    const seconds = secondsOf(span);
    if (seconds === undefined) return this.words(serviceLevelWords).whole;
    return seconds === null && required && this.tried ? this.words(kitWords).required : undefined;
  }

  #orderProblem({ aim, late, limit }: TargetDraft): string | undefined {
    const [a, b, c] = [aim, late, limit].map(secondsOf);
    return a && b && c && !(a <= b && b <= c) ? this.words(serviceLevelWords).order : undefined;
  }

  #targetOf(draft: TargetDraft): Target | null | undefined {
    if (!draft.on) return null;
    const [aimSeconds, lateSeconds, limitSeconds, maxSeconds] = [draft.aim, draft.late, draft.limit, draft.max].map(
      secondsOf,
    );
    if (!aimSeconds || !lateSeconds || !limitSeconds || maxSeconds === undefined || this.#orderProblem(draft))
      return undefined;
    return { clock: draft.clock, aimSeconds, lateSeconds, limitSeconds, maxSeconds };
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried = true;
    const { draft, scope, rest } = this.#parts;
    const targets = Object.fromEntries(TARGETS.map((name) => [name, this.#targetOf(draft[name])]));
    const [acceptSeconds, supervisorSeconds] = [secondsOf(rest.accept), secondsOf(rest.supervisor)];
    const warnPercent = Number(rest.warn);
    const complete =
      Object.values(targets).every((target) => target !== undefined) &&
      acceptSeconds &&
      supervisorSeconds &&
      Number.isInteger(warnPercent) &&
      warnPercent > 0 &&
      warnPercent < 100;
    if (!complete) return this.#toFirstError();
    const { storeId, channel, intent, priority, tier } = scope;
    const saved = await this.#act.run(this.#client.value, setSlaPolicy, {
      storeId,
      channel,
      intent,
      priority,
      tier: tier?.trim() || null,
      ...targets,
      acceptSeconds,
      supervisorSeconds,
      warnPercent,
      active: rest.active,
    });
    if (saved) this.tell('desk-done');
  }

  async #toFirstError(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  override render() {
    const words = this.words(serviceLevelWords);
    const { rest, scope } = this.#parts;
    const warn = Number(rest.warn);
    const set = (change: Partial<typeof rest>) => (this.rest = { ...rest, ...change });
    return html`<desk-admin-dialog open wide heading=${this.policy ? words.editTitle : words.addTitle} dirty>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(this.#act.problem, this.language)}
        <fieldset><legend>${words.appliesTo}</legend>
          <div class="scope">${scopeFieldsOf({ scope, language: this.language, directory: this.#directory.value, fixed: this.policy !== undefined, change: (change) => (this.scope = { ...scope, ...change }) })}</div>
        </fieldset>
        ${TARGETS.map((name) => this.#renderTarget(name))}
        <div class="limits">
          ${textField({ id: 'warn', type: 'number', label: words.warn, hint: words.warnUnit, value: rest.warn, min: 1, max: 99, required: true, error: Number.isInteger(warn) && warn > 0 && warn < 100 ? undefined : words.whole, onInput: (value) => set({ warn: value }) })}
          ${spanField({ id: 'supervisor', label: words.supervisor, name: words.supervisor, hint: words.supervisorHint, value: rest.supervisor, language: this.language, required: true, error: this.#spanProblem(rest.supervisor, true), onInput: (supervisor) => set({ supervisor }) })}
          ${spanField({ id: 'accept', label: words.accept, name: words.accept, value: rest.accept, language: this.language, required: true, error: this.#spanProblem(rest.accept, true), onInput: (accept) => set({ accept }) })}
        </div>
        ${checkField({ id: 'active', label: words.active, value: rest.active, onInput: (active) => set({ active }) })}
      </form>
      <button slot="actions" class="button primary" form="form"
        aria-disabled=${this.#act.busy}>${this.words(kitWords).save}</button>
    </desk-admin-dialog>`;
  }

  #renderTarget(name: TargetName) {
    const words = this.words(serviceLevelWords);
    const { draft: all } = this.#parts;
    const draft = all[name];
    const target = words[name];
    const set = (change: Partial<TargetDraft>) => (this.draft = { ...all, [name]: { ...draft, ...change } });
    const order = this.#orderProblem(draft);
    const limit = (field: (typeof LIMITS)[number]) =>
      spanField({
        id: `${name}-${field}`,
        label: words[field],
        name: words.of(target, words[field]),
        value: draft[field],
        language: this.language,
        required: true,
        error: this.#spanProblem(draft[field], true) ?? (field === 'limit' ? order : undefined),
        onInput: (value) => set({ [field]: value }),
      });
    return html`<fieldset>
      <legend>${target}</legend>
      ${checkField({ id: `${name}-on`, label: words.promised(target), value: draft.on, onInput: (on) => set({ on }) })}
      ${
        draft.on
          ? html`<div class="limits">
            ${LIMITS.map(limit)}
            ${selectField({ id: `${name}-clock`, label: words.clock, value: draft.clock, choices: this.language.choices<'WALL' | 'SERVICE'>('SlaClockKind'), onInput: (clock) => set({ clock: clock || 'WALL' }) })}
            ${draft.clock === 'SERVICE' ? spanField({ id: `${name}-max`, label: words.max, name: words.of(target, words.max), hint: words.maxHint, value: draft.max, language: this.language, error: this.#spanProblem(draft.max, false), onInput: (max) => set({ max }) }) : nothing}
          </div>`
          : nothing
      }
    </fieldset>`;
  }
}

define('desk-admin-sla-policy-dialog', DeskSlaPolicyDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-sla-policy-dialog': DeskSlaPolicyDialog;
  }
}
