/**
 * @module Where the desk is mounted. Below a prefix such as `/desk` some frameworks cut the prefix off before they pass
 * a request on and others do not; inside, a path means the same either way.
 */

/** `/desk` for `desk`, `/desk/` and the like; empty for the root. */
export const cleanBasePath = (given: string): string => {
  const inner = given.replace(/^\/+|\/+$/g, '');
  return inner && `/${inner}`;
};

/**
 * Path and query below the place where the desk is mounted. One that is not below it stays as it is: the framework has
 * cut it.
 */
export function belowBase(base: string, target: string): string {
  if (base === '' || !target.startsWith(base)) return target;
  const rest = target.slice(base.length);
  if (rest.startsWith('/')) return rest;
  return rest === '' || rest.startsWith('?') ? `/${rest}` : target;
}

/** The request as if the desk were mounted at the root. */
export function requestBelow(base: string, request: Request): Request {
  if (base === '') return request;
  const url = new URL(request.url);
  const target = url.pathname + url.search;
  const below = belowBase(base, target);
  return below === target ? request : new Request(url.origin + below, request);
}
