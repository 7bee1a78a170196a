/**
 * @module The scripts a person can use: the default ones, unless the tenant decided about them, and the rows he may
 * see. The nearest wins where several have one code or quick key: own, of the store, of the team, of everybody.
 */
import type { ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { unresolvedVariables } from '../guard/index.ts';
import { DEFAULT_SCRIPTS, type DefaultScript } from './default-scripts.ts';
import { LIVE_STATES, Script } from './entities.ts';

export type ScriptRow = RowOf<typeof Script>;
export type ScriptValues = Omit<ScriptRow, 'id' | 'tenantId' | 'version' | 'createdAt' | 'updatedAt'>;

/** A row, or a default script that has none yet. */
export type ShelvedScript = ScriptValues & { readonly id: string | null };

export const SHARED = 'shared';
const MOST_SCRIPTS = 1000;

/** Names in braces in either language. */
export const variablesOf = ({ zh, en }: ScriptValues['body']): string[] => unresolvedVariables(`${zh} ${en}`);

/** What the row of a default script holds. */
export function valuesOfDefault({ code, scene, title, body }: DefaultScript): ScriptValues {
  const nobody = {
    ownerId: null,
    storeId: null,
    roles: [],
    validFrom: null,
    validTo: null,
    hours: null,
    lastUsedAt: null,
  };
  const place = { scope: 'TENANT', customers: 'ALL', shelf: SHARED, state: 'PUBLISHED', usageCount: 0 } as const;
  return {
    ...nobody,
    ...place,
    scriptCode: code,
    scene,
    title,
    body,
    quickKey: code.toLowerCase(),
    variables: variablesOf(body),
  };
}

/** Every script the person may see, drafts among them. */
export async function libraryOf(ctx: ReadContext): Promise<ShelvedScript[]> {
  const codes = DEFAULT_SCRIPTS.map(({ code }) => code);
  const [rows, decided] = await Promise.all([
    ctx.find(Script, { where: { state: { in: LIVE_STATES } }, order: [['scriptCode', 'asc']], limit: MOST_SCRIPTS }),
    ctx.trusted('shared scripts hide shipped ones').find(Script, {
      where: { shelf: SHARED, scope: 'TENANT', scriptCode: { in: codes } },
      limit: MOST_SCRIPTS,
    }),
  ]);
  const taken = new Set(decided.map(({ scriptCode }) => scriptCode));
  const shipped = DEFAULT_SCRIPTS.filter(({ code }) => !taken.has(code)).map((script) => ({
    id: null,
    ...valuesOfDefault(script),
  }));
  return [...rows, ...shipped].sort((a, b) => (a.scriptCode < b.scriptCode ? -1 : 1));
}

const NEARNESS = { PERSONAL: 0, TEAM: 2, TENANT: 3 } as const;
const nearness = ({ scope, storeId }: ShelvedScript) => (scope !== 'PERSONAL' && storeId ? 1 : NEARNESS[scope]);

/** Whether a script may be said in a store now. */
export function isUsable({ state, storeId, validFrom, validTo }: ShelvedScript, inStore: string, now: string): boolean {
  const inTime = (!validFrom || validFrom <= now) && (!validTo || now < validTo);
  return state === 'PUBLISHED' && inTime && (!storeId || storeId === inStore);
}

/** The script that is meant by an id, a code or a quick key in a store now. */
export async function findScript(ctx: ReadContext, name: string, storeId: string): Promise<ShelvedScript | undefined> {
  const typed = name.toLowerCase();
  const meant = (await libraryOf(ctx)).filter(
    (script) =>
      script.id === name || script.scriptCode.toLowerCase() === typed || script.quickKey?.toLowerCase() === typed,
  );
  return meant.filter((script) => isUsable(script, storeId, ctx.now)).sort((a, b) => nearness(a) - nearness(b))[0];
}
