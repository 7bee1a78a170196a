import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { Store } from '../access/index.ts';
import { findHits, hitDenial } from '../guard/index.ts';
import { LIVE_STATES, Script, scriptCode, scriptFields, ScriptHours, scriptScope } from './entities.ts';
import { SHARED, variablesOf, type ScriptRow } from './library.ts';
import { scriptTexts as t } from './texts.ts';
import type { Said } from '../../kernel/said.ts';

type Given = Partial<Pick<ScriptRow, keyof typeof scriptFields>>;

/** One's own scripts are one's own affair; what others use too is for who may publish (3.13). */
function mayEdit({ actor }: ReadContext, scope: ScriptRow['scope']): Denial | undefined {
  if (actor.kind !== 'staff' || scope === 'PERSONAL' || actor.permissions.has('script.publish')) return undefined;
  return deny('FORBIDDEN', { details: { permission: 'script.publish' } });
}

/** A lead of some stores writes for one of those; who works everywhere writes for all. */
async function mayPlace(
  ctx: ReadContext,
  scope: ScriptRow['scope'],
  storeId: string | null,
): Promise<Denial | undefined> {
  if (storeId) await ctx.get(Store, storeId);
  const limited = ctx.actor.kind === 'staff' && ctx.actor.storeIds !== undefined;
  return limited && !storeId && scope !== 'PERSONAL' ? deny('FORBIDDEN', { text: t.chooseOwnStores }) : undefined;
}

function problemsOf({ body, validFrom, validTo, roles }: Given, scope: ScriptRow['scope']): Denial | undefined {
  const problem = (path: string, text: Said) => deny('VALIDATION_FAILED', { fields: [{ path, text }] });
  if (!body?.zh.trim() && !body?.en.trim()) return problem('body', t.writeInOneLanguage);
  if (validFrom && validTo && validFrom >= validTo) return problem('validTo', t.endsBeforeBeginning);
  return scope === 'TEAM' && roles?.length === 0 ? problem('roles', t.sayRoles) : undefined;
}

/** A script that could never be sent is refused where it is written. */
async function blocked(
  ctx: ReadContext,
  { body, storeId }: Pick<ScriptRow, 'body' | 'storeId'>,
): Promise<Denial | undefined> {
  const to = { storeId: storeId ?? '', customerId: '', channel: '' };
  const hits = (await Promise.all([body.zh, body.en].map((text) => findHits(ctx, text, to, 'script')))).flat();
  const stopping = hits.filter(({ level }) => level === 'BLOCK');
  return stopping.length > 0 ? hitDenial(stopping, false) : undefined;
}

async function taken(
  ctx: ReadContext,
  shelf: string,
  { id, scriptCode: code, quickKey }: { id?: string; scriptCode: string; quickKey: string | null },
): Promise<Denial | undefined> {
  const alternatives = [{ scriptCode: code }, ...(quickKey ? [{ quickKey }] : [])];
  const others = await ctx.trusted('what exists counts').find(Script, {
    where: [{ shelf, state: { in: LIVE_STATES } }, { or: alternatives }],
    limit: 3,
  });
  const other = others.find((script) => script.id !== id);
  return other && deny('DUPLICATE', { details: { field: other.scriptCode === code ? 'scriptCode' : 'quickKey' } });
}

const shelfOf = (scope: ScriptRow['scope'], ownerId: string | null, storeId: string | null) =>
  (scope === 'PERSONAL' ? ownerId : storeId) ?? SHARED;
const ownerOf = ({ actor }: ReadContext, scope: ScriptRow['scope']) =>
  scope === 'PERSONAL' && actor.kind === 'staff' ? actor.userId : null;

const createInput = z.object({
  ...scriptFields,
  scriptCode,
  scope: scriptScope.default('TENANT'),
  quickKey: scriptFields.quickKey.default(null),
  storeId: scriptFields.storeId.default(null),
  roles: scriptFields.roles.default([]),
  validFrom: scriptFields.validFrom.default(null),
  validTo: scriptFields.validTo.default(null),
});

/** Writes a script: one's own is usable at once, one for others is a draft. A default script's code takes its place. */
export const createScript = defineAction({
  title: { en: 'Create a script', zh: '新建话术' },
  allow: { staff: 'script.write', system: true },
  input: createInput,
  output: one(Script),
  check: async (ctx, input) => {
    const shelf = shelfOf(input.scope, ownerOf(ctx, input.scope), input.storeId);
    const refused =
      mayEdit(ctx, input.scope) ?? problemsOf(input, input.scope) ?? (await mayPlace(ctx, input.scope, input.storeId));
    return refused ?? (await taken(ctx, shelf, input)) ?? blocked(ctx, input);
  },
  run: (ctx, input) => {
    const ownerId = ownerOf(ctx, input.scope);
    return ctx.insert(Script, {
      ...input,
      ownerId,
      shelf: shelfOf(input.scope, ownerId, input.storeId),
      variables: variablesOf(input.body),
      state: input.scope === 'PERSONAL' ? 'PUBLISHED' : 'DRAFT',
      usageCount: 0,
      lastUsedAt: null,
    });
  },
});

const given = <T extends object>(input: T) =>
  Object.fromEntries(Object.entries(input).filter(([, v]) => v !== undefined)) as Partial<T>;

/** Changes a script; what is published stays so, and must still pass the guard. */
export const updateScript = defineAction({
  title: { en: 'Change a script', zh: '修改话术' },
  allow: { staff: 'script.write' },
  on: Script,
  input: z
    .object({ ...scriptFields, hours: ScriptHours.nullable(), customers: scriptFields.customers.unwrap() })
    .omit({ storeId: true })
    .partial(),
  output: one(Script),
  when: (ctx, { state, scope, storeId }) =>
    state === 'ARCHIVED'
      ? deny('INVALID_TRANSITION', { details: { from: state, event: 'update' } })
      : (mayEdit(ctx, scope) ?? mayPlace(ctx, scope, storeId)),
  check: async (ctx, script, input) => {
    const next = { ...script, ...given(input) };
    return problemsOf(next, script.scope) ?? (await taken(ctx, script.shelf, next)) ?? blocked(ctx, next);
  },
  run: (ctx, script, input) => {
    const next = { ...script, ...given(input) };
    return ctx.update(Script, script, { ...given(input), variables: variablesOf(next.body) });
  },
});

/** Lets others use it (3.13: SV, MG, TR); checked anew, because the rules may have changed since it was written. */
export const publishScript = defineAction({
  title: { en: 'Publish the script', zh: '发布话术' },
  allow: { staff: 'script.publish', system: true },
  on: Script,
  input: z.object({}),
  output: one(Script),
  event: 'publish',
  when: async (ctx, script) => (await mayPlace(ctx, script.scope, script.storeId)) ?? blocked(ctx, script),
  run: (ctx, row) => ctx.fire(Script, row, 'publish'),
});

/** Takes a script out of use; its code and quick key are free again. */
export const archiveScript = defineAction({
  title: { en: 'Archive the script', zh: '归档话术' },
  allow: { staff: 'script.write' },
  on: Script,
  input: z.object({}),
  output: one(Script),
  event: 'archive',
  when: (ctx, { scope, storeId }) => mayEdit(ctx, scope) ?? mayPlace(ctx, scope, storeId),
  run: (ctx, row) => ctx.fire(Script, row, 'archive'),
});
