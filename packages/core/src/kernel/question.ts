/**
 * @module What holds for every question before its rule is asked: who may ask at all, and whether the input can be read.
 */
import type { AnyAction, AnyView } from './action.ts';
import type { Actor } from './actor.ts';
import { DeniedError, deny, type Denial } from './denial.ts';

/** Asks whether an actor may ask for an action or a view at all. */
export function mayAsk(actor: Actor, { allow }: Pick<AnyAction, 'allow'>): Denial | undefined {
  switch (actor.kind) {
    case 'system':
      return allow.system || allow.staff ? undefined : deny('FORBIDDEN');
    case 'staff': {
      if (allow.staff === true || (allow.staff && actor.permissions.has(allow.staff))) return undefined;
      return allow.anonymous ? undefined : deny('FORBIDDEN', { details: { permission: allow.staff } });
    }
    case 'shopper':
      return allow.shopper || allow.anonymous ? undefined : deny('FORBIDDEN');
    case 'anonymous':
      return allow.anonymous ? undefined : deny('UNAUTHENTICATED');
  }
}

/** The input as the definition reads it. @throws DeniedError VALIDATION_FAILED naming every field that is wrong */
export function parse(definition: AnyAction | AnyView, input: unknown): unknown {
  const result = definition.input.safeParse(input);
  const invalid = (result.error?.issues ?? []).map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  const broken = brokenTexts(input, []).filter(({ path }) => !invalid.some((problem) => problem.path === path));
  const fields = [...invalid, ...broken];
  if (result.success && fields.length === 0) return result.data;
  throw new DeniedError(deny('VALIDATION_FAILED', { fields }));
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Texts that no database can keep: the NUL character, or half of a surrogate pair. */
function brokenTexts(value: unknown, path: readonly string[]): { path: string; message: string }[] {
  if (typeof value === 'string')
    return value.includes('\0') || LONE_SURROGATE.test(value) ? [{ path: path.join('.'), message: 'The text has a broken character.' }] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [...brokenTexts(key, [...path, key]), ...brokenTexts(inner, [...path, key])]);
}
