import { expect } from '@open-wc/testing';
import { Form, FormRecord, FormVersion } from '@shopdesk/core';
import {
  afterEach,
  all,
  cleanPage,
  control,
  describe,
  fill,
  it,
  objections,
  openPanel,
  press,
  readable,
  reads,
  until,
} from '../../testing/page.ts';
import { createPanelDesk } from '../../testing/panel-desk.ts';

const title = { en: 'Door check', zh: '门店检查' };
const words = (en: string) => ({ en, zh: `${en} 中` });
const DOOR = {
  title,
  steps: [
    {
      id: 's',
      title: words('Look'),
      fields: [
        { id: 'shut', type: 'FLAG', title: words('Shut'), must: true },
        { id: 'why', type: 'TEXT', title: words('Why not'), must: true, when: { field: 'shut', in: [false] } },
        { id: 'note', type: 'LONG_TEXT', title: words('Note') },
        { id: 'people', type: 'NUMBER', title: words('People'), most: 5 },
      ],
    },
  ],
};

async function scene() {
  const desk = await createPanelDesk();
  const lead = await desk.staff('Lea', ['SV']);
  const forms = desk.desk.as(lead).forms;
  const { id } = await forms.createForm({ code: 'DOOR', title });
  await forms.editFormDraft({ id, draft: JSON.parse(JSON.stringify(DOOR)) });
  await forms.publishForm({ id });
  const form = () => desk.desk.read(desk.system).get(Form, id);
  const record = (of: string) => desk.desk.read(desk.system).get(FormRecord, of);
  return { desk, forms, id, form, record };
}

async function choose(label: string, value: string): Promise<void> {
  const find = () =>
    all<HTMLSelectElement>('select').find((one) =>
      [...(one.labels ?? [])].some(({ textContent }) => textContent?.replace('*', '').trim() === label),
    );
  await until(find, `there is a field “${label}”`);
  const select = find() as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}

describe('forms', () => {
  afterEach(cleanPage);

  it('are saved by themselves while they are filled in, say what is wrong beside the field, and are handed in', async () => {
    const { desk, forms, id, record } = await scene();
    const { id: of } = await forms.openFormRecord({ formId: id, storeId: desk.store.id });
    await openPanel({ roles: ['PA'], path: `/form-records/${of}`, desk });
    await reads('Door check');
    expect(readable()).not.to.contain('Why not');
    await fill('Note', 'The lock is worn');
    await until(async () => (await record(of)).values['note'] === 'The lock is worn', 'it is saved');
    await fill('People', '9');
    await reads('At most 5.');
    await choose('Shut', 'no');
    await reads('Why not');
    await until(async () => (await record(of)).values['shut'] === false, 'what is valid is saved');
    expect((await record(of)).values).not.to.have.property('people');
    await fill('People', '2');
    await press('Submit');
    await reads('This has to be filled in.');
    expect((await record(of)).state).to.equal('DRAFT');
    await fill('Why not', 'No key');
    expect(await objections()).to.deep.equal([]);
    await press('Submit');
    await until(async () => (await record(of)).state === 'DONE', 'it is handed in');
    expect((await record(of)).values).to.deep.equal({
      shut: false,
      why: 'No key',
      note: 'The lock is worn',
      people: 2,
    });
    await reads('No key');
    expect(await objections()).to.deep.equal([]);
  });

  it('are changed in a draft, moved by the keyboard, and published once somebody has seen what is lost', async () => {
    const { desk, forms, id, form } = await scene();
    await forms.openFormRecord({ formId: id, storeId: desk.store.id });
    await openPanel({ roles: ['SV'], path: `/forms/${id}`, desk });
    await press('Change the form');
    await reads('Yes or no');
    await reads('Nothing that somebody would notice.');
    const down = await control('Move “Note” down');
    down.focus();
    down.click();
    await until(async () => {
      const draft = (await form()).draft as typeof DOOR | null;
      return draft?.steps[0]?.fields.map((one) => one.id).join() === 'shut,why,people,note';
    }, 'the field has moved');
    const focused = () => all('button').find((one) => (one.getRootNode() as ShadowRoot).activeElement === one);
    await until(() => focused()?.getAttribute('aria-label') === 'Move “Note” down', 'the cursor has moved with it');
    await press('Remove “Shut”');
    await reads('depends on a field that does not stand above it');
    await press('Remove “Why not”');
    await reads('Field removed');
    await reads('One record is still open.');
    const publish = await control('Publish');
    expect(publish.getAttribute('aria-disabled')).to.equal('true');
    publish.click();
    expect((await form()).publishedNumber).to.equal(1);
    const seen = all<HTMLInputElement>('input[type="checkbox"]').find((one) => one.id === 'seen');
    seen?.click();
    expect(await objections()).to.deep.equal([]);
    await press('Publish');
    await until(async () => (await form()).publishedNumber === 2, 'it is published');
    const { definition } = await desk.desk.read(desk.system).get(FormVersion, (await form()).publishedId ?? '');
    expect(JSON.stringify(definition)).not.to.contain('"shut"');
  });

  it('are printed in both languages, and a complaint prints as one', async () => {
    const { desk } = await scene();
    const officer = await desk.staff('Olga', ['CO']);
    const { id } = await desk.desk.as(officer).complaints.registerComplaint({
      storeId: desk.store.id,
      subject: 'A broken cup',
      facts: 'It came in two pieces.',
      demand: 'A new one',
      sourceChannel: 'PHONE',
    });
    await openPanel({ roles: ['SV'], path: `/form-print/${desk.store.id}/F6/COMPLAINT/${id}`, desk });
    await reads('It came in two pieces.');
    await choose('Language on paper', 'both');
    await reads('事实经过 Facts');
    expect(await objections()).to.deep.equal([]);
  });
});
