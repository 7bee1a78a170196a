/**
 * @module Links to a file that need no token, because an image tag cannot send one: short-lived, and signed over
 * everything that they name. Whoever gets one was allowed to read the file a few minutes ago.
 */
import { base64url } from 'jose';

export interface Link {
  readonly attachmentId: string;
  readonly tenantId: string;
}

/** Milliseconds for which a link is good. */
export const LINK_MS = 5 * 60_000;

const HMAC = { name: 'HMAC', hash: 'SHA-256' };

export class SignedLinks {
  readonly #key: Promise<CryptoKey>;
  readonly #clock: () => number;

  constructor(secret: Uint8Array, clock: () => number = Date.now) {
    this.#key = crypto.subtle.importKey('raw', new Uint8Array(secret), HMAC, false, ['sign', 'verify']);
    this.#clock = clock;
  }

  /** Path and query of a link. */
  async make({ attachmentId, tenantId }: Link): Promise<string> {
    const expires = String(this.#clock() + LINK_MS);
    const signature = await crypto.subtle.sign(HMAC.name, await this.#key, signed(attachmentId, tenantId, expires));
    const query = new URLSearchParams({
      t: tenantId,
      e: expires,
      s: base64url.encode(new Uint8Array(signature)),
    });
    return `/attachments/${encodeURIComponent(attachmentId)}/content?${query}`;
  }

  /** What a link names, if it is ours and still good. */
  async read(attachmentId: string, query: URLSearchParams): Promise<Link | undefined> {
    const [tenantId, expires, signature] = ['t', 'e', 's'].map((name) => query.get(name) ?? '') as [
      string,
      string,
      string,
    ];
    const right = await crypto.subtle.verify(
      HMAC.name,
      await this.#key,
      bytesOf(signature),
      signed(attachmentId, tenantId, expires),
    );
    return right && Number(expires) > this.#clock() ? { attachmentId, tenantId } : undefined;
  }
}

/** None where the text is no base64. */
function bytesOf(signature: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(base64url.decode(signature));
  } catch {
    return new Uint8Array();
  }
}

const signed = (...parts: readonly string[]) => new TextEncoder().encode(JSON.stringify(parts));
