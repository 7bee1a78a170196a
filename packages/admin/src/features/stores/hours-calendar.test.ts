import { expect } from '@open-wc/testing';
import { Store } from '@shopdesk/core';
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
  readable,
  reads,
  until,
} from '../../testing/page.ts';
import { missingDays, problemOfDay } from './hours-days.ts';

async function hours(roles: Parameters<typeof openPanel>[0] = { roles: ['AD'] }) {
  const open = await openPanel(roles);
  open.go(`/stores/${open.desk.store.id}/hours`);
  await reads('Holidays and swapped working days');
  const saved = async () =>
    open.desk.desk.read({ kind: 'system', tenantId: 'tenant-1', name: 'test' }).get(Store, open.desk.store.id);
  return { ...open, saved };
}

describe('the calendar of a store', () => {
  afterEach(cleanPage);

  it('takes over public holidays with their source, and saves them', async () => {
    const { saved } = await hours();
    await press('Add the public holidays of China 2026');
    await reads('39 days added');
    expect(readable()).to.contain('国务院办公厅');
    await press('Save');
    await reads('Saved.');
    expect((await saved()).calendar.filter(({ kind }) => kind === 'WORKING').map(({ date }) => date)).to.include(
      '2026-02-28',
    );
  });

  it('names a day once, and lets it have hours of its own', async () => {
    const { saved } = await hours();
    await press('Add a day');
    await reads('Choose a date.');
    expect((await control('Save')).getAttribute('aria-disabled')).to.equal('true');
    await fill('New day: Date', '2031-11-11');
    await fill('2031-11-11: Name in English', 'Stocktaking');
    await until(() => all('input[type=checkbox]').length > 1);
    all<HTMLInputElement>('input[type=checkbox]')
      .find((box) => box.getAttribute('aria-label') === '2031-11-11: Hours of its own')
      ?.click();
    await fill('2031-11-11: to', '12:00');
    await press('Save');
    await reads('Saved.');
    expect((await saved()).calendar).to.deep.equal([
      {
        date: '2031-11-11',
        kind: 'HOLIDAY',
        name: { zh: '', en: 'Stocktaking' },
        hours: [{ from: '10:00', to: '12:00' }],
      },
    ]);
  });

  it('has office hours of its own when somebody wants them', async () => {
    const { saved } = await hours();
    all<HTMLInputElement>('input[type=checkbox]')[0]?.click();
    await reads('Time limits of e-mail and tickets count in these hours only.');
    await press('Save');
    await reads('Saved.');
    expect((await saved()).officeHours.length).to.equal(5);
  });

  it('keeps what the store decided about a day of a list', () => {
    const day = (date: string) => ({ date, kind: 'HOLIDAY' as const, name: { zh: '', en: '' }, hours: [] });
    const mine = { ...day('2026-01-01'), hours: [{ from: '12:00', to: '10:00' }] };
    expect(missingDays([mine], [day('2026-01-01'), day('2026-01-02')])).to.deep.equal([day('2026-01-02')]);
    expect(problemOfDay([mine], mine)).to.equal('wrongSpan');
  });
});
