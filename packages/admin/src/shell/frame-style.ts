import { css } from 'lit';

export const frameStyle = css`
  :host {
    display: grid;
    block-size: 100%;
    min-block-size: 0;
    container-type: inline-size;
    background: var(--ground);
  }
  .frame {
    display: grid;
    grid-template: minmax(0, 1fr) / 5.5rem minmax(0, 1fr);
    min-block-size: 0;
  }
  .skip {
    position: absolute;
    inset-block-start: -10rem;
    z-index: 2;
  }
  .skip:focus {
    inset-block-start: 0.5rem;
    inset-inline-start: 0.5rem;
  }
  nav {
    display: flex;
    flex-direction: column;
    gap: 0.125rem;
    padding: 0.5rem 0.375rem;
    border-inline-end: 1px solid var(--line);
    background: var(--surface);
    min-block-size: 0;
  }
  nav ul {
    display: grid;
    align-content: start;
    gap: 0.125rem;
    min-block-size: 0;
    overflow: auto;
  }
  /* Places that come late would push others away under a press; a desk that does not answer hides none for long. */
  nav ul.growing {
    visibility: hidden;
    animation: appear 0s 3s forwards;
  }
  @keyframes appear {
    to {
      visibility: visible;
    }
  }
  .place {
    position: relative;
    display: grid;
    justify-items: center;
    gap: 0.125rem;
    padding: 0.4375rem 0.125rem;
    border-radius: var(--radius);
    color: var(--ink-2);
    font-size: 0.6875rem;
    line-height: 1.2;
    text-align: center;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  .place:hover {
    background: var(--hover);
  }
  .place[aria-current] {
    background: var(--accent-soft);
    color: var(--accent-ink);
  }
  .place .badge {
    position: absolute;
    inset-block-start: 0.125rem;
    inset-inline-end: 0.375rem;
  }
  .tools {
    display: grid;
    justify-items: center;
    gap: 0.25rem;
    margin-block-start: auto;
    padding-block-start: 0.5rem;
  }
  .bell {
    min-block-size: 2.125rem;
    min-inline-size: 2.125rem;
  }
  .tools .presence-name,
  .more {
    display: none;
  }
  .stage {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr);
    min-block-size: 0;
    min-inline-size: 0;
  }
  main {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-block-size: 0;
    min-inline-size: 0;
    grid-row: 3;
    overflow: auto;
  }
  main:focus {
    outline: none;
  }
  .area {
    grid-template-columns: 14rem minmax(0, 1fr);
  }
  .area > * {
    grid-column: 1 / -1;
  }
  .area > main {
    grid-column: 2;
    /* Pages are as wide as what is left beside the list. */
    container-type: inline-size;
  }
  @container (inline-size < 60rem) {
    .area {
      grid-template: auto auto auto minmax(0, 1fr) / minmax(0, 1fr);
    }
    .area > main {
      grid-area: 4 / 1;
    }
  }
  .lost {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    padding: 0.25rem 1rem;
    background: var(--warn-soft);
    color: var(--warn);
    font-weight: 550;
  }
  @container (inline-size < 45rem) {
    .frame {
      grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    }
    nav {
      order: 2;
      flex-direction: row;
      align-items: stretch;
      padding: 0.125rem 0.25rem calc(0.125rem + env(safe-area-inset-bottom, 0px));
      border-inline-end: 0;
      border-block-start: 1px solid var(--line);
      overflow: visible;
    }
    nav ul {
      flex: 1;
      overflow: visible;
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
    }
    .extra,
    .tools .palette {
      display: none;
    }
    .more {
      display: block;
    }
    .place .badge {
      inset-inline-end: calc(50% - 1.5rem);
    }
    .tools {
      grid-auto-flow: column;
      align-items: center;
      margin: 0;
      padding: 0;
    }
  }
  @media (forced-colors: active) {
    .place[aria-current] {
      border: 2px solid Highlight;
    }
  }
  /* On paper the page is as long as what it shows, and nothing stands around it. */
  @media print {
    :host,
    .frame,
    .stage {
      display: block;
      block-size: auto;
    }
    nav,
    .skip,
    .stage > :not(main) {
      display: none;
    }
    main {
      grid-template: auto / minmax(0, 1fr);
      overflow: visible;
    }
  }
`;
