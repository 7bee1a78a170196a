import { describe, expect, test } from 'vitest';
import {
  TMALL,
  cellSet,
  returnInputs,
  showCell,
  type Cell,
  type InputDefinition,
  type PolicyPack,
} from '@shopdesk/core/policies';
import { cellOf, exactly, formOf, minorOf, modesOf, type CellForm } from './cell-form.ts';
import {
  freeRowId,
  PackHistory,
  withAnswer,
  withCell,
  withMovedRow,
  withNewRow,
  withoutRow,
  withRowFields,
} from './pack-edit.ts';
import { mergePacks } from './pack-merge.ts';

const amount: InputDefinition = { name: 'amount', label: { zh: '金额', en: 'Amount' }, type: 'money', min: 0 };
const wait: InputDefinition = { name: 'wait', label: { zh: '等待', en: 'Wait' }, type: 'duration', nullable: true };
const days = returnInputs.daysSinceSigned;

const place = { table: 'TM-RETURN', row: 'TM-01' };
const rowOf = (pack: PolicyPack, id = 'TM-01') =>
  pack.tables.find(({ code }) => code === 'TM-RETURN')?.rows.find((row) => row.id === id);
const ids = (pack: PolicyPack) => pack.tables.find(({ code }) => code === 'TM-RETURN')?.rows.map(({ id }) => id);

describe('a cell in controls', () => {
  test('comes back as it was, for every cell of every shipped table that controls can say', () => {
    const all = TMALL.tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        table.inputs.map((input): [InputDefinition, Cell | undefined] => [input, row.when[input.name]]),
      ),
    );
    for (const [input, cell] of all) {
      const back = cellOf(input, formOf(input, cell, 'CNY'), 'CNY', cell);
      expect(cellSet(input, back)).toEqual(cellSet(input, cell));
    }
    expect(all.length).toBeGreaterThan(100);
  });

  test('writes money in major units and reads it to the cent, never through a float', () => {
    const form = formOf(amount, { gte: 19_990, lt: 100_000 }, 'CNY');
    expect([form.from, form.to, form.below]).toEqual(['199.90', '1000.00', true]);
    expect(cellOf(amount, { ...form, from: '0.29' }, 'CNY')).toEqual({ gte: 29, lt: 100_000 });
    expect([
      minorOf('1.005', 'CNY'),
      minorOf('12', 'JPY'),
      minorOf('1.5', 'JPY'),
      minorOf('-3.10', 'USD'),
      minorOf('ten', 'USD'),
    ]).toEqual([undefined, 12, undefined, -310, undefined]);
  });

  test('writes spans in the largest whole unit', () => {
    const form = formOf(wait, { lte: 'PT72H' }, 'CNY');
    expect([form.to, form.unit]).toEqual(['3', 'd']);
    expect(cellOf(wait, { ...form, to: '90', unit: 'min' }, 'CNY')).toEqual({ lte: 'PT90M' });
    expect(formOf(wait, { lte: 'PT90M' }, 'CNY')).toMatchObject({ to: '90', unit: 'min' });
  });

  test('is not taken while it fits no value of its column', () => {
    const range = (from: string, to: string): CellForm => ({ ...formOf(days, { lte: 7 }, 'CNY'), from, to });
    expect(
      [range('9', '7'), range('', ''), range('soon', ''), range('1.5', '')].map((form) => cellOf(days, form, 'CNY')),
    ).toEqual([undefined, undefined, undefined, undefined]);
    expect(cellOf(days, range('', '15'), 'CNY')).toEqual({ lte: 15 });
    expect(cellOf(returnInputs.reason, { ...formOf(returnInputs.reason, 'QUALITY', 'CNY'), values: [] }, 'CNY')).toBe(
      undefined,
    );
  });

  test('offers what its column can mean, and keeps what controls cannot say', () => {
    const split: Cell = { anyOf: [{ lte: 3 }, { gte: 9 }] };
    const form = formOf(days, split, 'CNY');
    expect([modesOf(days, form), cellOf(days, form, 'CNY', split)]).toEqual([['any', 'range', 'null', 'kept'], split]);
    expect(modesOf(returnInputs.goodsIntact, formOf(returnInputs.goodsIntact, true, 'CNY'))).toEqual(['any', 'in']);
    expect(showCell(days, exactly(days, 8)).en).toBe('= 8 days');
    expect([exactly(days, null), exactly(days, undefined)]).toEqual([{ isNull: true }, '-']);
  });
});

