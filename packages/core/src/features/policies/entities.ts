/**
 * @module What the desk keeps of policies: versions with their life, the decisions that were made, and the facts about
 * goods that a shop does not tell but rules ask for.
 */
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { codes, someOf } from '../../kernel/codes.ts';
import { defineEntity, instant, large, personalRecord, ref, secret, type Visibility } from '../../kernel/entity.ts';
import { POLICY_VERSION_MACHINE, POLICY_VERSION_STATES, returnInputs } from '../../policies/index.ts';
import { LocalText } from '../access/index.ts';
import { staffOfStore } from '../customers/index.ts';
import { decisionSubject } from './subjects.ts';

/** The layers of which a policy is made, the strongest first. */
export const policyLayer = codes('PolicyLayer', {
  STATUTORY: { en: 'Statute', zh: '法定规则' },
  PLATFORM: { en: 'Platform pack', zh: '平台政策包' },
  PROMISE: { en: 'Store promise', zh: '店铺承诺' },
});

/** The key of versions that hold for every store. */
export const EVERY_STORE = '*';

const ofPolicy = (actor: Actor): Visibility => {
  if (actor.kind !== 'staff' || !actor.permissions.has('policy.read')) return 'none';
  return actor.storeIds ? { or: [{ storeId: null }, { storeId: { in: actor.storeIds } }] } : 'all';
};

/** A policy pack of the shop's own through its life (domain model 3.11); its tables are in {@link PolicyContent}. */
export const PolicyVersion = defineEntity({
  name: 'PolicyVersion',
  title: { en: 'Policy version', zh: '政策版本' },
  schema: z.object({
    /** Null: every store of the tenant. */
    storeId: ref('Store').nullable(),
    scope: secret(z.string()),
    packCode: z.string().max(60),
    number: z.int(),
    layer: someOf('PolicyVersionLayer', policyLayer, ['PLATFORM', 'PROMISE']),
    name: LocalText,
    note: z.string().max(2000),
    state: codes('PolicyVersionState', POLICY_VERSION_STATES),
    /** What it was made from: a version, or `shipped:` and the code of a shipped pack. */
    basedOn: z.string().nullable(),
    authorId: ref('User'),
    /** Everybody whose words are in it; none of them approves it. */
    editorIds: z.array(ref('User')),
    /** Who changed the draft last. */
    lastEditorId: ref('User').nullable(),
    approverId: ref('User').nullable(),
    approvalComment: z.string().max(1000).nullable(),
    submittedAt: instant().nullable(),
    approvedAt: instant().nullable(),
    effectiveFrom: instant().nullable(),
    effectiveTo: instant().nullable(),
    sentBackReason: z.string().max(1000).nullable(),
    /** Where it is kinder it also judges orders from before (R-POL-01). */
    kinderForEarlier: z.boolean(),
  }),
  machine: POLICY_VERSION_MACHINE,
  index: [['packCode', 'scope', '-effectiveFrom'], ['layer', 'scope', '-effectiveFrom'], ['-updatedAt']],
  unique: [{ name: 'policy_number', fields: ['scope', 'packCode', 'number'] }],
  audited: [
    'state',
    'packCode',
    'number',
    'editorIds',
    'approverId',
    'approvalComment',
    'effectiveFrom',
    'effectiveTo',
    'sentBackReason',
  ],
  visible: ofPolicy,
  list: {
    filters: ['storeId', 'packCode', 'layer', 'state', 'authorId', 'effectiveFrom'],
    orders: [[['updatedAt', 'desc']], [['effectiveFrom', 'desc']]],
  },
  live: () => ['staff'],
});

/** The tables of a version: a policy pack as data. Never changed once the version is submitted. */
export const PolicyContent = defineEntity({
  name: 'PolicyContent',
  title: { en: 'Policy tables', zh: '政策内容' },
  schema: z.object({ versionId: ref('PolicyVersion'), pack: z.record(z.string(), z.json()) }),
  unique: [{ name: 'policy_content', fields: ['versionId'] }],
  visible: () => 'none',
});

/** A question that was answered when somebody acted, with the facts it was asked with: for replay and for the file. */
export const PolicyDecision = defineEntity({
  name: 'PolicyDecision',
  title: { en: 'Policy decision', zh: '政策判定' },
  schema: z.object({
    storeId: ref('Store'),
    subject: decisionSubject,
    subjectId: z.string().max(64),
    orderId: z.string().max(200),
    kind: z.string().max(60),
    facts: personalRecord(z.record(z.string(), z.json())),
    /** What was at stake, in minor units. */
    amount: large(z.int()),
    currency: z.string(),
    outcome: z.string().nullable(),
    ruleIds: z.array(z.string()),
    /** The packs that judged: ids of versions, or `shipped:` and a code. */
    judgedBy: z.array(z.string()),
    decidedAt: instant(),
  }),
  index: [['storeId', 'decidedAt'], ['subjectId']],
  visible: (actor) => staffOfStore(actor, 'policy.read'),
  list: {
    filters: ['storeId', 'subject', 'subjectId', 'orderId', 'kind', 'outcome', 'decidedAt'],
    orders: [[['decidedAt', 'desc']]],
  },
});

/** The values that the vocabulary of the rules has for a fact, with its words. */
const oneOf = (typeName: string, { values = [] }: (typeof returnInputs)['returnClass']) =>
  codes(typeName, Object.fromEntries(values.map(({ value, label }) => [value, label])));

export const productTermFields = {
  returnClass: oneOf('ReturnClass', returnInputs.returnClass),
  goodsGroup: oneOf('GoodsGroup', returnInputs.goodsGroup),
  /** On the list of the three guarantees (三包). */
  threeGuarantees: z.boolean(),
  durableGoods: z.boolean(),
  freeReturnItem: z.boolean(),
  promisedGoods: z.boolean(),
  virtualGoods: z.boolean(),
};

/** What rules ask about a product and the shop does not tell. A product without terms counts as ordinary goods. */
export const ProductTerms = defineEntity({
  name: 'ProductTerms',
  plural: 'ProductTermsList',
  title: { en: 'Return terms of a product', zh: '商品退换属性' },
  schema: z.object({ storeId: ref('Store'), productId: z.string().max(200), ...productTermFields }),
  unique: [{ name: 'product_terms', fields: ['storeId', 'productId'] }],
  audited: ['productId', ...Object.keys(productTermFields)],
  visible: (actor) => staffOfStore(actor, 'policy.read'),
  list: { filters: ['storeId', 'productId', 'returnClass', 'goodsGroup'], orders: [[['productId', 'asc']]] },
});

/**
 * The buyer confirmed at the purchase, in a step of its own, that this line cannot be returned without reason (CN-07).
 */
export const PurchaseConfirmation = defineEntity({
  name: 'PurchaseConfirmation',
  title: { en: 'Purchase confirmation', zh: '下单确认记录' },
  schema: z.object({
    storeId: ref('Store'),
    orderId: z.string().max(200),
    lineId: z.string().max(200),
    /** When the buyer confirmed. */
    confirmedAt: instant(),
    evidence: z.string().min(1).max(1000),
  }),
  index: [['storeId', 'orderId']],
  unique: [{ name: 'purchase_confirmation', fields: ['storeId', 'orderId', 'lineId'] }],
  audited: ['orderId', 'lineId', 'confirmedAt', 'evidence'],
  visible: (actor) => staffOfStore(actor, 'order.read'),
  list: { filters: ['storeId', 'orderId'], orders: [[['confirmedAt', 'desc']]] },
});
