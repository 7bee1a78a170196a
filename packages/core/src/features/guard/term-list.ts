/** @module The rules in force in a tenant: the default table, with what the tenant decided otherwise and added. */
import type { ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { DEFAULT_TERMS } from '../../language/default-terms.ts';
import {
  createTermMatcher,
  type BilingualText,
  type TermLevel,
  type TermMatcher,
  type TermRule,
} from '../../language/terms.ts';
import { ForbiddenTerm } from './entities.ts';
import { revisionOf, TenantCache } from './revision.ts';

type TermRow = RowOf<typeof ForbiddenTerm>;

export const MAX_TERM_ROWS = 500;
const NOWHERE = { stores: [] };

/** What a row says, on top of the default rule of its name: conditions such as "only to somebody unverified" stay. */
function ruleOf(row: TermRow): TermRule {
  const shipped = DEFAULT_TERMS.find(({ id }) => id === row.rule);
  const { rule: id, class: kind, name, phrases, except, detectors, replacement, storeIds, channels } = row;
  const scope = { ...(storeIds.length > 0 ? { stores: storeIds } : {}), ...(channels.length > 0 ? { channels } : {}) };
  return {
    ...(shipped?.onlyWhen ? { onlyWhen: shipped.onlyWhen } : {}),
    ...(shipped?.raise ? { raise: shipped.raise } : {}),
    ...(shipped?.paidPraise ? { paidPraise: true as const } : {}),
    id,
    class: kind,
    name,
    level: row.level.toLowerCase() as TermLevel,
    phrases,
    except,
    detectors,
    ...(replacement ? { replacement } : {}),
    scope: row.active ? scope : NOWHERE,
  };
}

/** Default rules without a row of the same name, then the tenant's rows. */
export function rulesOf(rows: readonly TermRow[]): TermRule[] {
  const decided = new Set(rows.map(({ rule }) => rule));
  return [...DEFAULT_TERMS.filter(({ id }) => !decided.has(id)), ...rows.map(ruleOf)];
}

interface Compiled {
  readonly revision: number;
  readonly match: TermMatcher;
  /** What each rule is called. */
  readonly names: ReadonlyMap<string, BilingualText>;
}

const compile = (revision: number, rules: readonly TermRule[]): Compiled => ({
  revision,
  match: createTermMatcher(rules),
  names: new Map(rules.map(({ id, name }) => [id, name])),
});

const compiled = new TenantCache<Compiled>();
let defaults: Compiled | undefined;

/** The tenant's rules, compiled once for each state of its list. */
async function compiledTerms(ctx: ReadContext): Promise<Compiled> {
  const revision = await revisionOf(ctx, 'TERMS');
  if (revision === 0) return (defaults ??= compile(0, DEFAULT_TERMS));
  const known = compiled.get(ctx);
  if (known?.revision === revision) return known;
  const rows = await ctx
    .trusted('settings for everybody')
    .find(ForbiddenTerm, { order: [['rule', 'asc']], limit: MAX_TERM_ROWS });
  return compiled.set(ctx, compile(revision, rulesOf(rows)));
}

export const termMatcher = async (ctx: ReadContext): Promise<TermMatcher> => (await compiledTerms(ctx)).match;

/** What the rules of some hits are called, each once. */
export async function ruleNames(
  ctx: ReadContext,
  rules: readonly string[],
): Promise<{ rule: string; name: BilingualText }[]> {
  const { names } = await compiledTerms(ctx);
  return [...new Set(rules)].flatMap((rule) => {
    const name = names.get(rule);
    return name ? [{ rule, name: { ...name } }] : [];
  });
}
