import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anyCodes, anyWords, MemoryStore, testPorts } from '../testing/index.ts';
import { defineAction, one } from './action.ts';
import { ConfigError } from './denial.ts';
import { createDesk } from './desk.ts';
import { defineEntity, instant, ref } from './entity.ts';
import { defineFeature } from './feature.ts';
import { defineMachine } from './machine.ts';
import { movesOf, wallHours, type Work } from './work.ts';

const machine = defineMachine({
  field: 'state',
  states: ['OPEN', 'WAITING', 'DONE'],
  events: {
    ask: { OPEN: 'WAITING' },
    answer: { WAITING: 'OPEN' },
    finish: { OPEN: 'DONE', WAITING: 'DONE' },
    begin: { NEW: 'OPEN' },
  },
});

type Fields = { readonly subject: string };

const problemsOf = (work: Partial<Work<Fields>>): readonly string[] => {
  const Repair = defineEntity({
    name: 'Repair',
    title: { en: 'Repair', zh: '维修' },
    schema: z.object({
      storeId: ref('Store'),
      subject: z.string(),
      state: anyCodes('RepairState', machine.states),
      ownerId: ref('User').nullable().default(null),
      dueAt: instant().nullable().default(null),
    }),
    machine,
    visible: () => 'all',
    work: { read: 'repair.read', handle: 'repair.handle', title: ['subject'], ...work },
  });
  const words = { roles: ['AA'], en: 'x', zh: 'x' };
  const features = [
    defineFeature({ name: 'work' }),
    defineFeature({
      name: 'repairs',
      words: anyWords,
      entities: [Repair],
      permissions: { 'repair.read': words, 'repair.handle': words },
    }),
  ];
  try {
    createDesk({ features, store: new MemoryStore(), clock: () => new Date(0), newId: () => 'id', ports: testPorts() });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

describe('a work item', () => {
  test('names only what is there, or the desk does not start', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ owner: 'handlerId', title: ['subjet'], number: 'R' })).toEqual([
      'the work item Repair has no field handlerId',
      'the work item Repair has no field subjet',
      'the work item Repair has no field number',
    ]);
    expect(problemsOf({ handle: 'repair.handl' })).toEqual([
      'the work item Repair asks for the permission repair.handl, which nobody declares',
    ]);
    const clock = { en: 'Answer', zh: '答复', runs: ['OPNE'], within: wallHours(1) };
    expect(problemsOf({ waits: { WAIT: 'CUSTOMER' }, ended: ['DONE'], clocks: { answer: clock } })).toEqual([
      'the work item Repair names the unknown state WAIT',
      'the work item Repair names the unknown state OPNE',
    ]);
  });

  test('has each state in one column of its board, and words for columns and clocks', () => {
    const column = { en: 'To do', zh: '待办', states: ['OPEN', 'WAITING'] };
    expect(problemsOf({ groups: { todo: column } })).toEqual(['the state DONE of Repair must be in one group']);
    expect(problemsOf({ groups: { todo: column, done: { en: 'Done', zh: ' ', states: ['DONE'] } } })).toEqual([
      'done of Repair has no words in both languages',
    ]);
    expect(problemsOf({ groups: { todo: column, done: { en: 'Done', zh: '完成', states: ['DONE'] } } })).toEqual([]);
  });
});

test('an action says from which state of its row it leads to which', () => {
  const Row = defineEntity({
    name: 'Row',
    title: { en: '', zh: '' },
    schema: z.object({ state: anyCodes('RepairState', machine.states) }),
    machine,
    visible: () => 'all',
  });
  const common = {
    title: { en: '', zh: '' },
    allow: { system: true },
    on: Row,
    input: z.object({}),
    output: one(Row),
  } as const;
  const finish = defineAction({ ...common, event: 'finish', run: (_ctx, row) => row });
  const look = defineAction({ ...common, run: (_ctx, row) => row });
  expect(movesOf('finishRow', finish)).toEqual([
    { action: 'finishRow', event: 'finish', from: 'OPEN', to: 'DONE' },
    { action: 'finishRow', event: 'finish', from: 'WAITING', to: 'DONE' },
  ]);
  expect(movesOf('lookAtRow', look)).toEqual([]);
  // Its event says only in which states it is possible.
  const note = defineAction({ ...common, event: 'finish', stays: true, run: (_ctx, row) => row });
  expect(movesOf('noteRow', note)).toEqual([]);
});
