/**
 * @module Which Node is too old, in words. Any Node must be able to read this file and what imports it: no import,
 * and no syntax newer than modules.
 */

/** As in `engines`: `node:sqlite`, which holds the embedded database's lock, needs no flag since these. */
export const NODE_NEEDED = '^22.13.0 || >=23.4.0';

/** The sentence for a Node that is too old, else undefined. */
export function oldNode(version: string, language = ''): string | undefined {
  const parts = version.split('.').map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  if (major > 23 || (major === 23 && minor >= 4) || (major === 22 && minor >= 13)) return undefined;
  return /^zh/i.test(language)
    ? `Shopdesk 需要 Node 22.13 及以上的 22 版，或 23.4 及以上版本；当前是 Node ${version}。`
    : `Shopdesk needs Node 22.13 or newer of 22, or 23.4 and newer; this is Node ${version}.`;
}
