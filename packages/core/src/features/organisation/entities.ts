import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { defineEntity, ref, secret } from '../../kernel/entity.ts';
import { extend } from '../../kernel/extend.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { LocalText, Role, User } from '../access/index.ts';
import { teamFunction, teamKind } from './codes.ts';

const staff = (actor: Actor) => (actor.kind === 'staff' ? 'all' : 'none');

/** The id of a team is its code, by which conversations, transfers and people name it. */
export const teamCode = z.string().regex(/^[A-Z][A-Z0-9_]{1,39}$/);

/** What whoever manages teams says of one. */
export const teamFields = {
  name: LocalText,
  kind: teamKind,
  /** Null: whatever stands anywhere in the life of an order. */
  function: teamFunction.nullable(),
  /** Whoever is given one of these roles joins by themselves. */
  joins: z.array(memberOf(Role)).max(20),
};

/** People who answer one kind of question or do one kind of work, from whatever departments (R-ORG-08, R-ORG-09). */
export const Team = defineEntity({
  name: 'Team',
  title: { en: 'Team', zh: '团队' },
  schema: z.object({
    ...teamFields,
    leadId: ref('User').nullable(),
    /** To whom its conversations escalate, before those who lead; null: only to those. */
    escalatesToId: ref('Team').nullable().default(null),
    active: z.boolean().default(true),
  }),
  index: [['active'], ['leadId']],
  audited: ['name', 'kind', 'function', 'joins', 'leadId', 'escalatesToId', 'active'],
  kept: true,
  visible: staff,
  list: { filters: ['active', 'kind', 'function', 'leadId'], orders: [[['createdAt', 'asc']]] },
  live: () => ['staff'],
});

/** A member of staff with their place: the teams they belong to, and those that they lead. */
export const Placed = extend(User, {
  fields: {
    teams: z.array(ref('Team')).default([]),
    /** Follows from the teams' own lead. */
    leads: z.array(ref('Team')).default([]),
    /** Their teams were said; false: the row is from before there were teams. */
    placed: secret(z.boolean().default(false)),
  },
  index: [['teams'], ['placed']],
  filters: ['teams'],
  audited: ['teams', 'leads'],
});
