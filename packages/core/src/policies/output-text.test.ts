import { expect, test } from 'vitest';
import {
  deskInputs,
  formatKey,
  orderInputs,
  policyOutputs as out,
  returnInputs,
  showOutput,
  type InputDefinition,
} from './index.ts';

test('an answer reads as a person would say it, in both languages', () => {
  const shown = [
    showOutput(out.outcome, 'ALLOW'),
    showOutput(out.remedies, ['RETURN', 'REPAIR']),
    showOutput(out.remedies, []),
    showOutput(out.auto, true),
    showOutput(out.minimum, 50_000, 'CNY'),
    showOutput(out.feePct, 20),
    showOutput(out.due, { from: 'deliveredAt', days: 7 }),
    showOutput(out.due, null),
    showOutput({ name: 'wait', label: { zh: '', en: '' }, type: 'duration' }, 5_400_000),
  ];
  expect(shown.map(({ en }) => en)).toEqual([
    'yes',
    'return for a refund, repair',
    '—',
    'yes',
    'CN¥500.00',
    '20',
    'within 7 days of delivery',
    '—',
    '1 h 30 min',
  ]);
  expect(shown.map(({ zh }) => zh).slice(0, 2)).toEqual(['可以', '退货退款、维修']);
});

test('one of a unit is said in the singular, and no other count is', () => {
  const columns: unknown[] = [deskInputs, orderInputs, returnInputs].flatMap((inputs) => Object.values(inputs));
  const counted = (columns as InputDefinition[]).filter((column) => typeof column === 'object' && column.unit);
  expect(counted.length).toBeGreaterThan(5);
  for (const input of counted) {
    const [one, two, none] = [1, 2, 0].map((count) => formatKey(input, count, 'en'));
    expect([one, two, none], input.name).toEqual([
      expect.not.stringMatching(/s$/),
      expect.stringMatching(/s$/),
      expect.stringMatching(/s$/),
    ]);
    expect(formatKey(input, 1, 'zh')).toBe(`1 ${input.unit?.zh}`);
  }
  const within = (span: object) => showOutput(out.due, { from: 'deliveredAt', ...span }).en;
  expect([{ minutes: 1 }, { hours: 1 }, { days: 1 }, { months: 1 }, { businessDays: 1 }].map(within)).toEqual(
    ['minute', 'hour', 'day', 'month', 'working day'].map((unit) => `within 1 ${unit} of delivery`),
  );
  expect(within({ days: 2 })).toBe('within 2 days of delivery');
});
