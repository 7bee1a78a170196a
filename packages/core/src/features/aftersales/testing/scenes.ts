import type { RowOf } from '../../../kernel/entity.ts';
import { hoursFrom, type Scenes, type Values } from '../../testing/scene.ts';
import type { World } from '../../testing/world.ts';
import { AfterSalesCase } from '../entities.ts';
import { RETURN_TWO } from './steps.ts';

type CaseRow = RowOf<typeof AfterSalesCase>;

const RETURN_ONE = { ...RETURN_TWO, items: [{ lineId: 'l1', quantity: 1 }] };
const PNG = JSON.stringify({ contentType: 'image/png', size: 9, sha256: 'x' });
const PARTS = [{ methodId: 'lily-card', amount: 20_000, state: 'PENDING', tries: 0 }];
const REFUND = { refundNo: 'R-1', refundAmount: 20_000, refundSplit: PARTS, shopState: 'PENDING' };

/** What a case has behind it in a state; several where the rules tell kinds of cases apart. */
function kindsOf({ now }: World, state: string): readonly Values[] {
  const settled = { settledAt: now, faultParty: 'BUYER', stockAction: 'NONE' };
  switch (state) {
    case 'REQUESTED':
    case 'UNDER_REVIEW':
      return [
        {},
        { outcome: 'REVIEW' },
        { outcome: 'DENY' },
        { outcome: 'REVIEW', approverNeeded: 'SV' },
        { outcome: 'REVIEW', reason: 'QUALITY', claims: true },
        { outcome: 'REVIEW', refundAmount: null },
      ];
    case 'APPROVED':
      return [{}, { shopState: 'REFUSED' }, { shopState: 'PENDING' }];
    case 'IN_TRANSIT':
      return [{}, { refundAtFirstScan: true }];
    case 'RECEIVED':
      return [{ receivedAt: now }];
    case 'INSPECTED_PASS':
      return [{ receivedAt: now }, { receivedAt: now, type: 'REPAIR' }, { receivedAt: now, type: 'EXCHANGE' }];
    case 'INSPECTED_PARTIAL':
      return [{ receivedAt: now }, { receivedAt: now, inspectionAcceptedAt: now }];
    case 'REFUND_PENDING':
      return [
        REFUND,
        { ...REFUND, shopState: 'REFUSED', refundSplit: PARTS.map((part) => ({ ...part, state: 'REFUSED' })) },
        { ...REFUND, refundAtFirstScan: true, firstScanAt: now },
        { ...REFUND, refundDueAt: hoursFrom(now, -1) },
        { ...REFUND, shopState: 'NONE' },
      ];
    case 'REFUNDED':
      return [
        { ...REFUND, ...settled, shopState: 'DONE' },
        { ...REFUND, settledAt: now, receivedAt: now },
      ];
    case 'RESHIPPING':
      return [{ type: 'EXCHANGE' }];
    case 'REPAIRING':
      return [
        { type: 'REPAIR', receivedAt: now },
        { type: 'REPAIR', receivedAt: hoursFrom(now, -31 * 24) },
      ];
    case 'COMPLETED':
    case 'REJECTED':
    case 'WITHDRAWN':
    case 'EXPIRED':
      return [settled, { settledAt: now }];
    case 'CLOSED':
      return [
        { ...settled, ...REFUND, closedAt: now },
        { ...settled, closedAt: hoursFrom(now, -24 * 8) },
      ];
    default:
      return [{}];
  }
}

export const aftersalesScenes: Scenes = {
  rows: {
    AfterSalesCase: async ({ desk, lily }) => {
      const { confirmation } = (await desk.show(lily, 'previewCase', RETURN_TWO)) as { confirmation: string };
      return (await desk.perform(lily, 'submitCase', { ...RETURN_TWO, confirmation })) as CaseRow;
    },
  },
  kinds: { AfterSalesCase: kindsOf },
  calls: {
    submitCase: async ({ desk, lily }) => {
      const { confirmation } = (await desk.show(lily, 'previewCase', RETURN_ONE)) as { confirmation: string };
      return { actor: lily, input: { ...RETURN_ONE, confirmation } };
    },
    addCasePhoto: ({ staff, storeId }) => ({ actor: staff.WH, input: { storeId, blobKey: PNG, name: 'a.png' } }),
    generateReturnsReport: ({ system, storeId }) => ({ actor: system, input: { storeId, month: '2025-04' } }),
    recordShippedUnits: ({ staff, storeId }) => ({
      actor: staff.SV,
      input: { storeId, month: '2025-04', units: 10 },
    }),
  },
  inputs: {
    offerSolution: () => [{ type: 'USAGE_HELP' }],
    setRefundAmount: () => [
      { refundAmount: 100, reason: 'agreed' },
      { refundAmount: 20_000, reason: 'agreed' },
    ],
    approveCase: () => [
      { overrideReason: 'a friend of the house', reason: 'agreed', apology: '非常抱歉给您带来不便。' },
      { apology: '非常抱歉给您带来不便。', paymentMethodId: 'lily-card' },
      {},
    ],
    shipReturn: () => [{ carrier: 'SF', waybill: 'SF00112233' }],
    noteReplacement: () => [{ carrier: 'SF', waybill: 'SF00112233' }],
    inspectReturn: () => [{ result: 'PASS' }],
    settleReturn: () => [{}, { instead: 'REFUND' }],
    recordApology: () => [{}],
    confirmRefund: (_world, { refundNo, refundSplit }) => [
      {
        refundNo,
        amount: (refundSplit as CaseRow['refundSplit']).reduce((sum, part) => sum + part.amount, 0),
      },
    ],
    decideCaseDispute: () => ['REJECT', 'REFUND'].map((outcome) => ({ outcome, reason: 'the photos' })),
    proceedCase: () => [{ reason: 'by hand' }],
    archiveCase: () => [{}],
  },
};
