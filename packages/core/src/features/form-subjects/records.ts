import { codeWord } from '../../kernel/codes.ts';
import { caseReason, faultParty, ReturnsMeasure, ReturnsReport } from '../aftersales/index.ts';
import { formSubject } from '../forms/index.ts';
import { formatStoreTime } from '../../policies/index.ts';
import { Store } from '../access/index.ts';
import { Handover, ItemKind, Shift, shiftType } from '../shifts/index.ts';
import { inBoth, Subjects } from './codes.ts';

/** Kinds of items that are orders, and that are promises; the rest is what is open. */
const ORDER_ITEMS: readonly string[] = ['ORDER'];
const PROMISES: readonly string[] = ['PROMISE', 'TASK'];

export const ofHandover = formSubject(Subjects, {
  code: 'HANDOVER',
  entity: Handover.name,
  prints: ['F2'],
  find: async (ctx, id) => {
    const row = await ctx.maybe(Handover, id);
    if (!row) return undefined;
    const [shift, store] = [await ctx.maybe(Shift, row.shiftId), await ctx.maybe(Store, row.storeId)];
    const date = shift && formatStoreTime(Date.parse(shift.startAt), store?.timeZone ?? 'UTC').slice(0, 10);
    const kinds = ctx.members(ItemKind);
    const of = (kinds: readonly string[]) => row.items.filter(({ kind }) => kinds.includes(kind));
    const others = row.items.filter(({ kind }) => !ORDER_ITEMS.includes(kind) && !PROMISES.includes(kind));
    return {
      storeId: row.storeId,
      label: date ?? '',
      facts: {
        date,
        shift: shift && inBoth(codeWord(shiftType, shift.type)),
        conversations: others.map(({ kind, text, state }) => ({
          what: inBoth(kinds.get(kind) ?? { en: kind, zh: kind }),
          note: `${state === 'DONE' ? '✓ ' : ''}${text}`,
        })),
        promises: of(PROMISES).map(({ text, dueAt }) => ({ what: text, ...(dueAt ? { when: dueAt } : {}) })),
        ordersToWatch: of(ORDER_ITEMS).map(({ refId, text }) => ({ order: refId ?? '–', why: text })),
        parcels: row.parcels,
        preOrders: row.preOrders,
        anomalies: row.anomalies,
        changes: row.changes,
        ackTime: row.acknowledgedAt,
      },
    };
  },
});

export const ofReturnsReport = formSubject(Subjects, {
  code: 'RETURNS_REPORT',
  entity: ReturnsReport.name,
  prints: ['F7'],
  find: async (ctx, id) => {
    const row = await ctx.maybe(ReturnsReport, id);
    if (!row) return undefined;
    const measures = await ctx.all(ReturnsMeasure, { where: { reportId: row.id }, order: [['at', 'asc']] });
    const money = (amount: number, currency: string) => ({ amount, currency });
    return {
      storeId: row.storeId,
      label: row.month,
      facts: {
        month: row.month,
        shippedUnits: row.shippedUnits,
        returnedUnits: row.returnedUnits,
        rate: row.rate === null ? undefined : Math.round(row.rate * 10_000) / 100,
        amounts: row.amounts.map(({ currency, refund, compensation, cost }) => ({
          refund: money(refund, currency),
          compensation: money(compensation, currency),
          cost: money(cost, currency),
        })),
        previousUnits: row.previousUnits,
        reasons: row.reasons.map(({ code, cases, units }) => ({
          reason: inBoth(codeWord(caseReason, code)),
          cases,
          units,
        })),
        topSkus: row.topSkus.map(({ code, label, units }) => ({ sku: code, title: label, units })),
        responsible: row.responsible.map(({ code, units }) => ({ party: inBoth(codeWord(faultParty, code)), units })),
        actions: measures.map(({ text }) => text).join('\n'),
      },
    };
  },
});
