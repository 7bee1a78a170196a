import { expect } from '@open-wc/testing';
import { BotAnswer, BotStore, Conversation, DEFAULT_BOT } from '@shopdesk/core';
import {
  afterEach,
  cleanPage,
  describe,
  field,
  it,
  objections,
  openPanel,
  press,
  reads,
  until,
  type OpenPanel,
} from '../../testing/page.ts';

const FREIGHT = {
  title: { zh: '退货运费由谁承担', en: 'Who pays for the return shipping' },
  body: { zh: '无理由退货的运费由买家承担。', en: 'You pay the shipping for a return without reason.' },
};

async function asked(open: OpenPanel, mode: 'DRAFT' | 'BOT') {
  const { desk, staff, store, system, shopper } = open.desk;
  const admin = await staff('Boss', ['AD'], { presence: 'OFFLINE' });
  const trainer = await staff('Trainer', ['TR'], { presence: 'OFFLINE' });
  const lead = await staff('Reviewer', ['SV'], { presence: 'OFFLINE' });
  await desk.as(admin).answerBot.setStoreBot({ id: store.id, bot: { ...DEFAULT_BOT, mode } });
  const article = await desk.as(trainer).knowledge.createArticle({ ...FREIGHT, audience: 'PUBLIC' });
  await desk.as(trainer).knowledge.submitArticle({ id: article.id });
  await desk.as(lead).knowledge.publishArticle({ id: article.id });
  const as = desk.as(await shopper('lily')).conversations;
  const { id } = await as.openConversation({ locale: 'en' });
  await as.sendMessage({
    conversationId: id,
    clientMsgId: 'first-of-lily',
    text: 'Who pays for the shipping of a return?',
  });
  const now = () => desk.read(system).get(Conversation, id);
  const answers = () => desk.read(system).all(BotAnswer, { where: { conversationId: id } });
  return { id, now, answers };
}

describe('the bot in the inbox', () => {
  afterEach(cleanPage);

  it('drafts an answer that the agent puts into his reply', async () => {
    const open = await openPanel();
    const { id, answers } = await asked(open, 'DRAFT');
    open.go(`/inbox/queue/${id}`);
    await press('Take');
    await reads('From “Who pays for the return shipping”');
    expect((await objections()).filter((objection) => objection.includes('bot-strip'))).to.deep.equal([]);
    await press('Use the draft');
    await until(
      async () => (await field<HTMLTextAreaElement>('Reply to lily')).value === FREIGHT.body.en,
      'the draft is in the reply',
    );
    await until(async () => (await answers())[0]?.outcome === 'USED');
  });

  it('is relieved by the agent, and says nothing more', async () => {
    const open = await openPanel();
    const { id, now } = await asked(open, 'BOT');
    open.go(`/inbox/open/${id}`);
    await reads('The assistant is talking to the customer: 1 answer so far.');
    expect((await objections()).filter((objection) => objection.includes('bot-strip'))).to.deep.equal([]);
    await press('Take over');
    await until(async () => (await now()).state === 'ASSIGNED');
    await field<HTMLTextAreaElement>('Reply to lily');
  });
});

describe('the bot of a store', () => {
  afterEach(cleanPage);

  it('is switched on and named in the store’s settings', async () => {
    const open = await openPanel({ roles: ['AD'] });
    open.go(`/stores/${open.desk.store.id}/bot`);
    await reads('What the assistant does');
    expect(await objections()).to.deep.equal([]);
    const mode = await field<HTMLSelectElement>('What the assistant does');
    mode.value = 'DRAFT';
    mode.dispatchEvent(new Event('change', { bubbles: true }));
    await press('Save');
    await until(
      async () => (await open.desk.desk.read(open.desk.system).get(BotStore, open.desk.store.id)).bot.mode === 'DRAFT',
    );
  });
});
