import { codeWord } from '../../kernel/codes.ts';
import { AfterSalesCase, caseReason, caseType } from '../aftersales/index.ts';
import { Complaint, complaintChannel } from '../complaints/index.ts';
import { formSubject } from '../forms/index.ts';
import { inBoth, Subjects } from './codes.ts';

export const ofCase = formSubject(Subjects, {
  code: 'CASE',
  entity: AfterSalesCase.name,
  prints: ['F4', 'F5'],
  find: async (ctx, id) => {
    const row = await ctx.maybe(AfterSalesCase, id);
    if (!row) return undefined;
    const { currency, inspection } = row;
    const paidBack =
      row.refundAmount === null ? undefined : row.refundAmount + row.refundedBefore + row.compensationAmount;
    return {
      storeId: row.storeId,
      label: row.number,
      customerId: row.customerId,
      facts: {
        number: row.number,
        orderNumber: row.orderNumber,
        order: row.orderNumber,
        customerNick: row.customerNick || row.customerName,
        phoneTail: row.phoneTail,
        sku: row.lines.map(({ variantId, title }) => `${title} (${variantId})`).join('; '),
        quantity: row.lines.reduce((sum, { quantity }) => sum + quantity, 0),
        paid: { amount: row.paidAmount, currency },
        receivedOn: row.deliveredAt?.slice(0, 10),
        category: inBoth(codeWord(caseReason, row.reason)),
        description: row.description,
        demand: inBoth(codeWord(caseType, row.type)),
        solution: inBoth(codeWord(caseType, row.type)),
        faultParty: row.faultParty,
        freightPayer: row.freightPayer,
        ...(paidBack === undefined ? {} : { amount: { amount: paidBack, currency } }),
        address: row.returnAddress,
        returnWaybill: [row.returnCarrier, row.returnWaybill].filter(Boolean).join(' '),
        arrivedAt: row.receivedAt,
        inspection: inspection ? `${inspection.result} ${inspection.note}`.trim() : undefined,
        accessories: inspection?.accessories,
        gifts: inspection?.gifts,
        stockAction: row.stockAction,
        refundNo: row.refundNo,
        agent: row.handlerId,
        openedAt: row.submittedAt,
        closedAt: row.closedAt,
      },
    };
  },
});

export const ofComplaint = formSubject(Subjects, {
  code: 'COMPLAINT',
  entity: Complaint.name,
  prints: ['F6'],
  find: async (ctx, id) => {
    const row = await ctx.maybe(Complaint, id);
    if (!row) return undefined;
    const accepted = row.accepted === null ? undefined : row.options[row.accepted - 1];
    const solution = row.outcome ?? row.options.map(({ text }, at) => `${at + 1}. ${text}`).join('\n');
    return {
      storeId: row.storeId,
      label: row.number,
      customerId: row.customerId,
      facts: {
        number: row.number,
        source: inBoth(codeWord(complaintChannel, row.sourceChannel)),
        facts: row.facts,
        demand: row.demand,
        emotion: row.emotion,
        cause: row.causeCode,
        departments: [...new Set(row.departments.map(({ department }) => department))],
        solution,
        accepted: row.accepted === null ? undefined : true,
        compensation: accepted && accepted.amount > 0 ? { amount: accepted.amount, currency: row.currency } : undefined,
        owner: row.ownerId,
        dueAt: row.dueAt,
        prevention: row.prevention,
      },
    };
  },
});
