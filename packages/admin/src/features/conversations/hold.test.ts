import { expect } from '@open-wc/testing';
import { Conversation, Sla } from '@shopdesk/core';
import { createPanelDesk } from '../../testing/panel-desk.ts';
import {
  afterEach,
  all,
  cleanPage,
  control,
  describe,
  fill,
  isSeen,
  it,
  keys,
  objections,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  SIZES,
  until,
} from '../../testing/page.ts';

const MINUTE = 60_000;
let count = 0;
const id = () => `message-${(count += 1)}-of-hold`;

type Options = Parameters<typeof openPanel>[0];

/** A conversation in which the viewer has answered. */
async function answered(said: string, options: Options = {}) {
  const open = await openPanel({ roles: ['PA'], ...options });
  const { desk, clock } = open.desk;
  const lily = desk.as(await open.desk.shopper('lily')).conversations;
  const { id: conversationId } = await lily.openConversation({ locale: options.locale ?? 'en' });
  await lily.sendMessage({ conversationId, clientMsgId: id(), text: 'Where is my parcel?' });
  open.go(`/inbox/queue/${conversationId}`);
  const zh = options.locale === 'zh-CN';
  await press(zh ? '接入' : 'Take');
  await until(
    () =>
      all<HTMLTextAreaElement>('textarea').some(
        (one) => isSeen(one) && !one.readOnly && /Reply to|回复/.test(one.ariaLabel ?? ''),
      ),
    'a reply can be written',
  );
  const label = all<HTMLTextAreaElement>('textarea').find(isSeen)?.ariaLabel ?? '';
  await fill(label, said);
  await keys('Enter');
  const row = () => desk.read(open.desk.system).get(Conversation, conversationId);
  await until(async () => (await row()).firstHumanReplyAt !== null, 'it is answered');
  const pass = async (minutes: number) => {
    clock.advance(minutes * MINUTE);
    await desk.runTimers();
  };
  return { open, conversationId, row, pass, lily };
}

describe('holding a conversation', () => {
  afterEach(cleanPage);

  it('is one press, shows when one is back, reminds when the time is over, and can be ended', async () => {
    const { row, pass } = await answered('Which size do you wear?');
    await press('More actions');
    await press('Hold');
    await pressInDialog('30 min');
    await reads('On hold. You are back at');
    await reads('Back at');
    const left = Date.parse((await row()).holdUntil ?? '') - Date.now();
    // The desk's clock is known to about a second.
    expect(left).to.be.within(29 * MINUTE, 30 * MINUTE + 2000);
    await pass(29);
    expect((await row()).state).to.equal('ACTIVE');
    await pass(2);
    await reads('waits for the word you promised for now.');
    await reads('Back was due at');
    await until(() => all('desk-admin-waiting').some((one) => /\d:\d\d/.test(readable(one))), 'a clock runs');
    await press('More actions');
    await press('End hold');
    await until(async () => (await row()).holdUntil === null, 'it is over');
  });

  it('takes a time of one’s own, and says why not', async () => {
    const { row } = await answered('Which size do you wear?');
    await keys('Escape');
    await keys('h');
    await fill('Back at', '2020-01-01T10:00');
    await pressInDialog('Hold');
    await reads('Choose a time within the next seven days.');
    expect((await row()).holdUntil).to.equal(null);
  });

  it('is set by a promise in the reply', async () => {
    await answered('I will check, back in 30 minutes');
    await reads('Back at');
    await press('More actions');
    await control('End hold');
  });

  for (const [locale, size, title] of [
    ['en', SIZES.desktop, 'Hold'],
    ['zh-CN', SIZES.phone, '保留'],
  ] as const)
    it(`is clean for axe in ${locale}`, async () => {
      await answered(locale === 'en' ? 'Which size?' : '您穿什么尺码?', { locale, size });
      await press(locale === 'en' ? 'More actions' : '更多操作');
      await press(title);
      await until(() => all('dialog:modal').length === 1, 'the dialog is open');
      expect((await objections()).filter((one) => one.includes('hold-dialog'))).to.deep.equal([]);
    });
});

describe('what is left of a limit', () => {
  afterEach(cleanPage);

  for (const [name, wrongBy] of [
    ['5 minutes behind', 5 * MINUTE],
    ['5 minutes ahead', -5 * MINUTE],
    ['a day behind', 1440 * MINUTE],
    ['a day ahead', -1440 * MINUTE],
  ] as const)
    it(`is right on a device whose clock is ${name} of the desk’s`, async () => {
      const desk = await createPanelDesk();
      desk.clock.advance(wrongBy);
      const open = await openPanel({ roles: ['PA'], desk, path: '/inbox/queue' });
      const lily = desk.desk.as(await desk.shopper('lily')).conversations;
      const { id: conversationId } = await lily.openConversation({ locale: 'en' });
      await lily.sendMessage({ conversationId, clientMsgId: id(), text: 'Where is my parcel?' });
      const chip = () =>
        all('desk-admin-waiting')
          .map((one) => readable(one))
          .find((one) => /\d:\d\d/.test(one));
      await until(chip, 'a clock runs');
      const { slaDueAt } = await desk.desk.read(desk.system).get(Sla, conversationId);
      const [minutes = 0, seconds = 0] = (/(\d+):(\d\d)/.exec(chip() ?? '')?.slice(1) ?? []).map(Number);
      const left = (Date.parse(slaDueAt ?? '') - desk.clock.now().getTime()) / 1000;
      expect(Math.abs(minutes * 60 + seconds - left)).to.be.lessThan(2.5);
      expect(chip()).not.to.contain('+');
      open.panel.remove();
    });
});
