import { css } from 'lit';

export const boardStyle = css`
  .strip {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr));
    gap: 0.75rem;
  }
  .store {
    display: grid;
    gap: 0.375rem;
    padding: 0.75rem;
    align-content: start;
  }
  .count {
    font-size: 1.5rem;
    font-weight: 650;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .between {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    justify-content: space-between;
  }
  meter {
    inline-size: 5rem;
    block-size: 0.875rem;
    flex: none;
  }
  .store meter {
    inline-size: 100%;
  }
  .primary .kbd {
    color: var(--ink);
  }
  .boards {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 0.875rem;
    align-items: start;
  }
  .stack {
    display: grid;
    gap: 0.875rem;
    min-inline-size: 0;
  }
  .card-head {
    padding: 0.625rem 0.75rem;
    border-block-end: 1px solid var(--line);
  }
  .preview {
    display: block;
    max-inline-size: 22rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  td.end {
    text-align: end;
  }
  .time {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    font-weight: 600;
  }
  .alerts li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    padding: 0.5rem 0.75rem;
    border-block-end: 1px solid var(--line);
  }
  .alerts li:last-child {
    border-block-end: 0;
  }
  @container (inline-size < 60rem) {
    .boards {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
