import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { defineEntity, instant, named, ref, type Filter, type Visibility } from '../../kernel/entity.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { LocalText, MOST_ROLES, Role } from '../access/index.ts';

export const SCENES = [
  'GREETING',
  'AWAY',
  'CLOSING',
  'NEED',
  'PRODUCT',
  'PROMOTION',
  'PRICE',
  'CONCESSION',
  'VERIFY',
  'UNPAID',
  'DELAY',
  'TRACKING',
  'APOLOGY',
  'SOLUTION',
  'RETURN',
  'REFUND',
  'COMPLAINT',
  'REVIEW',
  'REVISIT',
  'BIRTHDAY',
  'OTHER',
] as const;
export type Scene = (typeof SCENES)[number];
export const scene = named('Scene', z.enum(SCENES));

/** Who has it: everybody, people in some roles, or one person. */
export const SCRIPT_SCOPES = ['TENANT', 'TEAM', 'PERSONAL'] as const;
export const scriptScope = named('ScriptScope', z.enum(SCRIPT_SCOPES));
export const SCRIPT_STATES = ['DRAFT', 'PUBLISHED', 'ARCHIVED'] as const;
/** States in which a code and a quick key are taken. */
export const LIVE_STATES = ['DRAFT', 'PUBLISHED'] as const;

export const scriptMachine = defineMachine({
  field: 'state',
  states: SCRIPT_STATES,
  events: {
    create: { NEW: 'DRAFT' },
    createOwn: { NEW: 'PUBLISHED' },
    publish: { DRAFT: 'PUBLISHED' },
    archive: { DRAFT: 'ARCHIVED', PUBLISHED: 'ARCHIVED' },
  },
});

const minute = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Half-open, in the store's own time; a span may go over midnight. */
export const ScriptHours = named('ScriptHours', z.object({ from: minute, to: minute }));
/** To whom a greeting is said (R-PRE-01). */
export const SCRIPT_CUSTOMERS = ['ALL', 'NEW', 'RETURNING'] as const;

/** What a person writes. */
export const scriptFields = {
  scene,
  title: LocalText,
  body: LocalText,
  /** Typed in the composer to have the script. */
  quickKey: z
    .string()
    .regex(/^[\p{L}\p{N}-]{1,20}$/u)
    .nullable(),
  /** Null: every store. */
  storeId: ref('Store').nullable(),
  /** Of a TEAM script: who has one of these roles has it. */
  roles: z.array(memberOf(Role)).max(MOST_ROLES),
  validFrom: instant().nullable(),
  /** The first instant at which it is no longer valid. */
  validTo: instant().nullable(),
  /** Null: at any hour. */
  hours: ScriptHours.nullable().default(null),
  customers: named('ScriptCustomers', z.enum(SCRIPT_CUSTOMERS)).default('ALL'),
};
export const scriptCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/);

/** Scripts that the person may use, in stores he works for. */
function visible(actor: Actor): Visibility {
  if (actor.kind !== 'staff' || !actor.permissions.has('script.read')) return 'none';
  const shelves: Record<string, unknown>[] = [
    { scope: 'TENANT' },
    { ownerId: actor.userId },
    ...(actor.permissions.has('script.publish')
      ? [{ scope: 'TEAM' }]
      : actor.roles.map((role) => ({ scope: 'TEAM', roles: { has: role } }))),
  ];
  const { storeIds } = actor;
  const everywhere = storeIds ? [{ storeId: null }, { storeId: { in: storeIds } }] : [{}];
  return { or: shelves.flatMap((shelf) => everywhere.map((place) => ({ ...shelf, ...place }) as Filter)) };
}

export const Script = defineEntity({
  name: 'Script',
  title: { en: 'Script', zh: '话术' },
  schema: z.object({
    /** Short name, such as G1. */
    scriptCode,
    ...scriptFields,
    scope: scriptScope,
    /** Whose it is, of a PERSONAL one. */
    ownerId: ref('User').nullable(),
    /** Where code and quick key are unique: `shared`, a store's id, or the owner's. */
    shelf: z.string().max(64),
    /** Names in braces of either language. */
    variables: z.array(z.string().max(40)).max(50),
    state: z.enum(SCRIPT_STATES),
    usageCount: z.int(),
    lastUsedAt: instant().nullable(),
  }),
  machine: scriptMachine,
  index: [
    ['state', 'scene'],
    ['shelf', 'scriptCode'],
  ],
  unique: [
    { name: 'script_code', fields: ['shelf', 'scriptCode'], where: { field: 'state', in: LIVE_STATES } },
    { name: 'script_quick_key', fields: ['shelf', 'quickKey'], where: { field: 'state', in: LIVE_STATES } },
  ],
  audited: ['state', 'scriptCode', 'title', 'body', 'quickKey', 'scope', 'validFrom', 'validTo'],
  visible,
  list: {
    filters: ['scriptCode', 'scene', 'scope', 'state', 'ownerId', 'storeId', 'quickKey'],
    orders: [[['scriptCode', 'asc']], [['usageCount', 'desc']]],
  },
});
