/**
 * @module Shifts and their hand-over: planning, attendance, what one shift leaves to the next (R-WF-01 to 03, domain
 * model 3.8).
 */
import { defineFeature } from '../../kernel/feature.ts';
import { serviceLevelsFeature } from '../service-levels/index.ts';
import { customers } from '../customers/index.ts';
import { conversations } from '../conversations/index.ts';
import { work } from '../work/index.ts';
import { access } from '../access/index.ts';
import { checkInShift, endShift, markShiftAbsent, startHandover } from './attendance.ts';
import { openConversations } from './draft.ts';
import { Handover, Roster, Shift } from './entities.ts';
import { acknowledgeHandover, editHandover, refreshHandover, setHandoverItem, submitHandover } from './handover.ts';
import { ItemKind } from './points.ts';
import {
  approveShiftSwap,
  declineShiftSwap,
  planShift,
  publishShifts,
  removeShift,
  requestShiftSwap,
  updateShift,
} from './roster.ts';
import { shiftTexts } from './texts.ts';
import { whenDue } from '../../kernel/timer.ts';
import { absenceTimer } from './timers.ts';
import { openItems } from './work-items.ts';
import { shiftsWords } from './words.ts';

const LEADS = ['TL', 'SV', 'MG'] as const;

export const shifts = defineFeature({
  name: 'shifts',
  words: shiftsWords,
  requires: [access, conversations, customers, serviceLevelsFeature, work],
  vocabularies: [ItemKind],
  entities: [Shift, Roster, Handover],
  actions: {
    planShift,
    updateShift,
    removeShift,
    publishShifts,
    requestShiftSwap,
    approveShiftSwap,
    declineShiftSwap,
    checkInShift,
    markShiftAbsent,
    startHandover,
    endShift,
    editHandover,
    refreshHandover,
    submitHandover,
    acknowledgeHandover,
    setHandoverItem,
  },
  timers: [whenDue(absenceTimer, markShiftAbsent)],
  answers: [openConversations, openItems],
  permissions: {
    'shift.read': {
      roles: ['PA', 'AA', 'CO', 'SM', 'TS', 'FC', ...LEADS, 'QI', 'AN', 'TR', 'OD'],
      en: 'See shifts and hand-overs',
      zh: '查看班次与交接',
    },
    'shift.plan': { roles: LEADS, en: 'Plan shifts and decide swaps', zh: '排班及审批换班' },
    'shift.override': { roles: LEADS, en: 'End shifts without a hand-over', zh: '免交接结束班次' },
  },
  texts: shiftTexts,
});

export { Handover, HandoverItem, Shift, SHIFT_TYPES, shiftType } from './entities.ts';
export { ItemKind, openWork, type OpenItem } from './points.ts';
