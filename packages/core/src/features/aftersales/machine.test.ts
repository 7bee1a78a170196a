import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DenialCodes } from '../../kernel/denial-codes.ts';
import { DeniedError } from '../../kernel/denial.ts';
import { finalStates, mayFire, NEW, type Machine } from '../../kernel/machine.ts';
import { orderRequestMachine } from '../orders/entities.ts';
import { shopScene } from '../orders/testing/scene.ts';
import { WorkItem } from '../work/index.ts';
import { AfterSalesCase } from './entities.ts';
import { caseMachine, RELEASING_STATES, SETTLED_STATES } from './machine.ts';
import { submit } from './testing/steps.ts';

/** States that an event sequence leads to from the beginning. */
function reachable({ events }: Machine): Set<string> {
  const known = new Set<string>([NEW]);
  for (let size = 0; size !== known.size;) {
    size = known.size;
    for (const moves of Object.values(events))
      for (const [from, to] of Object.entries(moves)) if (known.has(from) && to) known.add(to);
  }
  return known;
}

/** States from which an end can still be reached. */
function canEnd({ events }: Machine, ends: readonly string[]): Set<string> {
  const known = new Set<string>(ends);
  for (let size = 0; size !== known.size;) {
    size = known.size;
    for (const moves of Object.values(events))
      for (const [from, to] of Object.entries(moves)) if (to && known.has(to)) known.add(from);
  }
  return known;
}

describe('the machines of orders and cases', () => {
  test.each([
    ['case', caseMachine, []],
    ['order request', orderRequestMachine, ['DONE', 'REJECTED', 'CONVERTED']],
  ] as const)('%s: every state is reached and none is a trap', (_name, machine, ends) => {
    expect(machine.states.filter((state) => !reachable(machine).has(state))).toEqual([]);
    expect(finalStates(machine)).toEqual(ends);
    const goals = ends.length > 0 ? ends : ['CLOSED'];
    expect(machine.states.filter((state) => !canEnd(machine, goals).has(state))).toEqual([]);
  });

  test('any sequence of events is either a step of the machine or INVALID_TRANSITION with from and event (R-AFT-02)', () => {
    const names = Object.keys(caseMachine.events);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 30 }), (events) => {
        let state: string = NEW;
        for (const event of events) {
          const denial = mayFire(caseMachine, state, event);
          if (denial) expect(denial).toMatchObject({ code: 'INVALID_TRANSITION', details: { from: state, event } });
          else state = (caseMachine as Machine).events[event]?.[state] ?? 'LOST';
          expect([NEW, ...caseMachine.states]).toContain(state);
        }
      }),
    );
  });

  test('a case is settled before it is archived, and never paid without being inspected unless the policy says so', () => {
    const into = (state: string) =>
      Object.entries(caseMachine.events).flatMap(([event, moves]) =>
        Object.entries(moves)
          .filter(([, to]) => to === state)
          .map(([from]) => `${event} from ${from}`),
      );
    expect(into('CLOSED')).toEqual(SETTLED_STATES.map((state) => `archive from ${state}`));
    expect(into('REFUND_PENDING')).toEqual([
      'refundOnly from APPROVED',
      'firstScan from IN_TRANSIT',
      'autoRefund from IN_TRANSIT',
      'autoRefund from RECEIVED',
      'refund from INSPECTED_PASS',
      'agree from INSPECTED_PARTIAL',
      'decideRefund from DISPUTED',
    ]);
    expect(RELEASING_STATES.every((state) => SETTLED_STATES.includes(state))).toBe(true);
  });
});

const INPUTS: Record<string, object> = {
  rejectCase: { reason: 'r' },
  shipReturn: { carrier: 'SF', waybill: 'SF00112233' },
  inspectReturn: { result: 'PASS' },
  refuseReturn: { reason: 'r' },
  openCaseDispute: { reason: 'r' },
  decideCaseDispute: { outcome: 'REFUND', reason: 'r' },
  confirmRefund: { refundNo: 'x', amount: 1 },
  reopenCase: { reason: 'r' },
  setRefundAmount: { refundAmount: 1, reason: 'r' },
  offerSolution: { type: 'USAGE_HELP' },
  proceedCase: { reason: 'r' },
  noteReplacement: { carrier: 'SF', waybill: 'SF00112233' },
  recordCause: { faultParty: 'SELLER', stockAction: 'NONE' },
};

describe('every action on a case', () => {
  test('in any order by anybody moves the case along the machine or is denied with a code of the list, never refunds above the order, and leaves it in the index of work as it is', async () => {
    const probe = await shopScene();
    const actions = [...probe.loose.actions].filter(([, { on }]) => on === AfterSalesCase).map(([name]) => name);
    expect(actions.length).toBeGreaterThan(20);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...actions), fc.constantFrom('AA1', 'SV1', 'WH1', 'FN1', 'CO1', 'LILY')), {
          minLength: 5,
          maxLength: 40,
        }),
        async (steps) => {
          const scene = await shopScene();
          const { id } = await submit(scene, scene.lily);
          const read = () => scene.desk.read(scene.system).get(AfterSalesCase, id);
          for (const [action, name] of steps) {
            const before = (await read()).state;
            const actor = name === 'LILY' ? scene.lily : await scene.people(name);
            // What a panel asks before anybody clicks never fails either.
            await scene.loose.availableActions(actor, 'AfterSalesCase', id);
            const error: unknown = await scene.loose.perform(actor, action, { id, ...INPUTS[action] }).then(
              () => undefined,
              (thrown: unknown) => thrown,
            );
            if (error !== undefined && !(error instanceof DeniedError)) throw error;
            if (error) {
              expect([...scene.loose.members(DenialCodes).keys()]).toContain(error.denial.code);
              expect((await read()).state).toBe(before);
            }
          }
          const row = await read();
          expect(caseMachine.states).toContain(row.state);
          const open = ![...SETTLED_STATES, 'CLOSED'].includes(row.state);
          expect(await scene.desk.read(scene.system).get(WorkItem, id)).toMatchObject({
            state: row.state,
            number: row.number,
            ownerId: row.handlerId,
            dueAt: open ? row.dueAt : null,
            open,
          });
          expect(scene.shop.refunded('O-DELIVERED')).toBeLessThanOrEqual(33_000);
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);
});
