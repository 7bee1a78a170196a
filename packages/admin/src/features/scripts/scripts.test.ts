import { expect } from '@open-wc/testing';
import { Conversation, Macro, Message, Script, type MacroStep } from '@shopdesk/core';
import {
  afterEach,
  all,
  cleanPage,
  control,
  describe,
  fill,
  isSeen,
  it,
  objections,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  SIZES,
  until,
  type OpenPanel,
} from '../../testing/page.ts';

const rows = ({ desk }: OpenPanel) => desk.desk.read(desk.system);
let count = 0;
const id = () => `message-${(count += 1)}-of-scripts`;

describe('the script library', () => {
  afterEach(cleanPage);

  it('shows the default scripts in both languages, by scene and by words', async () => {
    await openPanel({ roles: ['PA'], path: '/scripts' });
    await reads('欢迎光临{shop}');
    await reads('Hello and welcome to {shop}');
    expect(all('tbody tr').filter(isSeen).length).to.equal(25);
    await fill('Search by key or words', 'birthday');
    await until(() => all('tbody tr').filter(isSeen).length === 1, 'one is left');
    await fill('Search by key or words', '');
    await fill('Scene', 'TRACKING');
    await until(() => all('tbody tr').filter(isSeen).length === 2, 'two are of that scene');
  });

  it('takes a new script, previews it with values, and lets it be published', async () => {
    const open = await openPanel({ roles: ['SV'], path: '/scripts' });
    await press('New script');
    await fill('Code', 'S1');
    await fill('Quick key', 'size');
    await fill('Text (Chinese)', '{product}偏大一码');
    await fill('Text (English)', '{product} runs large');
    await fill('Value of {product}', 'The coat');
    await reads('The coat runs large');
    await pressInDialog('Save');
    await reads('Saved as a draft.');
    await press('Publish: S1');
    await until(
      async () =>
        (await rows(open).all(Script)).some(({ scriptCode, state }) => scriptCode === 'S1' && state === 'PUBLISHED'),
      'it is in use',
    );
    await press('Archive: S1');
    await pressInDialog('Archive');
    await until(async () => (await rows(open).all(Script)).some(({ state }) => state === 'ARCHIVED'), 'it is archived');
  });

  it('refuses forbidden words where they are written, and keeps the text', async () => {
    await openPanel({ roles: ['SV'], path: '/scripts' });
    await press('New script');
    await fill('Code', 'S2');
    await fill('Text (Chinese)', '全网最低价');
    await pressInDialog('Save');
    await until(() => all('[role="alert"]').some((one) => isSeen(one) && readable(one).length > 0), 'it says why');
    expect(all<HTMLTextAreaElement>('#body-zh').find(isSeen)?.value).to.equal('全网最低价');
  });

  it('greets returning customers of a store at an hour with words of its own', async () => {
    const open = await openPanel({ roles: ['SV'], path: '/scripts' });
    await press('Make our own: G1');
    await fill('Text (Chinese)', '欢迎回来');
    await fill('From', '22:00');
    await fill('To (not included)', '08:00');
    await fill('Greets', 'RETURNING');
    await pressInDialog('Save');
    await until(
      async () =>
        (await rows(open).all(Script)).some(
          ({ scriptCode, hours, customers }) =>
            scriptCode === 'G1' && hours?.from === '22:00' && customers === 'RETURNING',
        ),
      'it is kept',
    );
  });

  it('lets an agent write only for himself', async () => {
    const open = await openPanel({ roles: ['PA'], path: '/scripts' });
    await press('New script');
    await fill('Code', 'MINE');
    await fill('Text (English)', 'My own words');
    await pressInDialog('Save');
    await until(
      async () =>
        (await rows(open).all(Script)).some(({ scope, state }) => scope === 'PERSONAL' && state === 'PUBLISHED'),
      'it is usable at once',
    );
    expect(readable()).not.to.contain('Make our own');
  });
});

/** A conversation that the viewer has taken. */
async function taken(open: OpenPanel): Promise<string> {
  const lily = await open.desk.shopper('lily');
  const as = open.desk.desk.as(lily).conversations;
  const { id: conversationId } = await as.openConversation({ locale: 'en' });
  await as.sendMessage({ conversationId, clientMsgId: id(), text: 'Where is my parcel?' });
  open.go(`/inbox/queue/${conversationId}`);
  await press('Take');
  return conversationId;
}

