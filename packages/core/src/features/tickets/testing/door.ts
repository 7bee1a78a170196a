import { front, hiddenRow, shopperOrFront, type Door } from '../../testing/door.ts';

// The warehouse works on tickets; the administrator does not.
const doers = ['UNAUTHENTICATED', 'FORBIDDEN', 'in', 'FORBIDDEN'] as const;
const own = ['UNAUTHENTICATED', 'in', 'in', 'FORBIDDEN'] as const;

export const ticketsDoor: Door = {
  mutations: {
    createTicket: shopperOrFront,
    ticketFromConversation: front,
    acceptTicket: doers,
    finishTicketStep: doers,
    askTicketCustomer: doers,
    answerTicket: own,
    askTicketDepartment: doers,
    answerTicketDepartment: doers,
    resolveTicket: doers,
    confirmTicket: own,
    reopenTicket: own,
    cancelTicket: doers,
    mergeTicket: doers,
    splitTicket: doers,
    raiseTicket: doers,
    lowerTicket: front,
    moveTicketUp: front,
    sleepTicket: doers,
    wakeTicket: doers,
    takeTicket: doers,
    assignTicket: doers,
    noteTicket: doers,
    sleepConversation: front,
    wakeConversation: front,
  },
  queries: {
    ticket: hiddenRow,
    tickets: ['UNAUTHENTICATED', 'in', 'in', 'FORBIDDEN'],
    previewTicketMove: ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'FORBIDDEN'],
  },
};
