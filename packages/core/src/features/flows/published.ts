/**
 * @module What runs: the published versions of flows. The flows that come with the desk are published the first time
 * that anybody asks, so that a desk of any age has them.
 */
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { DeniedError, deny } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { digest } from '../../text/digest.ts';
import type { FlowContent } from './check.ts';
import { FlowDefinition, FlowVersion, type FlowNode, type FlowStart } from './entities.ts';
import { SHIPPED_FLOWS } from './shipped.ts';

type Definition = RowOf<typeof FlowDefinition>;
type Version = RowOf<typeof FlowVersion>;

/** Flows of one desk, at most. */
export const MOST_FLOWS = 200;

export const hashOf = ({ nodes, starts }: FlowContent): string => digest(JSON.stringify([nodes, starts]));

const contentOf = ({ nodes, starts }: FlowContent) => ({ nodes: [...nodes], starts: [...starts] });
const editionId = (flowId: string, edition: number): string => `${flowId}.${edition}`;

/** The version of a flow that new items get. */
export async function editionOf(
  ctx: ReadContext,
  { id, edition }: Definition,
  which = edition,
): Promise<Version | undefined> {
  return which === 0 ? undefined : ctx.maybe(FlowVersion, editionId(id, which));
}

/** Publishes what the draft of a flow holds, as its next version. */
export function addEdition(
  ctx: ActionContext,
  flow: Definition,
  { note, publishedById }: Pick<Version, 'note' | 'publishedById'>,
): Definition {
  const edition = flow.edition + 1;
  const { id, code, name, tenantId } = flow;
  const content = contentOf(flow);
  ctx.insert(FlowVersion, {
    id: editionId(id, edition),
    tenantId,
    flowId: id,
    code,
    edition,
    name,
    ...content,
    hash: hashOf(content),
    note,
    publishedAt: ctx.now,
    publishedById,
  });
  return ctx.update(FlowDefinition, flow, { edition, isDraft: false });
}

/** Puts the flows that come with the desk into a tenant that does not have them yet. */
export async function shipFlows(ctx: ActionContext): Promise<number> {
  const { tenantId } = ctx.actor;
  let shipped = 0;
  for (const { code, name, ...content } of SHIPPED_FLOWS) {
    const id = flowId(tenantId, code);
    if (await ctx.maybe(FlowDefinition, id)) continue;
    const draft = { id, code, name: { ...name }, ...contentOf(content), edition: 0, isDraft: false };
    addEdition(ctx, ctx.insert(FlowDefinition, draft), { note: '', publishedById: null });
    shipped += 1;
  }
  return shipped;
}

/** Two who give a flow the same code at once meet on one row. */
export const flowId = (tenantId: string, code: string): string => `${tenantId}.${code}`;

/** All flows, those of the desk among them. */
export async function flowsOf(ctx: ReadContext): Promise<Definition[]> {
  return ctx.find(FlowDefinition, { limit: MOST_FLOWS });
}

/** The version with which an item about an intent begins, and the node; what no flow names goes where all else goes. */
export async function flowFor(
  caller: ActionContext,
  intent: FlowStart['intent'],
): Promise<{ readonly version: Version; readonly node: FlowNode }> {
  // A customer whose ticket begins reads no flows.
  const ctx = caller.trusted('which flow an item begins with');
  await shipFlows(ctx);
  const running = await ctx.find(FlowDefinition, { where: { edition: { gt: 0 } }, limit: MOST_FLOWS });
  const versions = (await Promise.all(running.map((flow) => editionOf(ctx, flow)))).flatMap((one) => one ?? []);
  const fresh = versions.length > 0 ? versions : await freshOnes(ctx);
  for (const wanted of [intent, 'OTHER' as const])
    for (const version of fresh) {
      const start = version.starts.find((one) => one.intent === wanted);
      const node = version.nodes.find(({ code }) => code === start?.node);
      if (node) return { version, node };
    }
  throw new DeniedError(deny('NOT_FOUND', { details: { entity: 'FlowDefinition', intent } }));
}

/** Those that were shipped in this very unit of work, which no search finds yet. */
const freshOnes = async (ctx: ReadContext): Promise<Version[]> =>
  (
    await Promise.all(
      SHIPPED_FLOWS.map(({ code }) => ctx.maybe(FlowVersion, editionId(flowId(ctx.actor.tenantId, code), 1))),
    )
  ).flatMap((one) => one ?? []);

/** The node of a version under its code. */
export const nodeOf = ({ nodes }: Pick<Version, 'nodes'>, code: string): FlowNode | undefined =>
  nodes.find((node) => node.code === code);
