/**
 * Styles of the host and the button. Important rules of a shadow root win over important rules of the page,
 * so a page that resets everything cannot take the widget apart. Sizes are pixels: the page's font size is not ours.
 */
export const launcherStyles = /* css */ `
  :host {
    all: initial !important;
    display: block !important;
    position: fixed !important;
    z-index: 2147483000 !important;
    inset: auto 0 0 !important;
    block-size: 0 !important;
  }
  [hidden] {
    display: none !important;
  }
  .corner {
    position: fixed;
    inset-block-end: calc(20px + env(safe-area-inset-bottom));
    inset-inline-end: 20px;
    font: 15px/1.45 var(--shopdesk-font, system-ui, sans-serif);
    text-align: start;
  }
  .start {
    inset-inline: 20px auto;
  }
  button {
    margin: 10px 8px 0 0;
    padding: 7px 12px;
    border: 1px solid #58616c;
    border-radius: 10px;
    background: #fff;
    color: #1b1f24;
    font: inherit;
    cursor: pointer;
  }
  button:focus-visible {
    outline: 3px solid #fff;
    box-shadow: 0 0 0 6px #1b1f24;
  }
  .launcher {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    margin: 0;
    padding: 0;
    border-color: transparent;
    border-radius: 50%;
    background: var(--shopdesk-colour, var(--desk-look, #0f766e));
    color: var(--shopdesk-on-colour, var(--desk-on-look, #fff));
    box-shadow: 0 4px 16px #0003;
  }
  .launcher:hover,
  [aria-busy=true] {
    filter: brightness(1.2);
  }
  svg {
    inline-size: 28px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
  }
  .badge {
    position: absolute;
    inset-block-end: 40px;
    inset-inline-end: -4px;
    min-inline-size: 10px;
    padding: 0 6px;
    border-radius: 11px;
    background: #b3261e;
    color: #fff;
    font: 600 12px/22px system-ui;
    text-align: center;
  }
  .note {
    position: absolute;
    inset-block-end: 68px;
    inset-inline-end: 0;
    inline-size: 240px;
    padding: 14px;
    border: 1px solid #58616c;
    border-radius: 10px;
    background: #fff;
    color: #1b1f24;
  }
  .start .note {
    inset-inline: 0 auto;
  }
  @media (max-width: 480px) {
    :host([open]) .launcher {
      display: none;
    }
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
