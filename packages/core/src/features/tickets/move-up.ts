/** @module A ticket that runs is moved to the newest version of its flow, after one has seen what that changes. */
import { z } from 'zod';
import { defineAction, defineView, value } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { instant, worded } from '../../kernel/entity.ts';
import { answer } from '../../kernel/point.ts';
import { flowChanges, FlowDefinition, FlowVersion, newestOf, nodeOf, runningOn } from '../flows/index.ts';
import { OPEN_TICKETS, Ticket } from './entities.ts';
import { entering, move, versionOf, type TicketRow } from './steps.ts';
import { ticketTexts as t } from './texts.ts';
import { step } from './who.ts';

/** The version on which a ticket runs, and the newest of the same flow. */
async function versionsOf(ctx: ReadContext, row: TicketRow) {
  const from = await versionOf(ctx, row);
  const to = await newestOf(ctx, await ctx.get(FlowDefinition, from.flowId));
  return { from, to: to ?? from };
}

const Move = z.object({
  fromEdition: z.int(),
  toEdition: z.int(),
  node: z.string(),
  /** The node is there in the newest version, too. */
  nodeStays: z.boolean(),
  stepBy: instant().nullable(),
  stepByThen: instant().nullable(),
  nodeCodes: z.array(z.string()),
  changedNodes: z.array(z.string()),
});

export const previewTicketMove = defineView({
  title: { en: 'What the newest flow would change', zh: '预览升级流程版本' },
  allow: { staff: 'ticket.read' },
  input: z.object({ ticketId: z.string(), node: z.string().optional() }),
  output: value('TicketMove', Move),
  run: async (ctx, { ticketId, node: wanted }) => {
    const row = await ctx.get(Ticket, ticketId);
    const { from, to } = await versionsOf(ctx, row);
    const node = nodeOf(to, wanted ?? row.node);
    return {
      fromEdition: from.edition,
      toEdition: to.edition,
      node: wanted ?? row.node,
      nodeStays: node !== undefined,
      stepBy: row.stepBy,
      stepByThen: node ? (await entering(ctx, row.storeId, node)).stepBy : null,
      nodeCodes: to.nodes.map(({ code }) => code),
      changedNodes: flowChanges(from.nodes, to.nodes).map(({ node: code }) => code),
    };
  },
});

/** From now on the newest version rules: the node begins anew, with its owner and its clock. */
export const moveTicketUp = defineAction({
  title: { en: 'Move to the newest flow', zh: '升级到最新流程' },
  allow: { staff: 'ticket.assign' },
  on: Ticket,
  output: step.output,
  event: 'raise',
  stays: true,
  input: z.object({
    node: worded(z.string().max(20).optional(), {
      en: 'Node',
      zh: '节点',
      note: 'At which it goes on; absent: at the one where it is.',
    }),
    reason: z.string().trim().max(500).default(''),
  }),
  when: async (ctx, row) => {
    const { from, to } = await versionsOf(ctx, row);
    return from.id === to.id ? deny('DUPLICATE', { text: t.alreadyNewest }) : undefined;
  },
  check: async (ctx, row, { node = row.node }) => {
    const { to } = await versionsOf(ctx, row);
    return nodeOf(to, node) ? undefined : deny('VALIDATION_FAILED', { fields: [{ path: 'node', text: t.chooseNode }] });
  },
  run: async (ctx, row, { node: code = row.node }) => {
    const { to } = await versionsOf(ctx, row);
    const node = nodeOf(to, code);
    if (!node) return row;
    return move(ctx, row, 'raise', { flowVersionId: to.id, ...(await entering(ctx, row.storeId, node)) });
  },
});

/** Versions of one flow that are asked about: the newest. */
const MOST_EDITIONS = 50;
/** So many tickets are counted of one version; more are as many. */
const MOST_COUNTED = 10_000;

export const ticketsRunning = answer(runningOn, async (ctx, { flowId }) => {
  const trusted = ctx.trusted('how many tickets run on a flow');
  const versions = await trusted.find(FlowVersion, {
    where: { flowId },
    order: [['edition', 'desc']],
    limit: MOST_EDITIONS,
  });
  return Promise.all(
    versions.map(async ({ id, edition }) => ({
      edition,
      items: await trusted.count(Ticket, { flowVersionId: id, state: { in: [...OPEN_TICKETS] } }, MOST_COUNTED),
    })),
  );
});
