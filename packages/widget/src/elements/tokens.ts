import { css } from 'lit';

const light = css`
  --desk-surface: var(--shopdesk-surface, #fff);
  --desk-raised: var(--shopdesk-raised, #f2f4f6);
  --desk-text: var(--shopdesk-text, #1b1f24);
  --desk-muted: var(--shopdesk-muted, #58616c);
  --desk-line: var(--shopdesk-line, #dfe3e8);
  --desk-danger: var(--shopdesk-danger, #b3261e);
  --desk-note: var(--shopdesk-note, #fff4cf);
`;

const dark = css`
  --desk-surface: var(--shopdesk-surface, #17191d);
  --desk-raised: var(--shopdesk-raised, #262a30);
  --desk-text: var(--shopdesk-text, #eceff3);
  --desk-muted: var(--shopdesk-muted, #a6afba);
  --desk-line: var(--shopdesk-line, #383d45);
  --desk-danger: var(--shopdesk-danger, #ffaaa0);
  --desk-note: var(--shopdesk-note, #453a14);
`;

/**
 * The custom properties that the shared elements are drawn with, for the root that holds them:
 * light, dark for `scheme="dark"`, and the reader's choice for `scheme="auto"`.
 * A page changes them from outside by the same names that begin with `--shopdesk-`.
 */
export const tokens = css`
  :host {
    --desk-colour: var(--shopdesk-colour, var(--desk-look, #0f766e));
    --desk-on-colour: var(--shopdesk-on-colour, var(--desk-on-look, #fff));
    --desk-radius: var(--shopdesk-radius, 14px);
    --desk-font: var(--shopdesk-font, system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', sans-serif);
    ${light}
    color-scheme: light;
  }
  :host([scheme='dark']) {
    ${dark}
    color-scheme: dark;
  }
  @media (prefers-color-scheme: dark) {
    :host([scheme='auto']) {
      ${dark}
      color-scheme: dark;
    }
  }
`;
