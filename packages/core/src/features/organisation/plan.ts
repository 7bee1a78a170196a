/**
 * @module What changes when a company takes a model: pure, so that what is shown before is what is done after. What
 * somebody made by hand stays as it is, and nobody loses their place: the people of a team that the model has not go
 * where it says, with what waits for them.
 */
import type { OrganisationModel } from './codes.ts';
import type { Department } from './entities.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { TeamRow } from './membership.ts';
import { MODEL_DEPARTMENTS, MODELS } from './models.ts';
import type { TeamTie } from './points.ts';

/** The organisation as it stands. */
export interface Standing {
  readonly departments: readonly RowOf<typeof Department>[];
  readonly teams: readonly TeamRow[];
  /** People of each team and each department, by its id. */
  readonly people: ReadonlyMap<string, number>;
  /** What is open for each team, by its id. */
  readonly open: ReadonlyMap<string, readonly TeamTie[]>;
}

export type ChangeKind =
  | 'DEPARTMENT_MADE'
  | 'DEPARTMENT_MOVED'
  | 'DEPARTMENT_CLOSED'
  | 'TEAM_MADE'
  | 'TEAM_MOVED'
  | 'TEAM_CLOSED';

export interface PlannedChange {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  /** The department above, or in which a team stands: before and after. Null: the top, or none. */
  readonly from: string | null;
  readonly to: string | null;
  /** To which team it escalates, before and after. */
  readonly escalatesFrom: string | null;
  readonly escalatesTo: string | null;
  /** Who moves with it. */
  readonly people: number;
  /** Where they and what is open go. Null: they stay. */
  readonly into: string | null;
  readonly open: readonly TeamTie[];
}

const NOTHING = { from: null, to: null, escalatesFrom: null, escalatesTo: null, people: 0, into: null, open: [] };

/** The changes that a model asks of an organisation, in the order in which they are made. */
export function planOf(model: OrganisationModel, { departments, teams, people, open }: Standing): PlannedChange[] {
  const wanted = MODELS[model];
  const department = new Map(departments.map((row) => [row.id, row]));
  const team = new Map(teams.map((row) => [row.id, row]));
  const count = (id: string): number => people.get(id) ?? 0;
  const made = wanted.departments.flatMap(({ id, name, parentId: to }): PlannedChange[] => {
    const row = department.get(id);
    if (!row?.active) return [{ ...NOTHING, kind: 'DEPARTMENT_MADE', id, name, to }];
    const from = row.parentId;
    return from === to
      ? []
      : [{ ...NOTHING, kind: 'DEPARTMENT_MOVED', id, name: row.name, from, to, people: count(id) }];
  });
  const arranged = wanted.teams.flatMap(
    ({ id, name, departmentId: to, escalatesToId: escalatesTo }): PlannedChange[] => {
      const row = team.get(id);
      if (!row?.active) return [{ ...NOTHING, kind: 'TEAM_MADE', id, name, to, escalatesTo }];
      const { departmentId: from, escalatesToId: escalatesFrom } = row;
      if (from === to && escalatesFrom === escalatesTo) return [];
      return [
        { ...NOTHING, kind: 'TEAM_MOVED', id, name: row.name, from, to, escalatesFrom, escalatesTo, people: count(id) },
      ];
    },
  );
  const closed = Object.entries(wanted.into).flatMap(([id, into]): PlannedChange[] => {
    const row = team.get(id);
    if (!row?.active) return [];
    const { name, departmentId: from, escalatesToId: escalatesFrom } = row;
    return [
      {
        ...NOTHING,
        kind: 'TEAM_CLOSED',
        id,
        name,
        from,
        escalatesFrom,
        people: count(id),
        into,
        open: open.get(id) ?? [],
      },
    ];
  });
  const keeps = wanted.departments.map(({ id }) => id);
  const dissolved = MODEL_DEPARTMENTS.flatMap((id): PlannedChange[] => {
    const row = department.get(id);
    if (!row?.active || keeps.includes(id)) return [];
    const { name, parentId: from } = row;
    return [{ ...NOTHING, kind: 'DEPARTMENT_CLOSED', id, name, from, people: count(id), into: 'CUSTOMER_SERVICE' }];
  });
  return [...made, ...arranged, ...closed, ...dissolved];
}

/** What a preview was made from: a plan that reads otherwise now is another one. */
export const fingerprintOf = (changes: readonly PlannedChange[]): string =>
  changes
    .map(({ kind, id, from, to, escalatesFrom, escalatesTo, people, into, open }) =>
      [kind, id, from, to, escalatesFrom, escalatesTo, people, into, open.map(({ entity }) => entity)].join(':'),
    )
    .join('|');
