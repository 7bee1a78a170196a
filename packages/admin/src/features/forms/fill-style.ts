import { css } from 'lit';

/** How a form looks that is filled in. */
export const fillStyle = css`
  .step {
    display: grid;
    gap: 1rem;
  }
  .step[aria-disabled='true'] {
    opacity: 0.6;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    gap: 0.875rem 1rem;
    align-items: start;
  }
  .fields > .wide,
  fieldset.rows {
    grid-column: 1 / -1;
  }
  .money {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem;
    align-items: start;
  }
  .entry {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)) ;
    gap: 0.5rem 0.75rem;
    align-items: end;
    padding-block: 0.5rem;
    border-block-end: 1px solid var(--line);
  }
  .entry > .icon-only {
    justify-self: end;
  }
  ul.files {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    gap: 0.25rem;
    justify-items: start;
  }
  ul.files li {
    display: flex;
    align-items: center;
  }
  .pick {
    position: relative;
    justify-self: start;
  }
  .pick:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .pick input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
  .steps {
    display: grid;
    gap: 1rem;
  }
`;
