/** @module A desk with a draft in it, the panel at one of its parts, and what tests do with its grid. */
import { sendKeys } from '@web/test-runner-commands';
import type { RoleCode } from '@shopdesk/core';
import { TMALL, type PolicyPack } from '@shopdesk/core/policies';
import { all, field, isSeen, keys, openPanel, readable, SIZES, until, type OpenPanel } from './page.ts';
import { createPanelDesk, type PanelDesk } from './panel-desk.ts';
import { promiseOf } from '../features/policies/promise-pack.ts';

/** As it comes over the wire. */
export const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as never;

/** A promise of so many days for whoever returns because of size or colour. */
export function promising(days: number): PolicyPack {
  const pack = promiseOf(TMALL, ['TM-RETURN'], { name: 'S1', day: '2025-12-31' });
  const tables = pack.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row, index) =>
      index === 0 ? { ...row, when: { ...row.when, daysSinceSigned: { lte: days } } } : row,
    ),
  }));
  return { ...pack, tables };
}

export async function deskWithDraft(pack = promising(7)): Promise<{ desk: PanelDesk; id: string }> {
  const desk = await createPanelDesk();
  await desk.loose.perform({ kind: 'system', tenantId: 'tenant-1', name: 'test' }, 'updateStore', {
    id: desk.store.id,
    policyPack: 'TMALL',
    region: 'CN',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
  });
  const author = await desk.staff('Author', ['SV']);
  const { id } = await desk.desk.as(author).policies.draftPolicy({ storeId: desk.store.id, pack: json(pack) });
  return { desk, id };
}

export async function openDraft(
  section: string,
  { roles = ['SV'] as RoleCode[], pack = promising(7), locale = 'en' as 'en' | 'zh-CN', size = SIZES.desktop } = {},
): Promise<OpenPanel & { id: string }> {
  const { desk, id } = await deskWithDraft(pack);
  const open = await openPanel({ desk, roles, locale, size, path: `/policies/${id}/${section}` });
  return { ...open, id };
}

export const cellOf = (row: string, column: number): HTMLElement => {
  const id = all('[role="rowheader"]').find((one) => readable(one).includes(row));
  return all(`[data-at="${(id?.dataset['at'] ?? '').split(':')[0]}:${column}"]`).find(isSeen) as HTMLElement;
};
export const DAYS = 2;

/** Writes an upper bound into the cell of the days, by keys alone. */
export async function typeDays(days: string): Promise<void> {
  await until(() => cellOf('OWN-TM-01', 0), 'the grid is there');
  cellOf('OWN-TM-01', 0).focus();
  await keys('ArrowRight', 'ArrowRight', 'Enter');
  const input = await field<HTMLInputElement>('Upper bound');
  input.focus();
  input.select();
  await sendKeys({ type: days });
  await keys('Enter');
  await until(() => readable(cellOf('OWN-TM-01', DAYS)).includes(`${days} days`), 'the cell reads what was typed');
}

export const packOf = async ({ desk, id }: { desk: PanelDesk; id: string }) =>
  (
    await desk.desk
      .as(await desk.staff(`Reader-${Math.random().toString(36).slice(2, 8)}`, ['MG']))
      .policies.policyPack({ version: id })
  ).pack as unknown as PolicyPack;
export const daysIn = (pack: PolicyPack) => pack.tables[0]?.rows[0]?.when['daysSinceSigned'];
