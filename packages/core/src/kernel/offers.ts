/** @module What can be done with rows: the actions that the actor has, judged by state and `when` alone. */
import type { Actor } from './actor.ts';
import type { DeskParts } from './call.ts';
import { DeniedError, deny, type Denial } from './denial.ts';
import { mayAsk } from './question.ts';
import { readOnce } from './read-once.ts';
import type { Advice } from './work.ts';
import type { ActionRuns } from './run-actions.ts';
import type { Said } from './said.ts';

/** An action that the actor's role has on a row, with the reason when it is not possible now. */
export interface Offer {
  readonly action: string;
  readonly denial?: Denial;
  /** It belongs to another state of the row or to somebody else, which nobody needs to be told: it has no button. */
  readonly elsewhere?: true;
  /** Why the desk recommends it to whoever asks. At most one action of a row has it, and it is possible now. */
  readonly because?: Said;
}

/** What forbids in words of its own gives a reason that people are told; what does not has none but the state or right. */
const isElsewhere = ({ text }: Denial): boolean => WITHOUT_REASON.includes(text.text);
const WITHOUT_REASON = [deny('INVALID_TRANSITION').text.text, deny('FORBIDDEN').text.text];

/** The offers of several rows by the row's id; what the actor may not see is left out. Each row is read once. */
export async function offersOf(
  { entities, actions, extensions, store }: DeskParts,
  runs: ActionRuns,
  { actor, entityName, ids }: { readonly actor: Actor; readonly entityName: string; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, Offer[]>> {
  const entity = entities.byName.get(entityName);
  if (!entity) throw new DeniedError(deny('NOT_FOUND'));
  const asked = [...actions].filter(([, action]) => action.on?.name === entityName && !mayAsk(actor, action));
  const work = runs.work(1, { store: readOnce(store) });
  const ctx = work.context(actor);
  const rows = await ctx.find(entity, { where: { id: { in: ids } }, limit: ids.length });
  work.know(entity, rows);
  const adviceOn = (row: object): readonly Advice[] => entity.work?.advises?.(row as never) ?? [];
  const offers = rows.map(async (row) => {
    const ofRow = asked.map(async ([action, definition]): Promise<Offer> => {
      const denial = await quietly(() => extensions.when(definition, ctx, row));
      if (!denial) return { action };
      return isElsewhere(denial) ? { action, denial, elsewhere: true } : { action, denial };
    });
    return [row.id, recommended(await Promise.all(ofRow), actor.kind === 'staff' ? adviceOn(row) : [])] as const;
  });
  return new Map(await Promise.all(offers));
}

/** Marks the first action of the advice that is possible. */
function recommended(offers: readonly Offer[], advice: readonly Advice[]): Offer[] {
  const best = advice.find(({ action }) => offers.some((offer) => offer.action === action && !offer.denial));
  return offers.map((offer) => (offer.action === best?.action ? { ...offer, because: best.because } : offer));
}

async function quietly(ask: () => Promise<Denial | undefined>): Promise<Denial | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DeniedError) return error.denial;
    throw error;
  }
}
