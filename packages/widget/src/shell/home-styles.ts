import { css } from 'lit';

const hue = (index: number, degrees: number) => css`
  .hue-${index} {
    --hue: ${degrees};
  }
`;

/** The first view: the head's colour goes on behind the greeting, and everything below stands on cards. */
export const homeStyles = [
  css`
    :host {
      display: block;
      overflow-y: auto;
      overscroll-behavior: contain;
      background: var(--desk-raised);
    }
    .hero {
      padding: 6px 18px 42px;
      background: var(--desk-colour);
      color: var(--desk-on-colour);
    }
    .who {
      display: flex;
      gap: 12px;
      align-items: center;
      min-block-size: 40px;
      margin-block-start: 10px;
    }
    .faces {
      display: flex;
      flex: none;
      padding-inline-end: 8px;
    }
    .faces:empty {
      display: none;
    }
    .face {
      display: grid;
      place-items: center;
      inline-size: 38px;
      block-size: 38px;
      margin-inline-end: -8px;
      border: 2px solid var(--desk-colour);
      border-radius: 50%;
      background: hsl(var(--hue) 45% 92%);
      color: hsl(var(--hue) 60% 24%);
      font-size: 13px;
      font-weight: 650;
    }
    .face::before {
      content: attr(data-initials) / '';
    }
    .away .face {
      filter: grayscale(1);
      opacity: 0.75;
    }
    h3 {
      margin: 0;
      font-size: 22px;
      line-height: 1.28;
      font-weight: 650;
      letter-spacing: -0.01em;
      white-space: pre-line;
      overflow-wrap: anywhere;
      unicode-bidi: plaintext;
    }
    .presence {
      display: flex;
      gap: 8px;
      align-items: baseline;
      margin: 0;
      font-size: 13px;
      line-height: 1.4;
    }
    .presence::before {
      content: '';
      flex: none;
      inline-size: 9px;
      block-size: 9px;
      border-radius: 50%;
      border: 2px solid currentColor;
    }
    .here .presence::before {
      background: currentColor;
    }
    .cards {
      display: grid;
      gap: 12px;
      padding: 0 14px 16px;
      margin-block-start: -28px;
    }
    .ways {
      display: grid;
      margin: 0;
      padding: 0;
      list-style: none;
      border-radius: 14px;
      background: var(--desk-surface);
      box-shadow: 0 1px 3px #0000001f;
      overflow: hidden;
    }
    .ways li + li {
      border-block-start: 1px solid var(--desk-line);
    }
    .ways button {
      display: flex;
      gap: 12px;
      align-items: center;
      inline-size: 100%;
      min-block-size: 56px;
      padding: 10px 14px;
      text-align: start;
      border-radius: 0;
      transition: background 0.12s;
    }
    .ways button:hover {
      background: var(--desk-raised);
    }
    .ways button:focus-visible {
      outline-offset: -3px;
    }
    .ways svg {
      flex: none;
      color: var(--desk-muted);
    }
    .ways .words {
      flex: 1;
      min-inline-size: 0;
    }
    .ways b,
    .ways small {
      display: block;
    }
    .ways b {
      font-size: 15px;
      font-weight: 600;
    }
    .ways small {
      font-size: 13px;
      color: var(--desk-muted);
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .ways .next {
      transform: scaleX(-1);
    }
    .next:dir(rtl) {
      transform: none;
    }
    .count {
      flex: none;
      padding: 0 8px;
      border-radius: 99px;
      background: var(--desk-danger);
      color: var(--desk-surface);
      font-size: 12px;
      font-weight: 600;
      line-height: 22px;
    }
  `,
  ...[205, 168, 28, 262, 342, 96, 190, 48].map((degrees, index) => hue(index, degrees)),
];
