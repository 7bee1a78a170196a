import { css } from 'lit';

/** Links to the parts of one page; more than fit are scrolled to. */
export const tabStyle = css`
  .tabs {
    display: flex;
    gap: 0.25rem;
    overflow-x: auto;
    border-block-end: 1px solid var(--line);
  }
  .tabs a {
    padding: 0.5rem 0.75rem;
    border-block-end: 3px solid transparent;
    color: var(--ink-2);
    text-decoration: none;
    white-space: nowrap;
  }
  .tabs a:hover {
    color: var(--ink);
    background: var(--hover);
  }
  .tabs a:focus-visible {
    outline-offset: -3px;
  }
  .tabs a[aria-current='page'] {
    border-block-end-color: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }
`;
