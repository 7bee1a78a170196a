import { css } from 'lit';

/** Look of the pages of self-service. Sizes in em: they grow with the reader's own text size. */
export const pageStyles = css`
  :host {
    display: block;
    font-size: 14px;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  /* The window's head shows it; here it is for the ear, and takes the focus. */
  h3 {
    position: absolute;
    clip-path: inset(50%);
    margin: 0;
  }
  h4 {
    margin: 18px 0 6px;
    font-size: 1em;
  }
  p {
    margin: 0 0 6px;
  }
  ul,
  ol,
  dl {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  .plain {
    list-style: disc;
    padding-inline-start: 1.3em;
  }
  .muted {
    color: var(--desk-muted);
    font-size: 0.93em;
  }
  .state {
    font-weight: 600;
  }
  .row {
    display: flex;
    gap: 10px;
    align-items: center;
    justify-content: space-between;
  }
  .list > li {
    border-block-end: 1px solid var(--desk-line);
  }
  .line {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    padding: 8px 0;
  }
  .line > :nth-child(2) {
    flex: 1;
    min-inline-size: 0;
  }
  .picture {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 10px;
    overflow: hidden;
    background: var(--desk-raised);
    color: var(--desk-muted);
  }
  .picture img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .price {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  dl {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px 12px;
  }
  dd {
    margin: 0;
    text-align: end;
  }
  .total {
    font-weight: 600;
  }
  .events {
    border-inline-start: 2px solid var(--desk-line);
    margin-inline-start: 5px;
  }
  .events li {
    position: relative;
    padding: 0 0 8px 14px;
    padding-inline: 14px 0;
  }
  .events li::before {
    content: '';
    position: absolute;
    inset-inline-start: -6px;
    inset-block-start: 6px;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--desk-muted);
  }
  .events li:first-child::before {
    background: var(--desk-colour);
  }
  .events time {
    display: block;
  }
  .button,
  .choice {
    padding: 9px 12px;
    border: 1px solid var(--desk-muted);
    min-block-size: 40px;
    text-align: center;
  }
  .button:hover:enabled {
    background: var(--desk-raised);
  }
  .main {
    background: var(--desk-colour);
    color: var(--desk-on-colour);
    border-color: transparent;
  }
  .main:hover:enabled {
    background: var(--desk-colour);
    filter: brightness(0.92);
  }
  .wide {
    inline-size: 100%;
    margin-block-start: 10px;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 12px;
  }
  .buttons > * {
    flex: 1 1 auto;
  }
  .option {
    display: grid;
    gap: 2px;
    inline-size: 100%;
    padding: 10px 2px;
    text-align: start;
    border-radius: 0;
  }
  button.option:hover {
    background: var(--desk-raised);
  }
  button.option {
    position: relative;
    padding-inline-end: 20px;
  }
  button.option::after {
    content: '›' / '';
    position: absolute;
    inset-inline-end: 4px;
    inset-block-start: calc(50% - 0.75em);
    font-size: 1.2em;
    color: var(--desk-muted);
  }
  .note {
    padding: 10px 12px;
    margin-block: 8px;
    border-radius: var(--desk-radius);
    background: var(--desk-raised);
  }
  .note.warn {
    background: var(--desk-note);
  }
  .problem {
    border: 1px solid var(--desk-danger);
    background: none;
  }
  .wrong {
    color: var(--desk-danger);
    font-size: 0.93em;
  }
  fieldset {
    margin: 0 0 12px;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
    margin-block-end: 4px;
  }
  label {
    display: block;
  }
  .field {
    margin-block-end: 10px;
  }
  .check {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    padding: 8px 0;
    min-block-size: 40px;
  }
  .check > :nth-child(2) {
    flex: 1;
    min-inline-size: 0;
  }
  .check > :nth-child(2)::first-letter {
    text-transform: uppercase;
  }
  .check input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 1px 0;
    accent-color: var(--desk-colour);
  }
  input:not([type='radio'], [type='checkbox']),
  select,
  textarea {
    font: inherit;
    inline-size: 100%;
    padding: 8px 10px;
    color: var(--desk-text);
    background: var(--desk-surface);
    border: 1px solid var(--desk-muted);
    border-radius: 10px;
    font-size: 16px;
  }
  [aria-invalid='true'] {
    border-color: var(--desk-danger) !important;
  }
  .why {
    color: var(--desk-muted);
    font-size: 0.93em;
  }
  .why summary {
    inline-size: fit-content;
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .check + .why {
    margin-inline-start: 30px;
  }
  .dim {
    color: var(--desk-muted);
  }
  .badge {
    display: inline-block;
    padding: 0 8px;
    border-radius: 99px;
    background: var(--desk-colour);
    color: var(--desk-on-colour);
    font-size: 0.86em;
    font-weight: 600;
  }
`;
