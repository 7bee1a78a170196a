import { z } from 'zod';
import type { ActionContext } from './context.ts';
import { defineEntity, type RowOf } from './entity.ts';
import { describe, expect, test } from 'vitest';
import { defineMachine, finalStates, mayFire } from './machine.ts';
import { anyCodes } from '../testing/index.ts';
import { standardFeatures } from '../features/index.ts';

describe('a machine', () => {
  test('with a state that nothing leads to is refused, by name', () => {
    expect(() => defineMachine({ field: 'state', states: ['A', 'B'], events: { make: { NEW: 'A' } } })).toThrow(
      'state B cannot be reached',
    );
  });

  test('with an event from an unknown state is refused', () => {
    const events = { make: { NEW: 'A' }, go: { C: 'A' } } as const;
    expect(() => defineMachine({ field: 'state', states: ['A'], events })).toThrow(
      'event go names the unknown state C',
    );
  });

  test('denies an impossible event with from and event', () => {
    const machine = defineMachine({
      field: 'state',
      states: ['A', 'B'],
      events: { make: { NEW: 'A' }, go: { A: 'B' } },
    });
    expect(mayFire(machine, 'A', 'go')).toBeUndefined();
    expect(mayFire(machine, 'B', 'go')).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: { from: 'B', event: 'go' },
    });
    expect(finalStates(machine)).toEqual(['B']);
  });

  test('exists for each entity whose field it names', () => {
    const entities = standardFeatures.flatMap((feature) => feature.entities).filter((entity) => entity.machine);
    expect(entities.length).toBeGreaterThan(2);
    for (const { machine, schema } of entities) expect(Object.keys(schema.shape)).toContain(machine?.field);
  });
});

describe('an event of a row', () => {
  const Door = defineEntity({
    name: 'Door',
    title: { en: 'Door', zh: '门' },
    schema: z.object({ state: anyCodes('DoorState', ['OPEN', 'SHUT']) }),
    machine: defineMachine({
      field: 'state',
      states: ['OPEN', 'SHUT'],
      events: { hang: { NEW: 'SHUT' }, open: { SHUT: 'OPEN' }, shut: { OPEN: 'SHUT' } },
    }),
    visible: () => 'all',
  });

  test('that its machine does not know does not compile', () => {
    const moves = (ctx: ActionContext, door: RowOf<typeof Door>) => [
      ctx.fire(Door, door, 'open'),
      // @ts-expect-error There is no such event.
      ctx.fire(Door, door, 'slam'),
    ];
    const fired: string[] = [];
    const fire = (_entity: unknown, door: unknown, event: string) => (fired.push(event), door);
    moves({ fire } as unknown as ActionContext, {} as RowOf<typeof Door>);
    expect(fired).toEqual(['open', 'slam']);
  });
});
