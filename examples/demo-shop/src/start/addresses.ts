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
export async function chooseAddresses({
  desk,
  shopPort,
  shopUrl,
}: StartSettings): Promise<{ desk: Address; shop: Address }> {
  const { host } = desk;
  // Both are held until both are known, so that two free ones are never the same.
  const servers = [createServer(), createServer()] as const;
  const address = async (
    server: (typeof servers)[number],
    setting: string,
    wanted: number,
    publicUrl: string | undefined,
  ): Promise<Address> => {
    const listening = once(server.listen(wanted, host), 'listening');
    await listening.catch((error: unknown) => refusePort(error, `${setting}=${wanted}`, host));
    const { port } = server.address() as AddressInfo;
    return { port, url: publicUrl?.replace(/\/+$/, '') ?? `http://${nameOf(host, 'localhost')}:${port}` };
  };
  try {
    return {
      desk: await address(servers[0], 'PORT', desk.port, desk.options.publicUrl),
      shop: await address(servers[1], 'SHOP_PORT', shopPort, shopUrl),
    };
  } finally {
    for (const server of servers) if (server.listening) await new Promise((closed) => server.close(closed));
  }
}

/** A host as a URL has it; one that means every address is reached by `everywhere`. */
export function nameOf(host: string, everywhere: string): string {
  if (host === '0.0.0.0' || host === '::') return everywhere;
  return host.includes(':') ? `[${host}]` : host;
}

function refusePort(error: unknown, setting: string, host: string): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    throw new ConfigError([`${setting}: another program uses this port; stop it, or choose another port`]);
  if (code === 'EACCES') throw new ConfigError([`${setting}: this port may not be used here; choose another one`]);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    throw new ConfigError([`HOST: this machine has no address "${host}"`]);
  throw error;
}
