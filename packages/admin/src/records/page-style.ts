import { css } from 'lit';

/** A page of one row: what it is at the head, what matters in the middle, who and when at the side. */
export const pageStyle = css`
  .page {
    max-inline-size: 80rem;
    gap: 1.25rem;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: center;
  }
  .head .what {
    flex: 1 1 16rem;
    min-inline-size: 0;
  }
  .head h1 {
    display: inline;
    overflow-wrap: anywhere;
  }
  .head .kind {
    color: var(--ink-2);
    font-size: var(--small);
  }
  .because {
    display: flex;
    gap: 0.375rem;
    align-items: center;
    max-inline-size: 22rem;
  }
  .head .avatar {
    inline-size: 2.75rem;
    block-size: 2.75rem;
    font-size: 1rem;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    align-items: center;
  }
  .columns {
    grid-template-columns: minmax(0, 1fr) 20rem;
    gap: 1.25rem;
  }
  .main,
  .side {
    display: grid;
    gap: 1.25rem;
    min-inline-size: 0;
  }
  .card.padded {
    gap: 1rem;
  }
  .card h2 {
    font-size: var(--text);
    font-weight: 600;
  }
  .main .facts {
    grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
    gap: 0.75rem 1.5rem;
  }
  .main .facts > div {
    grid-template-columns: 1fr;
    gap: 0.125rem;
    align-content: start;
  }
  .facts dt {
    font-size: var(--small);
  }
  .main td .facts,
  .main .facts .facts {
    grid-template-columns: 1fr;
  }
  .side .facts {
    gap: 0.625rem;
  }
  .prose-field {
    display: grid;
    gap: 0.125rem;
  }
  .prose-field > :first-child {
    color: var(--ink-2);
    font-size: var(--small);
  }
  details > summary {
    color: var(--ink-2);
    cursor: pointer;
  }
  details[open] > summary {
    margin-block-end: 0.75rem;
  }
  .timeline {
    display: grid;
  }
  .timeline li {
    position: relative;
    display: grid;
    gap: 0.125rem;
    padding-inline-start: 1.25rem;
    padding-block-end: 0.875rem;
  }
  .timeline li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.375rem;
    inset-inline-start: 0;
    inline-size: 0.5625rem;
    block-size: 0.5625rem;
    border-radius: 50%;
    background: var(--line-strong);
  }
  .timeline li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 1rem -0.25rem;
    inset-inline-start: 0.25rem;
    inline-size: 1px;
    background: var(--line);
  }
  .timeline li:first-child::before {
    background: var(--accent);
  }
  .timeline q {
    color: var(--ink-2);
  }
  .related {
    display: grid;
  }
  .related li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    justify-content: space-between;
    padding-block: 0.5rem;
    border-block-end: 1px solid var(--line);
  }
  .related li:last-child {
    border: 0;
  }
  .related a {
    color: var(--ink);
    text-decoration: none;
    font-weight: 550;
  }
  .related a:hover {
    text-decoration: underline;
  }
  .chip.mark::before {
    content: '';
    inline-size: 0.4375rem;
    block-size: 0.4375rem;
    border-radius: 50%;
    background: currentcolor;
  }
  @container (inline-size < 60rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
