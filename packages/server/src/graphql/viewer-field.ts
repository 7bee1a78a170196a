import type { Actor } from '@shopdesk/core';

/** What a viewer gets for a field instead of its stored value. */
export type ViewerField = (row: Readonly<Record<string, unknown>>, actor: Actor) => unknown;
