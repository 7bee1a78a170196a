import { describe, expect, test } from 'vitest';
import { AuditEvent } from '../../kernel/audit.ts';
import { Timer } from '../../kernel/timer.ts';
import { readCsv } from '../../text/csv.ts';
import { orderOf, shopScene, type Scene } from '../orders/testing/scene.ts';
import { AfterSalesCase } from './entities.ts';
import { ReturnsReport } from './report-entities.ts';
import { figuresOf, lineOf } from './report-figures.ts';
import { monthBefore, monthOf, nextMonth, reportDue, spanOf } from './report-timer.ts';
import { acting, denialOf, sendBack, submit } from './testing/steps.ts';

/** Three returns in April and one in May, of which one April return is withdrawn. */
async function aprilReturns(scene: Scene) {
  const by = acting(scene);
  const aa = await scene.people('AA1');
  const ask = (quantity: number, occurredAt: string, more: object = {}) =>
    submit(scene, aa, { items: [{ lineId: 'l1', quantity }], occurredAt, ...more });
  const paid = await ask(1, '2025-04-29T02:00:00.000Z', { description: '=HYPERLINK("http://x")' });
  await sendBack(scene, paid.id);
  await by('AA1', 'settleReturn', { id: paid.id });
  const withdrawn = await ask(1, '2025-04-30T02:00:00.000Z');
  await by('AA1', 'withdrawCase', { id: withdrawn.id });
  const open = await ask(1, '2025-04-30T15:59:59.999Z');
  const may = await ask(1, '2025-04-30T16:00:00.000Z');
  return { paid, open, may };
}

