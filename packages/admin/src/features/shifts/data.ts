import type { VariablesOf } from '@shopdesk/core/client';
import { actionMutation, listQuery, rowQuery, type ActionOn, type Row } from '../../desk/documents.ts';

const shiftFields = `id version userId storeIds type startAt endAt state note checkInAt checkOutAt lateMinutes
  earlyMinutes
  swapWithId swapReason overriddenById overrideReason`;
export type ShiftItem = Row<'Shift', typeof shiftFields>;
export const shifts = listQuery('shifts', 'Shift', shiftFields);

const onShift = <const N extends ActionOn<'Shift'>>(name: N) => actionMutation(name, 'Shift', shiftFields);
export const planShift = onShift('planShift');
export const updateShift = onShift('updateShift');
export const removeShift = onShift('removeShift');
export const checkInShift = onShift('checkInShift');
export const startHandover = onShift('startHandover');
export const endShift = onShift('endShift');
export const markShiftAbsent = onShift('markShiftAbsent');
export const requestShiftSwap = onShift('requestShiftSwap');
export const approveShiftSwap = onShift('approveShiftSwap');
export const declineShiftSwap = onShift('declineShiftSwap');
export const publishShifts = actionMutation('publishShifts', 'ShiftsPublished', 'count');

const handoverFields = `id version storeId shiftId giverId receiverId state parcels preOrders anomalies changes
  submittedAt
  acknowledgedAt acknowledgedById remark items { id kind refId text dueAt state doneById doneAt }`;
export type HandoverRead = Row<'Handover', typeof handoverFields>;
export type HandoverItemRow = HandoverRead['items'][number];
export const handovers = listQuery('handovers', 'Handover', handoverFields);
export const handover = rowQuery('handover', handoverFields);

const onHandover = <const N extends ActionOn<'Handover'>>(name: N) => actionMutation(name, 'Handover', handoverFields);
export type HandoverTexts = Pick<HandoverRead, 'parcels' | 'preOrders' | 'anomalies' | 'changes'>;
export const editHandover = onHandover('editHandover');
export type ItemDraft = NonNullable<VariablesOf<typeof editHandover>['input']['items']>[number];
export const refreshHandover = onHandover('refreshHandover');
export const submitHandover = onHandover('submitHandover');
export const acknowledgeHandover = onHandover('acknowledgeHandover');
export const setHandoverItem = onHandover('setHandoverItem');
