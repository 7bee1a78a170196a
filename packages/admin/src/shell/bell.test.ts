import { expect } from '@open-wc/testing';
import { Notice, NoticeMark } from '@shopdesk/core';
import { defineAdminFeature } from '../desk/feature.ts';
import {
  afterEach,
  all,
  cleanPage,
  control,
  describe,
  isSeen,
  it,
  objections,
  openPanel,
  press,
  readable,
  reads,
  SIZES,
  until,
} from '../testing/page.ts';
import type { DeskBell } from './bell.ts';
import { createPanelDesk, type PanelDesk } from '../testing/panel-desk.ts';
import { standardAdminFeatures } from '../features/index.ts';

/** An agent with a conversation for which they can ask help. */
async function scene(): Promise<{ desk: PanelDesk; ask: (note: string) => Promise<unknown>; conversationId: string }> {
  const desk = await createPanelDesk();
  await desk.desk.as(desk.system).routing.setRoutingPolicy({ storeId: desk.store.id, mode: 'AUTO' });
  const agent = await desk.staff('Lucy', ['PA'], { capacity: 1 });
  const shopper = await desk.shopper('lily');
  const { id } = await desk.desk.as(shopper).conversations.openConversation({ locale: 'en' });
  await desk.desk
    .as(shopper)
    .conversations.sendMessage({ conversationId: id, clientMsgId: 'hello-of-lily', text: 'Where is my parcel?' });
  const ask = (note: string) => desk.desk.as(agent).routing.requestHelp({ id, note });
  return { desk, ask, conversationId: id };
}

const toasts = () => all('li.notice').filter(isSeen).map(readable);
const given = (desk: PanelDesk) => desk.desk.read(desk.system).find(Notice, { limit: 10 });
const seen = (desk: PanelDesk) => desk.desk.read(desk.system).find(NoticeMark, { limit: 10 });

describe('the bell', () => {
  afterEach(cleanPage);

  it('counts what was there before one came without covering the page, and keeps it until it is seen', async () => {
    const { desk, ask } = await scene();
    await ask('They speak only Spanish.');
    await openPanel({ roles: ['SV'], path: '/customers', desk });
    await press('Alerts: 1 new');
    await reads('Help requested – Lucy');
    await reads('They speak only Spanish.');
    expect(toasts()).to.deep.equal([]);
    expect(await objections()).to.deep.equal([]);
    await press('Mark as seen: Help requested – Lucy');
    await reads('Nothing new');
    // It is put away for this reader; their colleagues still see it.
    expect([(await seen(desk)).length, (await given(desk))[0]?.state]).to.deep.equal([1, 'OPEN']);
  });

  it('tells what is new for a moment, and leads to it', async () => {
    const { desk, ask, conversationId } = await scene();
    await openPanel({ roles: ['SV'], path: '/customers', desk });
    await until(() => all<DeskBell>('desk-admin-bell')[0]?.items, 'it has asked');
    await ask('');
    await until(() => toasts().some((text) => text.includes('Help requested – Lucy')), 'it is told');
    await control('Alerts: 1 new');
    await press('Open');
    await until(() => location.hash.includes(`/inbox/open/${conversationId}`), 'it leads there');
    await until(async () => (await seen(desk)).length === 1, 'it is put away');
    await until(() => all<DeskBell>('desk-admin-bell')[0]?.items?.length === 0, 'the bell is silent');
  });

  it('shows on a phone and in Chinese what a feature of somebody else tells, puts all of it away, and says what failed', async () => {
    const away: string[] = [];
    let broken = true;
    const told = (id: string) => ({
      id,
      text: `保修 ${id} 即将到期`,
      at: '2026-03-01T08:00:00.000Z',
      path: '/customers',
      seen: async () => {
        away.push(id);
      },
    });
    const warranty = defineAdminFeature({
      name: 'warranty',
      bell: [
        {
          load: async () => ({
            entities: ['Customer'],
            ask: async () => {
              if (broken) throw new Error('not now');
              return ['a', 'b'].filter((id) => !away.includes(id)).map(told);
            },
          }),
        },
        { allow: 'no.such.permission', load: () => Promise.reject(new Error('it is not asked')) },
      ],
    });
    await openPanel({
      locale: 'zh-CN',
      size: SIZES.phone,
      path: '/customers',
      features: [...standardAdminFeatures, warranty],
    });
    await press('提醒');
    await reads('加载失败');
    broken = false;
    await press('重试');
    await control('提醒：2 条未读');
    await reads('保修 a 即将到期');
    expect(await objections()).to.deep.equal([]);
    await press('全部标为已读');
    await reads('暂无提醒');
    expect(away.toSorted()).to.deep.equal(['a', 'b']);
  });
});
