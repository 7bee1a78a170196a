/**
 * @module Which rule would hold for a conversation that starts now, and until when it is answered.
 */
import { css, html, nothing } from 'lit';
import { clientContext, directoryContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { previewServiceLevel, type Preview, type Scope } from './data.ts';
import { duration } from './duration.ts';
import { scopeFieldsOf } from './scope-fields.ts';
import { scopeName, scopeOfKey } from './scope.ts';
import { serviceLevelWords } from './words.ts';

const NAMES = { FIRST_REPLY: 'firstReply', NEXT_REPLY: 'nextReply', RESOLUTION: 'resolution' } as const;

export class DeskSlaPreview extends DeskElement {
  static override properties = { scope: { state: true }, round: { type: Number } };
  static override styles = [
    base,
    controls,
    states,
    css`
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(10.5rem, 1fr));
        gap: 0.5rem 0.75rem;
        align-items: start;
      }
      .answer {
        min-block-size: 7rem;
        padding-block-start: 0.75rem;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.125rem 0.75rem;
        margin: 0.375rem 0;
      }
      dt {
        color: var(--ink-2);
      }
      dd {
        margin: 0;
      }
    `,
  ];

  scope: Scope = { storeId: null, channel: 'WEB_CHAT', intent: null, priority: 'P4', tier: null };
  /** Rises when the rules have changed. */
  round = 0;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #preview = new Loader(this, {
    args: () => (this.#storeId ? ([this.#storeId, JSON.stringify(this.scope), this.round] as const) : undefined),
    load: ([storeId]) => {
      const { channel, intent, priority, tier } = this.scope;
      return this.#client.value.query(previewServiceLevel, {
        storeId,
        channel: channel ?? 'WEB_CHAT',
        intent,
        priority: priority ?? 'P4',
        tier,
      });
    },
  });

  get #storeId(): string | undefined {
    return this.scope.storeId ?? this.#directory.maybe?.stores.keys().next().value;
  }

  override render() {
    const change = (change_: Partial<Scope>) => (this.scope = { ...this.scope, ...change_ });
    const scope = { ...this.scope, storeId: this.#storeId ?? null };
    return html`<div
      class="fields">${scopeFieldsOf({ scope, language: this.language, directory: this.#directory.value, needed: ['storeId', 'channel', 'priority'], change })}</div>
      <div class="answer"
        role="status">${loaded(this.#preview, this.language, (preview) => this.#renderAnswer(preview))}</div>`;
  }

  /** The limit; where the priority multiplies what the rule says, the rule’s own number and by how much too. */
  #limit(seconds: number, ofRule: number | undefined, dueAt: string | null): string {
    const words = this.words(serviceLevelWords);
    const { language } = this;
    const factor = ofRule ? seconds / ofRule : 1;
    const number = new Intl.NumberFormat(language.locale, { maximumFractionDigits: 2 }).format(factor);
    const how =
      ofRule && factor !== 1 ? words.scaled(duration(ofRule, language), number, this.scope.priority ?? 'P4') : '';
    const limit = duration(seconds, language) + how;
    return dueAt ? words.by(limit, language.moment(dueAt)) : words.inTime(limit);
  }

  #renderAnswer({ policy, others, targets }: Preview) {
    const words = this.words(serviceLevelWords);
    if (!policy) return html`<p class="notice">${icon('info')}<span>${words.none}</span></p>`;
    const name = (scope: Scope) => scopeName(scope, this.language, this.#directory.maybe);
    return html`<p><strong>${words.holds(name(policy))}</strong></p>
      <dl>${targets.map(
        ({ target, limit, dueAt }) => html`<dt>${words[NAMES[target]]}</dt>
        <dd>${this.#limit(limit.limitSeconds, policy[NAMES[target]]?.limitSeconds, dueAt)}</dd>`,
      )}</dl>
      ${others.length > 0 ? html`<p class="muted small">${words.others(this.language.list(others.map((key) => name(scopeOfKey(key)))))}</p>` : nothing}`;
  }
}

define('desk-admin-sla-preview', DeskSlaPreview);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-sla-preview': DeskSlaPreview;
  }
}
