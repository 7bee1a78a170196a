import { expect, test } from 'vitest';
import { policyOutputs as out, showOutput } from './index.ts';

test('an answer reads as a person would say it, in both languages', () => {
  const shown = [
    showOutput(out.outcome, 'ALLOW'), showOutput(out.remedies, ['RETURN', 'REPAIR']), showOutput(out.remedies, []), showOutput(out.auto, true), showOutput(out.minimum, 50_000, 'CNY'),
    showOutput(out.feePct, 20), showOutput(out.due, { from: 'deliveredAt', days: 7 }), showOutput(out.due, null), showOutput({ name: 'wait', label: { zh: '', en: '' }, type: 'duration' }, 5_400_000),
  ];
  expect(shown.map(({ en }) => en)).toEqual(['yes', 'return for a refund, repair', '—', 'yes', 'CN¥500.00', '20', 'within 7 days of delivery', '—', '1 h 30 min']);
  expect(shown.map(({ zh }) => zh).slice(0, 2)).toEqual(['可以', '退货退款、维修']);
});
