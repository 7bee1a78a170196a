import { describe, expect, test } from 'vitest';
import { readCsv } from '../../text/csv.ts';
import type { Desk } from '../../kernel/desk.ts';
import type { Entity, RowOf } from '../../kernel/entity.ts';
import type { Actor } from '../../kernel/actor.ts';
import { createTestDesk, MemoryStore } from '../../testing/index.ts';
import { Form, FormFile, FormRecord, FormSignature, FormVersion, SHIPPED_FORMS } from './index.ts';
import { upgradeForms } from './install.ts';
import type { FormDefinition, FormField } from './model/index.ts';

const refusal = (code: string) => ({ denial: { code } });
const title = { en: 'Check of the door', zh: '门店检查' };
const field = (more: Partial<FormField>): FormField => ({ id: 'a', type: 'TEXT', title, ...more });
const definition = (...fields: FormField[]): FormDefinition => ({ title, steps: [{ id: 's', title, fields }] });

const DOOR = definition(
  field({ id: 'shut', type: 'FLAG', must: true }),
  field({ id: 'why', must: true, most: 20, when: { field: 'shut', in: [false] } }),
  field({ id: 'note', type: 'LONG_TEXT' }),
);
const SIGNED = definition(
  field({ id: 'note', must: true }),
  field({ id: 'giver', type: 'SIGNATURE', must: true }),
  field({ id: 'lead', type: 'SIGNATURE', must: true, roles: ['TL', 'SV'] }),
);

async function scene() {
  const memory = new MemoryStore();
  const test = await createTestDesk({ store: memory });
  const { desk, staff, store, system } = test;
  const sv = await staff('Sue', ['SV']);
  const pa = await staff('Pat', ['PA']);
  const forms = (actor: Actor) => desk.as(actor).forms;
  const publish = async (
    draft: object,
    { id, code = 'DOOR', confidential = false }: { id?: string; code?: string; confidential?: boolean } = {},
  ) => {
    const form = id ? { id } : await forms(sv).createForm({ code, title, confidential });
    await forms(sv).editFormDraft({ id: form.id, draft: JSON.parse(JSON.stringify(draft)) });
    const { fingerprint } = await forms(sv).compareForm({ id: form.id });
    return forms(sv).publishForm({ id: form.id, fingerprint });
  };
  const open = (actor: Actor, formId: string, more = {}) =>
    forms(actor).openFormRecord({ formId, storeId: store.id, ...more });
  const read = () => desk.read(system);
  return { ...test, memory, loose: desk as unknown as Desk, sv, pa, forms, publish, open, read };
}

describe('R-POL-06 work forms', () => {
  test('R-POL-06: each default form is there in both languages and opens', async () => {
    const { read, forms, pa, sv, store } = await scene();
    const rows = await read().all(Form);
    expect(rows.map(({ code, state, publishedNumber }) => `${code} ${state} ${publishedNumber}`).toSorted()).toEqual(
      SHIPPED_FORMS.map(({ code }) => `${code} IN_USE 1`).toSorted(),
    );
    expect(rows.map(({ code }) => code)).toEqual(expect.arrayContaining(['F1', 'F20', 'D-PLAN']));
    for (const { id: formId, confidential } of rows) {
      const record = await forms(confidential ? sv : pa).openFormRecord({ formId, storeId: store.id });
      expect(record).toMatchObject({ state: 'DRAFT', versionNumber: 1 });
    }
    // Each can be exported, and begun by its code as well.
    for (const { id: formId } of rows) expect(await forms(sv).formTable({ formId })).toMatchObject({ count: 1 });
    expect(await forms(pa).openFormRecord({ code: 'F4', storeId: store.id })).toMatchObject({ number: 'F4-2' });
    await expect(forms(pa).openFormRecord({ storeId: store.id })).rejects.toMatchObject(refusal('VALIDATION_FAILED'));
  });

  test('a newer server brings what a tenant lacks, renews what nobody touched, and leaves what the shop has changed', async () => {
    const { memory, loose, read, publish } = await scene();
    const formOf = async (code: string) => (await read().first(Form, { code })) as RowOf<typeof Form>;
    const entity = (name: string) => loose.entities.find((one) => one.name === name) as Entity;
    await publish(DOOR, { id: (await formOf('F1')).id });
    // An earlier release had another F1 and F2, and no F3.
    for (const code of ['F1', 'F2']) {
      const form = await formOf(code);
      await memory.commit([
        { kind: 'put', entity: entity('Form'), row: { ...form, shippedHash: 'hash:old', version: 9 } as typeof form },
      ]);
    }
    const version = (await read().get(FormVersion, (await formOf('F2')).publishedId ?? '')) as RowOf<
      typeof FormVersion
    >;
    await memory.commit([
      { kind: 'put', entity: entity('FormVersion'), row: { ...version, hash: 'hash:old' } as typeof version },
    ]);
    const f3 = await formOf('F3');
    await memory.commit([
      { kind: 'delete', entity: entity('Form'), tenantId: f3.tenantId, id: f3.id, expectedVersion: f3.version },
    ]);
    await upgradeForms(loose);
    const after = await Promise.all(
      ['F1', 'F2', 'F3', 'F4'].map(async (code) => `${code} ${(await formOf(code)).publishedNumber}`),
    );
    expect(after).toEqual(['F1 2', 'F2 2', 'F3 1', 'F4 1']);
    expect((await read().get(FormVersion, (await formOf('F1')).publishedId ?? '')).title).toEqual(DOOR.title);
    const count = await read().count(FormVersion, {});
    await upgradeForms(loose);
    expect(await read().count(FormVersion, {})).toBe(count);
  });
});

