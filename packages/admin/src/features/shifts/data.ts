import type { Handover, RowOf, Shift } from '@shopdesk/core';
import type { Document } from '@shopdesk/core/client';
import {
  actionDocument,
  listDocument,
  rowDocument,
  select,
  type SelectedBy,
  type Selection,
} from '../../desk/document.ts';

type ShiftRow = RowOf<typeof Shift>;
type HandoverRow = RowOf<typeof Handover>;

const shiftFields = select<ShiftRow>()([
  'id',
  'version',
  'userId',
  'storeIds',
  'type',
  'startAt',
  'endAt',
  'state',
  'note',
  'checkInAt',
  'checkOutAt',
  'lateMinutes',
  'earlyMinutes',
  'swapWithId',
  'swapReason',
  'overriddenById',
  'overrideReason',
]);
export type ShiftItem = SelectedBy<typeof shiftFields>;
export const shifts = listDocument<ShiftRow, ShiftItem>({ field: 'shifts', entity: 'Shift' }, shiftFields);

const onShift = <I>(name: string): Document<{ input: I; key?: string }, ShiftItem> =>
  actionDocument<I, ShiftItem>(name, 'Shift', shiftFields);
export interface ShiftInput {
  readonly userId: string;
  readonly storeIds: readonly string[];
  readonly type: ShiftItem['type'];
  readonly startAt: string;
  readonly endAt: string;
  readonly note: string;
}
export const planShift = onShift<ShiftInput>('planShift');
export const updateShift = onShift<ShiftInput & { id: string }>('updateShift');
export const removeShift = onShift<{ id: string }>('removeShift');
export const checkInShift = onShift<{ id: string }>('checkInShift');
export const startHandover = onShift<{ id: string }>('startHandover');
export const endShift = onShift<{ id: string; reason?: string }>('endShift');
export const markShiftAbsent = onShift<{ id: string }>('markShiftAbsent');
export const requestShiftSwap = onShift<{ id: string; withUserId: string; reason: string }>('requestShiftSwap');
export const approveShiftSwap = onShift<{ id: string }>('approveShiftSwap');
export const declineShiftSwap = onShift<{ id: string }>('declineShiftSwap');
export const publishShifts = actionDocument<{ from: string; to: string }, { readonly count: number }>(
  'publishShifts',
  'ShiftsPublished',
  'count' as Selection<{ readonly count: number }>,
);

const handoverFields = select<HandoverRow>()(
  [
    'id',
    'version',
    'storeId',
    'shiftId',
    'giverId',
    'receiverId',
    'state',
    'parcels',
    'preOrders',
    'anomalies',
    'changes',
    'submittedAt',
    'acknowledgedAt',
    'acknowledgedById',
    'remark',
  ],
  { items: 'id kind refId text dueAt state doneById doneAt' },
);
export type HandoverItemRow = SelectedBy<typeof handoverFields>['items'][number];
export type HandoverRead = SelectedBy<typeof handoverFields>;
export const handovers = listDocument<HandoverRow, HandoverRead>(
  { field: 'handovers', entity: 'Handover' },
  handoverFields,
);
export const handover: Document<{ id: string }, HandoverRead | null> = rowDocument('handover', handoverFields);

const onHandover = <I>(name: string): Document<{ input: I; key?: string }, HandoverRead> =>
  actionDocument<I, HandoverRead>(name, 'Handover', handoverFields);
export type ItemDraft = Pick<HandoverItemRow, 'kind' | 'refId' | 'text' | 'dueAt'> & { readonly id?: string };
export type HandoverTexts = Pick<HandoverRead, 'parcels' | 'preOrders' | 'anomalies' | 'changes'>;
export const editHandover = onHandover<{ id: string; items: readonly ItemDraft[] } & HandoverTexts>('editHandover');
export const refreshHandover = onHandover<{ id: string }>('refreshHandover');
export const submitHandover = onHandover<{ id: string; receiverId: string | null }>('submitHandover');
export const acknowledgeHandover = onHandover<{ id: string; remark: string }>('acknowledgeHandover');
export const setHandoverItem = onHandover<{ id: string; itemId: string; done: boolean }>('setHandoverItem');
