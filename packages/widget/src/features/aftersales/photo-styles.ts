import { css } from 'lit';

export const photoStyles = css`
  .photos {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-end: 8px;
  }
  .photos li {
    position: relative;
    inline-size: 88px;
  }
  .photos img,
  .blank {
    display: grid;
    place-items: center;
    inline-size: 88px;
    block-size: 88px;
    border-radius: 10px;
    object-fit: cover;
    background: var(--desk-raised);
    font-size: 11px;
    overflow: hidden;
  }
  .photos progress {
    inline-size: 100%;
  }
  .remove {
    position: absolute;
    inset-block-start: 3px;
    inset-inline-end: 3px;
    inline-size: 26px;
    block-size: 26px;
    border-radius: 50%;
    background: var(--desk-surface);
    border-color: var(--desk-line);
    color: var(--desk-text);
  }
`;
