import { css } from 'lit';

/** The list at the left, what is chosen beside it; on a phone one of both. */
export const myWorkStyle = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) / 24rem minmax(0, 1fr);
    block-size: 100%;
    min-block-size: 0;
  }
  .list {
    display: grid;
    grid-template-rows: auto auto auto minmax(0, 1fr);
    min-block-size: 0;
    border-inline-end: 1px solid var(--line);
    background: var(--surface);
  }
  .list:not(:has(.kinds)) {
    grid-template-rows: auto auto minmax(0, 1fr);
  }
  h1 {
    padding: 0.875rem 1rem 0.375rem;
  }
  .tabs {
    padding-inline: 0.5rem;
  }
  .kinds {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    padding: 0.625rem 1rem;
    border-block-end: 1px solid var(--line);
  }
  .kinds a {
    color: inherit;
    text-decoration: none;
  }
  .kinds a[aria-current='true'] {
    background: var(--accent-soft);
    color: var(--accent-ink);
    font-weight: 600;
  }
  .count {
    margin-inline-start: 0.375rem;
    font-weight: 600;
  }
  .rows {
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .item {
    display: grid;
    gap: 0.1875rem;
    padding: 0.625rem 1rem;
    border-block-end: 1px solid var(--line);
    border-inline-start: 3px solid transparent;
    color: inherit;
    text-decoration: none;
  }
  .item:hover {
    background: var(--hover);
  }
  .item:focus-visible {
    outline-offset: -3px;
  }
  .item[aria-current='true'] {
    border-inline-start-color: var(--accent);
    background: var(--accent-soft);
  }
  .first {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    justify-content: space-between;
    min-inline-size: 0;
    font-weight: 550;
  }
  .first > :last-child:not(:first-child) {
    flex: none;
    font-weight: 400;
  }
  .second {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.375rem;
  }
  .second > :not(:last-child)::after {
    content: '·';
    margin-inline-start: 0.375rem;
  }
  .more {
    margin: 0.75rem 1rem;
  }
  .beside {
    container-type: inline-size;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .bar {
    display: flex;
    justify-content: flex-end;
    padding: 0.5rem 1rem 0;
  }
  .bar > button {
    display: none;
  }
  @container (inline-size < 60rem) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
    .list {
      border: 0;
    }
    :host(.one) .list,
    :host(:not(.one)) .beside {
      display: none;
    }
    .bar {
      justify-content: space-between;
    }
    .bar > button {
      display: inline-flex;
    }
  }
`;
