/**
 * @module Everything a shop does to have the desk on its pages: one script tag, and a signed word about who is signed
 * in.
 */
import { SignJWT } from 'jose';
import { html, type Html } from './pages/html.ts';

/** The tag that brings the desk; `public/shop.js` talks to it. */
export const deskTag = (desk: { url: string; storeKey: string; locale: string }): Html =>
  html`<script async src="${desk.url}/widget.js" data-store="${desk.storeKey}" data-locale="${desk.locale}"></script>`;

/** With what a shop signs; the desk's settings hold the same key under the same id. */
export interface IdentityKey {
  readonly shopId: string;
  readonly keyId: string;
  /** At least 32 bytes. */
  readonly secret: string;
}

/** Says who the customer is, for ten minutes and for one desk only. */
export const signIdentity = (
  { shopId, keyId, secret }: IdentityKey,
  storeKey: string,
  customer: { id: string; name: string; email: string; locale: string },
  now: Date,
): Promise<string> =>
  new SignJWT({ name: customer.name, email: customer.email, locale: customer.locale })
    .setProtectedHeader({ alg: 'HS256', kid: keyId })
    .setIssuer(shopId)
    .setAudience(storeKey)
    .setSubject(customer.id)
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(new Date(now.getTime() + 600_000))
    .sign(new TextEncoder().encode(secret));
