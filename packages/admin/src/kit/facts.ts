import { css, html, type TemplateResult } from 'lit';

type Fact = readonly [term: string, text: string | TemplateResult];

/** A list of names and what they are; what is false, null or empty is left out. */
export const facts = Object.assign(
  (entries: readonly (Fact | false | null | undefined | '' | 0)[]): TemplateResult =>
    html`<dl class="facts">${entries.map((entry) => (entry ? html`<div><dt>${entry[0]}</dt><dd>${entry[1]}</dd></div>` : ''))}</dl>`,
  {
    style: css`
      .facts {
        display: grid;
        gap: 0.25rem;
      }
      .facts > div {
        display: grid;
        grid-template-columns: minmax(5rem, 2fr) minmax(0, 3fr);
        gap: 0.5rem;
      }
      .facts dt {
        color: var(--ink-2);
      }
      .facts dd {
        overflow-wrap: anywhere;
      }
    `,
  },
);
