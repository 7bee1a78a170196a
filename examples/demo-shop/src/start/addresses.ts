/**
 * @module The two addresses of the demo, known before anything listens: desk and shop are told of each other first.
 */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { ConfigError } from '@shopdesk/core';
import type { StartSettings } from './settings.ts';

export interface Address {
  readonly port: number;
  /** Without a slash at its end. */
  readonly url: string;
}

/** Finds out that the ports are free, and chooses those that were left open. @throws ConfigError */
export async function chooseAddresses({ host, ports, deskUrl, shopUrl }: StartSettings): Promise<{ desk: Address; shop: Address }> {
  // Both are held until both are known, so that two free ones are never the same.
  const servers = { PORT: createServer(), SHOP_PORT: createServer() };
  try {
    const listen = async (name: keyof typeof ports): Promise<number> => {
      const listening = once(servers[name].listen(ports[name], host), 'listening');
      await listening.catch((error: unknown) => refusePort(error, `${name}=${ports[name]}`, host));
      return (servers[name].address() as AddressInfo).port;
    };
    const [desk, shop] = [await listen('PORT'), await listen('SHOP_PORT')];
    return { desk: { port: desk, url: deskUrl?.replace(/\/+$/, '') ?? urlOf(host, desk) }, shop: { port: shop, url: shopUrl?.replace(/\/+$/, '') ?? urlOf(host, shop) } };
  } finally {
    for (const server of Object.values(servers)) if (server.listening) await new Promise((closed) => server.close(closed));
  }
}

function urlOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function refusePort(error: unknown, setting: string, host: string): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') throw new ConfigError([`${setting}: another program uses this port; stop it, or choose another port`]);
  if (code === 'EACCES') throw new ConfigError([`${setting}: this port may not be used here; choose another one`]);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new ConfigError([`HOST: this machine has no address "${host}"`]);
  throw error;
}
