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

/** Round steps from 0 to at least the most: `ticks(137)` is 0, 50, 100, 150. What is counted is not split below 1. */
export function ticks(most: number, about = 4, least = 1): number[] {
  const top = Math.max(least, most);
  const rough = top / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const round = ([1, 2, 5, 10].find((n) => n * power >= rough) ?? 10) * power;
  const step = least < 1 ? round : Math.max(1, round);
  return Array.from({ length: Math.ceil(top / step - 1e-9) + 1 }, (_, n) => n * step);
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
  /** Every how many columns a name is drawn; where it is not each, none has room for its value. @defaultValue 1 */
  readonly each?: number;
  /** The axis reaches this at least. @defaultValue 1 */
  readonly least?: number;
}

const WIDE = 640;
const HIGH = 200;
const LEFT = 36;
const FOOT = 24;
const HEAD = 20;

/** Columns over time, beside those of the time before. */
export function columnChart({ caption, points, series, say, each = 1, least = 1 }: ColumnChart): TemplateResult {
  const steps = ticks(Math.max(least, ...points.flatMap(({ value, before = 0 }) => [value, before])), 4, least);
  const top = steps.at(-1) ?? 1;
  const high = HIGH - FOOT - HEAD;
  const y = (value: number) => HEAD + high - (value / top) * high;
  const slot = (WIDE - LEFT) / Math.max(1, points.length);
  const width = Math.min(56, slot * 0.55);
  const x = (at: number) => LEFT + slot * at + (slot - width) / 2;
  const withPast = points.some(({ before }) => before !== undefined);
  const step = (at: number) => svg`<line class="line" x1=${LEFT} x2=${WIDE} y1=${y(at)} y2=${y(at)}></line>
    <text x=${LEFT - 6} y=${y(at) + 4} text-anchor="end">${say(at)}</text>`;
  const past = (value: number, at: number) => svg`<rect class="before" x=${x(at) - 4} y=${y(value)}
    width=${width + 8} height=${Math.max(0, y(0) - y(value))} rx="3"></rect>`;
  const column = ({ label, value, before }: ColumnPoint, at: number) => {
    const middle = x(at) + width / 2;
    return svg`${before === undefined ? nothing : past(before, at)}
      <rect class="bar" x=${x(at)} y=${y(value)} width=${width} height=${Math.max(0, y(0) - y(value))} rx="3"></rect>
      <text class="value" x=${middle} y=${y(value) - 4}
        text-anchor="middle">${value > 0 && each === 1 ? say(value) : nothing}</text>
      <text x=${middle} y=${HIGH - 5} text-anchor="middle">${at % each === 0 ? label : nothing}</text>`;
  };
  const names = withPast ? series : [series[0]];
  const row = ({ label, value, before }: ColumnPoint) => [
    label,
    say(value),
    ...(withPast ? [before === undefined ? '–' : say(before)] : []),
  ];
  return html`<figure>
    <figcaption class="visually-hidden">${caption}</figcaption>
    <svg class="chart" viewBox="0 0 ${WIDE} ${HIGH}" aria-hidden="true">
      ${steps.map(step)}${points.map(column)}
    </svg>
    ${withPast ? legend(series) : nothing}${spoken(caption, names, points.map(row))}
  </figure>`;
}

const legend = ([now, before]: readonly [string, string]): TemplateResult =>
  html`<p class="legend" aria-hidden="true"><span>${now}</span><span class="past">${before}</span></p>`;

/** What a picture says, for who does not see it: each row begins with its name. */
const spoken = (
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): TemplateResult => html`<table class="visually-hidden">
  <caption>${caption}</caption>
  <thead><tr><td></td>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
  <tbody>${rows.map(
    ([name, ...values]) => html`<tr>
      <th scope="row">${name}</th>
      ${values.map((value) => html`<td>${value}</td>`)}
    </tr>`,
  )}</tbody>
</table>`;

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
    const shade = found > 0 ? (0.15 + (found / most) * 0.85).toFixed(2) : '1';
    return svg`<rect class=${found > 0 ? 'bar' : 'none'} fill-opacity=${shade} rx="3"
      x=${CELL.left + to * CELL.width} y=${at * CELL.height}
      width=${CELL.width - CELL.gap} height=${CELL.height - CELL.gap}>
      <title>${`${rows[at]} ${columns[to]}: ${say(found)}`}</title></rect>`;
  };
  const row = (name: string, at: number) => svg`<text x="0" y=${at * CELL.height + 14}>${name}</text>
    ${columns.map((_name, to) => cell(at, to))}`;
  const foot = (name: string, to: number) =>
    to % each === 0 ? svg`<text x=${CELL.left + to * CELL.width} y=${high - 4}>${name}</text>` : nothing;
  const said = rows.map((name, at) => [name, ...columns.map((_name, to) => say(value(at, to)))]);
  return html`<figure>
    <figcaption class="visually-hidden">${caption}</figcaption>
    <svg class="chart" viewBox="0 0 ${wide} ${high}" aria-hidden="true">${rows.map(row)}${columns.map(foot)}</svg>
    ${spoken(caption, columns, said)}
  </figure>`;
}
