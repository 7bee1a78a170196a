import { css } from 'lit';

/** Pages with a head, tables that become cards where there is no room. */
export const tables = css`
  .page {
    display: grid;
    align-content: start;
    gap: 0.875rem;
    padding: 1rem 1.25rem 2rem;
    max-inline-size: 90rem;
    inline-size: 100%;
    margin-inline: auto;
  }
  .page-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
  }
  .page-head h1 {
    flex: 1;
    min-inline-size: min-content;
  }
  .card {
    border: 1px solid var(--line);
    border-radius: 0.625rem;
    background: var(--surface);
    min-inline-size: 0;
  }
  .card.padded {
    display: grid;
    gap: 0.875rem;
    padding: 1rem;
  }
  .table {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.4375rem 0.75rem;
    text-align: start;
    vertical-align: middle;
    border-block-end: 1px solid var(--line);
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
  thead th {
    color: var(--ink-2);
    font-size: var(--small);
    font-weight: 600;
    white-space: nowrap;
    background: var(--surface);
  }
  tbody tr:hover {
    background: var(--hover);
  }
  td {
    max-inline-size: 24rem;
    /* A column is at least as wide as its longest word; a table that is wider then scrolls. */
    overflow-wrap: break-word;
  }
  td .row {
    row-gap: 0.25rem;
  }
  tbody th {
    font-weight: 550;
  }
  tbody th .small {
    font-weight: 400;
  }
  .filter-bar {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(10.5rem, 1fr));
    gap: 0.5rem 0.75rem;
    align-items: end;
  }
  .more {
    display: grid;
    justify-items: center;
    padding: 0.75rem;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(17rem, 1fr);
    gap: 0.875rem;
    align-items: start;
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: 0.75rem;
  }
  .group {
    display: grid;
    gap: 0.75rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 2px solid var(--line);
  }
  .item {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    padding-block-end: 0.5rem;
    border-block-end: 1px solid var(--line);
  }
  .item > * {
    inline-size: 100%;
  }
  .item > .button {
    inline-size: auto;
  }
  .checks {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr));
  }
  .mono {
    font-family: var(--mono);
    font-size: 0.8125rem;
  }
  @container (inline-size < 45rem) {
    .page {
      padding: 0.75rem;
    }
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .stacking thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .stacking tbody tr {
      display: grid;
      padding: 0.5rem 0.75rem;
      border-block-end: 1px solid var(--line);
    }
    .stacking tbody tr:last-child {
      border-block-end: 0;
    }
    .stacking :is(td, tbody th) {
      position: relative;
      display: flow-root;
      min-block-size: 1.625rem;
      padding: 0.125rem 0;
      padding-inline-start: 7.5rem;
      border: 0;
      max-inline-size: none;
      text-align: start;
    }
    /* Beside the value, and no lower than its row: a label of several lines makes the row higher. */
    .stacking td::before {
      float: inline-start;
      inline-size: 7rem;
      margin-inline-start: -7.5rem;
      content: attr(data-label);
      color: var(--ink-2);
      font-size: var(--small);
    }
    .stacking tbody tr {
      position: relative;
    }
    .stacking tbody th {
      padding-inline-start: 0;
      padding-block-end: 0.25rem;
      padding-inline-end: 2.5rem;
      overflow-wrap: anywhere;
    }
    .stacking td:not([data-label], [colspan]) {
      position: absolute;
      inset-block-start: 0.375rem;
      inset-inline-end: 0.5rem;
      padding: 0;
    }
    .stacking td[colspan] {
      padding-inline-start: 0;
    }
    .stacking td:not([data-label])::before {
      content: none;
    }
  }
  @media print {
    .page {
      padding: 0;
      max-inline-size: none;
    }
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .table {
      overflow: visible;
    }
    .filter-bar,
    .more {
      display: none;
    }
    li,
    tr {
      break-inside: avoid;
    }
  }
`;