describe('publishing', () => {
  test('a draft may be half written, and is not published so', async () => {
    const { forms, sv } = await scene();
    const form = await forms(sv).createForm({ code: 'HALF', title });
    await forms(sv).editFormDraft({
      id: form.id,
      draft: { title: { zh: '半' }, steps: [{ fields: [{ type: 'TEXT' }] }] },
    });
    await expect(forms(sv).publishForm({ id: form.id })).rejects.toMatchObject(refusal('FORM_NOT_READY'));
    await expect(forms(sv).editFormDraft({ id: form.id, draft: { colour: 'red' } })).rejects.toMatchObject(
      refusal('VALIDATION_FAILED'),
    );
    const { problems } = await forms(sv).compareForm({ id: form.id });
    expect(problems.map(({ path }) => path)).toContain('steps.0.fields.0.id');
  });

  test('a version that drops a mandatory field while records are open is published only by somebody who has seen it', async () => {
    const { forms, sv, pa, publish, open, read } = await scene();
    const form = await publish(DOOR);
    const record = await open(pa, form.id, { values: { shut: false, why: 'the lock' } });
    await forms(sv).editFormDraft({
      id: form.id,
      draft: JSON.parse(JSON.stringify(definition(field({ id: 'note', type: 'LONG_TEXT' })))),
    });
    const before = await forms(sv).compareForm({ id: form.id });
    expect(before).toMatchObject({ openRecords: 1, problems: [] });
    expect(before.changes.map(({ code, field: of }) => `${code} ${of}`)).toEqual(['REMOVED shut', 'REMOVED why']);
    await expect(forms(sv).publishForm({ id: form.id })).rejects.toMatchObject({
      denial: {
        code: 'FORM_TAKES_AWAY',
        details: {
          openRecords: 1,
          changes: [
            { code: 'REMOVED', field: 'shut' },
            { code: 'REMOVED', field: 'why' },
          ],
        },
      },
    });
    await forms(sv).editFormDraft({
      id: form.id,
      draft: JSON.parse(JSON.stringify(definition(field({ id: 'other' })))),
    });
    await expect(forms(sv).publishForm({ id: form.id, fingerprint: before.fingerprint })).rejects.toMatchObject(
      refusal('CONFLICT'),
    );
    const now = await forms(sv).compareForm({ id: form.id });
    await forms(sv).publishForm({ id: form.id, fingerprint: now.fingerprint });
    // The record lives on with its own version.
    const kept = await read().get(FormRecord, record.id);
    expect(kept).toMatchObject({ versionNumber: 1, values: { shut: false, why: 'the lock' } });
    expect(await forms(pa).submitFormRecord({ id: record.id })).toMatchObject({ state: 'DONE', versionNumber: 1 });
  });

  test('a published version never changes, and its ids are not used again for another type', async () => {
    const { forms, sv, publish, read, desk } = await scene();
    const form = await publish(DOOR);
    const first = await read().get(FormVersion, form.publishedId ?? '');
    await publish(definition(field({ id: 'shut', type: 'FLAG', must: true }), field({ id: 'fresh' })), { id: form.id });
    expect(await read().get(FormVersion, first.id)).toEqual(first);
    const second = (await read().get(Form, form.id)).publishedId;
    expect(second).not.toBe(first.id);
    // `why` is gone from the second version, and still is a text for ever.
    await forms(sv).beginFormDraft({ id: form.id });
    await forms(sv).editFormDraft({
      id: form.id,
      draft: JSON.parse(JSON.stringify(definition(field({ id: 'why', type: 'NUMBER' })))),
    });
    await expect(forms(sv).publishForm({ id: form.id })).rejects.toMatchObject(refusal('FORM_NOT_READY'));
    // Nothing changes a version, and nothing takes one away.
    const touching = [...(desk as unknown as Desk).actions].filter(([, { on }]) => on?.name === FormVersion.name);
    expect(touching).toEqual([]);
  });

  test('two people who write one draft do not overwrite each other', async () => {
    const { forms, sv, staff } = await scene();
    const mg = await staff('Meg', ['MG']);
    const form = await forms(sv).createForm({ code: 'TWO', title });
    await forms(sv).editFormDraft({ id: form.id, draft: { steps: [] } }, { expectedVersion: form.version });
    await expect(
      forms(mg).editFormDraft({ id: form.id, draft: {} }, { expectedVersion: form.version }),
    ).rejects.toMatchObject(refusal('CONFLICT'));
  });

  test('is for those who design forms', async () => {
    const { forms, pa, sv, publish, read } = await scene();
    const form = await publish(DOOR);
    await expect(forms(pa).createForm({ code: 'MINE', title })).rejects.toMatchObject(refusal('FORBIDDEN'));
    await expect(forms(pa).beginFormDraft({ id: form.id })).rejects.toMatchObject(refusal('FORBIDDEN'));
    await expect(forms(sv).createForm({ code: 'DOOR', title })).rejects.toMatchObject(refusal('DUPLICATE'));
    const copy = await forms(sv).createForm({ code: 'COPY', title, copyOf: form.id });
    expect((await read().get(Form, copy.id)).draft).toMatchObject({ steps: [{ id: 's' }] });
  });

  test('a retired form begins no record, and those that are there go on', async () => {
    const { forms, sv, pa, publish, open } = await scene();
    const form = await publish(DOOR);
    const record = await open(pa, form.id);
    await forms(sv).retireForm({ id: form.id });
    await expect(open(pa, form.id)).rejects.toMatchObject(refusal('FORM_RETIRED'));
    expect(await forms(pa).submitFormRecord({ id: record.id, values: { shut: true } })).toMatchObject({
      state: 'DONE',
    });
    await forms(sv).reuseForm({ id: form.id });
    expect(await open(pa, form.id)).toMatchObject({ state: 'DRAFT', number: 'DOOR-2' });
  });
});

