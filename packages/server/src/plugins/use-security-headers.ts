/**
 * @module Headers for every answer that did not choose its own: nothing is sniffed, framed, kept or referred to.
 */
import type { Plugin } from 'graphql-yoga';

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  // The panel takes files and plays sounds; it needs no other device.
  'permissions-policy': [
    'accelerometer',
    'camera',
    'display-capture',
    'geolocation',
    'gyroscope',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'usb',
  ]
    .map((feature) => `${feature}=()`)
    .join(', '),
};

export interface TransportSecurity {
  /** People reach the desk over TLS. */
  readonly https: boolean;
  /** The hosts below the desk's own are reached over TLS as well. */
  readonly subdomains: boolean;
}

/** Over TLS: browsers come back by TLS only, for a year. */
export const transportSecurity = ({ https, subdomains }: TransportSecurity): Record<string, string> =>
  https ? { 'strict-transport-security': `max-age=31536000${subdomains ? '; includeSubDomains' : ''}` } : {};

/** GraphiQL is a page of scripts, styles and workers; it exists in development only. */
const GRAPHIQL_POLICY = "default-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:; frame-ancestors 'none'";

export const useSecurityHeaders = (security: TransportSecurity): Plugin => ({
  onResponse({ response: { headers } }) {
    if (headers.get('content-type')?.startsWith('text/html') && !headers.has('content-security-policy'))
      headers.set('content-security-policy', GRAPHIQL_POLICY);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) if (!headers.has(name)) headers.set(name, value);
    for (const [name, value] of Object.entries(transportSecurity(security))) headers.set(name, value);
  },
});
