/**
 * @module What a feature builds on. The order in which features react, object and answer follows from this alone, never
 * from the place in a list.
 */

/** A feature by its name and what it builds on. */
export interface Layer {
  readonly name: string;
  readonly requires: readonly Layer[];
}

const byName = (a: Layer, b: Layer): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/**
 * Features in the order of what they build on: whoever requires another comes after it; among those that could come
 * next, the first by name. Those of a circle, and those that wait for one, come last.
 */
export function layered<F extends Layer>(features: readonly F[]): F[] {
  const known = new Set(features.map(({ name }) => name));
  const placed = new Set<string>();
  const waiting = features.toSorted(byName);
  const order: F[] = [];
  const isReady = ({ requires }: Layer) => requires.every(({ name }) => placed.has(name) || !known.has(name));
  while (waiting.length > 0) {
    const index = waiting.findIndex(isReady);
    if (index === -1) return [...order, ...waiting];
    const [next] = waiting.splice(index, 1) as [F];
    placed.add(next.name);
    order.push(next);
  }
  return order;
}

/** A feature with everything that it builds on, directly and through others: the smallest desk on which it works. */
export function withRequired<F extends { readonly name: string; readonly requires: readonly F[] }>(
  ...features: readonly F[]
): F[] {
  const found = new Map<string, F>();
  const add = (feature: F) => {
    if (found.has(feature.name)) return;
    found.set(feature.name, feature);
    for (const below of feature.requires) add(below);
  };
  for (const feature of features) add(feature);
  return layered([...found.values()]);
}

/** The names of everything that a feature builds on, directly and through others. */
export function requiredBy(feature: Layer): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...feature.requires];
  for (let below = open.pop(); below; below = open.pop()) {
    if (found.has(below.name)) continue;
    found.add(below.name);
    open.push(...below.requires);
  }
  return found;
}

/** What is wrong with the layers of a desk: requirements that are missing, and circles, each named once. */
export function layerProblems(features: readonly Layer[]): string[] {
  const known = new Map(features.map((feature) => [feature.name, feature]));
  const missing = features.flatMap(({ name, requires }) =>
    requires
      .filter((below) => !known.has(below.name))
      .map((below) => `${name} requires ${below.name}, which is not in \`features\``),
  );
  const circle = circleAmong(known);
  return circle ? [...missing, `the features ${circle.join(' → ')} require each other in a circle`] : missing;
}

/** A circle of features, its first name repeated at its end. */
function circleAmong(known: ReadonlyMap<string, Layer>): string[] | undefined {
  const done = new Set<string>();
  const walk = (name: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const below of known.get(name)?.requires ?? []) {
      const circle = walk(below.name, [...path, name]);
      if (circle) return circle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of known.keys()) {
    const circle = walk(name, []);
    if (circle) return circle;
  }
  return undefined;
}
