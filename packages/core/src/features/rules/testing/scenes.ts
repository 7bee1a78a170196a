import type { BaseRow, RowOf } from '../../../kernel/entity.ts';
import { rowIn, type Scenes, type Values } from '../../testing/scene.ts';
import type { World } from '../../testing/world.ts';
import { RuleDraft } from '../draft.ts';
import type { Rule } from '../entities.ts';
import { fingerprintOf } from '../fingerprint.ts';

const draft = (world: World) =>
  RuleDraft.parse({
    event: 'CONVERSATION_CLOSED',
    steps: [{ action: 'sendNotice', input: { storeId: world.storeId, title: 'Look at it', toRoles: ['TL'] } }],
  });

const ruleIn = (world: World, more: Values = {}): BaseRow =>
  rowIn(world, 'the-rule', {
    code: 'R1',
    name: { zh: '规则', en: 'Rule' },
    storeId: world.storeId,
    ownerId: world.staff.SV.userId,
    state: 'DRAFT',
    position: 1,
    draft: draft(world),
    event: null,
    ruleVersionId: null,
    number: 0,
    pausedBecause: null,
    ...more,
  });

const versionOf = (world: World): Values => ({
  ruleId: 'the-rule',
  code: 'R1',
  number: 1,
  storeId: world.storeId,
  ...draft(world),
  condition: '',
  rights: ['notice.send'],
  publisherId: world.staff.SV.userId,
  publishedAt: world.now,
});

const happened = (world: World): Values => ({
  event: 'CONVERSATION_CLOSED',
  storeId: world.storeId,
  entity: 'Conversation',
  rowId: 'a-conversation',
  label: '',
  customerId: world.lily.customerId,
  facts: { id: 'a-conversation', storeId: world.storeId },
  cause: [],
  at: world.now,
});

export const ruleScenes: Scenes = {
  rows: {
    Rule: (world) => ruleIn(world),
    RuleVersion: (world) => rowIn(world, 'the-version', versionOf(world)),
    RuleTrigger: (world) =>
      rowIn(world, 'the-trigger', { ...happened(world), versionIds: ['the-version'], done: 0, runIds: null }),
    RuleRun: (world) => {
      const { label: _label, ...run } = happened(world);
      return rowIn(world, 'the-run', {
        ...run,
        title: 'R1',
        ruleId: 'the-rule',
        ruleVersionId: 'the-version',
        triggerId: 'another-trigger',
        state: 'RUNNING',
        step: 0,
        steps: 1,
        because: null,
        why: null,
        endedAt: null,
      });
    },
  },
  kinds: {
    Rule: (_world, state) =>
      state === 'DRAFT' ? [{}] : [{ event: 'CONVERSATION_CLOSED', ruleVersionId: 'the-version', number: 1 }],
  },
  beside: {
    RuleTrigger: async (world) => {
      await world.put(world.whole('Rule'), ruleIn(world, { state: 'ACTIVE', ruleVersionId: 'the-version', number: 1 }));
      await world.put(world.whole('RuleVersion'), rowIn(world, 'the-version', versionOf(world)));
    },
  },
  inputs: {
    editRule: (world) => [{ draft: { ...draft(world), perRow: 2 } }],
    placeRule: () => [{ place: 2 }],
    publishRule: (world, row) => [
      { fingerprint: fingerprintOf({ ports: world.ports() }, row as unknown as RowOf<typeof Rule>) },
    ],
    retireRule: () => [{ reason: 'No longer needed.' }],
    runRules: () => [{ done: 0 }],
  },
  calls: {
    createRule: ({ staff, storeId }) => ({
      actor: staff.SV,
      input: { name: { zh: '规则', en: 'Rule' }, storeId },
    }),
    addShippedRules: ({ system }) => ({ actor: system, input: {} }),
  },
};
