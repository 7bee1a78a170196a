import type { ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { canonical } from '../../kernel/idempotency.ts';
import type { Rule } from './entities.ts';

/** What a dry run was about; it is another as soon as the draft, its store or what is published is another. */
export const fingerprintOf = (
  { ports }: Pick<ReadContext, 'ports'>,
  { id, storeId, draft, number, position }: RowOf<typeof Rule>,
): string => ports.tokens.hash(canonical({ id, storeId, draft, number, position }));
