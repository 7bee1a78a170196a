/**
 * @module Secrets that people give the desk to use, encrypted before they are stored: whoever reads the database, a
 * backup or a disk has not read them. The key follows from the server’s own secret, which lies elsewhere.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const [KEY_BYTES, NONCE_BYTES, TAG_BYTES] = [32, 12, 16];
const FORM = 'v1';

export class Vault {
  readonly #key: Uint8Array;

  /** `purpose` parts what is sealed here from whatever else the same secret protects. */
  constructor(secret: Uint8Array, purpose: string) {
    this.#key = new Uint8Array(hkdfSync('sha256', secret, '', `shopdesk ${purpose}`, KEY_BYTES));
  }

  /** Encrypts a text; what is sealed for one place can be opened for that place only. */
  seal(place: string, text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${FORM}.${sealed.toString('base64url')}`;
  }

  /** The text; undefined where it was sealed by another secret, for another place, or has been changed since. */
  open(place: string, sealed: string): string | undefined {
    const [form, content = ''] = sealed.split('.');
    const bytes = Buffer.from(content, 'base64url');
    if (form !== FORM || bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
    try {
      const decipher = createDecipheriv(CIPHER, this.#key, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      const text = [decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
      return Buffer.concat(text).toString('utf8');
    } catch {
      return undefined;
    }
  }
}
