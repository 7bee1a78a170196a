import { expect } from '@open-wc/testing';
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
  readable,
  reads,
  SIZES,
  until,
} from '../../testing/page.ts';
import { caseScene, SYSTEM, type CaseScene } from '../../testing/case-scene.ts';
import { monthOf } from './month.ts';

const DAY_MS = 24 * 3_600_000;

/** Lily has returned two things, the month passes and its report is made; afterwards one more comes to light. */
async function reported(
  options: Parameters<typeof caseScene>[0],
): Promise<{ scene: CaseScene; month: string; late: string }> {
  const scene = await caseScene({ roles: ['AD'] });
  const zone = scene.desk.store.timeZone;
  const agent = await scene.as('AA1', ['AA']);
  const api = scene.desk.desk.as(agent).aftersales;
  await scene.desk.loose.perform(await scene.as('SV1', ['SV']), 'recordShippedUnits', {
    storeId: scene.desk.store.id,
    month: monthOf(Date.now(), zone),
    units: 50,
  });
  for (const wanted of [
    { lineId: 'l2', quantity: 2 },
    { lineId: 'l1', quantity: 1 },
  ]) {
    const { id } = await scene.ask(wanted);
    await scene.desk.loose.perform(agent, 'approveCase', { id });
    await scene.desk.desk.as(scene.lily).aftersales.shipReturn({ id, carrier: 'SF', waybill: 'SF00112233' });
  }
  const month = monthOf(Date.now(), zone);
  const during = new Date().toISOString();
  scene.desk.clock.advance(32 * DAY_MS);
  await scene.desk.desk.runTimers();
  await scene.desk.desk.runEffects();
  const wanted = {
    storeId: scene.desk.store.id,
    orderId: 'o3',
    type: 'RETURN_REFUND',
    reason: 'QUALITY',
    items: [{ lineId: 'l1', quantity: 1 }],
    exceptionReason: 'Forgotten',
  } as const;
  const late = await api.submitCase({
    ...wanted,
    confirmation: (await api.previewCase(wanted)).confirmation,
    occurredAt: during,
  });
  // A month later nobody is signed in any more.
  return { scene: await caseScene({ roles: ['SV'], ...options, desk: scene.desk }), month, late: late.number };
}

describe('the monthly report of returns', () => {
  afterEach(cleanPage);

  it('shows the frozen month with the fields of form F7, and lists as late what came afterwards', async () => {
    const { scene, month, late } = await reported({});
    scene.go('/returns-reports');
    await until(() => all('tbody a').some(isSeen), 'the report is listed');
    scene.go(`/returns-reports/${scene.desk.store.id}/${month}`);
    await reads('Most returned goods');
    const text = readable();
    for (const part of [
      'Cases 2',
      'Returned units 3',
      'Shipped units 50',
      'Return rate 6%',
      'CN¥167.00',
      'No reason',
      '棉袜 Cotton socks',
      'Responsible party',
    ])
      expect(text).to.contain(part);
    const lateSection = all('section').find((section) => readable(section).startsWith('Recorded late'));
    expect(readable(lateSection as Element)).to.contain(late);
    expect(text).to.contain('2 of 2');
  });

  it('downloads a file that a spreadsheet opens with correct Chinese', async () => {
    const { scene, month } = await reported({ locale: 'zh-CN' });
    scene.go(`/returns-reports/${scene.desk.store.id}/${month}`);
    await reads('下载 CSV');
    const saved: { name: string; blob: Blob }[] = [];
    const { createObjectURL } = URL;
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob: Blob) => {
      blobs.push(blob);
      return createObjectURL.call(URL, blob);
    };
    document.addEventListener('click', keep, true);
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function save(this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob: blobs.at(-1) as Blob });
    };
    function keep(event: Event): void {
      if (event.target instanceof HTMLAnchorElement && event.target.download) event.preventDefault();
    }
    await press('下载 CSV');
    await until(() => saved.length === 1, 'the file is handed over');
    HTMLAnchorElement.prototype.click = click;
    URL.createObjectURL = createObjectURL;
    document.removeEventListener('click', keep, true);
    const bytes = new Uint8Array(await (saved[0] as { blob: Blob }).blob.arrayBuffer());
    expect(Array.from(bytes.subarray(0, 3))).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(saved[0]?.name).to.match(/^退货月报-.*\.csv$/);
    expect(new TextDecoder().decode(bytes)).to.contain('退货件数,3').and.to.contain('棉袜 Cotton socks');
  });

  it('takes measures beside the frozen figures', async () => {
    const { scene, month } = await reported({});
    scene.go(`/returns-reports/${scene.desk.store.id}/${month}`);
    await fill('What is done about the returns', 'Size chart with centimetres');
    await press('Note a measure');
    await reads('Noted.');
    await until(
      () => all('li').some((item) => readable(item).startsWith('Size chart with centimetres')),
      'the measure is listed',
    );
  });

  it('takes the units shipped this month, without which there is no rate', async () => {
    const scene = await caseScene({ roles: ['SV'], path: '/returns-reports' });
    await reads('No reports yet');
    const label = all('label').find((one) => /Units shipped in/.test(readable(one)));
    await fill(readable(label as Element), '-5');
    await press('Save');
    await until(() => all('[aria-invalid="true"]').some(isSeen), 'less than nothing is refused');
    await fill(readable(label as Element), '1200');
    await press('Save');
    await reads('Saved.');
    const [known] = (await scene.desk.loose
      .read(SYSTEM)
      .all(scene.desk.loose.entities.find(({ name }) => name === 'ShippedUnits') as never)) as unknown as {
      units: number;
    }[];
    expect(known?.units).to.equal(1200);
  });

  it('says that a month has no report', async () => {
    const scene = await caseScene({ roles: ['SV'] });
    scene.go(`/returns-reports/${scene.desk.store.id}/2020-01`);
    await reads('There is no report of this month.');
  });

  for (const [locale, size] of [
    ['en', SIZES.desktop],
    ['zh-CN', SIZES.phone],
  ] as const)
    it(`is clean for axe in ${locale}`, async () => {
      const { scene, month } = await reported({ locale, size });
      scene.go('/returns-reports');
      await until(() => all('tbody a').some(isSeen) && !all('.spinner').some(isSeen), 'the report is listed');
      expect(await objections()).to.deep.equal([]);
      scene.go(`/returns-reports/${scene.desk.store.id}/${month}`);
      await reads('CSV');
      await until(() => !all('.spinner').some(isSeen), 'nothing is loading any more');
      expect(await objections()).to.deep.equal([]);
    });
});
