/**
 * @module Bars beside their names and figures, drawn into the table itself: readers of the table and of the picture get
 * the same.
 */
import { css, html, nothing, svg, type TemplateResult } from 'lit';

export interface Bar {
  readonly name: string;
  readonly units: number;
  readonly cases?: number;
}

export const barStyle = css`
  .bars {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .bars :is(td, th) {
    padding: 0.1875rem 0.375rem;
    border: 0;
    text-align: start;
    font-weight: 400;
  }
  .bars tbody tr:hover {
    background: none;
  }
  .bars .track {
    inline-size: 45%;
  }
  .bars td.numeric {
    white-space: nowrap;
  }
  .bars .bar {
    display: block;
    inline-size: 100%;
    block-size: 0.75rem;
    fill: var(--accent);
  }
  @media (forced-colors: active) {
    .bars .bar {
      fill: CanvasText;
    }
  }
`;

interface Labels {
  readonly caption: string;
  readonly units: string;
  readonly cases: string;
  /** A number of each with its word: `5 units`. */
  readonly sayUnits: (count: number) => string;
  readonly sayCases: (count: number) => string;
}

/** The longest bar fills the track; the others are in proportion. */
export function barTable(bars: readonly Bar[], labels: Labels): TemplateResult {
  const most = Math.max(1, ...bars.map(({ units, cases = 0 }) => units || cases));
  const withCases = bars.some(({ cases }) => cases !== undefined);
  // Without units (money alone) the cases are drawn.
  const share = ({ units, cases = 0 }: Bar) => Math.round(((units || cases) / most) * 100);
  return html`<table class="bars">
    <caption class="visually-hidden">${labels.caption}</caption>
    <thead class="visually-hidden"><tr><th scope="col">${labels.caption}</th><th scope="col">–</th><th
      scope="col">${labels.units}</th>${withCases ? html`<th scope="col">${labels.cases}</th>` : nothing}</tr></thead>
    <tbody>${bars.map(
      (bar) => html`<tr>
        <th scope="row">${bar.name}</th>
        <td class="track" aria-hidden="true"><svg
          class="bar" viewBox="0 0 100 10" preserveAspectRatio="none">${svg`<rect width=${share(bar)} height="10"></rect>`}</svg></td>
        <td class="numeric">${labels.sayUnits(bar.units)}</td>
        ${withCases ? html`<td class="numeric muted">${labels.sayCases(bar.cases ?? 0)}</td>` : nothing}
      </tr>`,
    )}</tbody>
  </table>`;
}
