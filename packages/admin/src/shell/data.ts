/** @module What the panel itself asks of the desk about the viewer's own sign-ins. */
import type { Document } from '@shopdesk/core/client';
import { actionDocument, viewDocument, type Selection } from '../desk/document.ts';

/** A place where the viewer is signed in. */
export interface OwnSession {
  readonly id: string;
  readonly device: string;
  readonly signedInAt: string;
  readonly usedAt: string;
  readonly current: boolean;
}
type Ended = { readonly ended: number };
const ended = 'ended' as Selection<Ended>;

export const ownSessions = viewDocument<Record<never, never>, { sessions: readonly OwnSession[] }>(
  'ownSessions',
  {},
  'sessions { id device signedInAt usedAt current }',
) as Document<Record<never, never>, { sessions: readonly OwnSession[] }>;
export const endOwnSession = actionDocument<{ id: string }, Ended>('endOwnSession', 'SessionsEnded', ended);
export const endOtherSessions =
  `mutation EndOtherSessions($key: String) { endOtherSessions(idempotencyKey: $key) { __typename ... on SessionsEnded { ended } ... on Denied { code message fields { path message } details } } }` as ReturnType<
    typeof actionDocument<Record<never, never>, Ended>
  >;
