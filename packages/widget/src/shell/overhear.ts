/**
 * @module What the window hears beside its own: files that are dropped on it, and what another tab has sent. Loaded when
 * the window is there.
 */
import type { DeskConnection } from '../connection/connection.ts';
import type { ChatFiles } from './chat-files.ts';
import type { DeskComposer } from './desk-composer.ts';

interface Within {
  readonly connection: DeskConnection;
  readonly files: ChatFiles;
  /** Null while nothing can be written. */
  readonly composer: () => DeskComposer | null;
}

/** Listens for the window; answers what ends it. */
export function overhear(chat: HTMLElement, { connection, files, composer }: Within): () => void {
  const ending = new AbortController();
  const { signal } = ending;

  const dragged = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files') || (composer()?.hidden ?? true)) return;
    event.preventDefault();
    chat.toggleAttribute('dropping', event.type === 'dragover');
  };
  chat.addEventListener('dragover', dragged, { signal });
  chat.addEventListener('dragleave', dragged, { signal });
  chat.addEventListener(
    'drop',
    (event) => {
      dragged(event);
      files.add([...(event.dataTransfer?.files ?? [])]);
    },
    { signal },
  );

  // What another tab has sent is no draft here any more.
  const sentElsewhere = ({ key, newValue }: StorageEvent): void => {
    const field = composer();
    if (
      field?.value &&
      key?.startsWith(connection.keys) &&
      key.includes(':out:') &&
      newValue?.includes(`"text":${JSON.stringify(field.value)}`)
    )
      field.value = '';
  };
  addEventListener('storage', sentElsewhere, { signal });
  return () => ending.abort();
}
