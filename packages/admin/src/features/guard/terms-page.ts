/**
 * @module The rules for what leaves to customers: default ones, changed ones and the shop's own, with how often each
 * was sent against.
 */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { kitWords } from '../../kit/words.ts';
import { act } from '../../records/act.ts';
import { outboundRules, termHitCounts, type Rule } from './data.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { guardHead, GUARD_TITLE } from './tabs.ts';
import './try-box.ts';
import { guardWords } from './words.ts';

const DAYS = 30;
const DAY_MS = 24 * 3600 * 1000;
const SHOWN = 6;
/** What a person decides about a rule. */
const TERM_FIELDS = ['rule', 'name', 'level', 'phrases', 'except', 'replacement', 'storeIds', 'active'];
export const LEVEL_LOOKS: Readonly<Record<Rule['level'], string>> = { BLOCK: 'danger', WARN: 'warn', LOG: '' };

/** @summary Forbidden words. */
export class DeskTerms extends DeskElement {
  static override properties = {
    text: { state: true },
    level: { state: true },
    revision: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    tabStyle,
    css`
      .off {
        opacity: 0.7;
      }
    `,
  ];

  text = '';
  level: Rule['level'] | '' = '';
  revision = 0;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #rules = new Loader(this, {
    args: () => [] as const,
    load: async () => (await this.#client.value.query(outboundRules, {})).rules,
  });
  readonly #hits = new Loader(this, {
    args: () => [] as const,
    load: () => this.#client.value.query(termHitCounts, { from: new Date(Date.now() - DAYS * DAY_MS).toISOString() }),
  });

  get #manages(): boolean {
    return can(this.#viewer.value, 'term.manage');
  }

  /** Writes a rule: a new one, or what is decided about one. */
  async #write(rule?: Rule): Promise<void> {
    const { add, edit } = this.words(guardWords);
    const named = rule && {
      fields: TERM_FIELDS,
      row: { ...rule, id: rule.rule },
      preset: { rule: rule.rule },
      heading: `${edit}: ${this.language.of(rule.name)}`,
    };
    if (await act(this, 'setForbiddenTerm', named ?? { fields: TERM_FIELDS, begin: { level: 'WARN' }, heading: add }))
      this.#changed();
  }

  async #reset({ id, shipped }: Rule): Promise<void> {
    const { reset, remove } = this.words(guardWords);
    if (id && (await act(this, 'resetForbiddenTerm', { row: { id }, heading: shipped ? reset : remove })))
      this.#changed();
  }

  #changed(): void {
    this.revision += 1;
    void this.#rules.reload();
  }

  override render() {
    const words = this.words(guardWords);
    const add = this.#manages
      ? html`<button class="button primary" type="button"
        @click=${() => void this.#write()}>${icon('plus')}${words.add}</button>`
      : '';
    const levels = this.language.choices('GuardLevel', ['BLOCK', 'WARN', 'LOG']);
    return html`<div class="page">
      ${guardHead(this.language, '/guard', this.#navigation.value, add)}
      <p class="muted">${words.text}</p>
      <desk-admin-try-box .revision=${this.revision}></desk-admin-try-box>
      <div class="filter-bar" role="search" aria-label=${this.language.of(GUARD_TITLE)}>
        ${textField({ id: 'q', type: 'search', label: words.search, value: this.text, onInput: (text) => (this.text = text) })}
        ${selectField({ id: 'level', label: words.level, value: this.level, empty: this.words(kitWords).any, choices: levels, onInput: (level) => (this.level = level) })}
      </div>
      <div class="card table">${loaded(this.#rules, this.language, (rules) => this.#renderRules(rules))}</div>
      ${this.#hits.value?.capped ? html`<p class="muted small">${words.capped}</p>` : nothing}
    </div>`;
  }

  #renderRules(rules: readonly Rule[]) {
    const words = this.words(guardWords);
    const typed = this.text.trim().toLocaleLowerCase();
    const shown = rules.filter(
      ({ rule, name, phrases, level }) =>
        (!this.level || level === this.level) &&
        [rule, name.zh, name.en, ...phrases].join('\n').toLocaleLowerCase().includes(typed),
    );
    if (shown.length === 0) return emptyState({ icon: 'search', title: words.empty });
    return html`<table class="stacking">
      <caption class="visually-hidden">${this.language.of(GUARD_TITLE)}</caption>
      <thead><tr>${[words.name, words.level, words.phrases, words.replacement, words.scope, words.hits(DAYS)].map((name) => html`<th scope="col">${name}</th>`)}<th scope="col"><span class="visually-hidden">${words.edit}</span></th></tr></thead>
      <tbody>${repeat(
        shown,
        ({ rule }) => rule,
        (rule) => this.#renderRule(rule),
      )}</tbody>
    </table>`;
  }

  #renderRule(rule: Rule) {
    const words = this.words(guardWords);
    const { language } = this;
    const found = this.#hits.value?.rules.find((one) => one.rule === rule.rule);
    const rest = rule.phrases.length - SHOWN;
    const stores = rule.storeIds.map((id) => this.#directory.value.stores.get(id)?.name ?? id);
    return html`<tr class=${rule.active ? '' : 'off'}>
      <th scope="row" data-label=${words.name}>${language.of(rule.name)} <span
        class="chip">${rule.ownRule ? (rule.shipped ? words.changed : words.own) : words.default}</span>${rule.active ? nothing : html` <span class="chip note">${words.off}</span>`}</th>
      <td data-label=${words.level}><span
        class="chip ${LEVEL_LOOKS[rule.level]}">${this.language.code('GuardLevel', rule.level)}</span> <span
        class="muted small">${words.levelTexts[rule.level]}</span></td>
      <td data-label=${words.phrases}>${rule.phrases.slice(0, SHOWN).join(' · ')}${rest > 0 ? html` <span class="muted">${words.more(rest)}</span>` : nothing}${rule.detectors.length > 0 ? html`<p class="muted small">${words.detectors}: ${language.list(rule.detectors.map((kind) => language.code('PersonalDataKind', kind)))}</p>` : nothing}</td>
      <td data-label=${words.replacement}>${rule.replacement ? language.of(rule.replacement) : '–'}</td>
      <td data-label=${words.scope}>${stores.length > 0 ? language.list(stores) : words.allStores}</td>
      <td data-label=${words.hitsShort}
        class="numeric">${this.#hits.value ? language.number(found?.count ?? 0) : '–'}</td>
      <td>${this.#manages ? this.#renderActions(rule) : nothing}</td>
    </tr>`;
  }

  #renderActions(rule: Rule) {
    const words = this.words(guardWords);
    const name = this.language.of(rule.name);
    const back = rule.shipped ? words.reset : words.remove;
    return html`<div class="row wrap"><button class="button tight" type="button" aria-label="${words.edit}: ${name}"
      @click=${() => void this.#write(rule)}>${words.edit}</button>
      ${rule.id ? html`<button class="button plain tight" type="button" aria-label="${back}: ${name}" @click=${() => void this.#reset(rule)}>${back}</button>` : nothing}</div>`;
  }
}

define('desk-admin-terms', DeskTerms);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-terms': DeskTerms;
  }
}
