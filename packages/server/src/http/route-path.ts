/**
 * @module Paths of routes: fixed parts, and named ones that stand for any one part.
 */

const PART = /^(?::[a-zA-Z]\w*|[\w.-]+)$/;
/** Answered by the desk itself. */
const TAKEN = new Set(['graphql', 'shopper', 'healthz', 'readyz', 'metrics', 'widget', 'widget.js', 'admin']);

/** What is wrong with the path of a route. */
export function pathProblems(path: string): string[] {
  const [before, ...parts] = path.split('/');
  if (before !== '' || parts.length === 0) return ['does not begin with a slash'];
  const [first = ''] = parts;
  if (TAKEN.has(first)) return [`begins with /${first}, which is the desk’s own`];
  if (first.startsWith(':')) return ['begins with a part that varies, so it would take the paths of others'];
  return parts.every((part) => PART.test(part)) ? [] : ['holds a part that is neither a name nor “:name”'];
}

/** Reads the named parts of a path; undefined when it is another path. */
export type PathReader = (path: string) => Readonly<Record<string, string>> | undefined;

export function pathReader(pattern: string): PathReader {
  const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const escaped = pattern.replaceAll('.', '\\.').replaceAll(/:\w+/g, '([^/]+)');
  const shape = new RegExp(`^${escaped}$`);
  return (path) => {
    const found = shape.exec(path);
    return found ? Object.fromEntries(names.map((name, n) => [name, found[n + 1] ?? ''])) : undefined;
  };
}
