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