describe('a record', () => {
  test('takes only what its fields take, and says what is wrong beside each', async () => {
    const { forms, pa, publish, open, read } = await scene();
    const form = await publish(DOOR);
    const record = await open(pa, form.id);
    const save = (values: Record<string, never>) => forms(pa).saveFormRecord({ id: record.id, values });
    await expect(save({ colour: 'red' } as never)).rejects.toMatchObject({
      denial: { code: 'UNKNOWN_FIELD', details: { fields: ['colour'] } },
    });
    await expect(save({ shut: 'yes' } as never)).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'values.shut' }] },
    });
    await expect(save({ why: 'x'.repeat(21) } as never)).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'values.why' }] },
    });
    await expect(forms(pa).submitFormRecord({ id: record.id })).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'values.shut' }] },
    });
    expect((await read().get(FormRecord, record.id)).values).toEqual({});
  });

  test('keeps what is hidden while it is a draft, and lets go of it when it is submitted', async () => {
    const { forms, pa, publish, open } = await scene();
    const form = await publish(DOOR);
    const record = await open(pa, form.id);
    await forms(pa).saveFormRecord({ id: record.id, values: { shut: false, why: 'the lock' } });
    expect((await forms(pa).saveFormRecord({ id: record.id, values: { shut: true } })).values).toEqual({
      shut: true,
      why: 'the lock',
    });
    const done = await forms(pa).submitFormRecord({ id: record.id });
    expect(done).toMatchObject({ state: 'DONE', values: { shut: true } });
    expect(done.values).not.toHaveProperty('why');
    await expect(forms(pa).saveFormRecord({ id: record.id, values: { note: 'late' } })).rejects.toMatchObject(
      refusal('INVALID_TRANSITION'),
    );
  });

  test('of two who save at once keeps what both have said, and tells who wants to know of the other', async () => {
    const { forms, pa, sv, publish, open, read } = await scene();
    const form = await publish(DOOR);
    const record = await open(pa, form.id);
    await Promise.all([
      forms(pa).saveFormRecord({ id: record.id, values: { shut: true } }),
      forms(sv).saveFormRecord({ id: record.id, values: { note: 'seen' } }),
    ]);
    expect((await read().get(FormRecord, record.id)).values).toEqual({ shut: true, note: 'seen' });
    await expect(
      forms(sv).saveFormRecord({ id: record.id, values: { note: 'again' } }, { expectedVersion: record.version }),
    ).rejects.toMatchObject(refusal('CONFLICT'));
  });

  test('of somebody else’s store is not there', async () => {
    const { desk, system, staff, pa, publish, open, forms, sv, store } = await scene();
    const other = await desk.as(system).access.createStore({ name: 'S2', key: 'store-2' });
    const away = await staff('Ann', ['PA'], { storeIds: [other.id] });
    const form = await publish(DOOR);
    const record = await open(pa, form.id);
    for (const call of [
      () => forms(away).saveFormRecord({ id: record.id, values: {} }),
      () => forms(away).submitFormRecord({ id: record.id }),
      () => forms(away).previewFormMove({ id: record.id }),
      () => forms(away).openFormRecord({ formId: form.id, storeId: store.id }),
    ])
      await expect(call()).rejects.toMatchObject(refusal('NOT_FOUND'));
    expect((await forms(sv).formTable({ formId: form.id })).count).toBe(1);
    const lead = await staff('Tom', ['TL'], { storeIds: [other.id] });
    expect((await forms(lead).formTable({ formId: form.id })).count).toBe(0);
  });

  test('goes step by step where the form says so', async () => {
    const { forms, pa, publish, open, clock } = await scene();
    const steps = ['one', 'two'].map((id) => ({
      id,
      title,
      within: 30,
      fields: [field({ id: `f_${id}`, must: true })],
    }));
    const form = await publish({ title, ordered: true, steps }, { code: 'STEPS' });
    const record = await open(pa, form.id);
    await expect(forms(pa).saveFormRecord({ id: record.id, values: { f_two: 'early' } })).rejects.toMatchObject(
      refusal('STEP_NOT_REACHED'),
    );
    await expect(forms(pa).finishFormStep({ id: record.id, step: 'two' })).rejects.toMatchObject(
      refusal('STEP_NOT_REACHED'),
    );
    await expect(forms(pa).finishFormStep({ id: record.id, step: 'one' })).rejects.toMatchObject(
      refusal('VALIDATION_FAILED'),
    );
    const at = clock.now().toISOString();
    expect(await forms(pa).finishFormStep({ id: record.id, step: 'one', values: { f_one: 'done' } })).toMatchObject({
      stepsDone: { one: at },
    });
    await forms(pa).saveFormRecord({ id: record.id, values: { f_two: 'now' } });
    expect(await forms(pa).submitFormRecord({ id: record.id })).toMatchObject({ state: 'DONE' });
  });

  test('hangs on a row that the person may see, and begins with what that knows', async () => {
    const { forms, pa, publish, open, shopper, desk, system, store } = await scene();
    const lily = await shopper('lily');
    const form = await publish(
      definition(field({ id: 'customerNick' }), field({ id: 'store' }), field({ id: 'agent', type: 'PERSON' })),
    );
    const record = await open(pa, form.id, { subjectKind: 'CUSTOMER', subjectId: lily.customerId });
    expect(record).toMatchObject({ customerId: lily.customerId, values: { store: store.name, agent: pa.userId } });
    await expect(open(pa, form.id, { subjectKind: 'CUSTOMER', subjectId: 'nobody' })).rejects.toMatchObject(
      refusal('NOT_FOUND'),
    );
    const other = await desk.as(system).access.createStore({ name: 'S2', key: 'store-2' });
    await expect(
      forms(pa).openFormRecord({
        formId: form.id,
        storeId: other.id,
        subjectKind: 'CUSTOMER',
        subjectId: lily.customerId,
      }),
    ).rejects.toMatchObject(refusal('NOT_FOUND'));
    await expect(forms(pa).saveFormRecord({ id: record.id, values: { agent: 'nobody' } })).rejects.toMatchObject({
      denial: { fields: [{ path: 'values.agent' }] },
    });
  });

  test('takes files of its own as evidence, and those of no other record', async () => {
    const { forms, pa, publish, open, read } = await scene();
    const form = await publish(definition(field({ id: 'proof', type: 'EVIDENCE', must: true })));
    const [record, other] = [await open(pa, form.id), await open(pa, form.id)];
    const blob = (sha: string) => JSON.stringify({ contentType: 'image/png', size: 2000, sha256: sha.repeat(64) });
    const mine = await forms(pa).addFormFile({ recordId: record.id, blobKey: blob('a'), name: 'photo.png' });
    const theirs = await forms(pa).addFormFile({ recordId: other.id, blobKey: blob('b'), name: 'other.png' });
    await expect(forms(pa).saveFormRecord({ id: record.id, values: { proof: [theirs.id] } })).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'values.proof' }] },
    });
    expect(await forms(pa).submitFormRecord({ id: record.id, values: { proof: [mine.id] } })).toMatchObject({
      state: 'DONE',
    });
    await expect(
      forms(pa).addFormFile({ recordId: record.id, blobKey: blob('c'), name: 'late.png' }),
    ).rejects.toMatchObject(refusal('INVALID_TRANSITION'));
    expect(await read().count(FormFile, { recordId: record.id })).toBe(1);
  });

  test('moves up to the version in use as it was shown, and not when it has changed since', async () => {
    const { forms, pa, publish, open, read } = await scene();
    const form = await publish(DOOR);
    const record = await open(pa, form.id, { values: { shut: false, why: 'the lock', note: 'n' } });
    await expect(forms(pa).moveFormRecord({ id: record.id, fingerprint: 'x' })).rejects.toMatchObject(
      refusal('DUPLICATE'),
    );
    await publish(
      definition(
        field({ id: 'note', type: 'LONG_TEXT' }),
        field({ id: 'shut', type: 'FLAG' }),
        field({ id: 'who', must: true }),
      ),
      { id: form.id },
    );
    const preview = await forms(pa).previewFormMove({ id: record.id });
    expect(preview).toMatchObject({
      versionNumber: 2,
      lost: [{ field: 'why', text: 'the lock' }],
      missing: [{ field: 'who' }],
    });
    await forms(pa).saveFormRecord({ id: record.id, values: { note: 'more' } });
    await expect(forms(pa).moveFormRecord({ id: record.id, fingerprint: preview.fingerprint })).rejects.toMatchObject(
      refusal('CONFLICT'),
    );
    const { fingerprint } = await forms(pa).previewFormMove({ id: record.id });
    const moved = await forms(pa).moveFormRecord({ id: record.id, fingerprint });
    expect(moved).toMatchObject({ versionNumber: 2, values: { shut: false, note: 'more' } });
    expect((await read().get(FormRecord, record.id)).formVersionId).toBe(moved.formVersionId);
  });
});

