import { css } from 'lit';

/** Status marks differ by shape as well as by colour. */
export const presenceStyle = css`
  .presence {
    display: inline-block;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    flex: none;
    border: 2px solid var(--ink-3);
    border-radius: 50%;
  }
  .presence[data-presence='ONLINE'] {
    border-color: var(--ok);
    background: var(--ok);
  }
  .presence[data-presence='BUSY'] {
    border-color: var(--danger);
    background: linear-gradient(var(--danger) 0 0) center / 100% 35% no-repeat;
  }
  .presence:is([data-presence='AWAY'], [data-presence='BREAK'], [data-presence='TRAINING'], [data-presence='COOL_DOWN']) {
    border-color: var(--warn);
    background: linear-gradient(90deg, var(--warn) 50%, transparent 50%);
  }
`;
