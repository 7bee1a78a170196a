import { css } from 'lit';

/** Buttons, inputs, chips and badges, drawn on native controls. */
export const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.375rem;
    min-height: 2.125rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    font-weight: 550;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
    transition: background var(--quick);
  }
  .button:hover {
    background: var(--hover);
  }
  .button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }
  .button.danger {
    border-color: transparent;
    background: var(--danger);
    color: var(--on-danger);
  }
  .button.primary:hover,
  .button.danger:hover {
    filter: brightness(0.93);
  }
  .button.plain {
    border-color: transparent;
    background: transparent;
  }
  .button.plain:hover,
  .button.plain[aria-expanded='true'],
  .button.plain[aria-pressed='true'] {
    background: var(--hover);
  }
  .button.icon-only {
    padding: 0.25rem;
    min-width: 2.125rem;
  }
  .button.tight {
    min-height: 1.75rem;
    padding: 0.125rem 0.5rem;
    font-size: var(--small);
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: not-allowed;
    filter: none;
  }
  .link {
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent-ink);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
    text-align: start;
  }
  input:not([type='checkbox'], [type='radio'], [type='color']),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: 2.125rem;
    padding: 0.3125rem 0.625rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
  }
  select {
    padding-inline-end: 0.25rem;
  }
  textarea {
    resize: vertical;
    min-block-size: 4rem;
  }
  ::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }
  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: var(--accent);
    flex: none;
  }
  input[type='color'] {
    inline-size: 2.75rem;
    block-size: 2.125rem;
    padding: 0.125rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
  }
  [aria-invalid='true'] {
    border-color: var(--danger) !important;
    box-shadow: inset 0 0 0 1px var(--danger);
  }
  .field {
    display: grid;
    gap: 0.25rem;
    min-width: 0;
    align-content: start;
  }
  .field > label,
  .field > .label,
  legend {
    font-weight: 550;
    padding: 0;
  }
  .check {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-height: 1.75rem;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
    display: grid;
    gap: 0.375rem;
  }
  .hint {
    color: var(--ink-2);
    font-size: var(--small);
  }
  .error {
    color: var(--danger);
    font-size: var(--small);
    display: flex;
    gap: 0.25rem;
    align-items: baseline;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    max-inline-size: 100%;
    padding: 0 0.5rem;
    min-block-size: 1.375rem;
    border: 1px solid transparent;
    border-radius: 1rem;
    background: var(--hover);
    color: var(--ink);
    font-size: var(--small);
    white-space: nowrap;
  }
  .chip.ok {
    background: var(--ok-soft);
    color: var(--ok);
  }
  .chip.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }
  .chip.danger {
    background: var(--danger-soft);
    color: var(--danger);
  }
  .chip.info {
    background: var(--info-soft);
    color: var(--info);
  }
  .chip.note {
    background: var(--note-soft);
    color: var(--note);
  }
  .chip.accent {
    background: var(--accent-soft);
    color: var(--accent-ink);
  }
  .badge {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-inline-size: 1.25rem;
    block-size: 1.25rem;
    padding: 0 0.3125rem;
    border-radius: 1rem;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.6875rem;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .kbd {
    padding: 0 0.3125rem;
    min-inline-size: 1.375rem;
    text-align: center;
    border: 1px solid var(--line-strong);
    border-block-end-width: 2px;
    border-radius: 0.3125rem;
    background: var(--surface);
    font: 500 var(--small) / 1.4 var(--font);
  }
  .notice {
    display: flex;
    gap: 0.5rem;
    align-items: flex-start;
    padding: 0.5rem 0.75rem;
    border-radius: var(--radius);
    background: var(--info-soft);
    color: var(--ink);
  }
  .notice > svg {
    color: var(--info);
  }
  .notice.danger {
    background: var(--danger-soft);
  }
  .notice.danger > svg {
    color: var(--danger);
  }
  .notice.warn {
    background: var(--warn-soft);
  }
  .notice.warn > svg {
    color: var(--warn);
  }
  .notice.ok {
    background: var(--ok-soft);
  }
  .notice.ok > svg {
    color: var(--ok);
  }
  @media (forced-colors: active) {
    .button,
    .chip,
    .badge,
    .notice {
      border: 1px solid currentcolor;
    }
    .button.primary {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  /* Paper has nothing to press and nothing to fill in. */
  @media print {
    .button,
    .field,
    .check,
    input,
    select,
    textarea {
      display: none !important;
    }
  }
  @media (pointer: coarse) {
    .button,
    input:not([type='checkbox'], [type='radio'], [type='color']),
    select {
      min-block-size: 2.5rem;
    }
    .button.tight {
      min-block-size: 2rem;
    }
  }
`;
