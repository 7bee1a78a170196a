import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { Language } from '../../kit/language.ts';
import {
  afterEach,
  all,
  cleanPage,
  describe,
  fill,
  isSeen,
  it,
  objections,
  press,
  pressInDialog,
  readable,
  reads,
  SIZES,
  until,
} from '../../testing/page.ts';
import { caseScene, choose, SYSTEM, takeStep } from '../../testing/case-scene.ts';
import { dueMark } from '../../kit/due.ts';

describe('a case that an agent opens', () => {
  afterEach(cleanPage);

  it('shows what comes of it before it is opened, from the page of the order', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    scene.go(`/orders/${scene.desk.store.id}/o3`);
    await press('Open a case');
    await pressInDialog('See what will happen');
    await reads('Required');
    await choose('Quantity of 棉袜 Cotton socks', '2');
    await choose('Why?', 'NO_REASON');
    await reads('Return and refund');
    all<HTMLInputElement>('input[type="radio"]')
      .find(({ value }) => value === 'RETURN_REFUND')
      ?.click();
    await pressInDialog('See what will happen');
    await reads('What happens');
    expect(readable()).to.contain('CN¥38.00').and.to.contain('Granted');
    await pressInDialog('Open the case');
    await reads('is open.');
    const found = await scene.desk.loose.show(await scene.as('AA9', ['AA']), 'searchCases', { text: 'W1003' });
    expect(found).to.have.length(1);
  });

  it('tells the clause of a refusal and takes an exception with its reason', async () => {
    const scene = await caseScene({ roles: ['AA'] });
    scene.go(`/orders/${scene.desk.store.id}/o1`);
    await press('Open a case');
    await choose('Quantity of 棉袜 Cotton socks', '1');
    await choose('Why?', 'NO_REASON');
    await until(() => all('input[type="radio"]').length > 0, 'the solutions are listed');
    all<HTMLInputElement>('input[type="radio"]')
      .find(({ value }) => value === 'RETURN_REFUND')
      ?.click();
    await pressInDialog('See what will happen');
    await reads('Not granted');
    expect(
      all('button')
        .filter(isSeen)
        .some((button) => readable(button) === 'Open the case'),
    ).to.equal(false);
    await pressInDialog('Change the entry');
    await fill('Reason for the exception', 'Regular customer');
    await pressInDialog('See what will happen');
    await pressInDialog('Open the case');
    await reads('is open.');
  });
});

describe('cases for everybody', () => {
  afterEach(cleanPage);

  for (const [locale, size] of [
    ['en', SIZES.desktop],
    ['zh-CN', SIZES.phone],
  ] as const)
    it(`are clean for axe in ${locale}`, async () => {
      const scene = await caseScene({ roles: ['SV'], locale, size });
      const row = await scene.ask();
      for (const path of ['/cases', '/case-list', '/case-settings', `/cases/${row.id}`]) {
        scene.go(path);
        await reads(path === '/case-settings' ? 'S1' : row.number);
        await until(() => !all('.spinner').some(isSeen), 'nothing is loading any more');
        expect(await objections(), path).to.deep.equal([]);
      }
      await takeStep(locale === 'en' ? 'Refuse' : '拒绝');
      await until(() => all('dialog:modal').length === 1, 'the form is open');
      expect(await objections()).to.deep.equal([]);
      scene.go(`/orders/${scene.desk.store.id}/o3`);
      await press(locale === 'en' ? 'Open a case' : '新建售后单');
      await until(() => all('dialog:modal').length === 1 && all('select').some(isSeen), 'the form is open');
      expect(await objections()).to.deep.equal([]);
    });

  it('keep the return address of a store', async () => {
    const scene = await caseScene({ roles: ['SV'] });
    scene.go('/case-settings');
    await fill('Return address of S1', '杭州市文三路 1 号退货组');
    await press('Save');
    await reads('Saved.');
    const [known] = (await scene.desk.loose
      .read(SYSTEM)
      .all(scene.desk.loose.entities.find(({ name }) => name === 'ReturnAddress') as never)) as unknown as {
      text: string;
    }[];
    expect(known?.text).to.equal('杭州市文三路 1 号退货组');
  });
});

describe('a deadline', () => {
  const now = Date.parse('2025-05-08T10:00:00.000Z');
  const said = (dueAt: string, locale: 'en' | 'zh-CN' = 'en') => {
    const place = document.createElement('div');
    render(dueMark(dueAt, { language: new Language(locale), zone: 'Asia/Shanghai' }, now), place);
    return { text: place.textContent?.trim(), look: place.querySelector('.chip')?.className ?? '' };
  };

  it('is told by words: late, soon, or when', () => {
    expect(said('2025-05-08T07:30:00.000Z')).to.deep.equal({ text: 'Overdue by 3 hr', look: 'chip danger' });
    expect(said('2025-05-08T10:12:00.000Z')).to.deep.equal({ text: '12 min left', look: 'chip warn' });
    expect(said('2025-05-05T10:00:00.000Z', 'zh-CN').text).to.equal('已超时 3天');
    expect(said('2025-05-12T10:00:00.000Z').look).to.equal('');
    expect(said('2025-05-12T16:00:00.000Z', 'zh-CN').text).to.match(/^.*5月12日 23:59/);
  });
});
