import type { RowOf } from '../../../kernel/entity.ts';
import type { Scenes } from '../../testing/scene.ts';
import { PolicyVersion } from '../entities.ts';
import { json, promising } from './policy-scene.ts';

export const policyScenes: Scenes = {
  rows: {
    PolicyVersion: async ({ desk, staff, storeId }) =>
      (await desk.perform(staff.SV, 'draftPolicy', { storeId, pack: json(promising(30)) })) as RowOf<
        typeof PolicyVersion
      >,
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
  inputs: {
    editPolicyDraft: () => [{ note: 'more days' }],
    schedulePolicy: () => [{}],
  },
};
