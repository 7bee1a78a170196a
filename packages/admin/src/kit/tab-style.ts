import { css } from 'lit';

/** Links to the parts of one page. */
export const tabStyle = css`
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    border-block-end: 1px solid var(--line);
  }
  .tabs a {
    padding: 0.4375rem 0.75rem;
    color: var(--ink-2);
    text-decoration: none;
    border-block-end: 2px solid transparent;
  }
  .tabs a[aria-current='page'] {
    color: var(--accent-ink);
    border-block-end-color: var(--accent);
    font-weight: 600;
  }
`;
