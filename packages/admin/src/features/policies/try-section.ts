/**
 * @module Tries a version on a real order or on facts one writes, beside what is in force: answer, reasons, what would
 * change it.
 */
import { css, html, nothing } from 'lit';
import { kindOf } from '@shopdesk/core/policies';
import { clientContext, navigationContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import '../../kit/combobox.ts';
import { controls } from '../../kit/control-style.ts';
import { define } from '../../kit/element.ts';
import { facts as factList } from '../../kit/facts.ts';
import { selectField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { problemOf, type Problem } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { answerCard, answerStyle } from './answer-card.ts';
import { policyFacts, policyInForce, tryPolicy, type Answer, type PolicyFact, type Trial } from './data.ts';
import { factField, factsOf, isUsual, type FactReading, type Written } from './fact-form.ts';
import { findOrders } from './order-search.ts';
import { PolicySection } from './section-element.ts';
import { tryWords } from './try-words.ts';

interface Tried {
  readonly own: Trial;
  /** Absent when this version is what is in force. */
  readonly inForce: Trial | undefined;
}

const sameDecision = (a: Answer, b: Answer): boolean =>
  a.outcome === b.outcome && JSON.stringify(a.outputs) === JSON.stringify(b.outputs);

export class DeskPolicyTry extends PolicySection {
  static override properties = {
    ...PolicySection.properties,
    kind: { state: true },
    written: { state: true },
    orderId: { state: true },
    tried: { state: true },
    invalid: { state: true },
    problem: { state: true },
    busy: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    factList.style,
    answerStyle,
    css`
      .layout {
        display: grid;
        grid-template-columns: minmax(15rem, 22rem) minmax(0, 1fr);
        gap: 1rem;
        align-items: start;
      }
      .answers {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
        gap: 0.875rem;
        align-items: start;
      }
      .result {
        scroll-margin-block: 4.5rem;
      }
      summary {
        cursor: pointer;
        padding-block: 0.25rem;
        color: var(--ink-2);
      }
      .fields {
        display: grid;
        gap: 0.625rem;
      }
      @container (inline-size < 45rem) {
        .layout {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  kind = '';
  written: Written = {};
  orderId = '';
  tried: Tried | undefined;
  invalid: readonly string[] = [];
  problem: Problem | undefined;
  busy = false;
  readonly #client = new Use(this, clientContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #facts = new Loader(this, {
    args: () =>
      this.store && this.pack && this.#kind
        ? ([this.version, this.store.id, this.#kind, this.dirty ? this.pack : undefined] as const)
        : undefined,
    load: ([version, storeId, kind, pack]) =>
      this.#client.value.query(policyFacts, { version, storeId, kind, ...(pack ? { pack } : {}) }),
  });

  get #kinds(): string[] {
    return [...new Set(this.pack.tables.map(({ decision }) => decision))];
  }

  get #kind(): string {
    return this.kind || (this.#kinds[0] ?? '');
  }

  get #reading(): FactReading {
    return {
      language: this.language,
      currency: this.store?.currency ?? 'CNY',
      timeZone: this.store?.timeZone ?? 'UTC',
    };
  }

  async #try(event: Event, asked: readonly PolicyFact[]): Promise<void> {
    event.preventDefault();
    const { store, orderId, version } = this;
    const { facts, invalid } = factsOf(asked, this.written, this.#reading);
    this.invalid = invalid;
    if (this.busy || !store || invalid.length > 0) return;
    this.busy = true;
    this.problem = undefined;
    const question = { storeId: store.id, kind: this.#kind, facts, ...(orderId ? { orderId } : {}) };
    try {
      const { layers } = await this.#client.value.query(policyInForce, { storeId: store.id });
      const ruling = layers.find(({ layer }) => layer === 'PLATFORM')?.version ?? version;
      const rules = layers.some((layer) => layer.version === version);
      const [own, inForce] = await Promise.all([
        this.#client.value.query(tryPolicy, { ...question, version, ...(this.dirty ? { pack: this.pack } : {}) }),
        rules ? undefined : this.#client.value.query(tryPolicy, { ...question, version: ruling }),
      ]);
      this.tried = { own, inForce };
    } catch (error) {
      this.problem = problemOf(error);
      this.tried = undefined;
      this.invalid = this.problem.fields.map(({ path }) => path.replace(/^facts\./, ''));
    }
    this.busy = false;
    await this.updateComplete;
    this.renderRoot.querySelector('.result')?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const words = this.words(tryWords);
    if (this.#kinds.length === 0) return emptyState({ icon: 'table', title: words.noTables });
    return html`<div class="layout">
      <section class="card padded" aria-label=${words.facts}>
        ${selectField({ id: 'kind', label: words.question, value: this.#kind, choices: this.#kinds.map((value) => ({ value, label: this.language.of(kindOf(value).label) })), onInput: (kind) => ([this.kind, this.tried, this.invalid] = [kind, undefined, []]) })}
        <desk-admin-combobox .label=${words.order} .hint=${words.orderHint} .value=${this.orderId}
          .search=${(text: string) => findOrders(this.#client.value, { storeId: this.store?.id ?? '', text, language: this.language })}
          @desk-change=${({ detail }: CustomEvent<string>) => (this.orderId = detail)}></desk-admin-combobox>
        ${loaded(this.#facts, this.language, ({ facts }) => this.#renderFacts(facts))}
      </section>
      <div class="stack result" aria-live="polite">${this.#renderTried()}</div>
    </div>`;
  }

  #renderFacts(asked: readonly PolicyFact[]) {
    const words = this.words(tryWords);
    const usual = asked.filter(isUsual);
    const field = (fact: PolicyFact) =>
      factField({
        ...this.#reading,
        fact,
        text: this.written[fact.name] ?? '',
        error: this.invalid.includes(fact.name),
        known: this.orderId ? this.tried?.own.facts[fact.name] : undefined,
        onInput: (text) => (this.written = { ...this.written, [fact.name]: text }),
      });
    return html`<form class="fields" novalidate @submit=${(event: Event) => this.#try(event, asked)}>
      <p class="hint">${words.factsHint} ${words.storeTime(this.#reading.timeZone)}</p>
      ${asked.filter((fact) => !isUsual(fact)).map(field)}
      ${usual.length > 0 ? html`<details ?open=${usual.some(({ name }) => this.invalid.includes(name))}><summary>${words.moreFacts(usual.length)}</summary><div class="fields">${usual.map(field)}</div></details>` : nothing}
      <div class="row wrap"><button class="button primary" aria-disabled=${this.busy}>${words.go}</button>
        <button class="button" type="button"
          @click=${() => ([this.written, this.orderId, this.tried, this.invalid] = [{}, '', undefined, []])}>${words.clear}</button></div>
    </form>`;
  }

  #renderTried() {
    const words = this.words(tryWords);
    if (this.problem)
      return html`${problemNotice(this.problem, this.language)}${this.problem.fields.map(({ path, message }) => html`<p class="error">${path}: ${message}</p>`)}`;
    if (!this.tried) return emptyState({ icon: 'search', title: words.empty });
    const { own, inForce } = this.tried;
    const same = inForce && sameDecision(own.answer, inForce.answer);
    const shared = { ...this.#reading, tables: this.pack.tables };
    return html`${inForce ? html`<p class="notice ${same ? '' : 'warn'}">${icon(same ? 'info' : 'warning')}<span>${same ? words.sameAnswer : words.otherAnswer}</span></p>` : nothing}
      <div class="answers">
        ${inForce ? answerCard({ ...shared, title: words.inForce, answer: inForce.answer }) : nothing}
        ${answerCard({ ...shared, title: inForce ? (this.dirty ? words.unsavedVersion : words.thisVersion) : words.inForce, answer: own.answer, goTo: (table, row) => this.#navigation.value.go(`/policies/${this.version}/tables?table=${encodeURIComponent(table)}&row=${encodeURIComponent(row)}`) })}
      </div>`;
  }
}

define('desk-admin-policy-try', DeskPolicyTry);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-policy-try': DeskPolicyTry;
  }
}
