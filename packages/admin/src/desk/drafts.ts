/**
 * @module Text that is written but not sent yet, by person and conversation. Every tab of the same person has it; it
 * ends with signing out, with the next person who signs in, and a day after it was last changed.
 */
import { browserStorage, readJson } from '@shopdesk/core/client';

const PREFIX = 'shopdesk.draft:';
/** What nobody came back to does not stay on the device. */
const LONGEST_MS = 24 * 3600 * 1000;

const storage = browserStorage(() => globalThis.localStorage);

interface Kept {
  readonly text: string;
  /** Milliseconds since the epoch, by this device. */
  readonly at: number;
}

const keyOf = (personId: string, conversationId: string, kind: string) =>
  `${PREFIX}${personId}:${kind}:${conversationId}`;

const keptAt = (key: string): Kept | undefined => {
  const kept = readJson<Partial<Kept>>(storage, key);
  return typeof kept?.text === 'string' && typeof kept.at === 'number' ? { text: kept.text, at: kept.at } : undefined;
};

export const draftOf = (personId: string, conversationId: string, kind: string): string =>
  keptAt(keyOf(personId, conversationId, kind))?.text ?? '';

export function keepDraft(personId: string, conversationId: string, kind: string, text: string): void {
  const key = keyOf(personId, conversationId, kind);
  if (text) storage.set(key, JSON.stringify({ text, at: Date.now() } satisfies Kept));
  else storage.remove(key);
}

/** How many texts a person has begun and not sent. */
export const draftCount = (personId: string): number =>
  storage.keys(`${PREFIX}${personId}:`).filter((key) => keptAt(key)?.text.trim()).length;

export function dropDrafts(personId: string): void {
  for (const key of storage.keys(`${PREFIX}${personId}:`)) storage.remove(key);
}

/** What one person has begun to write is not for the next one, and does not lie on the device for ever. */
export function keepOnlyDraftsOf(personId: string): void {
  for (const key of storage.keys(PREFIX)) {
    const kept = keptAt(key);
    if (!key.startsWith(`${PREFIX}${personId}:`) || !kept || Date.now() - kept.at > LONGEST_MS) storage.remove(key);
  }
}

/** Hears when another tab of this browser changes a text; answers how to stop. */
export function onDraftElsewhere(told: () => void): () => void {
  const hear = ({ key }: StorageEvent): void => {
    if (key?.startsWith(PREFIX)) told();
  };
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}
