import type { BaseRow, RowOf } from '../../../kernel/entity.ts';
import type { Scenes } from '../../testing/scene.ts';
import { PolicyVersion } from '../entities.ts';
import { json, promising } from './policy-scene.ts';

export const policyScenes: Scenes = {
  rows: {
    PolicyVersion: async ({ desk, staff, storeId }) =>
      (await desk.perform(staff.SV, 'draftPolicy', { storeId, pack: json(promising(30)) })) as RowOf<
        typeof PolicyVersion
      >,
    PolicyReplayRun: async ({ desk, staff, storeId, rows }) => {
      const input = { storeId, policyVersionId: rows.get('PolicyVersion')?.id };
      const { id } = (await desk.perform(staff.SV, 'startPolicyReplay', input)) as BaseRow;
      // There is one at a time for a draft.
      return (await desk.perform(staff.SV, 'cancelPolicyReplay', { id })) as BaseRow;
    },
  },
  kinds: {
    PolicyVersion: ({ now, staff, somebody }, state) =>
      [staff.SV.userId, somebody.userId].map((author) => ({
        authorId: author,
        editorIds: [author],
        lastEditorId: author,
        effectiveFrom: ['SCHEDULED', 'EFFECTIVE', 'SUPERSEDED', 'RETIRED'].includes(state) ? now : null,
      })),
  },
  calls: {
    draftPolicy: ({ staff, storeId }) => ({ actor: staff.SV, input: { storeId, pack: json(promising(20)) } }),
    applyPolicy: async ({ put, rows, now, system }) => {
      const version = rows.get('PolicyVersion') as RowOf<typeof PolicyVersion>;
      await put(PolicyVersion, { ...version, state: 'SCHEDULED', effectiveFrom: now } as typeof version);
      return { actor: system, input: { id: version.id } };
    },
    startPolicyReplay: ({ staff, storeId, rows }) => ({
      actor: staff.SV,
      input: { storeId, policyVersionId: rows.get('PolicyVersion')?.id },
    }),
  },
  inputs: {
    editPolicyDraft: () => [{ note: 'more days' }],
    schedulePolicy: () => [{}],
  },
};
