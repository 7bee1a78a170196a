import { css } from 'lit';

/** The window: beside the button on a desktop, the whole screen on a phone. */
export const panelStyles = css`
  :host {
    position: fixed;
    inset-block-end: calc(88px + env(safe-area-inset-bottom));
    inset-inline-end: 20px;
    inline-size: 380px;
    max-inline-size: calc(100vw - 40px);
    block-size: 640px;
    max-block-size: calc(100vh - 108px);
    font: 15px/1.45 var(--desk-font);
    color: var(--desk-text);
    text-align: start;
    -webkit-text-size-adjust: 100%;
    -webkit-tap-highlight-color: transparent;
  }
  :host([position='start']) {
    inset-inline: 20px auto;
  }
  .panel {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    overflow: hidden;
    background: var(--desk-surface);
    border: 1px solid var(--desk-line);
    border-radius: 18px;
    box-shadow: 0 12px 48px #0003;
    animation: rise 0.16s ease-out;
    outline: 0;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(10px);
    }
  }
  header {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 12px 10px 12px 16px;
    padding-inline: 16px 10px;
    background: var(--desk-colour);
    color: var(--desk-on-colour);
  }
  header div {
    flex: 1;
    min-inline-size: 0;
  }
  h2 {
    margin: 0;
    font-size: 16px;
    line-height: 1.3;
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  header p {
    margin: 0;
    font-size: 13px;
  }
  header button {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 38px;
    block-size: 38px;
  }
  header button:hover {
    background: #fff3;
  }
  header button:focus-visible {
    outline-color: currentColor;
    outline-offset: -3px;
  }
  .back:dir(rtl) svg {
    transform: scaleX(-1);
  }
  .bar,
  .refused {
    margin: 0;
    padding: 8px 16px;
    font-size: 13px;
    background: var(--desk-note);
    color: var(--desk-text);
  }
  .refused {
    margin: auto;
    border-radius: var(--desk-radius);
  }
  desk-timeline,
  desk-home,
  .whole,
  .notices:has(> [whole]) {
    flex: 1;
    min-block-size: 0;
  }
  .notices {
    display: flex;
    flex-direction: column;
    max-block-size: 45%;
    overflow-y: auto;
  }
  .notices:has(> [whole]) {
    max-block-size: none;
  }
  .notices > :not([hidden]) ~ *,
  .panel:has(.whole, [whole]) :is(desk-timeline, desk-home),
  .panel:has(.whole) .notices {
    display: none;
  }
  .greeting {
    align-self: center;
    max-inline-size: 90%;
    padding: 10px 6px 4px;
    text-align: center;
    color: var(--desk-muted);
    white-space: pre-line;
    unicode-bidi: plaintext;
  }
  .tray {
    border-block-start: 1px solid var(--desk-line);
    overflow-y: auto;
  }
  .tray p {
    margin: 12px;
    font-size: 13px;
  }
  :host([dropping]) .panel {
    outline: 3px dashed var(--desk-text);
    outline-offset: -6px;
  }
  @media (max-width: 480px) {
    :host,
    :host([position='start']) {
      inset: var(--desk-top, 0) 0 auto;
      inline-size: auto;
      max-inline-size: none;
      block-size: var(--desk-height, 100%);
      max-block-size: none;
    }
    .panel {
      border: 0;
      border-radius: 0;
    }
    header {
      padding-block-start: calc(10px + env(safe-area-inset-top));
    }
  }
`;
