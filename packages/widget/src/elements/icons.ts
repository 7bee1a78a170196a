import { html } from 'lit';

// Our own drawings, 24 by 24, in the colour of the text; those that come with the window; `part-icons.ts` has the others.
export const closeIcon = () =>
  html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M6 6l12 12M18 6 6 18" /></svg>`;
export const backIcon = () =>
  html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M15 5l-7 7 7 7" /></svg>`;
export const sendIcon = () =>
  html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M5 12h13M12 5l7 7-7 7" /></svg>`;
export const smileIcon = () =>
  html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><circle cx="12" cy="12" r="9" /><path d="M8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5v.5M15 9.5v.5" /></svg>`;
export const clipIcon = () =>
  html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M20 11.5l-8.2 8.2a5 5 0 0 1-7-7L13 4.4a3.3 3.3 0 0 1 4.7 4.7l-8.2 8.2a1.7 1.7 0 0 1-2.4-2.4l7.4-7.3" /></svg>`;
export const listIcon = () =>
  html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M12 7v5l3.5 2M4.5 9A8 8 0 1 1 4 12.5M4 5v4h4" /></svg>`;
export const downIcon = () =>
  html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M12 5v14M5 12l7 7 7-7" /></svg>`;
