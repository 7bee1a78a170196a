import { expect } from '@open-wc/testing';
import { Conversation, ReadingCorrection } from '@shopdesk/core';
import {
  afterEach,
  all,
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

async function visitor(open: OpenPanel, text: string) {
  const shopper = await open.desk.shopper('lily');
  const as = open.desk.desk.as(shopper).conversations;
  const { id } = await as.openConversation({});
  await as.sendMessage({ conversationId: id, clientMsgId: 'first-of-lily', text });
  open.go(`/inbox/queue/${id}`);
  const now = () => open.desk.desk.read(open.desk.system).get(Conversation, id);
  return { id, now };
}

async function choose(label: string, value: string): Promise<void> {
  const select = await field<HTMLSelectElement>(label);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('what was read, beside the conversation', () => {
  afterEach(cleanPage);

  it('is shown with its reasons in the viewer’s language', async () => {
    const open = await openPanel();
    await visitor(open, 'My payment failed and I was charged twice, this is ridiculous!');
    await reads('Asks about');
    expect((await field<HTMLSelectElement>('Asks about')).value).to.match(/^PAYMENT/);
    expect((await field<HTMLSelectElement>('Priority')).value).to.equal('P2');
    expect((await field<HTMLSelectElement>('Mood')).value).to.equal('ANGRY');
    await reads('Because of: What is asked');
    expect(await objections()).to.deep.equal([]);
  });

  it('is set right by the agent, learned from, and stays', async () => {
    const open = await openPanel();
    const { now } = await visitor(open, 'My payment failed');
    await choose('Asks about', 'ACCOUNT');
    await reads('Noted. The desk learns from it.');
    expect(await now()).to.include({ intent: 'ACCOUNT' });
    await choose('Priority', 'P1');
    await until(async () => (await now()).priority === 'P1');
    await reads('Set by a colleague');
    const corrections = await open.desk.desk.read(open.desk.system).all(ReadingCorrection, {});
    expect(corrections.map(({ intent, priority }) => [intent, priority])).to.deep.equal([
      ['ACCOUNT', null],
      [null, 'P1'],
    ]);
  });

  it('presets what the conversation was about when it is closed', async () => {
    const open = await openPanel();
    await visitor(open, 'I want to return these shoes');
    await press('Take');
    await field<HTMLTextAreaElement>('Reply to lily');
    await press('Close');
    await until(() => all<HTMLSelectElement>('desk-admin-close-dialog').length > 0);
    expect((await field<HTMLSelectElement>('What was it about?')).value).to.equal('RETURN');
  });
});
