import { expect } from '@open-wc/testing';
import { Leaving, type Actor } from '@shopdesk/core';
import {
  afterEach,
  cleanPage,
  describe,
  it,
  keys,
  objections,
  openPanel,
  readable,
  reads,
  until,
} from '../../testing/page.ts';

let count = 0;

describe('the countdown before somebody is set away', () => {
  afterEach(cleanPage);

  it('is seen on every page, and typing anywhere in the panel ends it', async () => {
    const open = await openPanel({ roles: ['PA'], path: '/customers' });
    const { desk, system, store, clock, shopper } = open.desk;
    await desk.as(system).routing.setRoutingPolicy({ storeId: store.id, mode: 'AUTO' });
    const say = (actor: Actor, conversationId: string) =>
      open.desk.loose.perform(actor, 'sendMessage', {
        conversationId,
        clientMsgId: `away-test-${(count += 1)}`,
        text: 'Good day!',
      });
    const visitor = async (name: string) => {
      const actor = await shopper(name);
      const { id } = await desk.as(actor).conversations.openConversation({});
      await say(actor, id);
      return id;
    };
    const pass = async (seconds: number) => {
      clock.advance(seconds * 1000);
      while ((await desk.runTimers()) > 0);
    };
    const row = () => desk.read(system).get(Leaving, open.userId);
    await say(open.actor, await visitor('lily'));
    expect(readable()).not.to.contain('You are set away');
    await visitor('rose');
    for (let n = 0; n < 3 && (await row()).awayAt === null; n += 1) {
      await pass(120);
      await pass(15);
    }
    await reads('You are set away in ');
    expect(await objections()).to.deep.equal([]);
    await keys('a');
    await until(() => !readable().includes('You are set away'), 'the countdown is gone');
    await until(async () => (await row()).awayAt === null, 'the desk counts no longer');
    expect((await row()).presence).to.equal('ONLINE');
  });
});
