/**
 * @module How a ticket stands in its flow: its node with owner and clock, what of it is done, and the four checkpoints.
 */
import type { z } from 'zod';
import { clip } from '../../kernel/clip.ts';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { EventOf } from '../../kernel/machine.ts';
import { storeOf } from '../access/index.ts';
import { clockEnd, clockLeft, FlowVersion, type checkpoint, type FlowNode } from '../flows/index.ts';
import { Ticket, type ticketMachine } from './entities.ts';
import { sleepTimer } from './timers.ts';

export type TicketRow = RowOf<typeof Ticket>;
type Changes = Partial<TicketRow>;
type Checkpoint = z.output<typeof checkpoint>;

export const userOf = ({ actor }: Pick<ReadContext, 'actor'>): string | null =>
  actor.kind === 'staff' ? actor.userId : null;

/** The version of the flow that a ticket runs on. */
export const versionOf = (ctx: ReadContext, { flowVersionId }: Pick<TicketRow, 'flowVersionId'>) =>
  ctx.get(FlowVersion, flowVersionId);

/** A ticket comes to a node: it is its owners’, and its clock runs. */
export async function entering(ctx: ReadContext, storeId: string, node: FlowNode) {
  const stepBy = clockEnd(await storeOf(ctx, storeId), node.clock, ctx.now);
  return {
    node: node.code,
    nodeSince: ctx.now,
    nodeOwners: node.owners,
    nodeClock: node.clock,
    nodeNext: node.next,
    stepBy,
    stepLeft: null,
    raiseAt: stepBy,
  };
}

/** The clock of the node where it is begins anew. */
export async function restarting(ctx: ReadContext, { storeId, nodeClock }: TicketRow) {
  const stepBy = clockEnd(await storeOf(ctx, storeId), nodeClock, ctx.now);
  return { stepBy, stepLeft: null, raiseAt: stepBy };
}

/** A node of the ticket is done, with its output. */
export const leaving = (ctx: ReadContext, { done, node }: Pick<TicketRow, 'done' | 'node'>, output: string) => [
  ...done,
  { node, at: ctx.now, userId: userOf(ctx), output },
];

const MOST_NOTE = 500;

/** Checkpoints that are passed now; one that was passed before stays as it was. */
export const stamped = (
  ctx: ReadContext,
  stamps: TicketRow['checkpoints'],
  passed: readonly Checkpoint[],
  note = '',
): TicketRow['checkpoints'] => [
  ...stamps,
  ...[...new Set(passed)]
    .filter((one) => !stamps.some(({ checkpoint: known }) => known === one))
    .map((one) => ({ checkpoint: one, at: ctx.now, userId: userOf(ctx), note: clip(note, MOST_NOTE) })),
];

export const has = ({ checkpoints }: Pick<TicketRow, 'checkpoints'>, wanted: Checkpoint): boolean =>
  checkpoints.some(({ checkpoint: known }) => known === wanted);

/** The clock of the node stands still; what is left of it is kept in its own time. */
export async function pausing(ctx: ReadContext, row: TicketRow): Promise<Changes> {
  if (!row.stepBy) return {};
  const store = await storeOf(ctx, row.storeId);
  const stepLeft = row.nodeClock ? clockLeft(store, row.nodeClock, ctx.now, row.stepBy) : 0;
  return { stepBy: null, raiseAt: null, stepLeft };
}

/** The clock of the node goes on with what was left of it. */
export async function resuming(ctx: ReadContext, row: TicketRow): Promise<Changes> {
  if (row.stepLeft === null) return {};
  const store = await storeOf(ctx, row.storeId);
  const stepBy = clockEnd(store, row.nodeClock, ctx.now, row.stepLeft);
  return { stepBy, raiseAt: stepBy, stepLeft: null };
}

/** Nothing runs of an ended ticket. */
export const STANDING_STILL = { stepBy: null, stepLeft: null, raiseAt: null, remindAt: null } as const;

/** It does not sleep any more, by whatever woke it; its clock goes on. */
export async function waking(
  ctx: ActionContext,
  row: TicketRow,
  wokenBy: NonNullable<TicketRow['wokenBy']>,
): Promise<Changes> {
  if (!row.sleepUntil) return {};
  await ctx.unset(sleepTimer, row);
  return { ...(await resuming(ctx, row)), sleepUntil: null, wokenBy, wokenAt: ctx.now };
}

/** Moves a ticket; one that sleeps is awake from then on. */
export async function move(
  ctx: ActionContext,
  row: TicketRow,
  event: EventOf<typeof ticketMachine>,
  changes: Changes = {},
): Promise<TicketRow> {
  return ctx.fire(Ticket, row, event, { ...(await waking(ctx, row, 'HAND')), ...changes });
}
