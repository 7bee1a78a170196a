import { describe, expect, test } from 'vitest';
import { policyOutputs as out, TMALL, type OutputDefinition } from '@shopdesk/core/policies';
import { answerForm, answerOf } from './answer-form.ts';
import { cellAfter, isAway } from './grid-keys.ts';
import { promisable, promiseOf } from './promise-pack.ts';
import { instantOf, localOf } from '../../kit/store-clock.ts';

describe('an answer in controls', () => {
  test('comes back as it was, for every row of every table', () => {
    let checked = 0;
    for (const table of TMALL.tables)
      for (const row of table.rows)
        for (const output of table.outputs) {
          const value = row.answer[output.name] ?? null;
          expect(answerOf(output, answerForm(output, value, 'CNY'), 'CNY')).toEqual(value);
          checked += 1;
        }
    expect(checked).toBeGreaterThan(100);
  });

  test('is not taken while its column cannot hold it', () => {
    const money: OutputDefinition = { name: 'minimum', label: { zh: '', en: '' }, type: 'money' };
    const form = answerForm(money, 50_000, 'CNY');
    expect([
      form.text,
      answerOf(money, { ...form, text: '500.5' }, 'CNY'),
      answerOf(money, { ...form, text: '0.005' }, 'CNY'),
    ]).toEqual(['500.00', 50_050, undefined]);
    const due = answerForm(out.due, { from: 'deliveredAt', days: 7 }, 'CNY');
    expect([
      answerOf(out.due, { ...due, text: '' }, 'CNY'),
      answerOf(out.due, { ...due, text: '1.5' }, 'CNY'),
      answerOf(out.due, { ...due, span: 'months', text: '0' }, 'CNY'),
    ]).toEqual([undefined, undefined, undefined]);
    expect(answerOf(out.due, { ...due, span: 'hours', text: '48' }, 'CNY')).toEqual({ from: 'deliveredAt', hours: 48 });
    expect(answerOf(out.outcome, { ...answerForm(out.outcome, 'ALLOW', 'CNY'), none: true }, 'CNY')).toBe(null);
  });
});

describe('a key in the grid', () => {
  const size = { rows: 30, columns: 9, page: 10 };
  const press = (key: string, more: object = {}) =>
    cellAfter({ key, ctrlKey: false, altKey: false, metaKey: false, ...more }, { row: 5, column: 4 }, size);

  test('leads where the grid pattern says, and never out of the table', () => {
    expect([
      press('ArrowDown'),
      press('ArrowLeft'),
      press('Home'),
      press('End'),
      press('PageUp'),
      press('PageDown'),
    ]).toEqual([
      { row: 6, column: 4 },
      { row: 5, column: 3 },
      { row: 5, column: 0 },
      { row: 5, column: 8 },
      { row: 0, column: 4 },
      { row: 15, column: 4 },
    ]);
    expect([press('Home', { ctrlKey: true }), press('End', { ctrlKey: true })]).toEqual([
      { row: 0, column: 0 },
      { row: 29, column: 8 },
    ]);
    expect([press('ArrowDown', { altKey: true }), press('x')]).toEqual([undefined, undefined]);
    expect([isAway('Delete'), isAway('Backspace'), isAway('d')]).toEqual([true, true, false]);
  });
});

describe('the clock of the store', () => {
  test('is what a date and time field means, on both sides of the change of summer time', () => {
    expect(instantOf('2026-05-08T23:59', 'Asia/Shanghai')).toBe('2026-05-08T15:59:00.000Z');
    expect([
      instantOf('2026-07-01T12:00', 'America/New_York'),
      instantOf('2026-12-01T12:00', 'America/New_York'),
    ]).toEqual(['2026-07-01T16:00:00.000Z', '2026-12-01T17:00:00.000Z']);
    for (const instant of ['2026-03-08T06:30:00.000Z', '2026-11-01T07:30:00.000Z'])
      expect(instantOf(localOf(instant, 'America/New_York'), 'America/New_York')).toBe(instant);
    expect([instantOf('soon', 'UTC'), localOf('never', 'UTC')]).toEqual([undefined, '']);
  });
});

describe('a promise', () => {
  test('begins with rows of its own, only where the pack above lets a store be kinder', () => {
    const codes = promisable(TMALL).map(({ code }) => code);
    expect([
      codes.includes('TM-RETURN'),
      TMALL.tables.some(({ role, code }) => role === 'EXCLUSION' && codes.includes(code)),
    ]).toEqual([true, false]);
    const pack = promiseOf(TMALL, ['TM-RETURN'], { name: '小店', day: '2026-01-02' });
    expect(pack).toMatchObject({ layer: 'PROMISE', title: { zh: '小店承诺' }, tables: [{ code: 'OWN-TM-RETURN' }] });
    expect(pack.tables[0]?.rows.map(({ id, source, asOf }) => [id, source, asOf])[0]).toEqual([
      'OWN-TM-01',
      'S',
      '2026-01-02',
    ]);
  });
});
