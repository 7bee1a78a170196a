import { expect } from '@open-wc/testing';
import {
  afterEach,
  all,
  cleanPage,
  describe,
  fill,
  isSeen,
  it,
  keys,
  openPanel,
  press,
  reads,
  until,
} from '../testing/page.ts';

/** A conversation that the viewer serves, opened from the list. */
async function atConversation() {
  const open = await openPanel({ roles: ['PA'] });
  const { desk } = open.desk;
  const lily = desk.as(await open.desk.shopper('lily')).conversations;
  const { id } = await lily.openConversation({});
  await lily.sendMessage({ conversationId: id, clientMsgId: 'message-of-lily', text: 'Where is my parcel?' });
  open.go('/inbox/queue');
  await reads('lily');
  open.go(`/inbox/queue/${id}`);
  await press('Take');
  const canReply = (one: HTMLTextAreaElement) => isSeen(one) && !one.readOnly && one.ariaLabel?.startsWith('Reply to');
  await until(() => all<HTMLTextAreaElement>('textarea').some(canReply), 'a reply can be written');
  await until(() => location.hash === `#/inbox/mine/${id}`, 'it is in one’s own list');
  return { open, there: location.hash };
}

const dialogs = () => all<HTMLDialogElement>('dialog').filter((dialog) => dialog.open && isSeen(dialog)).length;

describe('Back in the panel', () => {
  afterEach(cleanPage);

  it('closes the open dialog only, and the next one goes to the page before', async () => {
    const { there } = await atConversation();
    await press('Close');
    await until(() => dialogs() === 1, 'the dialog is open');
    history.back();
    await until(() => dialogs() === 0, 'the dialog is closed');
    expect(location.hash).to.equal(there);
    expect(all('desk-admin-conversation').some(isSeen)).to.equal(true);
    history.back();
    await until(() => location.hash !== there, 'the page before');
  });

  it('asks before it throws away what was typed into the dialog, and stays', async () => {
    const { there } = await atConversation();
    await press('Close');
    await until(() => dialogs() === 1, 'the dialog is open');
    await fill('Why is the last question unanswered?', 'half a reason');
    history.back();
    await reads('Keep editing');
    expect([dialogs(), location.hash]).to.deep.equal([1, there]);
    history.back();
    await until(() => dialogs() === 0, 'the dialog is closed');
    expect(location.hash).to.equal(there);
  });

  it('has no step for a dialog that was closed by its own button', async () => {
    const { there } = await atConversation();
    await press('Close');
    await until(() => dialogs() === 1, 'the dialog is open');
    await keys('Escape');
    await until(() => dialogs() === 0, 'the dialog is closed');
    await until(() => history.state === null, 'the step is gone');
    history.back();
    await until(() => location.hash !== there, 'the page before');
  });

  it('stays on a page that was chosen while the step of a closed dialog is being left', async () => {
    const { there } = await atConversation();
    await press('Close');
    await until(() => dialogs() === 1, 'the dialog is open');
    const customers = all<HTMLAnchorElement>('a').find((link) => isSeen(link) && link.hash === '#/customers');
    const { back } = History.prototype;
    const chosen = new Promise<void>((resolve) => {
      History.prototype.back = function () {
        History.prototype.back = back;
        back.call(this);
        customers?.click();
        resolve();
      };
    });
    await keys('Escape');
    await chosen;
    await until(() => location.hash === '#/customers', 'the chosen page');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(location.hash).to.equal('#/customers');
    history.back();
    await until(() => location.hash === there, 'back where one was');
  });

  it('closes the palette, and comes back to where one was before from a page that was chosen there', async () => {
    const { there } = await atConversation();
    await keys('Control+k');
    await until(() => dialogs() === 1, 'the palette is open');
    history.back();
    await until(() => dialogs() === 0, 'the palette is closed');
    expect(location.hash).to.equal(there);
    await keys('Control+k');
    await until(() => dialogs() === 1, 'the palette is open again');
    await fill('Search and commands', 'custom');
    await reads('Customers');
    await keys('Enter');
    await until(() => location.hash !== there && dialogs() === 0, 'the chosen page');
    history.back();
    await until(() => location.hash === there, 'back where one was');
  });
});
