import { expect } from '@open-wc/testing';
import { chatPage } from '../../test/chat-page.ts';
import { all, deep, part, send, textarea, textOf, until } from '../../test/page.ts';
import { describe, it } from '../../test/suite.ts';

const DAY_MS = 24 * 3_600_000;

describe('the window on a device whose clock is wrong', () => {
  const page = chatPage();

  /** A desk that is ahead of this device, and says so in each answer. */
  async function ahead(milliseconds: number): Promise<void> {
    page.desk.clock.advance(milliseconds);
    await page.open();
  }

  const days = () => all('.day').map(textOf);

  for (const [name, milliseconds] of [
    ['a day behind', DAY_MS],
    ['a day ahead', -DAY_MS],
  ] as const) {
    it(`calls a message of now one of today: ${name}`, async () => {
      await ahead(milliseconds);
      await page.chatting();
      await page.desk.say('good morning');
      await until(() => all('.bubble').length === 2);
      expect(days()).to.deep.equal(['Today']);
    });

    it(`dates a text that is under way as the desk would: ${name}`, async () => {
      await ahead(milliseconds);
      await page.chatting();
      page.desk.network.down = true;
      await send('under way');
      await until(() => deep('.tick.sending'));
      const at = all('time').at(-1)?.getAttribute('datetime') ?? '';
      expect(Math.abs(Date.parse(at) - page.desk.clock.now().getTime())).to.be.lessThan(3000);
      expect(days()).to.deep.equal(['Today']);
    });

    it(`goes on in a conversation that was closed just now, and takes its rating: ${name}`, async () => {
      await ahead(milliseconds);
      await page.chatting();
      await page.desk.finish();
      await until(() => deep('desk-rating'), 'the rating is asked for');
      expect(textarea().placeholder).to.equal('Write a message');
      expect(part('.send')).to.not.equal(undefined);
    });
  }

  it('begins anew where a conversation was closed two days ago by the desk’s clock', async () => {
    await ahead(0);
    await page.chatting();
    await page.desk.finish();
    page.handle?.remove();
    await ahead(2 * DAY_MS);
    await until(() => textarea().placeholder === 'Write to start a new conversation');
  });
});
