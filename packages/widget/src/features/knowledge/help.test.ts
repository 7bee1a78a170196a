import { expect } from '@open-wc/testing';
import { Article, KnowledgeGap, KnowledgeSearch } from '@shopdesk/core';
import { chatPage, later } from '../../../test/chat-page.ts';
import {
  all,
  appears,
  bubbles,
  button,
  composer,
  deep,
  focused,
  inside,
  objections,
  part,
  send,
  textarea,
  textOf,
  until,
} from '../../../test/page.ts';
import { describe, it } from '../../../test/suite.ts';
import type { WidgetDesk } from '../../../test/widget-desk.ts';

const FREIGHT = {
  title: { zh: '退货运费由谁承担', en: 'Who pays for a return' },
  body: {
    zh: '质量问题由**店铺**承担。\n\n- 请保留吊牌',
    en: 'We pay when the goods are **faulty**.\n\n- Keep the tags\n\n<img src=x onerror=alert(1)>[a](javascript:alert(1))',
  },
};

let count = 0;

async function publish(desk: WidgetDesk, content: object = {}): Promise<string> {
  const name = `writer-${(count += 1)}`;
  const trainer = await desk.staff(name, ['TR']);
  const lead = await desk.staff(`lead-of-${name}`, ['SV']);
  const { id } = await desk.desk.as(trainer).knowledge.createArticle({ ...FREIGHT, audience: 'PUBLIC', ...content });
  await desk.desk.as(trainer).knowledge.submitArticle({ id });
  await desk.desk.as(lead).knowledge.publishArticle({ id });
  return id;
}

/** Types as a person does, who has not sent it yet. */
function type(text: string): void {
  const field = textarea();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const help = () => deep('desk-help');
const searches = (desk: WidgetDesk) => desk.desk.read(desk.system).all(KnowledgeSearch);

describe('an answer before the queue', () => {
  const page = chatPage();

  it('is offered while the first message is written, read, and counts as solved without anybody queuing', async () => {
    const id = await publish(page.desk);
    await page.open();
    expect(help()).to.equal(undefined);
    type('who pays for the return?');
    await until(() => textOf(help()).includes('Who pays for a return'), 'the article is offered');
    expect(focused()).to.equal(textarea());
    part<HTMLButtonElement>('.hit').click();
    await until(() => textOf(help()).includes('That helped'), 'the article can be read');
    expect(part('strong', help()?.shadowRoot ?? undefined).textContent).to.equal('faulty');
    expect(all('img', help()?.shadowRoot ?? undefined)).to.deep.equal([]);
    expect(all('a', help()?.shadowRoot ?? undefined)).to.deep.equal([]);
    expect(focused()?.localName).to.equal('h3');
    expect(await objections()).to.deep.equal([]);
    button('That helped').click();
    await until(() => textOf(help()).includes('Glad that helped!'), 'it is said');
    await until(
      async () => (await page.desk.desk.read(page.desk.system).get(Article, id)).solvedCount === 1,
      'it is counted',
    );
    await until(async () => (await searches(page.desk)).length === 1, 'the search is counted');
    expect((await searches(page.desk))[0]).to.include({ source: 'WIDGET', hits: 1, used: true, solved: true });
    expect(composer().value).to.equal('');
    expect(await page.desk.newest().catch(() => 'nobody')).to.equal('nobody');
  });

  it('is shown as it was written when its marks cannot be read', async () => {
    const unreadable = `${'*'.repeat(9000)}We pay.${'*'.repeat(9000)}`;
    await publish(page.desk, { body: { zh: unreadable, en: unreadable } });
    await page.open();
    type('who pays for the return?');
    await until(() => textOf(help()).includes('Who pays for a return'), 'the article is offered');
    part<HTMLButtonElement>('.hit').click();
    await until(() => textOf(help()).includes('**We pay.**'), 'the text is there');
    expect(textOf(help())).to.include('Ask a person');
  });

  it('gives way to a person with one press, and nothing that was written is lost', async () => {
    await publish(page.desk);
    await page.open();
    type('who pays for the return?');
    await until(() => textOf(help()).includes('Who pays for a return'), 'the article is offered');
    part<HTMLButtonElement>('.hit').click();
    await until(() => textOf(help()).includes('Ask a person'), 'a person is offered');
    button('Ask a person').click();
    await until(() => page.desk.inState('QUEUED'), 'he waits for a person');
    expect(bubbles()).to.deep.equal(['who pays for the return?']);
    await until(() => !help(), 'the help is gone');
  });

  it('stands in nobody’s way: sending is one action as ever', async () => {
    await publish(page.desk);
    await page.open();
    type('who pays for the return?');
    await until(() => textOf(help()).includes('Who pays for a return'), 'the article is offered');
    await send('who pays for the return?');
    await until(() => page.desk.inState('QUEUED'));
    await until(() => !help(), 'the help is gone');
    await page.desk.take();
    type('who pays for the return?');
    await later(700);
    expect(help()).to.equal(undefined);
    await until(
      async () => (await searches(page.desk)).some(({ used, hits }) => !used && hits === 1),
      'the search that was not used is counted',
    );
  });

  it('takes no room when nothing fits, and can be put away', async () => {
    await publish(page.desk);
    await page.open();
    type('qwertz');
    await until(() => page.desk.network.calls.includes('searchHelp'), 'it was searched');
    await later(100);
    expect(help()?.getBoundingClientRect().height ?? 0).to.equal(0);
    type('who pays for the return?');
    await until(() => textOf(help()).includes('Who pays for a return'));
    button('Hide').click();
    await until(() => !help(), 'it is gone');
    type('who pays for the return now?');
    await later(700);
    expect(help()).to.equal(undefined);
  });

  it('can be searched by the keyboard; what is not found becomes a gap', async () => {
    await publish(page.desk);
    await page.open();
    await until(() => deep('desk-home .ways') ?? all('.ways button').length > 1, 'the search is offered');
    inside<HTMLButtonElement>('desk-home', 'button')
      .find((one) => textOf(one) === 'Help')
      ?.click();
    await appears('desk-help');
    await until(() => textOf(deep('header h2')) === 'Help', 'the head says where one is');
    await until(() => focused()?.localName === 'h3' || focused()?.localName === 'input', 'the page has the focus');
    inside<HTMLInputElement>('desk-help', 'input')[0]?.focus();
    await until(() => textOf(help()).includes('Who pays for a return'), 'what helped most is shown');
    const field = focused() as HTMLInputElement;
    field.value = 'moon landing';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => textOf(help()).includes('Nothing was found'), 'it says so');
    button('Back').click();
    await until(
      async () =>
        (await page.desk.desk.read(page.desk.system).all(KnowledgeGap)).some(
          ({ question }) => question === 'moon landing',
        ),
      'the gap is noted',
    );
  });

  it('shows internal articles and those of another store to nobody, and speaks the reader’s language', async () => {
    await publish(page.desk, { audience: 'INTERNAL', title: { zh: '内部退货运费', en: 'Internal return costs' } });
    await publish(page.desk, { title: { zh: '退货运费说明', en: 'Return costs' } });
    await page.open({ locale: 'zh-CN' });
    type('退货运费谁承担');
    await until(() => textOf(help()).includes('退货运费说明'), 'the public one is offered');
    expect(textOf(help())).not.to.contain('内部');
    expect(await objections()).to.deep.equal([]);
  });
});
