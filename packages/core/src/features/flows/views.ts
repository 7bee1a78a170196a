/** @module What a draft would change: what stands against it, what differs, and what runs on which version. */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { named } from '../../kernel/entity.ts';
import { flowChanges } from './check.ts';
import { flowDifference, flowProblemCode } from './codes.ts';
import { FlowDefinition } from './entities.ts';
import { faultsOf } from './faults.ts';
import { runningOn } from './points.ts';
import { editionOf } from './published.ts';

const FlowFault = named('FlowFault', z.object({ code: flowProblemCode, nodes: z.array(z.string()) }));
const FlowChange = named('FlowChange', z.object({ node: z.string(), what: z.array(flowDifference) }));
const FlowRunning = named('FlowRunning', z.object({ edition: z.int(), items: z.int() }));

export const checkFlow = defineView({
  title: { en: 'Check a flow', zh: '检查流程' },
  allow: { staff: 'flow.read' },
  input: z.object({ flowId: z.string() }),
  output: value(
    'FlowCheck',
    z.object({ problems: z.array(FlowFault), changes: z.array(FlowChange), running: z.array(FlowRunning) }),
  ),
  run: async (ctx, { flowId }) => {
    const flow = await ctx.get(FlowDefinition, flowId);
    const published = await editionOf(ctx, flow);
    const running = new Map<number, number>();
    for (const { edition, items } of (await ctx.ask(runningOn, { flowId })).flat())
      running.set(edition, (running.get(edition) ?? 0) + items);
    return {
      problems: (await faultsOf(ctx, flow)).map(({ code, nodes }) => ({ code, nodes: [...nodes] })),
      changes: flowChanges(published?.nodes ?? [], flow.nodes).map(({ node, what }) => ({ node, what: [...what] })),
      running: [...running].map(([edition, items]) => ({ edition, items })).toSorted((a, b) => a.edition - b.edition),
    };
  },
});
