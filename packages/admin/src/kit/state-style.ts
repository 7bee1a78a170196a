import { css } from 'lit';

export const states = css`
  .state {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 0.5rem;
    padding: 2rem 1rem;
    text-align: center;
    color: var(--ink-2);
  }
  .state :is(h1, strong) {
    color: var(--ink);
    font-size: 1rem;
  }
  .state > svg {
    inline-size: 2rem;
    block-size: 2rem;
    stroke-width: 1.2;
    color: var(--ink-3);
  }
  .spinner {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    border: 2px solid var(--line);
    border-block-start-color: var(--accent);
    border-radius: 50%;
    animation: turn 800ms linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
`;
