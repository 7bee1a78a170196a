import { css } from 'lit';

export const composerStyle = css`
  :host {
    display: block;
    padding: 0.5rem 0.75rem 0.75rem;
    border-block-start: 1px solid var(--line);
    background: var(--surface);
  }
  .kinds {
    display: flex;
    gap: 0.25rem;
    margin-block-end: 0.375rem;
  }
  .kinds .button[aria-pressed='true'] {
    background: var(--accent-soft);
    color: var(--accent-ink);
  }
  .kinds .note[aria-pressed='true'] {
    background: var(--note-soft);
    color: var(--note);
  }
  .box {
    display: grid;
    border: 1px solid var(--line-strong);
    border-radius: 0.625rem;
    background: var(--surface);
  }
  .box:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  .box.note {
    border-style: dashed;
    border-color: var(--note);
    background: var(--note-soft);
  }
  .writing {
    display: grid;
  }
  .writing > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  .marks {
    padding: 0.3125rem 0.625rem;
    max-block-size: 12rem;
    overflow: hidden;
    white-space: pre-wrap;
    overflow-wrap: break-word;
    color: transparent;
    font: inherit;
    pointer-events: none;
  }
  .scripts {
    padding: 0.375rem;
    max-block-size: min(18rem, 45dvh);
    overflow: auto;
    border-block-end: 1px solid var(--line);
  }
  .scripts [role='option'] {
    display: flex;
    gap: 0.5rem;
    align-items: baseline;
    padding: 0.25rem 0.375rem;
    border-radius: 0.375rem;
    cursor: pointer;
  }
  .scripts .active {
    background: var(--accent-soft);
    outline: 2px solid transparent;
  }
  .scripts .what {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .scripts .fits {
    flex: none;
    margin-inline-start: auto;
  }
  .guard ul {
    display: grid;
    gap: 0.25rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .guard .stack {
    gap: 0.375rem;
    min-inline-size: 0;
  }
  .guard .replace {
    text-align: start;
    overflow-wrap: anywhere;
  }
  .above:empty {
    display: none;
  }
  .above.over {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  textarea {
    border: 0 !important;
    background: none !important;
    resize: none !important;
    min-block-size: 3.25rem !important;
    max-block-size: 12rem;
    field-sizing: content;
  }
  textarea:focus-visible {
    outline: none;
  }
  .tools {
    display: flex;
    align-items: center;
    gap: 0.125rem;
    padding: 0 0.375rem 0.375rem;
  }
  .kept {
    flex-wrap: wrap;
  }
  .kept .button {
    white-space: normal;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .count {
    margin-inline: auto 0.5rem;
  }
  .over {
    color: var(--danger);
    font-weight: 600;
  }
  [popover] {
    inline-size: 20rem;
    margin: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
  }
  .notice {
    margin-block-end: 0.5rem;
  }
`;
