import { host } from './host.ts';

const CHANGING = ['exp', 'iat', 'nbf', 'jti'];

/**
 * A fingerprint of what an identity token says, without the times that differ in each token. It is only used to
 * see that nothing has changed; the desk alone decides whether a token is true.
 */
export function claimsOf(identityToken: string): string {
  const [, payload = ''] = identityToken.split('.');
  try {
    const claims = JSON.parse(host.atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as Record<string, unknown>;
    const lasting = Object.entries(claims).filter(([name]) => !CHANGING.includes(name));
    return hash(JSON.stringify(lasting.sort(([a], [b]) => (a < b ? -1 : 1))));
  } catch {
    // No readable payload: every such token counts as new and the desk refuses it.
    return identityToken.slice(-32);
  }
}

/** 53 bits (cyrb53): storage must not hold the claims themselves, which are personal data. */
function hash(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
