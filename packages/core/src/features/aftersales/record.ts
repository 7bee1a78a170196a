/**
 * @module The record of a case as the forms F4 and F5 ask for it (R-AFT-07), and finding cases by what a caller knows:
 * order, nick, the phone's last digits, SKU or words.
 */
import { z } from 'zod';
import { defineView, value, pageOf } from '../../kernel/action.ts';
import type { Actor } from '../../kernel/actor.ts';
import { codes, codeWord } from '../../kernel/codes.ts';
import { named, type RowOf } from '../../kernel/entity.ts';
import { decimalOf } from '../../kernel/currency.ts';
import { readingOf, readText } from '../../kernel/personal.ts';
import { LocalText, Store, User } from '../access/index.ts';
import { AfterSalesCase, caseReason, caseState, caseType, faultParty, freightPayer, stockAction } from './entities.ts';

type CaseRow = RowOf<typeof AfterSalesCase>;
type Label = { readonly zh: string; readonly en: string };

const Field = named('RecordField', z.object({ code: z.string(), label: LocalText, text: LocalText }));
type Field = z.output<typeof Field>;

const same = (text: string | number | null): Label => ({ zh: String(text ?? ''), en: String(text ?? '') });
const field = (code: string, zh: string, en: string, text: Label): Field => ({
  code,
  label: { zh, en },
  text: { ...text },
});

function afterSaleRecord(
  row: CaseRow,
  { store, agent, reader }: { readonly store: string; readonly agent: string; readonly reader: Actor },
): Field[] {
  const money = (amount: number) => same(`${decimalOf({ amount, currency: row.currency })} ${row.currency}`);
  return [
    field('number', '单号', 'No.', same(row.number)),
    field('store', '店铺', 'Store', same(store)),
    field('orderNumber', '订单号', 'Order no.', same(row.orderNumber)),
    field('nick', '昵称', 'Nick', same(readText('name', row.customerNick || row.customerName, reader))),
    field('phoneTail', '手机尾号', 'Phone tail', same(readText('phoneTail', row.phoneTail, reader))),
    field('sku', 'SKU', 'SKU', same(row.lines.map(({ variantId, title }) => `${title} (${variantId})`).join('; '))),
    field('quantity', '数量', 'Quantity', same(row.lines.reduce((sum, { quantity }) => sum + quantity, 0))),
    field('paid', '实付', 'Paid', money(row.paidAmount)),
    field('receivedOn', '签收时间', 'Received', same(row.deliveredAt)),
    field('category', '问题类别', 'Category', codeWord(caseReason, row.reason)),
    field('description', '问题描述', 'Description', same(row.description)),
    field('evidence', '凭证', 'Evidence', same(row.evidence.length)),
    field('demand', '顾客诉求', 'Customer demand', codeWord(caseType, row.type)),
    field('solution', '处理方案', 'Solution', {
      zh: `${codeWord(caseType, row.type).zh}：${codeWord(caseState, row.state).zh}`,
      en: `${codeWord(caseType, row.type).en}: ${codeWord(caseState, row.state).en}`,
    }),
    field('faultParty', '责任方', 'Responsible party', codeWord(faultParty, row.faultParty)),
    field(
      'freightPayer',
      '运费承担',
      'Freight payer',
      row.freightPayer ? codeWord(freightPayer, row.freightPayer) : same(''),
    ),
    field(
      'amount',
      '金额',
      'Amount',
      row.refundAmount === null ? same('') : money(row.refundAmount + row.refundedBefore + row.compensationAmount),
    ),
    field(
      'returnWaybill',
      '退货运单',
      'Return waybill',
      same([row.returnCarrier, row.returnWaybill].filter(Boolean).join(' ')),
    ),
    field(
      'inspection',
      '验货',
      'Inspection',
      same(row.inspection ? `${row.inspection.result} ${row.inspection.note}`.trim() : ''),
    ),
    field('agent', '处理客服', 'Agent', same(agent)),
    field('openedAt', '受理时间', 'Opened at', same(row.submittedAt)),
    field('closedAt', '关闭时间', 'Closed at', same(row.closedAt)),
    field('revisit', '回访', 'Revisit', same(row.reopenCount > 0 ? row.reopenCount : '')),
  ];
}

const returnRegistration = (row: CaseRow): Field[] => [
  field('returnAddress', '退货地址', 'Return address', same(row.returnAddress)),
  field('arrival', '到货时间', 'Arrival', same(row.receivedAt)),
  field('accessories', '配件', 'Accessories', same(row.inspection?.accessories ?? '')),
  field('gift', '赠品', 'Gift', same(row.inspection?.gifts ?? '')),
  field('stockAction', '库存处理', 'Stock action', row.stockAction ? codeWord(stockAction, row.stockAction) : same('')),
  field('refundNo', '退款单号', 'Refund no.', same(row.refundNo)),
];

const COMES_BACK: readonly string[] = ['RETURN_REFUND', 'EXCHANGE', 'REPAIR'];

/** The record of a case: form F4, or F5 where goods come back. */
export const caseRecord = defineView({
  title: { en: 'Record of a case', zh: '售后记录' },
  allow: { staff: 'case.read' },
  input: z.object({ id: z.string() }),
  output: value(
    'CaseRecord',
    z.object({
      form: codes('CaseRecordForm', {
        F4: { en: 'After-sale record (F4)', zh: '售后记录（F4）' },
        F5: { en: 'Return and exchange record (F5)', zh: '退换货记录（F5）' },
      }),
      complete: z.boolean(),
      fields: z.array(Field),
    }),
  ),
  run: async (ctx, { id }) => {
    const row = await ctx.get(AfterSalesCase, id);
    const [store, agent] = await Promise.all([
      ctx.get(Store, row.storeId),
      ctx.trusted('a name beside a seen row').maybe(User, row.handlerId),
    ]);
    const back = COMES_BACK.includes(row.type);
    const fields = [
      ...afterSaleRecord(row, {
        store: store.name,
        agent: agent ? `${agent.name} (${agent.agentNo})` : '',
        reader: ctx.actor,
      }),
      ...(back ? returnRegistration(row) : []),
    ];
    return { form: back ? ('F5' as const) : ('F4' as const), complete: row.state === 'CLOSED', fields };
  },
});

/** Cases by what a caller knows, newest first; nobody finds by what they may not read. */
export const searchCases = defineView({
  title: { en: 'Search cases', zh: '查找售后单' },
  allow: { staff: 'case.read' },
  input: z.object({
    storeId: z.string().optional(),
    text: z.string().trim().min(2).max(200),
  }),
  output: pageOf(AfterSalesCase, [['submittedAt', 'desc']]),
  run: (ctx, { storeId, text }, page) => {
    const part = { contains: text };
    const reads = (kind: 'name' | 'phoneTail') => readingOf(kind, ctx.actor) === 'whole';
    const names = reads('name') ? [{ customerNick: part }, { customerName: part }] : [];
    const phones = reads('phoneTail') ? [{ phoneTail: text }] : [];
    const known = [
      { number: part },
      { orderNumber: part },
      ...names,
      ...phones,
      { returnWaybill: text },
      { variantIds: { has: text } },
      { description: part },
    ];
    return ctx.find(AfterSalesCase, {
      where: [storeId ? { storeId } : {}, { or: known }],
      ...page,
    });
  },
});
