import { css } from 'lit';

export const policyPageStyle = css`
  .page {
    max-inline-size: none;
  }
  .whole {
    display: grid;
    gap: 0.875rem;
    min-inline-size: 0;
  }
  .page-head h1 {
    flex: 1 1 12rem;
  }
  @container (inline-size < 45rem) {
    .bar {
      position: static !important;
    }
  }
  .for-store {
    inline-size: 12rem;
  }
  .tabs {
    display: flex;
    gap: 0.25rem;
    overflow-x: auto;
    border-block-end: 1px solid var(--line);
  }
  .tab {
    padding: 0.5rem 0.75rem;
    border-block-end: 3px solid transparent;
    color: var(--ink-2);
    text-decoration: none;
    white-space: nowrap;
  }
  .tab:hover {
    color: var(--ink);
    background: var(--hover);
  }
  .tab:focus-visible {
    outline-offset: -3px;
  }
  .tab[aria-current] {
    border-block-end-color: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }
  .bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 4;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    padding-block: 0.5rem;
    background: var(--ground);
  }
`;
