/**
 * @module Colleagues, stores and teams by id: loaded once after sign-in, kept fresh by live events.
 */
import { listQuery, type Row } from './documents.ts';
import type { DeskClient } from '@shopdesk/core/client';
import type { Language } from '../kit/language.ts';
import { loadAll } from './load-all.ts';

export const colleagueFields = 'id name agentNo roles skills storeIds presence active awayAt';
export type Colleague = Row<'User', typeof colleagueFields>;
export const storeNameFields = 'id name key locale currency timeZone';
export type StoreName = Row<'Store', typeof storeNameFields>;

export const teamNameFields = 'id name { zh en } kind active';
export type TeamName = Row<'Team', typeof teamNameFields>;

export const colleaguesDocument = listQuery('users', 'User', colleagueFields);
export const storeNamesDocument = listQuery('stores', 'Store', storeNameFields);
export const teamNamesDocument = listQuery('teams', 'Team', teamNameFields);

export interface Directory {
  readonly colleagues: ReadonlyMap<string, Colleague>;
  readonly stores: ReadonlyMap<string, StoreName>;
  readonly teams: ReadonlyMap<string, TeamName>;
}

export const EMPTY_DIRECTORY: Directory = { colleagues: new Map(), stores: new Map(), teams: new Map() };

const byId = <T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

export async function loadDirectory(client: DeskClient): Promise<Directory> {
  const [colleagues, stores, teams] = await Promise.all([
    loadAll((page) => client.query(colleaguesDocument, page)),
    loadAll((page) => client.query(storeNamesDocument, page)),
    loadAll((page) => client.query(teamNamesDocument, page)),
  ]);
  return { colleagues: byId(colleagues), stores: byId(stores), teams: byId(teams) };
}

/** The directory with one colleague as he is now. */
export function withColleague(directory: Directory, colleague: Colleague): Directory {
  return { ...directory, colleagues: new Map(directory.colleagues).set(colleague.id, colleague) };
}

/** The colleague's name, or a dash for somebody unknown. */
export const nameOf = (directory: Directory | undefined, userId: string | null): string =>
  (userId && directory?.colleagues.get(userId)?.name) || '–';

/** What a team is called; its code where it is not known. */
export const teamNameOf = (directory: Directory | undefined, teamId: string, language: Language): string => {
  const name = directory?.teams.get(teamId)?.name;
  return name ? language.of(name) : teamId;
};

/** The zone whose days and hours a store counts; undefined while it is not known. */
export const zoneOf = (directory: Directory | undefined, storeId: string): string | undefined =>
  directory?.stores.get(storeId)?.timeZone;

/** Whether somebody works for a store; no stores named means all. */
export const worksFor = (colleague: Colleague, storeId: string): boolean =>
  colleague.storeIds.length === 0 || colleague.storeIds.includes(storeId);
