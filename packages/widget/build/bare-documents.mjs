/**
 * @module Leaves of `graphql('query …')` and `shopperGraphql('query …')` the text: the call answers what it is given,
 * and is there for the compiler.
 */

const NAMES = ['graphql', 'shopperGraphql'];

function* callsIn(node) {
  if (!node || typeof node !== 'object') return;
  if (node.type === 'CallExpression' && NAMES.includes(node.callee.name) && node.arguments.length === 1) yield node;
  for (const below of Object.values(node)) yield* callsIn(below);
}

export const bareDocuments = () => ({
  name: 'bare-documents',
  transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id) || !NAMES.some((name) => code.includes(`${name}(`))) return undefined;
    const calls = [...callsIn(this.parse(code))].toSorted((a, b) => b.start - a.start);
    let bare = code;
    for (const {
      start,
      end,
      arguments: [text],
    } of calls)
      bare = `${bare.slice(0, start)}${bare.slice(text.start, text.end)}${bare.slice(end)}`;
    return { code: bare, map: null };
  },
});
