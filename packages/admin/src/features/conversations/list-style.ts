import { css } from 'lit';

export const listStyle = css`
  :host {
    display: grid;
    grid-template-rows: auto auto auto minmax(0, 1fr);
    min-block-size: 0;
    background: var(--surface);
  }
  .offline {
    border-radius: 0;
    align-items: center;
  }
  /* Room for the strip before it has come, so that nothing moves. */
  .above {
    display: block;
    min-block-size: 1.8125rem;
  }
  .views {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    border-block-end: 1px solid var(--line);
  }
  .view {
    display: grid;
    justify-items: center;
    padding: 0.5rem 0.125rem 0.375rem;
    border-block-end: 3px solid transparent;
    color: var(--ink-2);
    font-size: var(--small);
    text-decoration: none;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .view:hover {
    background: var(--hover);
  }
  .view:focus-visible {
    outline-offset: -3px;
  }
  .view[aria-current] {
    border-block-end-color: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }
  .view b {
    font-size: 1rem;
    font-weight: 650;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
    color: var(--ink);
  }
  .search {
    display: flex;
    gap: 0.375rem;
    padding: 0.5rem 0.75rem;
    border-block-end: 1px solid var(--line);
  }
  .search .button {
    position: relative;
  }
  .search .badge {
    position: absolute;
    inset-block-start: -0.375rem;
    inset-inline-end: -0.375rem;
  }
  .filters {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.5rem;
    padding: 0.625rem 0.75rem;
    border-block-end: 1px solid var(--line);
    background: var(--ground);
  }
  .filters .field {
    gap: 0.125rem;
    font-size: var(--small);
  }
  .scroll {
    overflow: auto;
    overscroll-behavior: contain;
    min-block-size: 0;
  }
  .rows {
    position: relative;
  }
  .rows li {
    contain: layout paint style;
  }
  .more {
    display: grid;
    justify-items: center;
    padding: 0.75rem;
  }
`;
