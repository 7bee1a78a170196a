import { css } from 'lit';

export const conversationStyle = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr) auto;
    min-block-size: 0;
    min-inline-size: 0;
    background: var(--surface);
  }
  desk-timeline {
    min-block-size: 0;
    font-size: var(--text);
  }
  .around {
    display: grid;
  }
  .around p {
    display: flex;
    gap: 0.375rem;
    align-items: center;
    padding: 0.25rem 0.75rem;
    background: var(--info-soft);
    font-size: var(--small);
  }
  .around .offer {
    background: var(--warn-soft);
  }
  .state {
    grid-row: 1 / -1;
  }
  @media print {
    :host,
    desk-timeline {
      display: block;
    }
    .around,
    desk-admin-composer {
      display: none;
    }
  }
`;
