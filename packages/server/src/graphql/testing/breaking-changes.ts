/**
 * @module What in a schema breaks a client that was written for the schema of the last release, and whether somebody
 * has said why.
 */
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { z } from 'zod';
import { AUDIENCES } from '../audiences.ts';

/** A breaking change, as it stands in `packages/server/schema/breaking.json`. */
export const AnnouncedChange = z.object({
  /** Whose schema it is. */
  audience: z.enum(AUDIENCES),
  /** What changes, as the check names it: `Conversation.preview`. */
  path: z.string().min(1),
  /** What kind of change it is, as the check names it: `FIELD_REMOVED`. */
  type: z.string().min(1),
  /** Why it has to be, and what clients do instead. */
  reason: z.string().min(20),
});
export type AnnouncedChange = z.infer<typeof AnnouncedChange>;

export interface BreakingChange {
  readonly path: string;
  readonly type: string;
  /** In English, for whoever reads the failed check. */
  readonly message: string;
}

/** The changes from one schema to another that break clients; of additions and deprecations it says nothing. */
export async function breakingChanges(before: string, after: string): Promise<BreakingChange[]> {
  const changes = await diff(buildSchema(before), buildSchema(after));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ path = '', type, message }) => ({ path, type: String(type), message }));
}

/** The breaking changes that nobody has announced, and the announcements of what has not changed. */
export function compared(
  changes: readonly BreakingChange[],
  announced: readonly Pick<AnnouncedChange, 'path' | 'type'>[],
) {
  const key = ({ path, type }: Pick<AnnouncedChange, 'path' | 'type'>) => `${type} ${path}`;
  const [made, told] = [new Set(changes.map(key)), new Set(announced.map(key))];
  return {
    unannounced: changes
      .filter((change) => !told.has(key(change)))
      .map((change) => `${key(change)}: ${change.message}`),
    stale: [...told].filter((one) => !made.has(one)),
  };
}
