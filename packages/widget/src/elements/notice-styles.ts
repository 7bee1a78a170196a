import { css } from 'lit';

/** Look of what stands between messages and composer. */
export const noticeStyles = css`
  :host {
    display: block;
    padding: 12px 14px;
    border-block-start: 1px solid var(--desk-line);
    font-size: 14px;
  }
  p {
    margin: 0;
  }
  .muted {
    color: var(--desk-muted);
    font-size: 13px;
  }
  .problem {
    color: var(--desk-danger);
    font-size: 13px;
  }
  .row {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
  }
  .button {
    padding: 7px 12px;
    border: 1px solid var(--desk-muted);
    white-space: nowrap;
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
  input,
  textarea {
    inline-size: 100%;
    padding: 8px 10px;
    color: var(--desk-text);
    background: var(--desk-surface);
    border: 1px solid var(--desk-muted);
    border-radius: 10px;
    font-size: 16px;
  }
`;
