import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { codes } from '../../kernel/codes.ts';
import {
  defineEntity,
  hinted,
  instant,
  named,
  personalRecord,
  ref,
  secret,
  staffOnly,
  type Visibility,
} from '../../kernel/entity.ts';
import { ATTACHMENT_WORDS, MAX_ATTACHMENT_BYTES } from '../../text/file-name.ts';
import { LocalText } from '../access/index.ts';

/** Whose turn it is: ours, the customer's, or somebody else's (a carrier, the shop, another department). */
const waitsFor = codes('WaitsFor', {
  US: { en: 'Us', zh: '我方' },
  CUSTOMER: { en: 'The customer', zh: '顾客' },
  PARTNER: { en: 'Somebody else', zh: '第三方' },
});
const stepBy = codes('WorkStepBy', {
  CUSTOMER: { en: 'Customer', zh: '顾客' },
  STAFF: { en: 'Staff', zh: '客服' },
  DESK: { en: 'Desk', zh: '系统' },
  RULE: { en: 'Rule', zh: '规则' },
});

/**
 * Staff see what they have the permission of the item's kind for, in their stores; customers what is theirs, of the
 * kinds that tell them something.
 */
function reader(actor: Actor): Visibility {
  if (actor.kind === 'shopper') return { customerId: actor.customerId, forCustomer: true };
  if (actor.kind !== 'staff') return 'none';
  const permission = { in: [...actor.permissions] };
  return { permission, ...(actor.storeIds ? { storeId: { in: actor.storeIds } } : {}) };
}

/** Who sees a row that belongs to an item. */
const seenBy = {
  storeId: ref('Store'),
  /** The permission with which staff see it. */
  permission: hinted(staffOnly(z.string()), { as: 'permission', weight: 'rare' }),
  customerId: ref('Customer').nullable(),
  /** Whether its customer sees it too. */
  forCustomer: secret(z.boolean()),
};

/** A clock of an item: when it runs out, or what is left of it while it stands still. */
export const ItemClock = z.object({
  clock: z.string(),
  dueAt: instant().nullable(),
  /** Milliseconds of the clock's own time. */
  left: z.int().nullable(),
  late: z.boolean(),
});

/**
 * One row for each work item of whatever kind, with the item's own id: what people have in hand is one question. It
 * follows from the item, in the same commit.
 */
export const WorkItem = defineEntity({
  name: 'WorkItem',
  title: { en: 'Work item', zh: '工作事项' },
  schema: z.object({
    ...seenBy,
    /** The entity of the item, `Complaint`. */
    entity: hinted(z.string(), { as: 'kind', weight: 'key' }),
    number: z.string().nullable(),
    title: z.string(),
    state: hinted(z.string(), { as: 'state', weight: 'key' }),
    ownerId: staffOnly(ref('User').nullable()),
    /** Where its customer is told of it. Features above have conversations, so it is no reference here. */
    conversationId: z.string().nullable(),
    /** By when somebody must act next; in the past: late. */
    dueAt: instant().nullable(),
    /** The clock that this is the end of, as `work.clocks` in the description names it. */
    clock: hinted(staffOnly(z.string().nullable()), { as: 'clock' }),
    waitsFor,
    /** False once nothing is left to do. */
    open: z.boolean(),
    openedAt: instant(),
    closedAt: instant().nullable(),
    clocks: secret(z.array(ItemClock)),
    files: z.int(),
  }),
  index: [
    ['ownerId', 'open', 'dueAt'],
    ['storeId', 'open', 'dueAt'],
    ['entity', 'open', 'dueAt'],
    ['customerId', '-openedAt'],
    ['storeId', 'number'],
  ],
  visible: reader,
  list: {
    filters: ['storeId', 'entity', 'number', 'state', 'ownerId', 'customerId', 'open', 'waitsFor', 'dueAt', 'openedAt'],
    orders: [[['dueAt', 'asc']], [['openedAt', 'desc']]],
  },
  live: ({ storeId }) => [`store:${storeId}`],
});

/** What one field of an item was, and what it became. */
export const WorkChange = named(
  'WorkChange',
  z.object({ field: z.string(), before: personalRecord(z.json()), after: personalRecord(z.json()) }),
);

/** One step of an item as it happened: who, what, from where to where, and why. Never changed. */
export const WorkStep = defineEntity({
  name: 'WorkStep',
  title: { en: 'Step', zh: '处理步骤' },
  schema: z.object({
    ...seenBy,
    workItemId: ref('WorkItem'),
    at: instant(),
    /** The action by its name. */
    action: hinted(z.string(), { as: 'action', weight: 'key' }),
    from: hinted(z.string().nullable(), { as: 'state' }),
    to: hinted(z.string(), { as: 'state' }),
    by: stepBy,
    userId: staffOnly(ref('User').nullable()),
    because: staffOnly(z.string().max(2000)),
    /** The clock that ran out with this step. */
    clock: hinted(staffOnly(z.string().nullable()), { as: 'clock' }),
    /** What the customer was told. */
    told: LocalText.nullable(),
    changed: staffOnly(z.array(WorkChange)),
  }),
  index: [
    ['workItemId', 'at'],
    ['storeId', '-at'],
  ],
  visible: reader,
  list: {
    filters: ['workItemId', 'storeId', 'action', 'userId', 'clock', 'at'],
    orders: [[['at', 'asc']], [['at', 'desc']]],
  },
  live: ({ storeId }) => [`store:${storeId}`],
});

/** A file that is kept with an item: evidence, a photo, a letter. */
export const WorkFile = defineEntity({
  name: 'WorkFile',
  title: { en: 'File of a work item', zh: '事项附件' },
  schema: z.object({
    ...seenBy,
    workItemId: ref('WorkItem'),
    name: z.string().min(1).max(200),
    contentType: codes('AttachmentType', ATTACHMENT_WORDS),
    size: z.int().min(1).max(MAX_ATTACHMENT_BYTES),
    sha256: z.string(),
    blobKey: secret(z.string()),
    /** Null: the customer's own. */
    userId: staffOnly(ref('User').nullable()),
  }),
  index: [['workItemId', 'createdAt']],
  unique: [{ name: 'work_file_blob', fields: ['blobKey'] }],
  audited: ['name', 'contentType', 'size', 'sha256'],
  visible: reader,
  list: { filters: ['workItemId', 'storeId'], orders: [[['createdAt', 'asc']]] },
});

/** A kind of which all that was open before it was one is in the index. */
export const IndexedKind = defineEntity({
  name: 'IndexedKind',
  title: { en: 'Indexed kind', zh: '已索引类型' },
  schema: z.object({ entity: z.string() }),
  unique: [{ name: 'indexed_kind', fields: ['entity'] }],
  visible: () => 'none',
  internal: true,
});

/** The last number that a store gave of a kind; two new items at once meet on this row. */
export const WorkNumber = defineEntity({
  name: 'WorkNumber',
  title: { en: 'Last number', zh: '最近编号' },
  schema: z.object({ storeId: ref('Store'), prefix: z.string(), last: z.int() }),
  unique: [{ name: 'work_number', fields: ['storeId', 'prefix'] }],
  visible: () => 'none',
  internal: true,
});
