import { expect } from '@open-wc/testing';
import {
  afterEach,
  all,
  cleanPage,
  describe,
  it,
  objections,
  openPanel,
  press,
  readable,
  reads,
  shows,
  SIZES,
  until,
} from '../../testing/page.ts';
import { createPanelDesk, type PanelDesk } from '../../testing/panel-desk.ts';
import { ticks } from '../../kit/chart.ts';

/** Two customers of this week, answered after 20 and 100 seconds. */
async function scene(): Promise<PanelDesk> {
  const desk = await createPanelDesk();
  const agent = await desk.staff('Lucy', ['PA'], { capacity: 5 });
  for (const [name, text, seconds] of [
    ['lily', 'Do you have this in black?', 20],
    ['tom', 'I want to return my order', 100],
  ] as const) {
    const shopper = await desk.shopper(name);
    const { id } = await desk.desk.as(shopper).conversations.openConversation({ locale: 'en' });
    const say = (actor: typeof shopper | typeof agent, said: string) =>
      desk.desk
        .as(actor)
        .conversations.sendMessage({ conversationId: id, clientMsgId: `of-${name}-${said.length}`, text: said });
    await say(shopper, text);
    const as = desk.desk.as(agent).conversations;
    await as.takeConversation({ id }).catch(() => undefined);
    desk.clock.advance(seconds * 1000);
    await say(agent, 'Let me look that up.');
  }
  return desk;
}

describe('the service report', () => {
  afterEach(cleanPage);

  it('draws a week by day, hour, person and topic, says the same in tables, and leads to the weeks beside it', async () => {
    const desk = await scene();
    await openPanel({ roles: ['SV'], path: '/service-report', desk });
    await reads('Conversations by day');
    const text = readable();
    expect(text).to.match(/Conversations ?2/);
    expect(text).to.contain('Lucy');
    expect(all('desk-admin-service-report')[0]?.shadowRoot?.querySelectorAll('figure table')).to.have.length(2);
    expect(await objections()).to.deep.equal([]);
    (await shows<HTMLAnchorElement>('a[aria-label="Week after"]')).click();
    await until(() => location.hash.includes('week='), 'the week is in the address');
  });

  it('says that there was nothing, in Chinese and on a phone', async () => {
    await openPanel({ roles: ['MG'], locale: 'zh-CN', size: SIZES.phone, path: '/service-report' });
    await reads('本周没有会话');
    expect(await objections()).to.deep.equal([]);
  });

  it('is not for who sees only their own figures', async () => {
    await openPanel({ roles: ['PA'], path: '/service-report' });
    await reads('You have no access to this page');
  });

  it('can be taken away as a table', async () => {
    const desk = await scene();
    await openPanel({ roles: ['SV'], path: '/service-report', desk });
    const saved: string[] = [];
    const { createObjectURL } = URL;
    let blob: Blob | undefined;
    URL.createObjectURL = (given: Blob) => ((blob = given), 'blob:nothing');
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function save() {
      if (this.download) saved.push(this.download);
      else click.call(this);
    };
    try {
      await press('Download as CSV');
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    expect(saved[0]).to.match(/^service-report-\d{4}-\d\d-\d\d\.csv$/);
    const text = await (blob as Blob).text();
    expect(text).to.contain('Lucy');
    expect(text).to.match(/Service report,\d{4}-\d\d-\d\d,2,/);
  });
});

describe('the steps of an axis', () => {
  it('are round and reach the most', () => {
    expect(ticks(137)).to.deep.equal([0, 50, 100, 150]);
    expect(ticks(0)).to.deep.equal([0, 1]);
    expect(ticks(3)).to.deep.equal([0, 1, 2, 3]);
  });
});
