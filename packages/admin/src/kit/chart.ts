/**
 * @module Charts of the panel, drawn as SVG by the panel itself. Each is a figure with a caption and a real table that
 * says the same: a picture carries no words for who does not see it. A second look beside colour (outline, size) tells
 * series apart.
 */
import { css, html, nothing, svg, type TemplateResult } from 'lit';

export const charts = css`
  figure {
    margin: 0;
    min-inline-size: 0;
  }
  .chart {
    display: block;
    inline-size: 100%;
    max-inline-size: 52rem;
    block-size: auto;
    margin-inline: auto;
    overflow: visible;
  }
  .chart text {
    fill: var(--ink-2);
    font-size: 11px;
    font-variant-numeric: tabular-nums;
  }
  .chart .value {
    fill: var(--ink);
    font-weight: 600;
  }
  .chart .line {
    stroke: var(--line);
    stroke-width: 1;
  }
  .chart .bar {
    fill: var(--accent);
  }
  .chart .before {
    fill: none;
    stroke: var(--line-strong);
    stroke-dasharray: 3 2;
  }
  .chart .none {
    fill: var(--hover);
  }
  /* The picture is drawn smaller on a phone, the words are not. */
  @container (inline-size < 45rem) {
    .chart text {
      font-size: 19px;
    }
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    color: var(--ink-2);
    font-size: var(--small);
  }
  .legend span::before {
    content: '';
    display: inline-block;
    inline-size: 0.625rem;
    block-size: 0.625rem;
    margin-inline-end: 0.375rem;
    border-radius: 0.125rem;
    background: var(--accent);
  }
  .legend .past::before {
    border: 1px dashed var(--line-strong);
    background: none;
  }
  @media (forced-colors: active) {
    .chart .bar {
      fill: CanvasText;
    }
    .chart .before {
      stroke: CanvasText;
    }
  }
`;

/** Round steps from 0 to at least the most: `ticks(137)` is 0, 50, 100, 150. */
export function ticks(most: number, about = 4): number[] {
  const rough = Math.max(1, most) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((n) => n * power >= rough) ?? 10) * power);
  return Array.from({ length: Math.ceil(Math.max(1, most) / step) + 1 }, (_, n) => n * step);
}

export interface ColumnPoint {
  readonly label: string;
  readonly value: number;
  /** The same of the time before, drawn behind it as an outline. */
  readonly before?: number;
}

export interface ColumnChart {
  readonly caption: string;
  readonly points: readonly ColumnPoint[];
  /** What the two series are called: that of now, that of before. */
  readonly series: readonly [string, string];
  readonly say: (value: number) => string;
}

const WIDE = 640;
const HIGH = 200;
const LEFT = 36;
const FOOT = 24;
const HEAD = 20;

/** Columns over time, beside those of the time before. */
export function columnChart({ caption, points, series, say }: ColumnChart): TemplateResult {
  const steps = ticks(Math.max(1, ...points.flatMap(({ value, before = 0 }) => [value, before])));
  const top = steps.at(-1) ?? 1;
  const high = HIGH - FOOT - HEAD;
  const y = (value: number) => HEAD + high - (value / top) * high;
  const slot = (WIDE - LEFT) / Math.max(1, points.length);
  const width = Math.min(56, slot * 0.55);
  const x = (at: number) => LEFT + slot * at + (slot - width) / 2;
  const withPast = points.some(({ before }) => before !== undefined);
  return html`<figure>
    <figcaption class="visually-hidden">${caption}</figcaption>
    <svg class="chart" viewBox="0 0 ${WIDE} ${HIGH}" aria-hidden="true">
      ${steps.map((step) => svg`<line class="line" x1=${LEFT} x2=${WIDE} y1=${y(step)} y2=${y(step)}></line><text x=${LEFT - 6} y=${y(step) + 4} text-anchor="end">${say(step)}</text>`)}
      ${points.map(
        ({ label, value, before }, at) => svg`
          ${before === undefined ? nothing : svg`<rect class="before" x=${x(at) - 4} y=${y(before)} width=${width + 8} height=${Math.max(0, y(0) - y(before))} rx="3"></rect>`}
          <rect class="bar" x=${x(at)} y=${y(value)} width=${width} height=${Math.max(0, y(0) - y(value))} rx="3"></rect>
          ${value > 0 ? svg`<text class="value" x=${x(at) + width / 2} y=${y(value) - 4} text-anchor="middle">${say(value)}</text>` : nothing}
          <text x=${x(at) + width / 2} y=${HIGH - 5} text-anchor="middle">${label}</text>`,
      )}
    </svg>
    ${withPast ? html`<p class="legend" aria-hidden="true"><span>${series[0]}</span><span class="past">${series[1]}</span></p>` : nothing}
    <table class="visually-hidden">
      <caption>${caption}</caption>
      <thead><tr><td></td><th scope="col">${series[0]}</th>${withPast ? html`<th scope="col">${series[1]}</th>` : nothing}</tr></thead>
      <tbody>${points.map(({ label, value, before }) => html`<tr><th scope="row">${label}</th><td>${say(value)}</td>${withPast ? html`<td>${before === undefined ? '–' : say(before)}</td>` : nothing}</tr>`)}</tbody>
    </table>
  </figure>`;
}

export interface HeatMap {
  readonly caption: string;
  /** Names of the rows, and of the columns; a column without a name is not labelled in the picture. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly value: (row: number, column: number) => number;
  readonly say: (value: number) => string;
  /** Every how many columns a name is drawn. @defaultValue 1 */
  readonly each?: number;
}

const CELL = { width: 24, height: 22, gap: 2, left: 64, foot: 22 } as const;

/** How much when: the darker, the more; the most of all carries its number. */
export function heatMap({ caption, rows, columns, value, say, each = 1 }: HeatMap): TemplateResult {
  const all = rows.flatMap((_row, at) => columns.map((_column, to) => value(at, to)));
  const most = Math.max(1, ...all);
  const wide = CELL.left + columns.length * CELL.width;
  const high = rows.length * CELL.height + CELL.foot;
  const cell = (at: number, to: number) => {
    const found = value(at, to);
    const x = CELL.left + to * CELL.width;
    const y = at * CELL.height;
    return svg`<rect class=${found > 0 ? 'bar' : 'none'} fill-opacity=${found > 0 ? (0.15 + (found / most) * 0.85).toFixed(2) : '1'}
      x=${x} y=${y} width=${CELL.width - CELL.gap} height=${CELL.height - CELL.gap} rx="3"><title>${`${rows[at]} ${columns[to]}: ${say(found)}`}</title></rect>`;
  };
  return html`<figure>
    <figcaption class="visually-hidden">${caption}</figcaption>
    <svg class="chart" viewBox="0 0 ${wide} ${high}" aria-hidden="true">
      ${rows.map((name, at) => svg`<text x="0" y=${at * CELL.height + 14}>${name}</text>${columns.map((_name, to) => cell(at, to))}`)}
      ${columns.map((name, to) => (to % each === 0 ? svg`<text x=${CELL.left + to * CELL.width} y=${high - 4}>${name}</text>` : nothing))}
    </svg>
    <table class="visually-hidden">
      <caption>${caption}</caption>
      <thead><tr><td></td>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${rows.map((name, at) => html`<tr><th scope="row">${name}</th>${columns.map((_name, to) => html`<td>${say(value(at, to))}</td>`)}</tr>`)}</tbody>
    </table>
  </figure>`;
}
