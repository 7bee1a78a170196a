import { expect } from '@open-wc/testing';
import { Conversation, type RoleCode } from '@shopdesk/core';
import {
  afterEach,
  all,
  cleanPage,
  describe,
  field,
  fill,
  it,
  keys,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  until,
  type OpenPanel,
} from '../../testing/page.ts';

const system = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
const why = { reason: 'Wants damages', summary: 'Broken on arrival, customer wants three times the price' };

/** A conversation that the viewer owns, or Bob when the viewer does not answer. */
async function scene(roles: RoleCode[]): Promise<{ open: OpenPanel; id: string; ownerId: string }> {
  const open = await openPanel({ roles });
  const bob = await open.desk.staff('Bob', ['PA'], { presence: 'OFFLINE' });
  const customer = open.desk.desk.as(await open.desk.shopper('lily')).conversations;
  const { id } = await customer.openConversation({});
  await customer.sendMessage({ conversationId: id, clientMsgId: 'escalation-01', text: 'It is broken' });
  const ownerId = roles.includes('PA') ? open.userId : bob.userId;
  const { ownerId: now } = await open.desk.desk.read(system).get(Conversation, id);
  if (now !== ownerId)
    await open.desk.desk.as(system).conversations.assignConversation({ id, userId: ownerId, reason: 'test' });
  return { open, id, ownerId };
}

describe('an escalation in the panel', () => {
  afterEach(cleanPage);

  it('is asked for by the keyboard, with a reason and a summary', async () => {
    const { open, id } = await scene(['PA']);
    open.go(`/inbox/mine/${id}`);
    await reads('It is broken');
    await until(() => all('button[aria-keyshortcuts=l]').length > 0, 'the button is there');
    await keys('l');
    await until(() => all('dialog:modal').length > 0, 'the dialog is open');
    await pressInDialog('Escalate');
    await reads('Required');
    await fill('Reason', why.reason);
    await fill('Summary', why.summary);
    expect((await field<HTMLSelectElement>('To')).value).to.equal('2');
    await pressInDialog('Escalate');
    await reads('Escalated to L2 – back office.');
    await until(() => all('[aria-label="Escalation to L2 – back office is waiting"]').length > 0, 'the badge is shown');
    await reads(why.summary);
  });

  it('is offered to who may accept it, who then owns the conversation', async () => {
    const { open, id } = await scene(['AA']);
    await open.desk.desk.as(system).escalations.escalateConversation({ id, level: 2, ...why });
    await reads('lily: escalated to L2');
    await press('Accept');
    await reads('The conversation is yours.');
    expect(await open.desk.desk.read(system).get(Conversation, id)).to.include({ ownerId: open.userId, level: 2 });
  });

  it('is given back only with a reason', async () => {
    const { open, id, ownerId } = await scene(['SV']);
    await open.desk.desk.as(system).escalations.escalateConversation({ id, level: 3, ...why });
    await press('Decline');
    await pressInDialog('Decline');
    await reads('Required');
    await fill('Reason', 'Check the order first');
    await pressInDialog('Decline');
    await reads('The escalation was given back.');
    await until(() => !readable().includes('escalated to'), 'the offer is gone');
    expect(await open.desk.desk.read(system).get(Conversation, id)).to.include({
      ownerId,
      level: 1,
      escalatedTo: null,
    });
  });

  it('is no news to a level that may not accept', async () => {
    const { open, id } = await scene(['TL']);
    await open.desk.desk.as(system).escalations.escalateConversation({ id, level: 2, ...why });
    open.go(`/inbox/open/${id}`);
    await reads(why.summary);
    expect(readable()).not.to.contain('escalated to L2');
  });
});
