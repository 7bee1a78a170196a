import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { codes } from '../../kernel/codes.ts';
import { defineEntity, instant, named, ref, type Filter, type Visibility } from '../../kernel/entity.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { LocalText, MOST_ROLES, Role } from '../access/index.ts';

export const scene = codes('Scene', {
  GREETING: { en: 'Greeting', zh: '欢迎' },
  AWAY: { en: 'Away', zh: '暂离' },
  CLOSING: { en: 'Closing', zh: '结束语' },
  NEED: { en: 'Finding the need', zh: '了解需求' },
  PRODUCT: { en: 'Product facts', zh: '商品信息' },
  PROMOTION: { en: 'Promotion', zh: '优惠活动' },
  PRICE: { en: 'Price', zh: '价格' },
  CONCESSION: { en: 'Concession', zh: '专属优惠' },
  VERIFY: { en: 'Verifying an order', zh: '核对订单' },
  UNPAID: { en: 'Unpaid order', zh: '催付' },
  DELAY: { en: 'Delay', zh: '发货延迟' },
  TRACKING: { en: 'Tracking', zh: '物流查询' },
  APOLOGY: { en: 'Apology', zh: '致歉' },
  SOLUTION: { en: 'Solution', zh: '处理方案' },
  RETURN: { en: 'Return', zh: '退货' },
  REFUND: { en: 'Refund', zh: '退款' },
  COMPLAINT: { en: 'Complaint', zh: '投诉安抚' },
  REVIEW: { en: 'Review', zh: '评价' },
  REVISIT: { en: 'Revisit', zh: '回访' },
  BIRTHDAY: { en: 'Birthday', zh: '生日关怀' },
  OTHER: { en: 'Other', zh: '其他' },
});
export type Scene = z.output<typeof scene>;
export const SCENES = scene.options;

/** Who has it: everybody, people in some roles, or one person. */
export const scriptScope = codes('ScriptScope', {
  TENANT: { en: 'Everybody', zh: '全员' },
  TEAM: { en: 'A team', zh: '团队' },
  PERSONAL: { en: 'One person', zh: '个人' },
});
export const SCRIPT_SCOPES = scriptScope.options;
export const scriptState = codes('ScriptState', {
  DRAFT: { en: 'Draft', zh: '草稿' },
  PUBLISHED: { en: 'In use', zh: '使用中' },
  ARCHIVED: { en: 'Archived', zh: '已归档' },
});
/** States in which a code and a quick key are taken. */
export const LIVE_STATES = ['DRAFT', 'PUBLISHED'] as const;

export const scriptMachine = defineMachine({
  field: 'state',
  states: scriptState.options,
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
export const scriptCustomers = codes('ScriptCustomers', {
  ALL: { en: 'Everybody', zh: '所有顾客' },
  NEW: { en: 'New customers', zh: '新顾客' },
  RETURNING: { en: 'Returning customers', zh: '回头客' },
});
export const SCRIPT_CUSTOMERS = scriptCustomers.options;

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
  customers: scriptCustomers.default('ALL'),
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
    state: scriptState,
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
