/**
 * @module A confirmation says that the actor saw this change of this state of an order. It is no secret: it only tells
 * whether what was shown is still what would happen.
 */
import { digest } from '../../text/digest.ts';

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

/** The confirmation of a request on an order that was last changed at `orderUpdatedAt`. */
export const confirmationOf = (request: object, orderUpdatedAt: string): string =>
  digest(canonical([request, orderUpdatedAt]));
