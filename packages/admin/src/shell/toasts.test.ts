import { expect } from '@open-wc/testing';
import { toast } from '../kit/toast.ts';
import {
  afterEach,
  all,
  cleanPage,
  describe,
  isSeen,
  it,
  openPanel,
  press,
  reads,
  shows,
  SIZES,
  until,
} from '../testing/page.ts';

const NEWS = { en: 'The conversation is yours.', 'zh-CN': '会话已接入。' } as const;
const TAKE = { en: 'Take', 'zh-CN': '接入' } as const;

/** What of the page the news lies on. */
async function coveredBy(selector: string, text: string): Promise<string[]> {
  await reads(text);
  const { top, bottom } = (await shows('li.notice')).getBoundingClientRect();
  expect(top, 'it is on the screen').to.be.at.least(0);
  expect(bottom, 'it is on the screen').to.be.at.most(innerHeight);
  return all(selector)
    .filter(isSeen)
    .filter((part) => {
      const there = part.getBoundingClientRect();
      return there.height > 0 && there.top < bottom && there.bottom > top;
    })
    .map(({ localName, className }) => `${localName}.${className}`);
}

describe('news on a phone', () => {
  afterEach(cleanPage);

  for (const locale of ['en', 'zh-CN'] as const) {
    it(`covers neither the head of a conversation, nor where a reply is written, nor the navigation (${locale})`, async () => {
      const open = await openPanel({ locale, size: SIZES.phone });
      const lily = await open.desk.shopper('lily');
      const as = open.desk.desk.as(lily).conversations;
      const { id } = await as.openConversation({});
      await as.sendMessage({ conversationId: id, clientMsgId: 'message-of-the-news', text: 'Where is my parcel?' });
      open.go(`/inbox/queue/${id}`);
      await press(TAKE[locale]);
      const parts = 'header, desk-admin-composer, nav';
      // The field of the reply may come after the news, which then moves up.
      await until(async () => (await coveredBy(parts, NEWS[locale])).length === 0, 'the news covers nothing');
      toast(await shows('desk-admin-frame'), { kind: 'danger', text: `${NEWS[locale]} ${'It is long. '.repeat(12)}` });
      expect(await coveredBy(parts, 'It is long.')).to.deep.equal([]);
    });
  }

  it('covers neither the head of a page, nor the navigation', async () => {
    const { go } = await openPanel({ roles: ['MG'], size: SIZES.phone });
    go('/knowledge');
    await shows('h1');
    toast(await shows('desk-admin-frame'), { kind: 'ok', text: 'It is saved.' });
    expect(await coveredBy('h1, header, nav, .tabs', 'It is saved.')).to.deep.equal([]);
  });
});