describe('signing', () => {
  test('covers version and values, by the right people, each once; the last one makes it done', async () => {
    const { forms, pa, sv, staff, publish, open, read } = await scene();
    const aa = await staff('Amy', ['AA']);
    const form = await publish(SIGNED);
    const record = await open(pa, form.id);
    const sign = (actor: Actor, fieldId: string) => forms(actor).signFormRecord({ id: record.id, fieldId });
    await expect(sign(pa, 'giver')).rejects.toMatchObject(refusal('INVALID_TRANSITION'));
    const submitted = await forms(pa).submitFormRecord({ id: record.id, values: { note: 'all well' } });
    expect(submitted).toMatchObject({ state: 'SIGNING' });
    await expect(sign(aa, 'lead')).rejects.toMatchObject(refusal('NOT_THE_SIGNER'));
    await expect(sign(aa, 'note')).rejects.toMatchObject(refusal('UNKNOWN_FIELD'));
    expect(await sign(pa, 'giver')).toMatchObject({ state: 'SIGNING' });
    await expect(sign(aa, 'giver')).rejects.toMatchObject(refusal('ALREADY_SIGNED'));
    await expect(sign(pa, 'lead')).rejects.toMatchObject(refusal('ALREADY_SIGNED'));
    expect(await sign(sv, 'lead')).toMatchObject({ state: 'DONE' });
    const signatures = await read().all(FormSignature, { where: { recordId: record.id } });
    expect(signatures.map(({ hash }) => hash)).toEqual([submitted.hash, submitted.hash]);
    // Correcting it makes them void: they cover what was said then.
    await expect(forms(pa).reopenFormRecord({ id: record.id })).rejects.toMatchObject(refusal('REASON_REQUIRED'));
    await expect(forms(aa).reopenFormRecord({ id: record.id, reason: 'mine' })).rejects.toMatchObject(
      refusal('FORBIDDEN'),
    );
    await forms(pa).reopenFormRecord({ id: record.id, reason: 'a word was missing' });
    const after = await forms(pa).submitFormRecord({ id: record.id, values: { note: 'all very well' } });
    expect(after).toMatchObject({ state: 'SIGNING' });
    expect(after.hash).not.toBe(submitted.hash);
    expect((await read().all(FormSignature, { where: { recordId: record.id } })).map(({ state }) => state)).toEqual([
      'VOID',
      'VOID',
    ]);
    expect(await sign(pa, 'giver')).toMatchObject({ state: 'SIGNING' });
  });

  test('of two who sign one field at once one is told that it is signed', async () => {
    const { forms, pa, staff, publish, open } = await scene();
    const aa = await staff('Amy', ['AA']);
    const form = await publish(SIGNED);
    const record = await open(pa, form.id);
    await forms(pa).submitFormRecord({ id: record.id, values: { note: 'x' } });
    const done = await Promise.allSettled(
      [pa, aa].map((actor) => forms(actor).signFormRecord({ id: record.id, fieldId: 'giver' })),
    );
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(done.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refusal('ALREADY_SIGNED') });
  });
});

