import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { defineEntity, hinted, instant, named, ref } from '../../kernel/entity.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { LocalText } from '../access/index.ts';
import { checkpoint, flowClockKind, flowOwnerKind, TicketIntent } from './codes.ts';

/** The most nodes of a flow, and the most minutes of a clock: a year. */
export const MOST_NODES = 60;
const MOST_MINUTES = 366 * 24 * 60;

const code = z.string().trim().max(20);

/** Who owns a node: a role or a team by its code, the customer, or the desk itself. */
export const FlowOwner = named('FlowOwner', z.object({ kind: flowOwnerKind, code: z.string().max(60) }));

/** By when a node must be done, from when it began; `minutes` where the clock runs for some. */
export const FlowClock = named(
  'FlowClock',
  z.object({ kind: flowClockKind, minutes: z.int().min(1).max(MOST_MINUTES).nullable() }),
);

/**
 * One step of a flow. This is the loose form, which a draft may have while somebody works on it; what a published
 * version must have is said by `flowProblems`.
 */
export const FlowNode = named(
  'FlowNode',
  z.object({
    code,
    name: LocalText,
    does: LocalText,
    owners: z.array(FlowOwner).max(6),
    clock: FlowClock.nullable(),
    output: LocalText,
    checkpoints: z.array(checkpoint).max(4),
    next: z.array(code).max(10),
  }),
);
export type FlowNode = z.output<typeof FlowNode>;
export type FlowOwner = z.output<typeof FlowOwner>;
export type FlowClock = z.output<typeof FlowClock>;

/** Items about this intent begin at this node. */
export const FlowStart = named('FlowStart', z.object({ intent: memberOf(TicketIntent), node: code }));
export type FlowStart = z.output<typeof FlowStart>;

export const flowContent = {
  nodes: z.array(FlowNode).max(MOST_NODES),
  starts: z.array(FlowStart).max(100),
};

const reader = (actor: Actor) => (actor.kind === 'staff' && actor.permissions.has('flow.read') ? 'all' : 'none');

/** A flow under its code, with the draft that somebody works on and the version that new items get. */
export const FlowDefinition = defineEntity({
  name: 'FlowDefinition',
  title: { en: 'Flow', zh: '流程' },
  schema: z.object({
    code: hinted(z.string(), { weight: 'side' }),
    name: LocalText,
    ...flowContent,
    /** The version that new items get; 0: none is published. */
    edition: hinted(z.int(), { weight: 'key' }),
    /** The draft differs from that version. */
    isDraft: hinted(z.boolean(), { weight: 'key' }),
  }),
  index: [['-updatedAt']],
  unique: [{ name: 'flow_code', fields: ['code'] }],
  audited: ['name', 'nodes', 'starts', 'edition'],
  visible: reader,
  list: { filters: ['code', 'isDraft'], orders: [[['updatedAt', 'desc']]] },
});

/** What a flow was when it was published. No action changes it; items that began with it keep it. */
export const FlowVersion = defineEntity({
  name: 'FlowVersion',
  title: { en: 'Version of a flow', zh: '流程版本' },
  schema: z.object({
    flowId: ref('FlowDefinition'),
    code: hinted(z.string(), { weight: 'side' }),
    edition: hinted(z.int(), { weight: 'key' }),
    name: LocalText,
    ...flowContent,
    /** Of what it holds. */
    hash: hinted(z.string(), { weight: 'rare' }),
    note: z.string().max(500),
    publishedAt: instant(),
    /** Null: it came with the desk. */
    publishedById: ref('User').nullable(),
  }),
  index: [['flowId', '-edition']],
  unique: [{ name: 'flow_edition', fields: ['flowId', 'edition'] }],
  audited: ['edition', 'hash'],
  visible: reader,
  list: { filters: ['flowId', 'code', 'edition'], orders: [[['edition', 'desc']]] },
});
