/** @module Whether a row meets a filter, and so whether an actor sees it: the same meaning as in storage. */
import type { Actor } from './actor.ts';
import type { BaseRow, Entity, Filter, Visibility } from './entity.ts';

/** The rows of an entity that an actor sees. */
export function scopeOf(actor: Actor, entity: Entity): Visibility {
  if (actor.kind === 'system') return 'all';
  return entity.visible(actor.kind === 'rule' ? actor.reader : actor);
}

/** Whether an actor may see a row. */
export function isInReach(actor: Actor, entity: Entity, row: BaseRow): boolean {
  const scope = scopeOf(actor, entity);
  return scope === 'all' || (scope !== 'none' && matches(row, scope));
}

/** Whether a row meets a filter: the same meaning as in storage. */
export function matches(row: BaseRow, filter: Filter): boolean {
  return Object.entries(filter).every(([field, condition]) => {
    if (condition === undefined) return true;
    if (field === 'or') return (condition as readonly Filter[]).some((part) => matches(row, part));
    return meets((row as unknown as Record<string, unknown>)[field] ?? null, condition);
  });
}

function meets(actual: unknown, condition: unknown): boolean {
  if (condition === null || typeof condition !== 'object') return actual === condition;
  return comparisonsOf(condition).every(([operator, operand]) => holds(actual, operator, operand as never));
}

/**
 * The comparisons of a condition, all of which hold: `{ gte: from, lt: to }` is a span.
 * @throws TypeError for a condition that compares nothing, which would be met by every row
 */
export function comparisonsOf(condition: object): readonly [operator: string, operand: unknown][] {
  const comparisons = Object.entries(condition);
  if (comparisons.length === 0) throw new TypeError('A condition without a comparison.');
  return comparisons;
}

function holds(actual: unknown, operator: string, operand: never): boolean {
  switch (operator) {
    case 'in':
      return (operand as readonly unknown[]).includes(actual);
    case 'ne':
      return actual !== operand;
    case 'has':
      return Array.isArray(actual) && actual.includes(operand);
    case 'contains':
      return typeof actual === 'string' && actual.toLowerCase().includes(String(operand).toLowerCase());
    default:
      return actual !== null && compares(operator, actual as never, operand);
  }
}

function compares(operator: string, actual: string | number, operand: string | number): boolean {
  switch (operator) {
    case 'lt':
      return actual < operand;
    case 'lte':
      return actual <= operand;
    case 'gt':
      return actual > operand;
    case 'gte':
      return actual >= operand;
    default:
      throw new Error(`Unknown condition ${operator}.`);
  }
}
