/** @module What the actions that arrange a company share. */

/** Who arranges teams, departments, posts and functions. */
export const MANAGES = 'organisation.manage';

/** What was said of some changes. */
export const given = <T extends object>(changes: T): T =>
  Object.fromEntries(Object.entries(changes).filter(([, said]) => said !== undefined)) as T;
