import { css } from 'lit';

/** The look of the help, and of an article in it. The Markdown's own look is small enough to come along. */
export const helpStyles = css`
  :host {
    max-block-size: min(45vh, 380px);
    max-block-size: min(45dvh, 380px);
    overflow: auto;
  }
  :host([whole]) {
    max-block-size: none;
  }
  :host([searching]) {
    padding: 0;
    border: 0;
  }
  :host([hidden]) {
    display: none;
  }
  ul {
    margin: 6px 0 0;
    padding: 0;
    list-style: none;
  }
  .hit {
    display: block;
    inline-size: 100%;
    padding: 7px 8px;
    text-align: start;
    border-radius: 8px;
  }
  .hit:hover {
    background: var(--desk-raised);
  }
  .hit b,
  .hit span {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  :host([searching]) .hit {
    padding: 12px 8px;
    border-radius: 0;
    border-block-end: 1px solid var(--desk-line);
  }
  :host([searching]) :is(.hit b, .hit span) {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .count:empty {
    display: none;
  }
  .quiet {
    padding: 4px;
    font-size: 12px;
    color: var(--desk-muted);
  }
  input {
    margin-block-start: 6px;
  }
  .ways {
    position: sticky;
    inset-block-end: -12px;
    padding-block: 8px;
    background: var(--desk-surface);
  }
  .markdown table {
    border-collapse: collapse;
  }
  /* The window's head shows it; here it is for the ear, and takes the focus. */
  h3[tabindex] {
    position: absolute;
    clip-path: inset(50%);
    margin: 0;
  }
  .markdown {
    overflow-wrap: anywhere;
    line-height: 1.55;
  }
  .markdown :is(p, ul, ol, pre, blockquote) {
    margin: 0 0 8px;
  }
  .markdown :is(h3, h4, h5) {
    margin: 10px 0 4px;
    font-size: 14px;
  }
  .markdown :is(ul, ol) {
    padding-inline-start: 20px;
    list-style: revert;
  }
  .markdown a {
    color: inherit;
    text-decoration: underline;
  }
  .markdown pre {
    white-space: pre-wrap;
  }
  .markdown .wide {
    overflow-x: auto;
  }
  .markdown :is(th, td) {
    padding: 3px 6px;
    border: 1px solid var(--desk-line);
  }
`;
