import type { Actor } from '../../kernel/actor.ts';
import { point } from '../../kernel/point.ts';

/** A session by the hash of its token, or by its id. */
export type NamedSession = { readonly tokenHash: string } | { readonly id: string };

/**
 * Who is behind a session that is none of the staff's; a feature that signs others in answers. Ended sessions are
 * nobody's.
 */
export const sessionHolder = point<NamedSession, Actor>('access.sessionHolder');