describe('macros', () => {
  afterEach(cleanPage);

  it('are put together from steps, seen in full before they are done, and done with one confirmation', async () => {
    const open = await openPanel({ roles: ['SV'], path: '/scripts/macros' });
    await press('New macro');
    await fill('Name (English)', 'Chase the parcel');
    await fill('Name (Chinese)', '催促物流');
    await until(
      () =>
        all<HTMLOptionElement>('#script-0 option').length > 5 ||
        all<HTMLSelectElement>('select').some((one) => one.id === 'script-0' && one.options.length > 5),
      'scripts can be picked',
    );
    await fill('Script', 'L2');
    await press('Add a step');
    await fill('What', 'SEND_SCRIPT');
    const kinds = () => all<HTMLSelectElement>('select').filter((one) => one.id.startsWith('kind-'));
    const choose = (select: HTMLSelectElement | undefined, value: string) => {
      if (!select) throw new Error('There is no such field.');
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    };
    choose(kinds()[1], 'CLOSE');
    await until(
      () => all<HTMLSelectElement>('select').some((one) => one.id === 'result-1'),
      'the fields of the kind are there',
    );
    choose(
      all<HTMLSelectElement>('select').find((one) => one.id === 'intent-1'),
      'LOGISTICS',
    );
    choose(
      all<HTMLSelectElement>('select').find((one) => one.id === 'result-1'),
      'FOLLOW_UP',
    );
    await fill('Script', 'L2');
    await pressInDialog('Save');
    await until(async () => (await rows(open).all(Macro)).some(({ steps }) => steps.length === 2), 'it is kept');
    const conversationId = await taken(open);
    await press('Macros');
    await press('Chase the parcel');
    await reads('will tell you the result by {time}');
    const run = await control('Do all of it');
    expect(run.getAttribute('aria-disabled')).to.equal('true');
    await fill('Value of {time}', '17:00');
    await reads('will tell you the result by 17:00');
    await until(() => run.getAttribute('aria-disabled') === 'false', 'it can be done');
    run.click();
    await reads('All steps are done.');
    const said = await rows(open).all(Message, { where: { conversationId, sender: 'AGENT' } });
    expect(said.map(({ body }) => body).join()).to.contain('by 17:00');
    expect((await rows(open).get(Conversation, conversationId)).state).to.equal('CLOSED');
    await until(async () => (await rows(open).all(Macro))[0]?.usageCount === 1, 'the use is counted');
  });

  const followUp = async (open: OpenPanel, last: Partial<MacroStep> & Pick<MacroStep, 'kind'>) => {
    const viewer = await open.desk.staff('Helper', ['SV']);
    await open.desk.desk.as(viewer).macros.createMacro({
      name: { zh: '跟进', en: 'Follow up' },
      shared: true,
      steps: [{ kind: 'ADD_NOTE', text: 'Asked the depot' }, { kind: 'SEND_SCRIPT', script: 'E1' }, last],
    });
    const conversationId = await taken(open);
    await press('Macros');
    await press('Follow up');
    const run = await control('Do all of it');
    await until(() => run.getAttribute('aria-disabled') === 'false', 'it can be done');
    const written = async () =>
      (await rows(open).all(Message, { where: { conversationId } })).filter(
        ({ kind, sender, isAuto }) => kind === 'NOTE' || (sender === 'AGENT' && !isAuto && kind === 'TEXT'),
      );
    return { viewer, conversationId, run, written };
  };

  it('are not done half: a step that the desk no longer offers stands with its reason, and no other is done', async () => {
    const open = await openPanel({ roles: ['SV'] });
    const transfer = { kind: 'TRANSFER', transferReason: 'SKILL', text: 'Asks about the parcel' } as const;
    const { viewer, conversationId, run, written } = await followUp(open, transfer);
    await open.desk.desk
      .as({ ...viewer, userId: open.userId })
      .conversations.requestTransfer({ id: conversationId, toUserId: viewer.userId, reason: 'SKILL', summary: 'test' });
    run.click();
    await reads('This exists already.');
    expect(run.getAttribute('aria-disabled')).to.equal('true');
    expect(await written()).to.deep.equal([]);
  });

  it('stop at the first step that fails, and say what became of each', async () => {
    const open = await openPanel({ roles: ['SV'] });
    const { run, written } = await followUp(open, { kind: 'CLOSE', intent: 'LOGISTICS', result: 'SOLVED' });
    open.desk.network.refuse.add('performAction');
    run.click();
    await reads('Stopped at step 1.');
    await reads('Not done, because a step before failed');
    expect(await written()).to.deep.equal([]);
  });
});

describe('the pages of scripts are clean for axe', () => {
  afterEach(cleanPage);

  for (const [locale, size] of [
    ['en', SIZES.desktop],
    ['zh-CN', SIZES.phone],
  ] as const) {
    for (const path of ['/scripts', '/scripts/macros'])
      it(`${path} in ${locale}`, async () => {
        await openPanel({ roles: ['SV'], locale, size, path });
        await until(() => all('h1').some(isSeen) && !all('.spinner').some(isSeen), 'the page is there');
        expect(await objections()).to.deep.equal([]);
      });

    it(`the dialogs in ${locale}`, async () => {
      const open = await openPanel({ roles: ['SV'], locale, size, path: '/scripts' });
      await press(locale === 'en' ? 'New script' : '新建话术');
      await until(() => all('dialog:modal').length > 0 && all('#body-zh').some(isSeen), 'it is open');
      expect(await objections()).to.deep.equal([]);
      open.go('/scripts/macros');
      await press(locale === 'en' ? 'New macro' : '新建快捷操作');
      await until(() => all('dialog:modal').length > 0 && all('#kind-0').some(isSeen), 'it is open');
      expect(await objections()).to.deep.equal([]);
    });
  }
});
