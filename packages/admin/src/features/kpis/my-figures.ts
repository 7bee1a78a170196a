/**
 * @module Today's reply rate, three-minute rate and satisfaction of the viewer, beside his conversations (R-PRE-26).
 */
import { css, html } from 'lit';
import { clientContext, liveContext, Use, viewerContext } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { Loader } from '../../kit/loader.ts';
import { myFigures, type MyFigures } from './data.ts';
import { kpiWords } from './words.ts';

type Own = MyFigures['figures'][number];
/** What keeps its place until the first answer. */
const NOT_YET = (['K_03', 'K_05', 'K_14'] as const).map((metric): Own => ({
  metric,
  unit: 'SHARE',
  value: null,
  num: 0,
  den: 0,
  n: 0,
}));

/** Many events in a row are one question. */
const PAUSE_MS = 5_000;

export class DeskMyFigures extends DeskElement {
  static override properties = { subject: { attribute: false } };
  static override styles = [
    base,
    css`
      dl {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0.25rem 0.75rem;
        margin: 0;
        padding: 0.25rem 0.75rem;
        border-block-end: 1px solid var(--line);
        min-block-size: 1.75rem;
      }
      div {
        display: flex;
        gap: 0.375rem;
        align-items: baseline;
        white-space: nowrap;
        font-size: var(--small);
      }
      dt {
        color: var(--ink-2);
      }
      dd {
        margin: 0;
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  /** The store that the list is limited to, if any. */
  subject: { readonly storeId: string } = { storeId: '' };
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #live = new Use(this, liveContext);
  readonly #figures = new Loader(this, {
    args: () => [this.subject.storeId] as const,
    load: ([storeId]) => this.#client.value.query(myFigures, storeId ? { storeId } : {}),
  });
  #stops: (() => void)[] = [];
  #later: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const again = () => {
      this.#later ??= setTimeout(() => {
        this.#later = undefined;
        void this.#figures.reload();
      }, PAUSE_MS);
    };
    this.#stops = [
      this.#live.value.on('conversation', ({ ownerId }) => ownerId === this.#viewer.value.id && again()),
      this.#live.value.on('resync', again),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    clearTimeout(this.#later);
    this.#later = undefined;
  }

  #share(value: number | null | undefined): string {
    if (value === null || value === undefined) return '–';
    return new Intl.NumberFormat(this.language.locale, { style: 'percent', maximumFractionDigits: 0 }).format(value);
  }

  /** How many were answered: a share of five says less than “4 of 5”. */
  #answered({ num, den }: Own): string {
    const { number } = this.language;
    return den === 0
      ? '–'
      : this.words(kpiWords).answered(number.call(this.language, num), number.call(this.language, den));
  }

  #value({ unit, value }: Own): string {
    if (value === null || unit === 'SHARE') return this.#share(value);
    return unit === 'SECONDS' ? this.language.elapsed(value * 1000) : this.language.number(value);
  }

  /** What the desk itself shows has shorter names here; figures of other features have their own. */
  #shown(own: Own): readonly [name: string, title: string, value: string] {
    const words = this.words(kpiWords);
    if (own.metric === 'K_03') return [words.replyRate, words.replyRateTitle, this.#answered(own)];
    if (own.metric === 'K_05') return [words.threeMinute, words.threeMinuteTitle, this.#value(own)];
    if (own.metric === 'K_14') return [words.satisfaction, words.satisfactionTitle(own.n), this.#value(own)];
    const name = this.language.code('MetricCode', own.metric);
    return [name, name, this.#value(own)];
  }

  override render() {
    const words = this.words(kpiWords);
    const shown = (this.#figures.value?.figures ?? NOT_YET).map((own) => this.#shown(own));
    return html`<dl
      aria-label=${words.label}>${shown.map(([name, title, value]) => html`<div title=${title}><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
  }
}

define('desk-admin-my-figures', DeskMyFigures);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-my-figures': DeskMyFigures;
  }
}