describe('a confidential record', () => {
  test('is seen by those who may, by who began it and by whom it is about, who signs it and changes nothing', async () => {
    const { forms, pa, sv, staff, publish, open, desk } = await scene();
    const aa = await staff('Amy', ['AA']);
    const form = await publish(SIGNED, { code: 'PAY', confidential: true });
    await expect(open(pa, form.id)).rejects.toMatchObject(refusal('FORBIDDEN'));
    const record = await open(sv, form.id, { subjectKind: 'STAFF', subjectId: pa.userId });
    const seen = async (actor: Actor) => Boolean(await desk.read(actor).maybe(FormRecord, record.id));
    expect([await seen(sv), await seen(pa), await seen(aa)]).toEqual([true, true, false]);
    await expect(forms(pa).saveFormRecord({ id: record.id, values: { note: 'I am great' } })).rejects.toMatchObject(
      refusal('FORBIDDEN'),
    );
    await forms(sv).submitFormRecord({ id: record.id, values: { note: 'well done' } });
    expect(await forms(pa).signFormRecord({ id: record.id, fieldId: 'giver' })).toMatchObject({ state: 'SIGNING' });
    await expect(forms(aa).signFormRecord({ id: record.id, fieldId: 'lead' })).rejects.toMatchObject(
      refusal('NOT_FOUND'),
    );
  });
});

