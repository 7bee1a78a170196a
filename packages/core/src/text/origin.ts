const DEFAULT_PORTS = /^(http:.*):80$|^(https:.*):443$/;
const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;
const OWN_MACHINE = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?=[:/?#]|$)/i;

/** Scheme, host and port of a web address, as browsers name them; undefined where it is none. */
export const originOf = (url: string): string | undefined =>
  /^https?:\/\/[^/?#@\s]+(?=[/?#]|$)/.exec(url.toLowerCase())?.[0]?.replace(DEFAULT_PORTS, '$1$2');

/**
 * What somebody means who names a site: `shop.example`, `https://Shop.example/cart`. Without a scheme it is `https`, on
 * one's own machine `http`. What is no web address is given back as it is.
 */
export function completeOrigin(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const url = SCHEME.test(plain) ? plain : `${OWN_MACHINE.test(plain) ? 'http' : 'https'}://${plain}`;
  return originOf(url) ?? text;
}
