import { css, html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use, viewerContext } from '../../desk/contexts.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { toast } from '../../kit/toast.ts';
import { correctReading, explainReading, type Emotion, type ReadingExplained } from './data.ts';
import { readingWords } from './words.ts';

const TREND_ICONS = { WORSE: 'down', STEADY: '', BETTER: 'up' } as const;

/** @summary Intent, priority and mood of a conversation with the reasons, to be set right by people. */
export class DeskReading extends DeskElement {
  static override properties = { subject: { attribute: false } };
  static override styles = [
    base,
    controls,
    states,
    css`
      .reason {
        margin-block-start: 0.25rem;
        overflow-wrap: anywhere;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
        align-items: center;
      }
      .trend svg {
        vertical-align: text-bottom;
      }
    `,
  ];

  declare subject: ConversationItem;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #act = new Act(this);
  /** What is shown while the next is on its way, so that nothing jumps. */
  #shown: { readonly id: string; readonly value: ReadingExplained } | undefined;
  readonly #explained = new Loader(this, {
    args: () =>
      this.subject
        ? ([
            this.subject.id,
            this.subject.intent,
            this.subject.priority,
            this.subject.emotion,
            this.subject.lastPublicSeq,
          ] as const)
        : undefined,
    load: async ([id]) => {
      const value = await this.#client.value.query(explainReading, { conversationId: id });
      this.#shown = { id, value };
      return value;
    },
  });

  async #correct(change: {
    intent?: string;
    priority?: ConversationItem['priority'];
    emotion?: Emotion;
  }): Promise<void> {
    const saved = await this.#act.run(this.#client.value, correctReading, {
      conversationId: this.subject.id,
      ...change,
    });
    if (!saved) return;
    await this.#explained.reload();
    toast(this, { kind: 'ok', text: this.words(readingWords).learnt });
  }

  override render() {
    if (!this.subject) return nothing;
    const { value } = this.#explained;
    const shown = value ?? (this.#shown?.id === this.subject.id ? this.#shown.value : undefined);
    return shown
      ? this.#renderReading(shown)
      : loaded(this.#explained, this.language, (explained) => this.#renderReading(explained));
  }

  #renderReading(explained: ReadingExplained) {
    const words = this.words(readingWords);
    const disabled = !can(this.#viewer.value, 'customer.reply');
    if (!explained.reading && !explained.intent) return html`<p class="muted small">${words.nothing}</p>`;
    return html`<div class="stack">
      ${problemNotice(this.#act.problem, this.language)} ${this.#renderIntent(explained, disabled)} ${this.#renderPriority(explained, disabled)} ${this.#renderEmotion(explained, disabled)}
    </div>`;
  }

  #renderIntent({ intent, reading, words: told, others, choices }: ReadingExplained, disabled: boolean) {
    const words = this.words(readingWords);
    // The second level stands in the list as long as it is what was read.
    const known = intent && !choices.some(({ key }) => key === intent.key) ? [intent, ...choices] : choices;
    const field = selectField({
      id: 'intent',
      label: words.intent,
      value: intent?.key ?? '',
      empty: words.notYet,
      disabled,
      choices: known.map(({ key, name }) => ({ value: key, label: this.language.of(name) })),
      onInput: (key) => key && void this.#correct({ intent: key }),
    });
    const setByPeople = reading?.setByPeople.includes('INTENT');
    const why = setByPeople
      ? words.setByPeople
      : [
          told.length > 0 ? words.because(told.join(' · ')) : '',
          reading ? words.sure(Math.round(reading.confidence * 100)) : '',
        ]
          .filter(Boolean)
          .join(' · ');
    const offers = setByPeople || disabled || reading?.isCertain ? [] : others;
    return html`<div>${field}
      <p class="reason muted small">${why}</p>
      ${offers.length > 0 ? html`<p class="chips small"><span class="muted">${words.maybe}</span>${offers.map((one) => html`<button type="button" class="button tight" aria-label=${words.choose(this.language.of(one.name))} @click=${() => void this.#correct({ intent: one.key })}>${this.language.of(one.name)}</button>`)}</p>` : nothing}
    </div>`;
  }

  #renderPriority({ priority, reading }: ReadingExplained, disabled: boolean) {
    const words = this.words(readingWords);
    const setByPeople = reading?.setByPeople.includes('PRIORITY');
    const reasons = setByPeople
      ? words.setByPeople
      : reading && reading.priorityReasons.length > 0
        ? words.because(
            reading.priorityReasons.map((reason) => this.language.code('PriorityReason', reason)).join(' · '),
          )
        : '';
    return html`<div>
      ${selectField({ id: 'priority', label: words.priority, value: priority, disabled, choices: this.language.choices<'P1' | 'P2' | 'P3' | 'P4'>('Priority'), onInput: (value) => value && void this.#correct({ priority: value }) })}
      ${reasons ? html`<p class="reason muted small">${reasons}</p>` : nothing}
    </div>`;
  }

  #renderEmotion({ emotion, reading }: ReadingExplained, disabled: boolean) {
    const words = this.words(readingWords);
    const trend = reading?.trend ?? 'STEADY';
    const notes = reading?.setByPeople.includes('EMOTION')
      ? [words.setByPeople]
      : [
          trend === 'STEADY' ? '' : this.language.code('EmotionTrend', trend),
          reading?.isUrgent ? words.urgent : '',
        ].filter(Boolean);
    const mark = TREND_ICONS[trend];
    return html`<div>
      ${selectField({ id: 'emotion', label: words.emotion, value: emotion ?? '', empty: words.notYet, disabled, choices: this.language.choices<Emotion>('EmotionLabel'), onInput: (value) => value && void this.#correct({ emotion: value }) })}
      ${notes.length > 0 ? html`<p class="reason trend muted small">${mark ? icon(mark, 'small') : nothing} ${notes.join(' · ')}</p>` : nothing}
    </div>`;
  }
}

define('desk-admin-reading', DeskReading);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-reading': DeskReading;
  }
}
