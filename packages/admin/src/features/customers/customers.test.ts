import { expect } from '@open-wc/testing';
import { AuditEvent, type RoleCode } from '@shopdesk/core';
import {
  afterEach,
  all,
  cleanPage,
  control,
  describe,
  fill,
  it,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  until,
} from '../../testing/page.ts';

/** The page of a customer whom the shop has signed, or of a guest. */
async function customerPage(externalId: string | undefined, roles: RoleCode[] = ['SV']) {
  const open = await openPanel({ roles });
  if (externalId) {
    const identityToken = JSON.stringify({
      subject: externalId,
      name: externalId,
      email: `${externalId}@example.com`,
      phone: '13812345678',
    });
    await open.desk.loose.perform({ kind: 'anonymous', tenantId: '' }, 'identifyShopper', {
      storeKey: 'store-1',
      identityToken,
    });
  }
  const shopper = await open.desk.shopper(externalId);
  const as = open.desk.desk.as(shopper);
  const conversation = await as.conversations.openConversation({});
  await as.conversations.sendMessage({
    conversationId: conversation.id,
    clientMsgId: 'message-one',
    text: 'Hello there',
  });
  open.go(`/customers/${shopper.customerId}`);
  await reads('Customer file');
  return { open, shopper };
}

describe('the page of a customer', () => {
  afterEach(cleanPage);

  it('shows the newest orders of the shop', async () => {
    await customerPage('lily');
    await reads('W1002');
    expect(readable()).to.contain('CN¥315.00');
    await press('W1002');
    await reads('SF123456');
  });

  it('says that the shop has not confirmed a guest', async () => {
    await customerPage(undefined);
    await reads('The shop has not confirmed who this customer is');
    await reads('Unverified');
  });

  it('says that the shop does not answer, and tries again', async () => {
    await customerPage('broken');
    await reads('The shop does not answer at the moment.');
    expect((await control('Try again')).isConnected).to.equal(true);
  });

  it('lists past conversations', async () => {
    await customerPage('lily');
    await reads('Hello there');
  });

  it('shows contact data in full only for a purpose, which the audit trail keeps', async () => {
    const { open, shopper } = await customerPage('lily');
    await reads('l***@example.com');
    await press('Show in full');
    await pressInDialog('Show in full');
    await reads('Required');
    await fill('Purpose', 'To send the invoice');
    await pressInDialog('Show in full');
    await reads('lily@example.com');
    await reads('13812345678');
    const trail = await open.desk.desk
      .read({ kind: 'system', tenantId: 'tenant-1', name: 'test' })
      .all(AuditEvent, { where: { entityId: shopper.customerId, action: 'revealContact' } });
    expect(trail.map(({ reason }) => reason)).to.deep.equal(['To send the invoice']);
  });

  it('lets nobody see it in full whose role may not', async () => {
    await customerPage('lily', ['PA']);
    await reads('l***@example.com');
    expect(readable()).not.to.contain('Show in full');
  });

  it('adds and removes tags', async () => {
    const { open } = await customerPage('lily');
    await press('Edit tags');
    await fill('Tags', 'VIP');
    await press('Remove VIP');
    await until(() => !readable().includes('VIP'), 'the tag is gone');
    await until(
      () => open.desk.network.calls.filter((name) => name === 'updateCustomer').length === 2,
      'both changes were sent',
    );
  });

  it('edits the file and shows what was saved', async () => {
    await customerPage('lily');
    await press('Edit file');
    await fill('Risk note', 'Asks for refunds often');
    await pressInDialog('Edit file');
    await until(
      () => readable().includes('Asks for refunds often') && !all('dialog:modal').length,
      'the file is shown again',
    );
  });

  it('offers nobody to edit who may not, and shows neither contact data nor orders to an analyst', async () => {
    await customerPage('lily', ['AN']);
    await reads('Not shown to your role.');
    for (const text of ['Edit file', 'W1002', 'example.com']) expect(readable()).not.to.contain(text);
  });

  it('says to a role that may not see conversations that it may not, and never that there are none', async () => {
    await customerPage('lily', ['AD']);
    await reads('You may not see conversations');
    expect(readable()).not.to.contain('No other conversations');
  });

  it('shows the conversations to a role that may see them', async () => {
    await customerPage('lily', ['SV']);
    await reads('Hello there');
    expect(readable()).not.to.contain('You may not see conversations');
  });

  it('says that a customer does not exist', async () => {
    const open = await openPanel({ roles: ['SV'] });
    open.go('/customers/nobody');
    await reads('This customer does not exist');
  });
});
