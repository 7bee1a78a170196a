import { css } from 'lit';

const light = css`
  --desk-surface: #fff;
  --desk-raised: #f2f4f6;
  --desk-text: #1b1f24;
  --desk-muted: #58616c;
  --desk-line: #dfe3e8;
  --desk-danger: #b3261e;
  --desk-note: #fff4cf;
`;

const dark = css`
  --desk-surface: #17191d;
  --desk-raised: #262a30;
  --desk-text: #eceff3;
  --desk-muted: #a6afba;
  --desk-line: #383d45;
  --desk-danger: #ffaaa0;
  --desk-note: #453a14;
`;

/**
 * The custom properties that the shared elements are drawn with, for the root that holds them:
 * light, dark for `scheme="dark"`, and the reader's choice for `scheme="auto"`.
 */
export const tokens = css`
  :host {
    --desk-colour: #0f766e;
    --desk-on-colour: #fff;
    --desk-radius: 14px;
    --desk-font: system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
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
