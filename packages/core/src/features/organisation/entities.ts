import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { defineEntity, instant, ref, secret } from '../../kernel/entity.ts';
import { extend } from '../../kernel/extend.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { LocalText, Role, talkMode, User } from '../access/index.ts';
import { organisationModel, teamFunction, teamKind } from './codes.ts';

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
    /** Where it stands in the chart; its members may come from anywhere. */
    departmentId: ref('Department').nullable().default(null),
    /** To whom its conversations escalate, before those who lead; null: only to those. */
    escalatesToId: ref('Team').nullable().default(null),
    active: z.boolean().default(true),
  }),
  index: [['active'], ['leadId']],
  audited: ['name', 'kind', 'function', 'joins', 'leadId', 'departmentId', 'escalatesToId', 'active'],
  kept: true,
  visible: staff,
  list: { filters: ['active', 'kind', 'function', 'departmentId', 'leadId'], orders: [[['createdAt', 'asc']]] },
  live: () => ['staff'],
});

/** What whoever arranges the company says of a department. */
export const departmentFields = {
  name: LocalText,
  /** Null: it stands at the top. */
  parentId: ref('Department').nullable(),
  /** Who leads it where nobody is named: whoever has this role. */
  headedBy: memberOf(Role).nullable(),
};

/** A part of the company. It reports to the one in which it stands (R-ORG-03), and one person leads it (R-ORG-05). */
export const Department = defineEntity({
  name: 'Department',
  title: { en: 'Department', zh: '部门' },
  schema: z.object({ ...departmentFields, leadId: ref('User').nullable(), active: z.boolean().default(true) }),
  index: [['active'], ['leadId'], ['parentId']],
  audited: ['name', 'parentId', 'headedBy', 'leadId', 'active'],
  visible: staff,
  list: { filters: ['active', 'parentId', 'leadId'], orders: [[['createdAt', 'asc']]] },
  live: () => ['staff'],
});

/** What whoever arranges the company says of a post. */
export const postFields = {
  name: LocalText,
  /** What whoever gets the post may do from then on. */
  roles: z.array(memberOf(Role)).min(1).max(20),
  /** Ways to talk that they serve; none: every way. */
  modes: z.array(talkMode).max(3),
  /** The page of the panel where their day begins. */
  homePath: z
    .string()
    .max(200)
    .regex(/^\/[A-Za-z0-9/_?=&,-]*$/),
  /** Their duties, one item a line (content 2.3). */
  duties: z.array(LocalText).max(50),
};

/** A post of the catalogue, with its duty sheet (R-ORG-05 to R-ORG-07). */
export const Post = defineEntity({
  name: 'Post',
  title: { en: 'Post', zh: '岗位' },
  schema: z.object({
    ...postFields,
    /** Rises with every change of the duties: whoever holds the post acknowledges them anew. */
    dutyVersion: z.int(),
    active: z.boolean().default(true),
  }),
  index: [['active']],
  audited: ['name', 'roles', 'modes', 'homePath', 'duties', 'dutyVersion', 'active'],
  visible: staff,
  list: { filters: ['active'], orders: [[['createdAt', 'asc']]] },
  live: () => ['staff'],
});

/** That somebody has read the duties of their post, in a version (R-ORG-07). */
export const DutyAcknowledgement = defineEntity({
  name: 'DutyAcknowledgement',
  title: { en: 'Acknowledged duties', zh: '职责确认' },
  schema: z.object({
    userId: ref('User'),
    postId: ref('Post'),
    dutyVersion: z.int(),
    at: instant(),
  }),
  unique: [{ name: 'duty_acknowledged', fields: ['userId', 'postId', 'dutyVersion'] }],
  audited: ['userId', 'postId', 'dutyVersion'],
  visible: staff,
  list: { filters: ['userId', 'postId', 'dutyVersion'], orders: [[['at', 'desc']]] },
});

export const functionFields = {
  name: LocalText,
  /** What belongs to it. */
  parts: LocalText,
  /** What comes out of it, and shows that it was done. */
  output: LocalText,
  /** Whoever has one of these roles owns it. */
  ownerRoles: z.array(memberOf(Role)).max(10),
  /** Owns it in person; null: those of the roles. */
  ownerId: ref('User').nullable(),
};

/** A line of the function decomposition (content 2.1, R-ORG-10). */
export const BusinessFunction = defineEntity({
  name: 'BusinessFunction',
  title: { en: 'Function', zh: '职能' },
  schema: z.object({ ...functionFields, active: z.boolean().default(true) }),
  audited: ['name', 'parts', 'output', 'ownerRoles', 'ownerId', 'active'],
  visible: staff,
  list: { filters: ['active', 'ownerId'], orders: [[['createdAt', 'asc']]] },
});

/** After which model a company is arranged; its id is the company's. */
export const OrganisationChoice = defineEntity({
  name: 'OrganisationChoice',
  title: { en: 'Model of the organisation', zh: '组织模式' },
  schema: z.object({ model: organisationModel, at: instant(), userId: ref('User').nullable() }),
  audited: ['model'],
  visible: staff,
});

/** A member of staff with their place: the teams they belong to, and those that they lead. */
export const Placed = extend(User, {
  fields: {
    teams: z.array(ref('Team')).default([]),
    /** Follows from the teams' own lead. */
    leads: z.array(ref('Team')).default([]),
    departmentId: ref('Department').nullable().default(null),
    postId: ref('Post').nullable().default(null),
    /** To whom they report; null: to who leads their department. */
    reportsToId: ref('User').nullable().default(null),
    /** Their teams were said; false: the row is from before there were teams. */
    placed: secret(z.boolean().default(false)),
  },
  index: [['teams'], ['placed'], ['departmentId'], ['postId']],
  filters: ['teams', 'departmentId', 'postId'],
  audited: ['teams', 'leads', 'departmentId', 'postId', 'reportsToId'],
});
