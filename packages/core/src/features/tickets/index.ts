/**
 * @module Tickets: what cannot be settled in the chat, along a flow of nodes from reception to feedback (domain model
 * 3.3, R-POL-04, R-ORG-04).
 */
import { defineFeature } from '../../kernel/feature.ts';
import { whenDue } from '../../kernel/timer.ts';
import { access } from '../access/index.ts';
import { calendar } from '../calendar/index.ts';
import { conversations } from '../conversations/index.ts';
import { customers } from '../customers/index.ts';
import { flows } from '../flows/index.ts';
import { knownNotices, notices } from '../notices/index.ts';
import { work } from '../work/index.ts';
import * as course from './actions.ts';
import {
  conversationsWake,
  endConversationSleep,
  sleepConversation,
  sleepersAreLeftAlone,
  wakeConversation,
} from './conversation-sleep.ts';
import { acceptTicket, createTicket, mergeTicket, splitTicket, ticketFromConversation } from './create.ts';
import { ticketDemo } from './demo.ts';
import { Ticket } from './entities.ts';
import { moveTicketUp, previewTicketMove, ticketsRunning } from './move-up.ts';
import {
  conversationWoke,
  keepTicket,
  tellLate,
  ticketGiven,
  ticketLate,
  ticketNode,
  TicketNotices,
  ticketWoke,
  whoLeaves,
} from './notices.ts';
import { endTicketSleep, sleepTicket, wakeTicket } from './sleep.ts';
import { ticketTexts } from './texts.ts';
import { conversationSleepTimer, sleepTimer } from './timers.ts';
import { Awaited, Expected } from './fields.ts';
import { customersWord } from './waiting.ts';
import { ticketWords } from './words.ts';

type Course = { readonly [Name in keyof typeof course]: (typeof course)[Name] };
/** Not every loader gives the names of a module in the same order. */
const ordered = Object.fromEntries(Object.entries(course).toSorted(([a], [b]) => (a < b ? -1 : 1))) as Course;

const LEADS = ['TL', 'SV', 'MG'] as const;
const FRONT = ['PA', 'AA', 'SM'] as const;
const BACK = ['CO', 'TS', 'FC', 'FN', 'WH'] as const;

export const tickets = defineFeature({
  name: 'tickets',
  words: ticketWords,
  requires: [access, calendar, conversations, customers, flows, notices, work],
  entities: [Ticket],
  extensions: [Awaited, Expected],
  members: [TicketNotices],
  actions: {
    createTicket,
    ticketFromConversation,
    acceptTicket,
    splitTicket,
    mergeTicket,
    moveTicketUp,
    sleepTicket,
    wakeTicket,
    endTicketSleep,
    sleepConversation,
    wakeConversation,
    endConversationSleep,
    ...ordered,
  },
  views: { previewTicketMove },
  permissions: {
    'ticket.read': {
      roles: [...FRONT, ...BACK, ...LEADS, 'DL', 'QI', 'AN', 'OD'],
      en: 'See tickets',
      zh: '查看工单',
    },
    'ticket.create': { roles: [...FRONT, 'CO', 'TS', 'FC', ...LEADS], en: 'Create tickets', zh: '新建工单' },
    'ticket.handle': { roles: [...FRONT, ...BACK, ...LEADS], en: 'Work on tickets', zh: '处理工单' },
    'ticket.answer': { roles: [...BACK, 'DL', 'SV', 'MG'], en: 'Answer for a department', zh: '代表部门答复工单' },
    'ticket.assign': { roles: LEADS, en: 'Hand over the tickets of others', zh: '转交他人的工单' },
    // Domain model 3.3: a level is lowered by a supervisor only.
    'ticket.lower': { roles: ['SV', 'MG'], en: 'Lower the level of tickets', zh: '工单降级' },
  },
  answers: [ticketsRunning, knownNotices(ticketGiven, ticketNode, ticketLate, ticketWoke, conversationWoke)],
  inCommit: [tellLate, ...customersWord, ...conversationsWake],
  unless: sleepersAreLeftAlone,
  changes: [keepTicket, whoLeaves],
  timers: [whenDue(sleepTimer, endTicketSleep), whenDue(conversationSleepTimer, endConversationSleep)],
  texts: ticketTexts,
  demo: ticketDemo,
});

export { resolveTicket } from './actions.ts';
export { OPEN_TICKETS, Ticket, ticketMachine } from './entities.ts';
