import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, writeCsv } from './csv.ts';

const line = (...cells: Parameters<typeof writeCsv>[0][number]) =>
  writeCsv([cells])
    .replace(/^\ufeff/, '')
    .replace(/\r\n$/, '');

describe('a table for a spreadsheet', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝cmd|x', '＋1', '－1', '＠x', '\t=1', "'=1"])(
    'runs no formula that is written as text: %j',
    (text) => {
      expect(line(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  test('runs none after a line break either', () => {
    expect([line('\n=1'), line('\r=1')]).toEqual(['"\'\n=1"', '"\'\r=1"']);
  });

  test.each([
    '2022072512345928259',
    '2022072512345928259-1',
    '007',
    '2022-1',
    '1E5',
    'MAR-1',
    '3/4',
    '=1',
    '＝1',
    '12',
  ])('keeps the number of an order as it is: %s', (code) => {
    expect(line({ code })).toBe(`'${code}`);
  });

  test('needs no guard for a number with letters, and counts with amounts', () => {
    expect(
      line(
        { code: '#W9527030' },
        { code: 'O-DELIVERED' },
        { decimal: '-12.30' },
        7,
        -7,
        null,
        '2025-04-29 10:00',
        '12',
        '退货',
      ),
    ).toBe('#W9527030,O-DELIVERED,-12.30,7,-7,,2025-04-29 10:00,12,退货');
  });

  test('keeps a long number in a text, which a spreadsheet would round', () => {
    expect([line('13800138000123'), line('0571'), line('1380')]).toEqual(["'13800138000123", "'0571", '1380']);
  });

  test('is read back as it was written, whatever its texts are', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom("'=x", "''+1", "'90s", '"', ',', 'a\r\nb', '＝', '000', "'0571", '\t'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const kept = rows.filter((cells) => cells.some((text) => text.trim() !== ''));
        expect(readCsv(writeCsv(rows))?.map(({ cells }) => cells)).toEqual(kept);
      }),
    );
  });
});
