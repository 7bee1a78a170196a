import { html } from 'lit';

// Our own drawings of what comes later than the window, 24 by 24, in the colour of the text.
export const boxIcon = () =>
  html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path
    d="M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8" /></svg>`;
export const fileIcon = () =>
  html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path
    d="M13.5 3.5H7a1.5 1.5 0 0 0-1.5 1.5v14A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V8.5zM13.5 3.5v5h5" /></svg>`;
export const chatIcon = () =>
  html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M4 5h16v12h-8l-5 4v-4h-3z" /></svg>`;
export const helpIcon = () =>
  html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><circle cx="12" cy="12" r="9" /><path
    d="M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 16.5v.1" /></svg>`;
