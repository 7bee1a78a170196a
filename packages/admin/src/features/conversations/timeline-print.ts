/**
 * @module How a timeline is printed. It stands here and not with the element, so that no shop's page has to load it.
 */
import { css } from 'lit';

const { styleSheet } = css`
  @media print {
    .log {
      overflow: visible;
    }
    button {
      display: none;
    }
  }
`;

/** Lets a timeline be as long on paper as what it shows. */
export function printsWhole(timeline: Element | null): void {
  const sheets = timeline?.shadowRoot?.adoptedStyleSheets;
  if (styleSheet && sheets && !sheets.includes(styleSheet)) sheets.push(styleSheet);
}
