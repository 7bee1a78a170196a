// How the features of core hang together: who imports whom, past which index, and who requires whom.
import { importsOf, placeOf, sources } from './sources.mjs';

/** Imports from one feature of core into another, without the list of all features. */
export function crossings(files = sources) {
  return files
    .filter(({ path }) => placeOf(path).pack === 'core' && placeOf(path).feature)
    .flatMap((file) => {
      const from = placeOf(file.path).feature;
      return importsOf(file)
        .map((to) => ({ file: file.path, from, to: placeOf(to).feature, past: !to.endsWith('/index.ts'), target: to }))
        .filter(({ to }) => to && to !== from);
    });
}

/** Everything that can be reached from each node, itself only by a circle. */
function reach(edges) {
  const next = new Map();
  for (const { from, to } of edges) next.set(from, (next.get(from) ?? new Set()).add(to));
  const reached = new Map();
  for (const start of next.keys()) {
    const seen = new Set();
    const open = [...next.get(start)];
    while (open.length > 0) {
      const node = open.pop();
      if (seen.has(node)) continue;
      seen.add(node);
      open.push(...(next.get(node) ?? []));
    }
    reached.set(start, seen);
  }
  return reached;
}

/** The size of the largest set of features of which each reaches each; 1 when there is no circle. */
export function largestComponent(edges) {
  const reached = reach(edges);
  const mutual = (a, b) => a === b || (reached.get(a)?.has(b) && reached.get(b)?.has(a));
  const nodes = [...reached.keys()];
  return Math.max(1, ...nodes.map((a) => nodes.filter((b) => mutual(a, b)).length));
}

/** Imports of a feature that the importing one does not require, directly or through others. */
export function undeclared(edges, required) {
  const reached = reach(
    [...required].flatMap(([from, names]) => names.map((to) => ({ from, to }))).filter(({ from, to }) => from !== to),
  );
  return edges.filter(({ from, to }) => !reached.get(from)?.has(to));
}
