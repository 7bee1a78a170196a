import { DeskError, type DeskClient } from '@shopdesk/core/client';

/** The same client, which tells when the desk takes its token no longer. */
export function guarded(client: DeskClient, ended: () => void): DeskClient {
  const watch = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof DeskError && error.code === 'UNAUTHENTICATED') ended();
      throw error;
    }
  };
  return {
    url: client.url,
    sharesStreams: client.sharesStreams ?? false,
    query: (document, variables) => watch(client.query(document, variables)),
    mutate: (document, variables) => watch(client.mutate(document, variables)),
    subscribe: (document, variables, handlers) => client.subscribe(document, variables, handlers),
    request: (path, init) => client.request(path, init),
    headers: () => client.headers(),
    wake: () => client.wake(),
    reconnect: () => client.reconnect(),
    close: () => client.close(),
  };
}
