/**
 * @module Links to a file that need no token, because an image tag cannot send one: short-lived, and signed over
 * everything that they name. Whoever gets one was allowed to read the file a few minutes ago.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface Link {
  readonly attachmentId: string;
  readonly tenantId: string;
}

/** Milliseconds for which a link is good. */
export const LINK_MS = 5 * 60_000;

export class SignedLinks {
  readonly #secret: Uint8Array;
  readonly #clock: () => number;

  constructor(secret: Uint8Array, clock: () => number = Date.now) {
    this.#secret = secret;
    this.#clock = clock;
  }

  /** Path and query of a link. */
  make({ attachmentId, tenantId }: Link): string {
    const expires = String(this.#clock() + LINK_MS);
    const query = new URLSearchParams({ t: tenantId, e: expires, s: this.#sign(attachmentId, tenantId, expires) });
    return `/attachments/${encodeURIComponent(attachmentId)}/content?${query}`;
  }

  /** What a link names, if it is ours and still good. */
  read(attachmentId: string, query: URLSearchParams): Link | undefined {
    const [tenantId, expires, signature] = ['t', 'e', 's'].map((name) => query.get(name) ?? '') as [
      string,
      string,
      string,
    ];
    const expected = Buffer.from(this.#sign(attachmentId, tenantId, expires));
    const given = Buffer.from(signature);
    const right = given.length === expected.length && timingSafeEqual(given, expected);
    return right && Number(expires) > this.#clock() ? { attachmentId, tenantId } : undefined;
  }

  #sign(...parts: readonly string[]): string {
    return createHmac('sha256', this.#secret).update(JSON.stringify(parts)).digest('base64url');
  }
}
