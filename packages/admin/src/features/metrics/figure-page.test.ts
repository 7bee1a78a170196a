import { expect } from '@open-wc/testing';
import {
  afterEach,
  all,
  cleanPage,
  describe,
  it,
  objections,
  openPanel,
  readable,
  reads,
  shows,
  SIZES,
} from '../../testing/page.ts';
import { createPanelDesk, type PanelDesk } from '../../testing/panel-desk.ts';

/** One customer of today, answered after 20 seconds. */
async function scene(): Promise<PanelDesk> {
  const desk = await createPanelDesk();
  const agent = await desk.staff('Lucy', ['PA'], { capacity: 5 });
  const shopper = await desk.shopper('lily');
  const { id } = await desk.desk.as(shopper).conversations.openConversation({ locale: 'en' });
  const say = (actor: typeof shopper | typeof agent, text: string) =>
    desk.desk.as(actor).conversations.sendMessage({ conversationId: id, clientMsgId: `of-${text.length}-0001`, text });
  await say(shopper, 'Do you have this in black?');
  await desk.desk
    .as(agent)
    .conversations.takeConversation({ id })
    .catch(() => undefined);
  desk.clock.advance(20_000);
  await say(agent, 'Let me look that up.');
  return desk;
}

describe('the page of a figure', () => {
  afterEach(cleanPage);

  it('shows it by day and by person, and opens to the rows that made it, which lead to their conversation', async () => {
    const desk = await scene();
    await openPanel({ roles: ['SV'], path: '/figures/K_05', desk });
    await reads('Reply within 3 minutes');
    await reads('Rows of the whole period');
    const link = await shows<HTMLAnchorElement>('td[data-label="Row"] a');
    expect(link.getAttribute('href')).to.match(/\/inbox\/.+|\/records\/Conversation\/.+|\/conversations\/.+/);
    expect(readable()).to.match(/100% of 1 rows/);
    expect(readable()).to.contain('Lucy');
    (await shows<HTMLAnchorElement>('a[href*="open=AGENT"]')).click();
    await reads('Rows of Lucy');
    expect(await objections()).to.deep.equal([]);
  });

  it('says what every figure is made of, in Chinese and on a phone', async () => {
    await openPanel({ roles: ['SV'], locale: 'zh-CN', size: SIZES.phone, path: '/figures' });
    await reads('3 分钟回复率');
    const page = all('desk-admin-figures')[0]?.shadowRoot;
    expect(page?.querySelectorAll('tbody tr').length).to.be.greaterThan(12);
    // What a figure is made of stands below its name, and not over it.
    const link = page?.querySelector('tbody a');
    const { x = 0, y = 0, width = 0, height = 0 } = link?.getBoundingClientRect() ?? {};
    expect(page?.elementFromPoint(x + width / 2, y + height / 2)).to.equal(link);
    expect(await objections()).to.deep.equal([]);
  });

  it('says that there is no such figure', async () => {
    await openPanel({ roles: ['SV'], path: '/figures/NOTHING' });
    await reads('There is no such figure.');
  });
});
