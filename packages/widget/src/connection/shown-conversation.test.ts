import { expect } from '@open-wc/testing';
import type { DeskClient, DeskConversation, DeskMessage } from '@shopdesk/core/client';
import { describe, it } from '../../test/suite.ts';
import { ShownConversation } from './shown-conversation.ts';

describe('a conversation whose stream is about to begin', () => {
  it('shows an own message once, however many tabs are answered for it', () => {
    const nothing = () => undefined;
    const shown = new ShownConversation({
      client: {} as DeskClient,
      person: () => 'p',
      onChange: nothing,
      onAnswer: nothing,
      onUnauthenticated: nothing,
    });
    shown.show({ id: 'c1', version: 1, lastPublicSeq: 0, unreadForCustomer: 0 } as DeskConversation);
    const first = { id: 'm1', clientMsgId: 'k1', seq: 1 } as Partial<DeskMessage> as DeskMessage;
    for (const answer of [first, { ...first }, { ...first }]) shown.offer(answer, 'c1');
    shown.offer({ ...first, id: 'm2', clientMsgId: 'k2', seq: 2 }, 'c1');
    expect(shown.snapshot?.held.map(({ id }) => id)).to.deep.equal(['m1', 'm2']);
    shown.close();
  });
});
