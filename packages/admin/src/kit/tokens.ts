/**
 * @module The look of the panel as custom properties on its host; a page around it may set any of them.
 */
import { css } from 'lit';

/** Colours have 4.5:1 (text) and 3:1 (control borders) against the surfaces they are used on, light and dark. */
export const tokens = css`
  :host {
    color-scheme: light dark;
    --surface: light-dark(#ffffff, #161a21);
    --ground: light-dark(#f5f6f8, #0f1217);
    --raised: light-dark(#ffffff, #1c212a);
    --hover: light-dark(#eef1f4, #222934);
    --line: light-dark(#e1e5ea, #2a323d);
    --line-strong: light-dark(#828d9c, #6f7b8b);
    --ink: light-dark(#18202c, #e8ebf0);
    --ink-2: light-dark(#4b5666, #aab4c2);
    --ink-3: light-dark(#667080, #8e99a8);
    --accent: light-dark(var(--desk-accent, #0f766e), var(--desk-accent-dark, #3ccbb9));
    --accent-ink: light-dark(#0b5f58, #6fdccd);
    --accent-soft: light-dark(#e1f3f0, #12312e);
    --on-accent: light-dark(#ffffff, #06201d);
    --danger: light-dark(#b42318, #ff9186);
    --danger-soft: light-dark(#fdecea, #3b1a18);
    --on-danger: light-dark(#ffffff, #2a0a07);
    --warn: light-dark(#8a4b00, #f3b755);
    --warn-soft: light-dark(#fff1d6, #36280d);
    --ok: light-dark(#17703f, #5bd092);
    --ok-soft: light-dark(#e4f5ea, #11301f);
    --info: light-dark(#1a58a8, #82b7f8);
    --info-soft: light-dark(#e7f0fb, #14273f);
    --note: light-dark(#6d5200, #ecd27d);
    --note-soft: light-dark(#fff7d1, #2f2910);
    --font: var(--desk-font, system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif);
    --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Consolas, 'Noto Sans Mono CJK SC', monospace;
    --small: 0.75rem;
    --text: 0.875rem;
    --large: 1.125rem;
    --radius: 0.5rem;
    --shadow: 0 0.5rem 1.5rem light-dark(rgb(16 24 40 / 14%), rgb(0 0 0 / 50%));
    --quick: 120ms;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  @media print {
    :host(:is([theme], :not([theme]))) {
      color-scheme: light;
    }
  }
`;