/** Every cell as a spreadsheet receives it, with the apostrophe that makes it text. */
function readCells(text: string): string[] {
  // The reader of the desk takes one apostrophe off that guards; a second one in front shows it.
  return (readCsv(text.replace(/(^|,|\n)("?)'/g, "$1$2''")) ?? []).flatMap(({ cells }) => cells);
}

async function april() {
  const scene = await shopScene({ now: '2025-04-30T16:05:00.000Z' });
  const returns = await aprilReturns(scene);
  const analyst = await scene.people('AN1');
  return { ...scene, ...returns, analyst, api: scene.desk.as(analyst).aftersales };
}

describe('SC-24, R-AFT-08: the monthly report of returns', () => {
  test('on 1 May 00:10 local there is one frozen report per store, equal to the list of cases', async () => {
    const scene = await april();
    scene.clock.set('2025-04-30T16:09:59.999Z');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    const reports = () => scene.desk.read(scene.analyst).all(ReturnsReport, { where: { storeId: scene.store.id } });
    expect(await reports()).toEqual([]);
    scene.clock.set('2025-04-30T16:10:00.000Z');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    const [report, ...others] = await reports();
    expect(others).toEqual([]);
    expect(report).toMatchObject({
      month: '2025-04',
      generatedAt: '2025-04-30T16:10:00.000Z',
      cases: 2,
      returnedUnits: 2,
      overrides: 0,
      shippedUnits: null,
      rate: null,
      amounts: [{ currency: 'CNY', refund: 20_000, compensation: 0, cost: 20_000 }],
      reasons: [{ code: 'NO_REASON', cases: 2, units: 2 }],
      topSkus: [{ code: 'shirt-S', label: '衬衫', units: 2 }],
      responsible: [{ code: 'BUYER', cases: 2 }],
    });
    const { lines, total } = await scene.api.returnsReportLines({ storeId: scene.store.id, month: '2025-04' });
    expect([total, lines.map(({ caseId }) => caseId)]).toEqual([2, [scene.paid.id, scene.open.id]]);
    expect(figuresOf(lines)).toMatchObject({
      cases: report?.cases,
      returnedUnits: report?.returnedUnits,
      amounts: report?.amounts,
    });
  });

  test('a decision against the policy is in the audit trail, and counted in the report of its month (R-AFT-06)', async () => {
    const scene = await shopScene({ policyPack: 'TMALL', now: '2025-06-20T04:00:00.000Z' });
    const by = acting(scene);
    const refused = { items: [{ lineId: 'l2' }], exceptionReason: '老客户,首次' };
    const { id } = await submit(scene, await scene.people('AA1'), refused);
    expect(await denialOf(by('AA2', 'approveCase', { id, overrideReason: 'kind' }))).toMatchObject({
      code: 'POLICY_DENIED',
    });
    await by('SV1', 'approveCase', { id, overrideReason: '善意例外' });
    const entries = await scene.desk
      .read(scene.system)
      .all(AuditEvent, { where: { entityId: id, action: 'approveCase' } });
    expect(entries).toMatchObject([{ reason: '善意例外', role: 'SV', from: 'REQUESTED', to: 'APPROVED' }]);
    await sendBack(scene, id);
    await by('AA1', 'settleReturn', { id });
    const other = await submit(scene, await scene.people('AA1'), { ...refused, items: [{ lineId: 'l1' }] });
    await by('SV1', 'rejectCase', { id: other.id, reason: '超过期限' });
    scene.clock.set('2025-06-30T16:10:00.000Z');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    const where = { storeId: scene.store.id, month: '2025-06' };
    expect(await scene.desk.read(scene.system).all(ReturnsReport, { where })).toMatchObject([
      { cases: 1, overrides: 1 },
    ]);
  });

  test('a case written into April afterwards changes nothing and is listed as late', async () => {
    const scene = await april();
    scene.clock.set('2025-04-30T16:10:00.000Z');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    const before = await scene.desk.read(scene.analyst).all(ReturnsReport, {});
    scene.clock.advance(3_600_000);
    const late = await submit(scene, await scene.people('AA1'), {
      items: [{ lineId: 'l2' }],
      occurredAt: '2025-04-15T02:00:00.000Z',
    });
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.desk.read(scene.analyst).all(ReturnsReport, {})).toEqual(before);
    const shown = await scene.api.returnsReportLines({ storeId: scene.store.id, month: '2025-04' });
    expect([shown.total, shown.late.map(({ number }) => number)]).toEqual([2, [late.number]]);
    await scene.loose.perform(scene.system, 'generateReturnsReport', { storeId: scene.store.id, month: '2025-04' });
    expect(await scene.desk.read(scene.analyst).all(ReturnsReport, {})).toEqual(before);
  });

  test('its CSV opens with correct Chinese in a spreadsheet and carries no formula into it', async () => {
    const scene = await april();
    scene.clock.set('2025-04-30T16:10:00.000Z');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    const { name, text } = await scene.api.returnsReportCsv({ storeId: scene.store.id, month: '2025-04' });
    expect(name).toBe('退货月报-store-1-2025-04.csv');
    expect(Array.from(new TextEncoder().encode(text).slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const rows = text.slice(1).split('\r\n');
    expect(rows).toContain('退货件数,2');
    expect(rows).toContain('退款金额,200.00,CNY');
    expect(rows).toContain('退货率,–');
    expect(rows.filter((row) => row.startsWith('O-DELIVERED-'))).toHaveLength(2);
    expect(
      (await scene.api.returnsReportCsv({ storeId: scene.store.id, month: '2025-04', language: 'en' })).text,
    ).toContain('Returned units,2');
  });

  test('its CSV keeps the number of an order as it is, runs no formula of a title in any sign, and counts with amounts', async () => {
    const number = '2022072512345928259';
    const title = '＝HYPERLINK("https://x.example","a")';
    const order = orderOf({
      id: number,
      lines: [
        { id: 'l1', productId: 'shirt', quantity: 1 },
        { id: 'l2', productId: 'tea', quantity: 1 },
        { id: 'l3', productId: 'mug', quantity: 1 },
      ],
    });
    const titles = [title, '\n=1+1', "-2+3+cmd|' /C calc'!A0"];
    const scene = await shopScene({
      now: '2025-04-30T16:05:00.000Z',
      orders: [{ ...order, lines: order.lines.map((line, n) => ({ ...line, title: titles[n] ?? '' })) }],
    });
    const aa = await scene.people('AA1');
    for (const lineId of ['l1', 'l2', 'l3'])
      await submit(scene, aa, { orderId: number, items: [{ lineId }], occurredAt: '2025-04-29T02:00:00.000Z' });
    scene.clock.set('2025-04-30T16:10:00.000Z');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    const api = scene.desk.as(await scene.people('AN1')).aftersales;
    await api.recordShippedUnits({ storeId: scene.store.id, month: '2025-05', units: 1 });
    const { text } = await api.returnsReportCsv({ storeId: scene.store.id, month: '2025-04' });
    const cells = readCells(text);
    expect(cells.filter((cell) => cell === `'${number}`)).toHaveLength(3);
    expect(cells.filter((cell) => /^'20220725\d+-[123]$/.test(cell)).toSorted()).toEqual(
      [1, 2, 3].map((n) => `'${number}-${n}`),
    );
    for (const each of titles)
      expect(cells.filter((cell) => cell === `'${each}` || cell.startsWith(`'${each} (`))).toHaveLength(2);
    expect(cells.filter((cell) => /^[=+\-@＝＋－＠\t\r\n]/.test(cell))).toEqual([]);
    for (const amount of ['100.00', '30.00', '50.00', '180.00', '0.00'])
      expect([amount, cells.includes(amount)]).toEqual([amount, true]);
    expect(cells.filter((cell) => /^\d{12,}/.test(cell))).toEqual([]);
  });

  test('knows the rate where the shop told how much was shipped, compares with the month before, and takes measures beside it', async () => {
    const scene = await april();
    await scene.api.recordShippedUnits({ storeId: scene.store.id, month: '2025-04', units: 80 });
    scene.clock.set('2025-04-30T16:10:00.000Z');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(
      await denialOf(scene.api.recordShippedUnits({ storeId: scene.store.id, month: '2025-04', units: 90 })),
    ).toMatchObject({ code: 'INVALID_TRANSITION' });
    await scene.desk.as(scene.lily).aftersales.shipReturn({ id: scene.may.id, carrier: 'SF', waybill: 'SF00112233' });
    scene.clock.set('2025-05-31T16:10:00.000Z');
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    const [may, aprilReport] = await scene.desk.read(scene.analyst).all(ReturnsReport, { order: [['month', 'desc']] });
    expect(aprilReport).toMatchObject({ shippedUnits: 80, rate: 0.025 });
    expect(may).toMatchObject({ month: '2025-05', cases: 1, previousCases: 2, previousUnits: 2 });
    const measure = { id: aprilReport?.id ?? '', text: '改进尺码表' };
    expect(await scene.desk.availableActions(scene.system, 'ReturnsReport', measure.id)).toEqual([]);
    await scene.api.noteReturnsMeasure(measure);
    expect((await scene.api.returnsReportCsv({ storeId: scene.store.id, month: '2025-04' })).text).toContain(
      '改进措施,改进尺码表',
    );
  });

  test('is made for every store, each in its own time, also after the server slept over it', async () => {
    const scene = await shopScene({ now: '2025-04-20T04:00:00.000Z' });
    const other = (await scene.loose.perform(scene.admin, 'createStore', {
      name: 'S2',
      key: 'store-2',
      timeZone: 'America/New_York',
    })) as { id: string };
    await submit(scene, scene.lily, { items: [{ lineId: 'l1' }] });
    const due = async () =>
      (await scene.desk.read(scene.system).find(Timer, { order: [['dueAt', 'asc']], limit: 50 }))
        .filter(({ action }) => action === 'generateReturnsReport')
        .map(({ dueAt }) => dueAt);
    expect(await due()).toEqual(['2025-04-30T16:10:00.000Z', '2025-05-01T04:10:00.000Z']);
    scene.clock.set('2025-06-10T00:00:00.000Z');
    for (let round = 0; round < 4; round += 1) await scene.desk.runTimers();
    await scene.desk.runEffects();
    const reports = await scene.desk.read(scene.system).all(ReturnsReport, { order: [['month', 'asc']] });
    expect(reports.map(({ storeId, month }) => [storeId === other.id ? 'S2' : 'S1', month]).toSorted()).toEqual([
      ['S1', '2025-04'],
      ['S1', '2025-05'],
      ['S2', '2025-04'],
      ['S2', '2025-05'],
    ]);
    expect(await due()).toEqual(['2025-06-30T16:10:00.000Z', '2025-07-01T04:10:00.000Z']);
  });

  test('is not made before the month is over, and not for those who may not see it', async () => {
    const scene = await april();
    expect(
      await denialOf(
        scene.loose.perform(scene.system, 'generateReturnsReport', { storeId: scene.store.id, month: '2025-05' }),
      ),
    ).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect(await denialOf(scene.api.returnsReportCsv({ storeId: scene.store.id, month: '2025-03' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(
      await denialOf(
        scene.desk
          .as(await scene.people('PA1'))
          .aftersales.returnsReportCsv({ storeId: scene.store.id, month: '2025-04' }),
      ),
    ).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('months of a store', () => {
  test('begin and end by its own clock, over the change of the clocks', () => {
    expect(spanOf('2025-03', 'America/New_York')).toEqual({
      from: '2025-03-01T05:00:00.000Z',
      to: '2025-04-01T04:00:00.000Z',
    });
    expect(reportDue('2025-12', 'Asia/Shanghai')).toBe('2025-12-31T16:10:00.000Z');
    expect([monthOf('2025-04-30T16:00:00.000Z', 'Asia/Shanghai'), monthOf('2025-04-30T16:00:00.000Z', 'UTC')]).toEqual([
      '2025-05',
      '2025-04',
    ]);
    expect([nextMonth('2025-12'), monthBefore('2025-01')]).toEqual(['2026-01', '2024-12']);
  });
});

describe('figures of a month', () => {
  test('counts per line of a case, and the goods of a re-shipment as none', async () => {
    const scene = await shopScene();
    await submit(scene, scene.lily, { items: [{ lineId: 'l1', quantity: 2 }, { lineId: 'l2' }] });
    const [row] = await scene.desk.read(scene.system).all(AfterSalesCase, {});
    if (!row) throw new Error('No case.');
    const line = lineOf(row);
    expect(line).toMatchObject({ units: 3, quantities: [2, 1], variantIds: ['shirt-S', 'tea-S'] });
    expect(figuresOf([line, { ...line, caseId: 'x', type: 'RESHIP', units: 0 }])).toMatchObject({
      cases: 2,
      returnedUnits: 3,
      topSkus: [
        { code: 'shirt-S', cases: 2, units: 2 },
        { code: 'tea-S', units: 1 },
      ],
    });
  });
});
