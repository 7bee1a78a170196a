import { expect } from '@open-wc/testing';
import {
  afterEach,
  all,
  cleanPage,
  control,
  describe,
  field,
  it,
  objections,
  openPanel,
  press,
  readable,
  reads,
  shows,
  until,
} from '../../testing/page.ts';

const done = () => all<HTMLElement>('.step.done').map(({ dataset }) => dataset['step']);

describe('the first hour', () => {
  afterEach(cleanPage);

  it('is the first page of who sets the store up, and its ticks turn by themselves', async () => {
    const { desk } = await openPanel({ roles: ['AD', 'MG'] });
    await reads('0 of 7 done');
    expect(await objections()).to.deep.equal([]);
    await reads('Not seen anywhere yet.');
    const storeId = desk.store.id;
    await desk.desk.perform(desk.system, 'noteWidgetSeen', {
      storeId,
      origin: 'https://shop.example',
      admitted: false,
    });
    await reads('on https://shop.example, but that page is not allowed to use the chat.');
    await press('Allow https://shop.example');
    await until(() => done().includes('snippet'), 'the snippet is ticked');
    await press('Keep as it is: Set your service hours');
    await until(() => done().includes('hours'), 'the hours are ticked');
    await reads('2 of 7 done');
  });

  it('leads to what is to be done, and is taken up again', async () => {
    await openPanel({ roles: ['AD', 'MG'] });
    await press('Open: Say where your shop is');
    await field('Country');
    location.hash = '/';
    await reads('0 of 7 done');
  });

  it('is put away: then the panel begins with the report, and the page is there all the same', async () => {
    await openPanel({ roles: ['AD', 'MG'] });
    await press('Put this page away');
    await shows('desk-admin-service-report');
    location.hash = '/start';
    await press('Show this page first again');
    await control('Put this page away');
  });

  it('speaks Chinese, on a phone', async () => {
    const { desk } = await openPanel({ roles: ['AD'], locale: 'zh-CN', size: { width: 390, height: 844 } });
    await reads('已完成 0/7');
    await desk.desk.perform(desk.system, 'noteWidgetSeen', {
      storeId: desk.store.id,
      origin: 'https://shop.example',
      admitted: true,
    });
    await reads('出现在 https://shop.example');
    expect(document.documentElement.scrollWidth).to.be.at.most(390);
    expect(await objections()).to.deep.equal([]);
  });

  it('is nothing for agents', async () => {
    const open = await openPanel({ roles: ['PA'] });
    await shows('desk-admin-inbox');
    open.go('/start');
    await reads('You have no access to this page');
    expect(readable()).not.to.contain('First hour');
  });
});
