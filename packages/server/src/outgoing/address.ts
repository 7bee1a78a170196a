/**
 * @module Which addresses the desk may call when a person has typed them: servers on the public internet, and those that
 * the operator names. Everything that leads into the operator’s own network is refused.
 */
import { BlockList, isIP } from 'node:net';
import { CallError, ConfigError } from '@shopdesk/core';

/** Not on the public internet: IANA’s special-purpose registries, and the address at which Azure answers its machines. */
const REFUSED_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];
/** Only 2000::/3 is public; within it, what wraps another address or is reserved. */
const REFUSED_IPV6 = ['::/3', '4000::/2', '8000::/1', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const refused = { 4: new BlockList(), 6: new BlockList() };
for (const [family, ranges] of [
  [4, REFUSED_IPV4],
  [6, REFUSED_IPV6],
] as const)
  for (const range of ranges) {
    const [net = '', bits] = range.split('/');
    refused[family].addSubnet(net, Number(bits), `ipv${family}`);
  }

/** Whether an address, as a resolver gives it, is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const [bare = ''] = address.split('%');
  switch (isIP(bare)) {
    case 4:
      return !refused[4].check(bare, 'ipv4');
    case 6:
      // A list of IPv6 ranges is asked for an IPv4 address that is written as IPv6 by its IPv4 ranges only.
      return !/^(?:0{0,4}:)+ffff:/i.test(bare) && !refused[6].check(bare, 'ipv6');
    default:
      return false;
  }
}

/** Hosts that may be called though they are private: `shop.internal`, or with one port only, `localhost:4001`. */
export class NamedHosts {
  readonly #names: ReadonlySet<string>;

  /** @throws ConfigError naming what is no host */
  constructor(names: readonly string[] = []) {
    const problems = names.filter((name) => !URL.canParse(`http://${name}`) || /[/?#@\\\s]/.test(name));
    if (problems.length > 0)
      throw new ConfigError(problems.map((name) => `allowed hosts: "${name}" is neither host nor host:port`));
    this.#names = new Set(names.map(normalised));
  }

  has(url: URL): boolean {
    return this.#names.has(url.hostname) || this.#names.has(`${url.hostname}:${portOf(url)}`);
  }
}

/** `LOCALHOST:80` as `localhost:80`: a port that is the default of http counts when it is written. */
function normalised(name: string): string {
  const { hostname } = new URL(`http://${name}`);
  const port = /:(\d+)$/.exec(name)?.[1];
  return port ? `${hostname}:${Number(port)}` : hostname;
}

const portOf = ({ port, protocol }: URL): number => Number(port || (protocol === 'https:' ? 443 : 80));

const LONGEST = 2000;
/** A URL drops tabs and line ends and reads a backslash as a slash: what is checked would not be what was typed. */
const STRANGE = /[\s\p{Cc}\\]/u;
const LOWEST_FREE_PORT = 1024;

const unreadable = (why: string): CallError => new CallError('ADDRESS_UNREADABLE', why);
const refusal = (why: string): CallError => new CallError('ADDRESS_REFUSED', why);

/**
 * The address that somebody typed, if it may be called as far as one sees without asking for its name.
 * @throws CallError
 */
export function callableUrl(text: string, named: NamedHosts): URL {
  const authority = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1];
  if (!authority || text.length > LONGEST || STRANGE.test(text) || !URL.canParse(text))
    throw unreadable('This is not an address that begins with http:// or https://.');
  const url = new URL(text);
  if (authority.includes('@')) throw refusal('The address holds a name or a password.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // 0x7f.1, 2130706433 and full-width digits are all 127.0.0.1: nobody writes a shop’s address so.
  if (isIP(host) === 4 && authority.replace(/:\d*$/, '') !== host) throw refusal('The number is written unusually.');
  if (named.has(url)) return url;
  if (/(?:^|\.)localhost\.?$/.test(host)) throw refusal('The address is this machine.');
  if (isIP(host) && !isPublicAddress(host)) throw refusal('The address is not on the public internet.');
  const port = portOf(url);
  if (port < LOWEST_FREE_PORT && port !== 80 && port !== 443) throw refusal(`The port ${port} is not that of a shop.`);
  return url;
}