describe('the table of a form', () => {
  test('has records of three versions, each in its own words, and no cell that a spreadsheet would run', async () => {
    const { forms, sv, pa, publish, open } = await scene();
    const form = await publish(definition(field({ id: 'note' }), field({ id: 'old' })));
    await open(pa, form.id, { values: { note: '=1+1', old: '0012' } });
    await publish(
      definition(
        field({ id: 'note' }),
        field({
          id: 'kind',
          type: 'CHOICE',
          options: [
            { id: 'A', title: { en: 'Apple', zh: '苹果' } },
            { id: 'B', title: { en: 'Pear', zh: '梨' } },
          ],
        }),
      ),
      { id: form.id },
    );
    await open(pa, form.id, { values: { note: '王，"小"', kind: 'A' } });
    await publish(
      definition(
        field({
          id: 'kind',
          type: 'CHOICE',
          options: [
            { id: 'A', title: { en: 'Orange', zh: '橙子' } },
            { id: 'B', title: { en: 'Pear', zh: '梨' } },
          ],
        }),
      ),
      { id: form.id },
    );
    await open(pa, form.id, { values: { kind: 'A' } });
    const { csv, count } = await forms(sv).formTable({ formId: form.id, language: 'zh' });
    expect(csv.startsWith('\ufeff编号,')).toBe(true);
    expect(csv).toContain("'=1+1");
    expect(count).toBe(3);
    const rows = readCsv(csv)?.map(({ cells }) => cells.slice(7)) ?? [];
    expect(rows.slice(1)).toEqual([
      ['', '=1+1', '0012'],
      ['苹果', '王，"小"', ''],
      ['橙子', '', ''],
    ]);
    await expect(forms(pa).formTable({ formId: form.id })).rejects.toMatchObject(refusal('FORBIDDEN'));
  });
});
