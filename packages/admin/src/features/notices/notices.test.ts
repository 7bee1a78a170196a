import { expect } from '@open-wc/testing';
import { FollowUpTask, Notice } from '@shopdesk/core';
import {
  afterEach,
  all,
  cleanPage,
  describe,
  it,
  objections,
  openPanel,
  press,
  readable,
  reads,
  until,
} from '../../testing/page.ts';
import { createPanelDesk } from '../../testing/panel-desk.ts';

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

describe('notices', () => {
  afterEach(cleanPage);

  it('tell in the bell of a task that one was given, and lead to it', async () => {
    const desk = await createPanelDesk();
    const lead = await desk.staff('Lea', ['TL']);
    const { userId: ownerId } = await openPanel({ roles: ['PA'], path: '/customers', desk });
    const { id } = await desk.desk
      .as(lead)
      .tasks.createTask({ storeId: desk.store.id, subject: 'Call lily back', ownerId, doneBy: inAnHour() });
    await press('Alerts: 1 new');
    const link = () => all('a').find((one) => readable(one).startsWith('New task – T-1 · Call lily back'));
    await until(link, 'it is in the list');
    link()?.click();
    await until(() => location.hash.includes(id), 'it leads to the task');
    await press('Begin');
    const state = async () => (await desk.desk.read(desk.system).get(FollowUpTask, id)).state;
    await until(async () => (await state()) === 'IN_PROGRESS', 'it is begun');
    expect(await objections()).to.deep.equal([]);
  });

  it('are chosen by each for themselves, and by those who lead for their store', async () => {
    const desk = await createPanelDesk();
    const { actor } = await openPanel({ roles: ['SV'], path: '/notices/settings', desk });
    const setting = async () => {
      const { kinds } = await desk.desk.as(actor).notices.noticeSettings({ storeId: desk.store.id });
      return kinds.find(({ kind }) => kind === 'TASK_GIVEN');
    };
    const box = (label: string) => all<HTMLInputElement>('input').find((one) => one.ariaLabel === label);
    await until(() => box('Told to me: New task'), 'the kinds are there');
    box('Told to me: New task')?.click();
    await until(async () => (await setting())?.onForMe === false, 'it is kept for me');
    await until(() => box('Given in the store: New task')?.checked, 'the store still gives it');
    box('Given in the store: New task')?.click();
    await until(async () => (await setting())?.onInStore === false, 'and for the store');
    expect(await objections()).to.deep.equal([]);
  });

  it('are sent by those who lead from their list', async () => {
    const desk = await createPanelDesk();
    await openPanel({ roles: ['SV'], path: '/notices', desk });
    await reads('No notices yet');
    await press('Send a notice');
    await reads('For roles');
    expect(await desk.desk.read(desk.system).find(Notice, { limit: 10 })).to.deep.equal([]);
  });
});
