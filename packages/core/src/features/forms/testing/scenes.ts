import type { BaseRow, RowOf } from '../../../kernel/entity.ts';
import type { Scenes } from '../../testing/scene.ts';
import type { World } from '../../testing/world.ts';
import { FormVersion, type Form } from '../entities.ts';
import type { LooseDefinition } from '../model/index.ts';

const PNG = JSON.stringify({ contentType: 'image/png', size: 2000, sha256: 'b'.repeat(64) });

/** A form with something of each: a step, a must, a condition, a signature. */
export const SMALL: LooseDefinition = {
  title: { en: 'Small form', zh: '小表单' },
  steps: [
    {
      id: 'only',
      title: { en: 'Only step', zh: '唯一步骤' },
      fields: [
        { id: 'note', type: 'TEXT', title: { en: 'Note', zh: '备注' }, must: true },
        { id: 'signed', type: 'SIGNATURE', title: { en: 'Signed', zh: '签名' }, must: true },
      ],
    },
  ],
};

const filled = { values: { note: 'All is well.' } };

async function smallForm({ desk, staff }: World): Promise<RowOf<typeof Form>> {
  const form = (await desk.perform(staff.SV, 'createForm', {
    code: 'SMALL',
    title: { en: 'Small form', zh: '小表单' },
  })) as RowOf<typeof Form>;
  await desk.perform(staff.SV, 'editFormDraft', { id: form.id, draft: SMALL });
  return (await desk.perform(staff.SV, 'publishForm', { id: form.id })) as RowOf<typeof Form>;
}

export const formScenes: Scenes = {
  rows: {
    Form: smallForm,
    // Begun with the first version; there is a second one by now.
    FormRecord: async ({ desk, staff, storeId, rows }) => {
      const formId = rows.get('Form')?.id ?? '';
      const record = (await desk.perform(staff.SV, 'openFormRecord', { formId, storeId, ...filled })) as BaseRow;
      await desk.perform(staff.SV, 'editFormDraft', {
        id: formId,
        draft: { ...SMALL, about: { en: 'More', zh: '更多' } },
      });
      await desk.perform(staff.SV, 'publishForm', { id: formId });
      rows.set('FormVersion', (await desk.read(staff.SV).first(FormVersion, { formId, number: 2 })) as BaseRow);
      return record;
    },
  },
  kinds: {
    Form: (_world, state) =>
      state === 'DRAFT'
        ? [
            { draft: SMALL, publishedId: null, publishedNumber: 7 },
            { draft: null, publishedId: null },
          ]
        : [{ draft: null }, { draft: SMALL, publishedNumber: 7 }],
    FormRecord: ({ staff, somebody }, state) =>
      [staff.SV.userId, somebody.userId].flatMap((openedById) =>
        [true, false].map((confidential) => ({
          openedById,
          confidential,
          ...filled,
          hash: state === 'DRAFT' ? null : 'hash',
        })),
      ),
  },
  inputs: {
    editFormDraft: () => [{ draft: SMALL }],
    publishForm: () => [{}],
    saveFormRecord: () => [filled],
    finishFormStep: () => [{ step: 'only' }],
    submitFormRecord: () => [{}],
    signFormRecord: () => [{ fieldId: 'signed' }],
    reopenFormRecord: () => [{ reason: 'a digit was wrong' }],
    cancelFormRecord: () => [{ reason: 'begun twice' }],
    moveFormRecord: ({ rows }, { version }) => [{ fingerprint: `${rows.get('FormVersion')?.id}@${version}` }],
  },
  calls: {
    createForm: ({ staff }) => ({ actor: staff.SV, input: { code: 'NEW', title: { en: 'New', zh: '新' } } }),
    installForms: ({ system }) => ({ actor: system, input: {} }),
    openFormRecord: ({ staff, storeId, rows }) => ({
      actor: staff.PA,
      input: { formId: rows.get('Form')?.id, storeId },
    }),
    addFormFile: ({ staff, rows }) => ({
      actor: staff.SV,
      input: { recordId: rows.get('FormRecord')?.id, blobKey: PNG, name: 'a.png' },
    }),
  },
};
