import { css } from 'lit';

/** Pixels, because the rows that are drawn are reckoned from where the grid is scrolled to. */
export const ROW_PX = 52;

export const gridStyle = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  .scroller {
    overflow: auto;
    max-block-size: min(70dvh, 46rem);
    border: 1px solid var(--line);
    border-radius: 0.625rem;
    background: var(--surface);
    overscroll-behavior-x: contain;
  }
  .line {
    display: grid;
    grid-template-columns: var(--columns);
    min-inline-size: var(--least);
  }
  .top {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    min-inline-size: var(--least);
  }
  .head {
    background: var(--surface);
    border-block-end: 1px solid var(--line-strong);
  }
  .head > div {
    padding: 0.375rem 0.625rem;
    color: var(--ink-2);
    font-size: var(--small);
    font-weight: 600;
    align-content: end;
    background: var(--surface);
  }
  .body {
    position: relative;
    min-inline-size: var(--least);
  }
  .body > .line {
    position: absolute;
    inset-inline: 0;
    block-size: 52px;
    border-block-end: 1px solid var(--line);
    background: var(--surface);
  }
  .cell {
    padding: 0.3125rem 0.625rem;
    overflow: hidden;
    align-content: center;
    cursor: default;
    min-inline-size: 0;
  }
  .cell > span.text {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
    line-height: 1.4;
    font-size: 0.8125rem;
  }
  .editable .cell {
    cursor: cell;
  }
  .cell.blank > span.text {
    color: var(--ink-2);
    font-weight: 400;
  }
  .cell.first-answer,
  .head > .first-answer {
    border-inline-start: 2px solid var(--line-strong);
  }
  .cell.answer > span.text {
    font-weight: 550;
  }
  .cell:focus-visible {
    outline-offset: -2px;
  }
  .pinned {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    background: inherit;
    border-inline-end: 1px solid var(--line);
    box-shadow: inset 3px 0 0 var(--mark, transparent);
  }
  .head > .pinned {
    z-index: 3;
    background: var(--surface);
  }
  .pinned .row {
    gap: 0.25rem;
  }
  .body > .line:hover {
    background: var(--hover);
  }
  .body > .line.chosen {
    background: var(--accent-soft);
  }
  .error-row {
    --mark: var(--danger);
  }
  .warning-row {
    --mark: var(--warn);
  }
  .error-row .pinned svg {
    color: var(--danger);
  }
  .warning-row .pinned svg {
    color: var(--warn);
  }
  .locked {
    background: var(--ground) !important;
  }
  .cards {
    display: grid;
    gap: 0.625rem;
  }
  .rule {
    display: grid;
    gap: 0.375rem;
    padding: 0.625rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: 0.625rem;
    background: var(--surface);
    box-shadow: inset 3px 0 0 var(--mark, transparent);
  }
  .rule dl {
    display: grid;
    gap: 0.125rem;
  }
  .rule dl > div {
    display: grid;
    grid-template-columns: minmax(6rem, 2fr) minmax(0, 3fr);
    gap: 0.5rem;
    align-items: baseline;
  }
  .rule dt {
    color: var(--ink-2);
    font-size: var(--small);
  }
  .rule dd {
    overflow-wrap: anywhere;
  }
  .rule dd .link {
    min-block-size: 1.75rem;
  }
`;
