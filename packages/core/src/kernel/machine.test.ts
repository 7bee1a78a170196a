import { describe, expect, test } from 'vitest';
import { defineMachine, finalStates, mayFire } from './machine.ts';
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
