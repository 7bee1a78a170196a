/**
 * @module Markdown as templates. A well-kept parser says what the text means; no HTML is ever written: what stands in
 * the text as HTML is shown as it stands, pictures are not fetched, and links lead to web and mail addresses only.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { lexer, type Token, type Tokens } from 'marked';

type Piece = TemplateResult | string | typeof nothing;

const SAFE = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;
/** Deeper nesting is a mistake or an attack; its text is shown flat. */
const DEEPEST = 8;

/**
 * The text, rendered; as it was written where the parser cannot read it, as with thousands of quotes within each other.
 */
export function markdown(text: string): TemplateResult {
  try {
    return html`${blocks(lexer(text), 0)}`;
  } catch {
    return html`<p class="plain">${text}</p>`;
  }
}

const blocks = (tokens: readonly Token[], depth: number): Piece[] => tokens.map((token) => block(token, depth));

function block(token: Token, depth: number): Piece {
  if (depth > DEEPEST) return token.raw;
  switch (token.type) {
    case 'space':
    case 'def':
      return nothing;
    case 'heading':
      return heading(token as Tokens.Heading, depth);
    case 'paragraph':
      return html`<p>${inlines((token as Tokens.Paragraph).tokens, depth)}</p>`;
    case 'blockquote':
      return html`<blockquote>${blocks((token as Tokens.Blockquote).tokens, depth + 1)}</blockquote>`;
    case 'list':
      return list(token as Tokens.List, depth);
    case 'code':
      return html`<pre><code>${(token as Tokens.Code).text}</code></pre>`;
    case 'hr':
      return html`<hr />`;
    case 'table':
      return table(token as Tokens.Table, depth);
    case 'html':
      return html`<p>${token.raw}</p>`;
    default:
      return inline(token, depth);
  }
}

/** An article's own headings stand below its title. */
function heading({ depth: level, tokens }: Tokens.Heading, depth: number): Piece {
  const inside = inlines(tokens, depth);
  return level <= 1 ? html`<h3>${inside}</h3>` : level === 2 ? html`<h4>${inside}</h4>` : html`<h5>${inside}</h5>`;
}

function list({ ordered, start, items }: Tokens.List, depth: number): Piece {
  const rows = items.map(
    ({ task, checked, tokens }) =>
      html`<li>${task ? (checked ? '☑ ' : '☐ ') : nothing}${blocks(tokens, depth + 1)}</li>`,
  );
  return ordered ? html`<ol start=${start || 1}>${rows}</ol>` : html`<ul>${rows}</ul>`;
}

function table({ header, rows }: Tokens.Table, depth: number): Piece {
  return html`<div class="wide" tabindex="0"><table>
    <thead><tr>${header.map(({ tokens }) => html`<th>${inlines(tokens, depth)}</th>`)}</tr></thead>
    <tbody>${rows.map((cells) => html`<tr>${cells.map(({ tokens }) => html`<td>${inlines(tokens, depth)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

const inlines = (tokens: readonly Token[] | undefined, depth: number): Piece[] =>
  (tokens ?? []).map((token) => inline(token, depth));

function inline(token: Token, depth: number): Piece {
  if (depth > DEEPEST) return token.raw;
  switch (token.type) {
    case 'strong':
      return html`<strong>${inlines((token as Tokens.Strong).tokens, depth + 1)}</strong>`;
    case 'em':
      return html`<em>${inlines((token as Tokens.Em).tokens, depth + 1)}</em>`;
    case 'del':
      return html`<s>${inlines((token as Tokens.Del).tokens, depth + 1)}</s>`;
    case 'codespan':
      return html`<code>${unescaped((token as Tokens.Codespan).text)}</code>`;
    case 'br':
      return html`<br />`;
    case 'link':
      return link(token as Tokens.Link, depth);
    case 'image':
      return reference((token as Tokens.Image).href, (token as Tokens.Image).text || (token as Tokens.Image).href);
    case 'text':
    case 'escape':
      return 'tokens' in token && token.tokens
        ? html`${inlines(token.tokens, depth + 1)}`
        : unescaped((token as Tokens.Text).text);
    default:
      return token.raw;
  }
}

const link = ({ href, tokens }: Tokens.Link, depth: number): Piece =>
  reference(href, html`${inlines(tokens, depth + 1)}`);

const reference = (href: string, inside: Piece): Piece =>
  SAFE.test(href) ? html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${inside}</a>` : inside;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: '\u00a0',
};

/** The parser leaves entities to a browser that reads HTML; here nobody does. */
const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** The look of rendered Markdown; colours come from around it. */
export const markdownStyle = css`
  .markdown {
    overflow-wrap: anywhere;
    line-height: 1.6;
  }
  .markdown > :first-child {
    margin-block-start: 0;
  }
  .markdown :is(p, ul, ol, pre, blockquote, .wide) {
    margin-block: 0 0.75em;
  }
  .markdown :is(h3, h4, h5) {
    margin-block: 1em 0.375em;
    font-size: 1.05em;
    font-weight: 650;
  }
  .markdown :is(ul, ol) {
    padding-inline-start: 1.5em;
    list-style: revert;
  }
  .markdown li > p {
    margin: 0;
  }
  .markdown .plain {
    white-space: pre-wrap;
  }
  .markdown blockquote {
    margin-inline: 0;
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid currentcolor;
  }
  .markdown pre {
    white-space: pre-wrap;
  }
  .markdown code {
    font-family: ui-monospace, monospace;
    font-size: 0.9em;
  }
  .markdown .wide {
    overflow-x: auto;
  }
  .markdown :is(th, td) {
    padding: 0.25em 0.5em;
    border: 1px solid currentcolor;
    text-align: start;
  }
  .markdown a {
    color: inherit;
    text-decoration: underline;
  }
`;
