import type { AnswerOf } from '@shopdesk/core/client';
import { viewQuery } from './documents.ts';

export const currentUser = viewQuery('currentUser', {}, 'id name agentNo roles permissions idleSeconds');

/** The signed-in member of staff; after `idleSeconds` without use the desk ends the session. */
export type Viewer = AnswerOf<typeof currentUser>;

/** Whether the viewer has a permission; no permission asked for means everybody. */
export const can = (viewer: Viewer | undefined, permission: string | undefined): boolean =>
  permission === undefined || Boolean(viewer?.permissions.includes(permission));
