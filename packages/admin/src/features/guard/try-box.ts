/**
 * @module A text that is marked while one types, by the rules as they are now.
 */
import { css, html, nothing } from 'lit';
import { clientContext, directoryContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, selectField } from '../../kit/field.ts';
import { Loader } from '../../kit/loader.ts';
import { markedStyle, markedText, openMarks } from '../../kit/marked-text.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { tables } from '../../kit/table-style.ts';
import { tryText } from './data.ts';
import { guardWords } from './words.ts';

const PAUSE_MS = 300;
const KINDS = { BLOCK: 'block', WARN: 'warn', LOG: 'log' } as const;
const LOOKS = { BLOCK: 'danger', WARN: 'warn', LOG: '' } as const;

/** @summary Tries the rules on a text. */
export class DeskTryBox extends DeskElement {
  static override properties = {
    revision: { type: Number },
    text: { state: true },
    asked: { state: true },
    storeId: { state: true },
  };
  static override styles = [
    base,
    controls,
    tables,
    markedStyle,
    css`
      .result {
        display: grid;
        gap: 0.375rem;
        align-content: start;
        min-block-size: 4rem;
      }
      .marked {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Rises when the rules have changed. */
  revision = 0;
  text = '';
  asked = '';
  storeId = '';
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #tried = new Loader(this, {
    args: () => (this.asked.trim() && this.#store ? ([this.#store, this.asked, this.revision] as const) : undefined),
    load: async ([storeId, text]) => ({ ...(await this.#client.value.query(tryText, { storeId, text })), text }),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  get #store(): string {
    return this.storeId || ([...(this.#directory.maybe?.stores.keys() ?? [])][0] ?? '');
  }

  #type(text: string): void {
    this.text = text;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => (this.asked = text), PAUSE_MS);
  }

  override render() {
    const words = this.words(guardWords);
    const stores = [...this.#directory.value.stores.values()].map(({ id, name }) => ({ value: id, label: name }));
    return html`<section class="card padded"><h2>${words.tryTitle}</h2>
      <div class="two">
        <div class="stack">${areaField({ id: 'try', label: words.tryLabel, value: this.text, rows: 3, maxLength: 2000, onInput: (text) => this.#type(text) })}
          ${stores.length > 1 ? selectField({ id: 'try-store', label: words.store, value: this.#store, choices: stores, onInput: (store) => (this.storeId = store) }) : nothing}</div>
        <div class="result" role="status">${this.#renderResult()}</div>
      </div></section>`;
  }

  #renderResult() {
    const words = this.words(guardWords);
    const { value, problem } = this.#tried;
    if (problem) return problemNotice(problem, this.language);
    if (!value || !this.asked.trim()) return nothing;
    const marks = [
      ...openMarks(value.text, value.unresolved),
      ...value.hits.map(({ start, end, level }) => ({ start, end, kind: KINDS[level] })),
    ];
    return html`<p class="marked">${markedText(value.text, marks)}</p>
      <p class="muted">${value.hits.length === 0 ? words.tryNone : words.tryFound(value.hits.length)}${value.unresolved.length > 0 ? html` ${words.tryOpen(this.language.list(value.unresolved))}` : nothing}</p>
      <ul>${value.hits.map(({ span, rule, level, replacement }) => html`<li><span class="chip ${LOOKS[level]}">${this.language.code('GuardLevel', level)}</span> “${span}” · ${this.#nameOf(rule)}${replacement ? html` → ${this.language.of(replacement)}` : nothing}</li>`)}</ul>`;
  }

  #nameOf(rule: string): string {
    const name = this.#tried.value?.names.find((one) => one.rule === rule)?.name;
    return name ? this.language.of(name) : rule;
  }
}

define('desk-admin-try-box', DeskTryBox);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-try-box': DeskTryBox;
  }
}
