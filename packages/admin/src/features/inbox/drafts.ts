import { browserStorage } from '@shopdesk/core/client';

/** Text that is not sent yet, by conversation; it ends with the tab, and with signing out. */
const storage = browserStorage(() => globalThis.sessionStorage);

const keyOf = (conversationId: string, kind: string) => `shopdesk.draft:${kind}:${conversationId}`;

export const draftOf = (conversationId: string, kind: string): string => storage.get(keyOf(conversationId, kind)) ?? '';

export function keepDraft(conversationId: string, kind: string, text: string): void {
  if (text) storage.set(keyOf(conversationId, kind), text);
  else storage.remove(keyOf(conversationId, kind));
}