describe('a change of a pack', () => {
  test('touches one cell and nothing else', () => {
    const next = withCell(TMALL, place, 'daysSinceSigned', { lte: 15 });
    expect(rowOf(next)?.when).toEqual({ ...rowOf(TMALL)?.when, daysSinceSigned: { lte: 15 } });
    expect(rowOf(withCell(next, place, 'daysSinceSigned', '-'))?.when).not.toHaveProperty('daysSinceSigned');
    expect(rowOf(withAnswer(TMALL, place, 'auto', true))?.answer['auto']).toBe(true);
    expect(next.tables[1]).toBe(TMALL.tables[1]);
  });

  test('adds, duplicates, moves and removes rows under ids of their own', () => {
    const added = withNewRow(TMALL, 'TM-RETURN', { after: 'TM-01', day: '2026-01-02' });
    expect([added.id, ids(added.pack)]).toEqual(['TM-04', ['TM-01', 'TM-04', 'TM-02', 'TM-03']]);
    expect(rowOf(added.pack, added.id)).toMatchObject({
      when: {},
      asOf: '2026-01-02',
      answer: { outcome: 'DENY', remedies: [], auto: false },
    });
    const copy = withNewRow(TMALL, 'TM-RETURN', { after: 'TM-01', day: '2026-01-02', from: rowOf(TMALL) ?? {} });
    expect(rowOf(copy.pack, copy.id)).toMatchObject({ when: rowOf(TMALL)?.when, id: 'TM-04' });
    expect(ids(withMovedRow(TMALL, place, 1))).toEqual(['TM-02', 'TM-01', 'TM-03']);
    expect(ids(withMovedRow(TMALL, place, -1))).toEqual(['TM-01', 'TM-02', 'TM-03']);
    expect(ids(withoutRow(TMALL, place))).toEqual(['TM-02', 'TM-03']);
    expect(freeRowId({ ...(TMALL.tables[0] as (typeof TMALL.tables)[number]), code: 'X', rows: [] })).toBe('X-01');
  });

  test('takes a field out when it is cleared', () => {
    const final = withRowFields(TMALL, place, { final: true, priority: 3 });
    expect(rowOf(final)).toMatchObject({ final: true, priority: 3 });
    expect(rowOf(withRowFields(final, place, { final: undefined }))).not.toHaveProperty('final');
  });

  test('is taken back and done again, and what equals the saved one is not unsaved', () => {
    const history = new PackHistory(TMALL);
    history.change(withCell(TMALL, place, 'daysSinceSigned', { lte: 15 }));
    history.change(withCell(history.present, place, 'daysSinceSigned', { lte: 30 }));
    history.undo();
    expect([rowOf(history.present)?.when['daysSinceSigned'], history.dirty, history.canRedo]).toEqual([
      { lte: 15 },
      true,
      true,
    ]);
    history.undo();
    expect([history.dirty, history.canUndo]).toEqual([false, false]);
    history.redo();
    history.redo();
    history.redo();
    expect(rowOf(history.present)?.when['daysSinceSigned']).toEqual({ lte: 30 });
  });
});

describe('changes of two people', () => {
  const mine = withCell(TMALL, place, 'daysSinceSigned', { lte: 30 });

  test('of different rows are both kept, with rows that were added and removed', () => {
    const theirs = withoutRow(
      withNewRow(withAnswer(TMALL, { ...place, row: 'TM-02' }, 'auto', true), 'TM-RETURN', {
        after: 'TM-01',
        day: '2026-01-02',
      }).pack,
      { ...place, row: 'TM-03' },
    );
    const { pack, contested } = mergePacks(TMALL, mine, theirs);
    expect([ids(pack), contested]).toEqual([['TM-01', 'TM-04', 'TM-02'], []]);
    expect([rowOf(pack)?.when['daysSinceSigned'], rowOf(pack, 'TM-02')?.answer['auto']]).toEqual([{ lte: 30 }, true]);
  });

  test('of one row are named, and mine stays', () => {
    const { pack, contested } = mergePacks(TMALL, mine, withCell(TMALL, place, 'daysSinceSigned', { lte: 9 }));
    expect([rowOf(pack)?.when['daysSinceSigned'], contested]).toEqual([
      { lte: 30 },
      [{ table: 'TM-RETURN', row: 'TM-01' }],
    ]);
  });
});
