import { expect } from '@open-wc/testing';
import { afterEach, all, cleanPage, describe, it, openPanel, readable, shows, until } from '../../testing/page.ts';

describe('the figures of today', () => {
  afterEach(cleanPage);

  it('are a dash before anything happened, and right after an answer', async () => {
    const open = await openPanel({ roles: ['PA'] });
    open.go('/inbox/mine');
    const strip = await shows('desk-admin-my-figures');
    await until(() => /Answered\s+–\s+In time\s+–\s+Rating\s+–/.test(readable(strip)), 'dashes are shown');
    const shopper = await open.desk.shopper('lily');
    const customer = open.desk.desk.as(shopper).conversations;
    const { id } = await customer.openConversation({});
    await customer.sendMessage({ conversationId: id, clientMsgId: 'figures-0001', text: 'Is it in stock?' });
    const agent = open.desk.desk.as({
      kind: 'staff',
      tenantId: 'tenant-1',
      userId: open.userId,
      name: 'Agent-PA',
      agentNo: 'Agent-PA',
      roles: ['PA'],
      permissions: new Set(['customer.reply', 'conversation.read']),
    }).conversations;
    if (
      (
        (await open.desk.loose.show({ kind: 'system', tenantId: 'tenant-1', name: 'test' }, 'inboxCounts', {})) as {
          queued: number;
        }
      ).queued > 0
    )
      await agent.takeConversation({ id });
    await agent.sendMessage({ conversationId: id, clientMsgId: 'figures-0002', text: 'Yes, it is.' });
    await until(
      () => /Answered\s+1 of 1\s+In time\s+100%/.test(readable(strip)),
      'the one question is answered in time',
    );
    expect(all('desk-admin-my-figures dl, dl').length).to.be.greaterThan(0);
  });
});
