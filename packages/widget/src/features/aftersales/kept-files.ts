/** @module Files that are not sent yet, kept in the browser so that a reload does not lose them. Where it refuses, they live as long as the page. */

const STORE = 'files';

/** Runs one request on the store's own small database; undefined where the browser has none. */
function ask<T>(keys: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const nothing = () => resolve(undefined);
    try {
      const opening = indexedDB.open(`${keys}files`, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
      opening.onerror = opening.onblocked = nothing;
      opening.onsuccess = () => {
        const database = opening.result;
        const request = work(database.transaction(STORE, mode).objectStore(STORE));
        request.onsuccess = () => resolve(request.result);
        request.onerror = nothing;
        request.transaction?.addEventListener('complete', () => database.close());
      };
    } catch {
      nothing();
    }
  });
}

export const keepFile = (keys: string, id: string, file: File): Promise<unknown> => ask(keys, 'readwrite', (store) => store.put(file, id));

export const keptFile = async (keys: string, id: string): Promise<File | undefined> => {
  const found = await ask<unknown>(keys, 'readonly', (store) => store.get(id));
  return found instanceof File ? found : undefined;
};

export const dropFile = (keys: string, id: string): Promise<unknown> => ask(keys, 'readwrite', (store) => store.delete(id));
