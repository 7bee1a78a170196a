/**
 * @module What holds for every question before its rule is asked: who may ask at all, and whether the input is
 * readable.
 */
import type { AnyAction, AnyView } from './action.ts';
import { servesAllStores, type Actor, type StaffActor } from './actor.ts';
import type { ReadContext } from './context.ts';
import { DeniedError, deny, type Denial } from './denial.ts';
import { inputProblems, TOO_DEEP, withoutBlanks } from './input.ts';
import { ownTexts } from './own-texts.ts';
import { readInput } from './problems.ts';

/** What concerns every store of a tenant is not decided by somebody who works for some of them. */
export const FOR_ALL_STORES = deny('FORBIDDEN', { text: ownTexts.forAllStores });

/** Asks whether an actor may ask for an action or a view at all. */
export function mayAsk(
  actor: Actor,
  { allow, tenantWide, inPerson }: Pick<AnyAction, 'allow' | 'tenantWide' | 'inPerson'>,
): Denial | undefined {
  if (tenantWide && !servesAllStores(actor)) return FOR_ALL_STORES;
  switch (actor.kind) {
    case 'system':
      return allow.system || (allow.staff && !inPerson) ? undefined : deny('FORBIDDEN');
    case 'staff': {
      if (allow.staff === true || (allow.staff && actor.permissions.has(allow.staff))) return undefined;
      return allow.anonymous ? undefined : deny('FORBIDDEN', { details: { permission: allow.staff } });
    }
    case 'rule':
      if (allow.staff && !inPerson && (allow.staff === true || actor.permissions.has(allow.staff))) return undefined;
      return deny('FORBIDDEN', { details: { permission: allow.staff } });
    case 'shopper':
      return allow.shopper || allow.anonymous ? undefined : deny('FORBIDDEN');
    case 'anonymous':
      return allow.anonymous ? undefined : deny('UNAUTHENTICATED');
  }
}

/** The input as the definition reads it. @throws DeniedError VALIDATION_FAILED naming every field that is wrong */
export function parse(definition: AnyAction | AnyView, input: unknown): unknown {
  const unusable = inputProblems(input);
  // A schema follows what is nested too deeply until the stack ends.
  if (unusable.some(({ text }) => text === TOO_DEEP))
    throw new DeniedError(deny('VALIDATION_FAILED', { fields: unusable }));
  // What shows nothing is not given: no reason, no name and no message is made of zero-width spaces.
  const read = readInput<unknown>(definition.input, withoutBlanks(input));
  const invalid = 'problems' in read ? read.problems : [];
  const fields = [...invalid, ...unusable.filter(({ path }) => !invalid.some((problem) => problem.path === path))];
  if ('data' in read && fields.length === 0) return read.data;
  throw new DeniedError(deny('VALIDATION_FAILED', { fields }));
}

/** The member of staff who acts; an action that asks this is `inPerson`. @throws DeniedError FORBIDDEN for others */
export function staffOf({ actor }: Pick<ReadContext, 'actor'>): StaffActor {
  if (actor.kind !== 'staff') throw new DeniedError(deny('FORBIDDEN'));
  return actor;
}
