import type { Document } from '@shopdesk/core/client';
import { viewDocument } from './document.ts';

/** The signed-in member of staff. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly agentNo: string;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  /** After so many seconds without use the desk ends the session. */
  readonly idleSeconds: number;
}

export const currentUser: Document<Record<never, never>, Viewer> = viewDocument(
  'currentUser',
  {},
  'id name agentNo roles permissions idleSeconds',
);

/** Whether the viewer has a permission; no permission asked for means everybody. */
export const can = (viewer: Viewer | undefined, permission: string | undefined): boolean =>
  permission === undefined || Boolean(viewer?.permissions.includes(permission));
