/** @module A feature as a third party would write it, whose rows are work items: things that a shop lends out. */
import { z } from 'zod';
import { codes } from '../../../kernel/codes.ts';
import { defineAction, one } from '../../../kernel/action.ts';
import { defineEntity, instant, ref, staffOnly } from '../../../kernel/entity.ts';
import { defineFeature } from '../../../kernel/feature.ts';
import { defineMachine } from '../../../kernel/machine.ts';
import { officeHours, serviceMinutes, wallHours } from '../../../kernel/work.ts';
import { customers, staffOfStore } from '../../customers/index.ts';
import { assignItem, noteItem, takeItem, work } from '../index.ts';

const loanState = codes('LoanState', {
  ASKED: { en: 'Asked for', zh: '已申请' },
  LENT: { en: 'Lent', zh: '已借出' },
  AWAY: { en: 'Away', zh: '送修中' },
  LOST: { en: 'Lost', zh: '遗失' },
  BACK: { en: 'Back', zh: '已归还' },
});

const machine = defineMachine({
  field: 'state',
  states: loanState.options,
  events: {
    ask: { NEW: 'ASKED' },
    lend: { ASKED: 'LENT' },
    send: { LENT: 'AWAY' },
    arrive: { AWAY: 'LENT' },
    lose: { ASKED: 'LOST', LENT: 'LOST' },
    find: { LOST: 'LENT' },
    giveBack: { LENT: 'BACK' },
  },
});

export const Loan = defineEntity({
  name: 'Loan',
  title: { en: 'Loan', zh: '借用单' },
  schema: z.object({
    storeId: ref('Store'),
    customerId: ref('Customer').nullable(),
    conversationId: ref('Conversation').nullable().default(null),
    number: z.string().default(''),
    thing: z.string().max(200),
    note: staffOnly(z.string().max(200)).default(''),
    state: loanState.default('ASKED'),
    ownerId: staffOnly(ref('User').nullable()).default(null),
    dueAt: staffOnly(instant().nullable()).default(null),
    times: z.int().default(0),
  }),
  machine,
  audited: ['state', 'ownerId', 'note'],
  visible: (actor) => (actor.kind === 'shopper' ? { customerId: actor.customerId } : staffOfStore(actor, 'loan.read')),
  list: { filters: ['storeId', 'state'], orders: [[['createdAt', 'desc']]] },
  work: {
    read: 'loan.read',
    handle: 'loan.handle',
    number: 'L',
    title: ['thing'],
    waits: { AWAY: 'PARTNER' },
    clocks: {
      answer: { en: 'Answer', zh: '答复', runs: ['ASKED'], within: serviceMinutes(30) },
      back: {
        en: 'Bring back',
        zh: '归还',
        runs: ['LENT', 'LOST'],
        rests: ['AWAY'],
        within: officeHours(20),
        late: ({ times }) => ({ event: 'lose', changes: { times: times + 1 } }),
      },
      file: { en: 'File', zh: '归档', runs: ['BACK'], within: wallHours(1) },
    },
    files: { most: 2, fromCustomer: true },
    told: {
      LENT: ({ number, thing }) => ({ en: `${number}: ${thing} is yours for now.`, zh: `${number}：${thing}已借出。` }),
    },
  },
});

const on = { on: Loan, input: z.object({}), output: one(Loan), allow: { staff: 'loan.handle' } } as const;

export const loans = defineFeature({
  name: 'loans',
  requires: [customers, work],
  entities: [Loan],
  actions: {
    askForLoan: defineAction({
      title: { en: 'Ask for a loan', zh: '申请借用' },
      allow: { shopper: true, staff: 'loan.handle' },
      input: z.object({
        storeId: ref('Store'),
        customerId: ref('Customer').nullable(),
        conversationId: ref('Conversation').nullable().default(null),
        thing: z.string(),
      }),
      output: one(Loan),
      run: (ctx, input) => ctx.insert(Loan, input),
    }),
    lendThing: defineAction({
      ...on,
      title: { en: 'Lend', zh: '借出' },
      input: z.object({ reason: z.string().default(''), note: z.string().default('') }),
      event: 'lend',
      run: (ctx, row, { note }) => ctx.fire(Loan, row, 'lend', { note }),
    }),
    sendThing: defineAction({
      ...on,
      title: { en: 'Send', zh: '送修' },
      event: 'send',
      run: (ctx, row) => ctx.fire(Loan, row, 'send'),
    }),
    receiveThing: defineAction({
      ...on,
      title: { en: 'Receive', zh: '收回' },
      event: 'arrive',
      run: (ctx, row) => ctx.fire(Loan, row, 'arrive'),
    }),
    endLoan: defineAction({
      ...on,
      title: { en: 'End', zh: '归还' },
      event: 'giveBack',
      run: (ctx, row) => ctx.fire(Loan, row, 'giveBack'),
    }),
    takeLoan: takeItem(Loan),
    assignLoan: assignItem(Loan, { assign: 'loan.assign' }),
    noteLoan: noteItem(Loan, 'noteLoan'),
  },
  permissions: {
    'loan.read': { roles: ['AA', 'TL', 'WH'], en: 'See loans', zh: '查看借用单' },
    'loan.handle': { roles: ['AA', 'TL'], en: 'Work on loans', zh: '处理借用单' },
    'loan.assign': { roles: ['TL'], en: 'Hand over the loans of others', zh: '转交他人的借用单' },
  },
  words: {
    thing: { en: 'Thing', zh: '物品' },
    times: { en: 'Times', zh: '次数' },
  },
});
