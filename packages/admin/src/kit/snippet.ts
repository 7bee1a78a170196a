/** @module What a shop puts on its pages. */

/** The address of the desk that pages elsewhere must name. */
const addressOf = (url: string): string => new URL(url || '/', location.href).href.replace(/\/$/, '');

/** The snippet a shop puts on its pages; attribute values hold no quotes, because keys and addresses cannot. */
export const snippetOf = (url: string, key: string): string =>
  `<script async src="${addressOf(url)}/widget.js" data-store="${key}"></script>`;
