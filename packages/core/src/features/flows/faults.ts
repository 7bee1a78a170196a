/** @module What stands against publishing a draft: what is wrong with it alone, and beside the flows that run. */
import type { ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { codeWord } from '../../kernel/codes.ts';
import { flowFaults, type FlowFault } from './check.ts';
import { flowProblemCode } from './codes.ts';
import type { FlowDefinition } from './entities.ts';
import { ownersOf } from './owners.ts';
import { editionOf, flowsOf } from './published.ts';
import { flowTexts as t } from './texts.ts';

type Definition = RowOf<typeof FlowDefinition>;

/** Every reason why the draft cannot be published; none: an empty list. */
export async function faultsOf(ctx: ReadContext, flow: Definition): Promise<FlowFault[]> {
  const alone = flowFaults(flow, await ownersOf(ctx));
  const others = (await flowsOf(ctx)).filter(({ id }) => id !== flow.id);
  const editions = (await Promise.all(others.map((one) => editionOf(ctx, one)))).flatMap((one) => one ?? []);
  const taken = flow.starts.filter(({ intent }) =>
    editions.some(({ starts }) => starts.some((start) => start.intent === intent)),
  );
  const startsRest = (starts: Definition['starts'] = []) => starts.some(({ intent }) => intent === 'OTHER');
  const own = await editionOf(ctx, flow);
  const orphaned =
    startsRest(own?.starts) && !startsRest(flow.starts) && !editions.some(({ starts }) => startsRest(starts));
  return [
    ...alone,
    ...(taken.length > 0
      ? [{ code: 'STARTED_ELSEWHERE' as const, nodes: [...new Set(taken.map(({ intent }) => String(intent)))] }]
      : []),
    ...(orphaned ? [{ code: 'NOTHING_STARTS' as const, nodes: [] }] : []),
  ];
}

/** The refusal of a draft with faults: each by the names of its nodes. */
export function refusalOf(faults: readonly FlowFault[]): Denial | undefined {
  if (faults.length === 0) return undefined;
  return deny('VALIDATION_FAILED', {
    fields: faults.map(({ code, nodes }) => ({
      path: nodes[0] ? `nodes.${nodes[0]}` : 'nodes',
      text: t.problem({
        nodes: nodes.join(code === 'CIRCULAR' ? ' → ' : ', ') || '–',
        what: codeWord(flowProblemCode, code),
      }),
    })),
    details: { problems: faults },
  });
}
