/**
 * @module Signatures as Standard Webhooks say: HMAC-SHA256 over id, time and body. A listener on the way can neither
 * change a word nor send it again later.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** What came with a request. */
export interface SignedBody {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: string;
  /** `v1,<base 64>`, several apart by spaces while keys are changed. */
  readonly signature: string;
  readonly body: string;
}

/** The shop's clock may be so far off, in milliseconds. */
export const TOLERANCE_MS = 300_000;

const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

/** What a sender puts into `webhook-signature`. */
export const signatureOf = ({ id, timestamp, body }: Omit<SignedBody, 'signature'>, secret: string): string =>
  `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`;

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Why a body is not believed, or undefined. */
export function distrust(
  signed: SignedBody,
  secrets: readonly string[],
  now: Date,
): 'signature' | 'timestamp' | undefined {
  const given = signed.signature.split(' ').slice(0, 8);
  const own = secrets.map((secret) => signatureOf(signed, secret));
  // Every pair is compared, so the time tells nobody which key is near.
  const matches = own.flatMap((signature) => given.map((candidate) => same(signature, candidate)));
  if (!matches.includes(true)) return 'signature';
  const sentAt = /^\d{1,12}$/.test(signed.timestamp) ? Number(signed.timestamp) * 1000 : Number.NaN;
  return Math.abs(now.getTime() - sentAt) <= TOLERANCE_MS ? undefined : 'timestamp';
}
