import type { RowOf } from '../../kernel/entity.ts';
import { point } from '../../kernel/point.ts';
import type { User } from './entities.ts';

/** The place of a person: ids of the teams that they belong to, and of those that they lead. */
export interface Standing {
  readonly teams: readonly string[];
  readonly leads: readonly string[];
}

/** Where a person stands, when it is found out who acts; the feature that knows teams answers from the row alone. */
export const staffStanding = point<RowOf<typeof User>, Standing>('access.standing');
