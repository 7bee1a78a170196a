/**
 * @module Who the API is for. Staff and shoppers have a schema of their own each, at an address of its own: what an
 * audience may never ask or see is not in its schema, and what it always sees is never null (decision 0057).
 */
import { DeniedError, deny, marksOf, type Actor, type AnyAction, type Desk, type Entity } from '@shopdesk/core';
import type { z } from 'zod';
import { serverTexts as t } from '../texts.ts';

export type Audience = 'staff' | 'shopper';

/** Where each audience asks, below the place where the desk is mounted. */
export const GRAPHQL_PATHS: Readonly<Record<Audience, string>> = { staff: '/graphql', shopper: '/shopper' };

export const AUDIENCES = ['staff', 'shopper'] as const satisfies readonly Audience[];

/** The audience that asks at a path; undefined where no GraphQL is spoken. */
export const audienceAt = (path: string): Audience | undefined =>
  AUDIENCES.find((audience) => GRAPHQL_PATHS[audience] === path);

/** Whether an audience may ask at all for an action or a view. A sign-in stands where those are who sign in by it. */
export const isFor = (audience: Audience, { allow, staffDoor }: Pick<AnyAction, 'allow' | 'staffDoor'>): boolean =>
  audience === 'staff'
    ? Boolean(allow.staff) || staffDoor === true
    : Boolean(allow.shopper) || (Boolean(allow.anonymous) && staffDoor !== true);

/** Whether a field of a row is one of an audience's. */
export const isSeenBy = (audience: Audience, schema: z.ZodType): boolean => {
  const { audience: marked } = marksOf(schema);
  return marked !== 'never' && (marked !== 'staff' || audience === 'staff');
};

/** Stands for every shopper where the desk asks which kinds of rows there are for them. */
const ANY_SHOPPER: Actor = {
  kind: 'shopper',
  tenantId: '',
  storeId: '',
  customerId: '',
  sessionId: '',
  verified: true,
};

/** The kinds of rows that an audience can look up; of rows that are its own business, not who exactly may see which. */
export const entitiesFor = (audience: Audience, entities: readonly Entity[]): Entity[] =>
  audience === 'staff' ? [...entities] : entities.filter((entity) => entity.visible(ANY_SHOPPER) !== 'none');

/** Names of the kinds of rows that an audience meets, also where they only stand in an answer. */
export function entitiesMet(audience: Audience, desk: Pick<Desk, 'actions' | 'views'>, entities: readonly Entity[]) {
  const asked = [...desk.actions.values(), ...desk.views.values()].filter((call) => isFor(audience, call));
  return new Set([
    ...entitiesFor(audience, entities).map(({ name }) => name),
    ...asked.flatMap(({ output: { entity } }) => (entity ? [entity.name] : [])),
  ]);
}

/** Refuses a token of the other audience. @throws DeniedError FORBIDDEN, with the right address in `endpoint` */
export function insistOnAudience(audience: Audience, { kind }: Actor): void {
  if (kind === audience || (kind !== 'staff' && kind !== 'shopper')) return;
  throw new DeniedError(
    deny('FORBIDDEN', {
      text: t.otherAudience,
      details: { endpoint: GRAPHQL_PATHS[kind] },
    }),
  );
}
