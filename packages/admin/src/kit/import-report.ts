import { css, html, nothing, type TemplateResult } from 'lit';

export interface ImportProblem {
  readonly line: number;
  readonly column: string;
  readonly problem: string;
}

interface ReportOptions {
  readonly said: string;
  readonly problems: readonly ImportProblem[];
  readonly words: {
    readonly line: string;
    readonly column: string;
    readonly problem: string;
    readonly nothingDone: string;
  };
  /** What the code of a problem is called. */
  readonly named: (problem: string) => string;
}

const MOST_SHOWN = 200;

/** What an import did or would do, and what is wrong in which line. */
export function importReport({ said, problems, words, named }: ReportOptions): TemplateResult {
  return html`<div class="notice ${problems.length > 0 ? 'danger' : 'ok'}"
    role="status"><div><p>${said}</p>${problems.length > 0 ? html`<p>${words.nothingDone}</p>` : nothing}</div></div>
    ${
      problems.length > 0
        ? html`<div class="table" tabindex="0"><table>
          <caption class="visually-hidden">${words.problem}</caption>
          <thead><tr><th scope="col">${words.line}</th><th scope="col">${words.column}</th><th
            scope="col">${words.problem}</th></tr></thead>
          <tbody>${problems.slice(0, MOST_SHOWN).map(({ line, column, problem }) => html`<tr><td class="numeric">${line}</td><td class="mono">${column}</td><td>${named(problem)}</td></tr>`)}</tbody>
        </table></div>`
        : nothing
    }`;
}

export const importStyle = css`
  input[type='file'] {
    padding: 0.25rem;
  }
`;
