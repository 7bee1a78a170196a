/**
 * @module A confirmation says that the actor saw this change of this state of an order. It is no secret: it only tells
 * whether what was shown is still what would happen.
 */

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, v]) => v !== undefined)
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}

/** FNV-1a over 53 bits, as base 36. */
export function digest(text: string): string {
  let [high, low] = [0x811c9dc5, 0x1b873593];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193) >>> 0;
    low = Math.imul(low ^ (code + index), 0x85ebca6b) >>> 0;
  }
  return (high * 0x200000 + (low >>> 11)).toString(36);
}

/** The confirmation of a request on an order that was last changed at `orderUpdatedAt`. */
export const confirmationOf = (request: object, orderUpdatedAt: string): string =>
  digest(canonical([request, orderUpdatedAt]));
