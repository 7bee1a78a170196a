import { leads, front, hiddenRow, type Door } from '../../testing/door.ts';

export const shiftsDoor: Door = {
  mutations: {
    planShift: leads,
    updateShift: leads,
    removeShift: leads,
    publishShifts: leads,
    requestShiftSwap: front,
    approveShiftSwap: leads,
    declineShiftSwap: leads,
    checkInShift: front,
    markShiftAbsent: leads,
    startHandover: front,
    endShift: front,
    editHandover: front,
    refreshHandover: front,
    submitHandover: front,
    acknowledgeHandover: front,
    setHandoverItem: front,
  },
  queries: {
    shift: hiddenRow,
    shifts: front,
    handover: hiddenRow,
    handovers: front,
  },
};
