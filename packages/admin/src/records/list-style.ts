import { css } from 'lit';

/** A list that reads well: rows of one height, the title first, state in words, numbers in columns. */
export const listStyle = css`
  desk-admin-views {
    display: contents;
  }
  .views {
    display: flex;
    gap: 0.25rem;
    align-items: center;
    overflow-x: auto;
    border-block-end: 1px solid var(--line);
  }
  .views > :is(a, button) {
    display: inline-flex;
    gap: 0.375rem;
    align-items: center;
    padding: 0.375rem 0.75rem;
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    color: var(--ink-2);
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }
  .views > :is(a, button):hover {
    color: var(--ink);
  }
  .views > [aria-current='true'] {
    border-block-end-color: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }
  .list td,
  .list th {
    block-size: 2.75rem;
  }
  .list thead th {
    block-size: 2.25rem;
  }
  .list thead button {
    display: inline-flex;
    gap: 0.25rem;
    align-items: center;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-weight: inherit;
    cursor: pointer;
  }
  .list thead button:hover {
    color: var(--ink);
  }
  .list thead [aria-sort] {
    color: var(--ink);
  }
  .list .end {
    text-align: end;
  }
  .list .tick > input {
    display: block;
  }
  .list .tick {
    inline-size: 2.25rem;
    padding-inline-end: 0;
  }
  .list .menu {
    inline-size: 2.75rem;
    padding-block: 0;
    text-align: end;
  }
  .list tbody tr:is([aria-selected='true'], :has(.title :focus-visible)) {
    background: var(--accent-soft);
  }
  .title {
    display: flex;
    gap: 0.625rem;
    align-items: center;
    min-inline-size: 0;
  }
  .title a {
    color: var(--ink);
    text-decoration: none;
  }
  .title a:hover {
    text-decoration: underline;
  }
  .title p {
    color: var(--ink-2);
    font-size: var(--small);
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  .chip.mark::before {
    content: '';
    inline-size: 0.4375rem;
    block-size: 0.4375rem;
    border-radius: 50%;
    background: currentcolor;
  }
  .chosen {
    position: sticky;
    inset-block-end: 0.75rem;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    justify-self: center;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: 0.75rem;
    background: var(--raised);
    box-shadow: var(--shadow);
  }
  .skeleton {
    display: grid;
    gap: 1px;
    background: var(--line);
    animation: appear 1ms linear 150ms both;
  }
  .skeleton span {
    display: grid;
    align-items: center;
    block-size: 2.75rem;
    padding-inline: 0.75rem;
    background: var(--surface);
  }
  .skeleton span::before {
    content: '';
    block-size: 0.625rem;
    inline-size: 55%;
    border-radius: 1rem;
    background: var(--hover);
  }
  .skeleton span:nth-child(even)::before {
    inline-size: 70%;
  }
  .skeleton span:nth-child(3n)::before {
    inline-size: 40%;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @container (inline-size < 45rem) {
    .list :is(td, th) {
      block-size: auto;
    }
    .list .tick,
    .list .blank {
      display: none;
    }
    .list tbody tr {
      padding-block: 0.75rem;
    }
    .list .end {
      text-align: start;
    }
    .list .menu {
      inline-size: auto;
    }
    .find {
      flex-basis: 100%;
      max-inline-size: none;
    }
  }
`;
