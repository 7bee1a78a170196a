/**
 * @module Which team answers a question: by what is asked, and where that stands in the life of an order (R-ORG-08).
 * Teams that are for the same share their questions.
 */
import type { ReadContext } from '../../kernel/context.ts';
import { Team, type TeamFunction, type TeamKind, type TeamRow } from '../organisation/index.ts';
import { stageOf } from './skills.ts';

/** Questions for a team of a kind, wherever they stand. */
const KIND_OF_INTENT: Readonly<Record<string, TeamKind>> = {
  COMPLAINT: 'COMPLAINT_GROUP',
  SAFETY: 'COMPLAINT_GROUP',
  TECH: 'TECH',
};
const FUNCTION_OF_STAGE = { BEFORE: 'PRE', DURING: 'IN', AFTER: 'AFTER' } as const;

/** Teams that talk to any customer. */
const FRONT: readonly TeamKind[] = ['FRONT', 'CROSS'];

/** The function of a question; null while nobody knows what it is about. */
export function functionOf(intent: string | null): TeamFunction | null {
  const stage = stageOf(intent);
  return stage && FUNCTION_OF_STAGE[stage];
}

/** The teams of a desk, as routing asks them. */
export class TeamBook {
  readonly #open: ReadonlyMap<string, TeamRow>;

  constructor(teams: readonly TeamRow[]) {
    this.#open = new Map(teams.filter(({ active }) => active).map((team) => [team.id, team]));
  }

  /** Whose question it is: the id of a team; null when any front-line agent answers it. */
  teamFor(channel: string, intent: string | null): string | null {
    const kind = channel === 'SOCIAL' ? 'SOCIAL' : KIND_OF_INTENT[intent ?? ''];
    const wanted = functionOf(intent);
    if (kind) return this.#first((team) => team.kind === kind);
    return wanted && this.#first((team) => FRONT.includes(team.kind) && team.function === wanted);
  }

  #first(fits: (team: TeamRow) => boolean): string | null {
    return [...this.#open.values()].filter(fits).toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]?.id ?? null;
  }

  /** Teams whose questions somebody takes who belongs to these: the same ones, and those that are for the same. */
  servedBy(ids: readonly string[]): string[] {
    const own = ids.flatMap((id) => this.#open.get(id) ?? []);
    return [...this.#open.values()].filter((team) => own.some((one) => isSame(one, team))).map(({ id }) => id);
  }

  /** Whether somebody of these teams takes questions that belong to no team. */
  isFront(ids: readonly string[]): boolean {
    return ids.some((id) => FRONT.includes(this.#open.get(id)?.kind ?? 'BACK'));
  }
}

const isSame = (a: TeamRow, b: TeamRow): boolean =>
  FRONT.includes(a.kind) ? FRONT.includes(b.kind) && a.function === b.function : a.kind === b.kind;

export const teamBookOf = async (ctx: ReadContext): Promise<TeamBook> => new TeamBook(await ctx.all(Team));
