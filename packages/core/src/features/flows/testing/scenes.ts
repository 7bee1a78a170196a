import type { BaseRow } from '../../../kernel/entity.ts';
import type { Scenes } from '../../testing/scene.ts';
import { FlowDefinition, FlowVersion } from '../entities.ts';

/** A flow that can be published: two nodes, of which one has another clock than what is published. */
const node = (code: string, next: readonly string[]) => ({
  code,
  name: { en: `Step ${code}`, zh: `步骤 ${code}` },
  does: { en: '', zh: '' },
  owners: [{ kind: 'ROLE' as const, code: 'AA' }],
  clock: { kind: 'WALL' as const, minutes: 30 },
  output: { en: 'A note', zh: '备注' },
  checkpoints: [],
  next: [...next],
});
export const twoNodes = [node('A1', ['A2']), node('A2', [])];

const rowOfFlow = async ({ desk, system }: Parameters<NonNullable<NonNullable<Scenes['rows']>[string]>>[0]) => {
  await desk.perform(system, 'shipFlows', {});
  return desk.read(system).get(FlowDefinition, `${system.tenantId}.TICKET`);
};

export const flowScenes: Scenes = {
  rows: {
    FlowDefinition: rowOfFlow,
    FlowVersion: async (world) => {
      await rowOfFlow(world);
      return (await world.desk.read(world.system).get(FlowVersion, `${world.tenantId}.TICKET.1`)) as BaseRow;
    },
  },
  kinds: {
    FlowDefinition: () => [
      { isDraft: false },
      { isDraft: true, nodes: twoNodes, starts: [{ intent: 'OTHER', node: 'A1' }] },
    ],
  },
  inputs: {
    saveFlowDraft: () => [{ nodes: twoNodes, starts: [] }],
  },
  calls: {
    createFlow: ({ staff }) => ({ actor: staff.AD, input: { code: 'GIFTS', name: { en: 'Gifts', zh: '赠品流程' } } }),
  },
};
