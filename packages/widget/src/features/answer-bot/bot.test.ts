import { expect } from '@open-wc/testing';
import { BotAnswer, BotSession, DEFAULT_BOT } from '@shopdesk/core';
import { chatPage } from '../../../test/chat-page.ts';
import {
  all,
  appears,
  bubbles,
  button,
  deep,
  focused,
  objections,
  part,
  send,
  textOf,
  until,
} from '../../../test/page.ts';
import { describe, it } from '../../../test/suite.ts';
import { createWidgetDesk, type WidgetDesk } from '../../../test/widget-desk.ts';

const FREIGHT = {
  title: { zh: '退货运费由谁承担', en: 'Who pays for the return shipping' },
  body: { zh: '无理由退货的运费由**买家**承担。', en: 'You pay the shipping for a return **without reason**.' },
};

async function withBot(presence = 'ONLINE'): Promise<WidgetDesk> {
  const desk = await createWidgetDesk({ presence });
  const admin = await desk.staff('boss', ['AD'], { presence: 'OFFLINE' });
  const trainer = await desk.staff('writer', ['TR'], { presence: 'OFFLINE' });
  const lead = await desk.staff('lead', ['SV'], { presence: 'OFFLINE' });
  await desk.desk.as(admin).answerBot.setStoreBot({ id: desk.store.id, bot: { ...DEFAULT_BOT, mode: 'BOT' } });
  const { id } = await desk.desk.as(trainer).knowledge.createArticle({ ...FREIGHT, audience: 'PUBLIC' });
  await desk.desk.as(trainer).knowledge.submitArticle({ id });
  await desk.desk.as(lead).knowledge.publishArticle({ id });
  return desk;
}

const bot = () => deep('desk-bot');
const inBot = (selector: string) => all(selector, bot()?.shadowRoot ?? undefined);

describe('the window with the bot', () => {
  const page = chatPage();

  it('answers with the article as a card, marked as automatic, that can be read and rated', async () => {
    page.desk = await withBot();
    await page.open();
    await send('Who pays for the shipping of a return?');
    const card = await appears('desk-card');
    await until(
      () => /From our help pages.*Who pays for the return shipping/.test(textOf(card)),
      'the card names the article',
    );
    expect(bubbles()).to.deep.equal([
      'Who pays for the shipping of a return?',
      'You pay the shipping for a return without reason.',
    ]);
    expect(all('.name').map((name) => name.textContent)).to.deep.equal(['Assistant · automatic reply']);
    await until(() => textOf(bot()).includes('Did that help?'), 'it asks whether that helped');
    expect(await objections()).to.deep.equal([]);
    part<HTMLButtonElement>('.open', card.shadowRoot ?? undefined).click();
    await until(() => inBot('strong')[0]?.textContent === 'without reason', 'the article can be read');
    expect(focused()?.localName).to.equal('h3');
    expect(await objections()).to.deep.equal([]);
    expect(textOf(deep('header h2'))).to.equal('Who pays for the return shipping');
    button('Back').click();
    await until(() => textOf(bot()).includes('Did that help?'));
    button('Yes').click();
    await until(() => textOf(bot()).includes('Thank you!'), 'it thanks');
    const [answer] = await page.desk.desk.read(page.desk.system).all(BotAnswer, {});
    expect(answer?.helpful).to.equal(true);
  });

  it('offers a person all the time, and says when it knows nothing', async () => {
    page.desk = await withBot();
    await page.open();
    await send('Do you have a shop on the moon?');
    await until(() => textOf(bot()).includes('I found nothing on that'), 'it says so');
    button('Talk to a person').click();
    await until(() => page.desk.inState('QUEUED'), 'he queues');
    await until(() => !textOf(bot()).includes('Talk to a person'), 'the bot is gone');
    const [session] = await page.desk.desk.read(page.desk.system).all(BotSession, {});
    expect(session?.handOver).to.equal('ASKED');
    await page.desk.take();
    await page.desk.say('Hello, Lucy here');
    await until(() => bubbles().includes('Hello, Lucy here'));
  });

  it('speaks Chinese to who reads Chinese', async () => {
    page.desk = await withBot();
    await page.open({ locale: 'zh-CN' });
    await send('退货的运费谁承担');
    await until(() => textOf(bot()).includes('这个回答有帮助吗'), 'it asks');
    expect(all('.name').map((name) => name.textContent)).to.deep.equal(['智能助手 · 自动回复']);
    expect(textOf(bot())).to.contain('转人工客服');
    expect(await objections()).to.deep.equal([]);
  });
});
