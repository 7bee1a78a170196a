import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { createTestDesk } from '../../testing/index.ts';
import { standardFeatures } from '../index.ts';
import { circleIn, flowFaults } from './check.ts';
import { clockEnd } from './clock.ts';
import { TicketIntent } from './codes.ts';
import { FlowDefinition, FlowVersion, type FlowNode } from './entities.ts';
import { SHIPPED_FLOWS } from './shipped.ts';
import { twoNodes } from './testing/scenes.ts';

const refusal = (code: string) => ({ denial: { code } });
const codesOf = (nodes: readonly FlowNode[]) => flowFaults({ nodes, starts: [] }).map(({ code }) => code);
const changed = (index: number, changes: Partial<FlowNode>): FlowNode[] =>
  twoNodes.map((node, at) => (at === index ? { ...node, ...changes } : node));

async function scene() {
  const setup = await createTestDesk({ features: standardFeatures });
  const { desk, system } = setup;
  await desk.as(system).flows.shipFlows({});
  const [lead, agent] = [await setup.staff('Sue', ['SV']), await setup.staff('Ann', ['PA'])];
  const api = (actor: Actor) => desk.as(actor).flows;
  const flow = (code: string) => desk.read(system).get(FlowDefinition, `${system.tenantId}.${code}`);
  const editions = async (code: string) =>
    (await desk.read(system).all(FlowVersion, { where: { code } })).toSorted((a, b) => a.edition - b.edition);
  return { ...setup, lead, agent, api, flow, editions };
}

describe('a draft', () => {
  test.each([
    ['without nodes', [], 'NO_NODES'],
    ['with a node without a code', changed(1, { code: '' }), 'NO_CODE'],
    ['with a code twice', changed(1, { code: 'A1' }), 'CODE_TWICE'],
    ['with a node that has a name in one language only', changed(0, { name: { en: 'Greet', zh: '' } }), 'UNNAMED'],
    ['with a node that nobody owns', changed(0, { owners: [] }), 'UNOWNED'],
    ['with a node without a clock', changed(0, { clock: null }), 'NO_CLOCK'],
    ['with a clock that runs for no minutes', changed(0, { clock: { kind: 'WALL', minutes: null } }), 'NO_CLOCK'],
    ['with a node without an output', changed(1, { output: { en: '', zh: '' } }), 'NO_OUTPUT'],
    ['that leads to a node that is not there', changed(0, { next: ['A9'] }), 'UNKNOWN_NEXT'],
    ['that leads back to where it was', changed(1, { next: ['A1'] }), 'CIRCULAR'],
    ['with a node that leads to itself', changed(1, { next: ['A2'] }), 'CIRCULAR'],
    ['with a node that nothing leads to', changed(0, { next: [] }), 'UNREACHABLE'],
    [
      'with a checkpoint at two nodes',
      twoNodes.map((node) => ({ ...node, checkpoints: ['RECORD' as const] })),
      'CHECKPOINT_TWICE',
    ],
  ])('%s cannot be published, and it is said why', (_title, nodes, code) => {
    expect(codesOf(nodes)).toContain(code);
  });

  test('with an owner whom the desk does not have is told so by the name of its node', () => {
    const nodes = changed(1, { owners: [{ kind: 'TEAM', code: 'GARDEN' }] });
    const faults = flowFaults({ nodes, starts: [] }, ({ code }) => code !== 'GARDEN');
    expect(faults).toEqual([{ code: 'UNKNOWN_OWNER', nodes: ['A2'] }]);
  });

  test('of any shape has a circle just when its nodes cannot be put into one order', () => {
    const graph = fc
      .array(fc.array(fc.nat(7), { maxLength: 3 }), { minLength: 1, maxLength: 8 })
      .map((ways): FlowNode[] =>
        ways.map((next, index) => ({
          ...(twoNodes[0] as FlowNode),
          code: `N${index}`,
          next: [...new Set(next)].map((to) => `N${to}`),
        })),
      );
    fc.assert(
      fc.property(graph, (nodes) => {
        const left = new Map(
          nodes.map(({ code, next }) => [code, next.filter((one) => nodes.some((n) => n.code === one))]),
        );
        for (let before = -1; before !== left.size;) {
          before = left.size;
          for (const [code, next] of left) if (next.every((one) => !left.has(one))) left.delete(code);
        }
        const circle = circleIn(nodes);
        expect(circle.length > 0).toBe(left.size > 0);
        for (const [at, code] of circle.slice(0, -1).entries())
          expect(nodes.find((node) => node.code === code)?.next).toContain(circle[at + 1]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the flows of the desk', () => {
  test('ship whole in both languages, each node with owner, clock and output (R-AFT-17)', async () => {
    const { flow, editions, api, lead, desk } = await scene();
    for (const { code, nodes } of SHIPPED_FLOWS) {
      expect(flowFaults({ nodes, starts: [] }).filter(({ code: fault }) => fault !== 'UNREACHABLE')).toEqual([]);
      expect((await api(lead).checkFlow({ flowId: (await flow(code)).id })).problems).toEqual([]);
      expect(await editions(code)).toMatchObject([{ edition: 1, publishedById: null, nodes }]);
    }
    expect((await desk.read(lead).all(FlowVersion)).map(({ code }) => code).toSorted()).toEqual([
      'CONSULTATION',
      'RETURNS',
      'SHIPPING',
      'TICKET',
    ]);
  });

  test('are one for each intent of the after-sale queue and every other (R-AFT-01)', () => {
    const started = SHIPPED_FLOWS.flatMap(({ starts }) => starts.map(({ intent }) => intent));
    expect(started.toSorted()).toEqual(Object.keys(TicketIntent.members).toSorted());
    const after = ['QUALITY', 'USAGE', 'RETURN', 'EXCHANGE', 'REPAIR', 'REFUND', 'LOGISTICS', 'INVOICE'];
    for (const intent of after)
      expect(SHIPPED_FLOWS.filter(({ starts }) => starts.some((one) => one.intent === intent))).toHaveLength(1);
  });

  test('are brought once, however many servers start at once', async () => {
    const { desk, system } = await createTestDesk({ features: standardFeatures });
    const { flows } = desk.as(system);
    await Promise.all([flows.shipFlows({}), flows.shipFlows({}), flows.shipFlows({})]);
    expect(await desk.read(system).all(FlowDefinition)).toHaveLength(SHIPPED_FLOWS.length);
    expect(await desk.read(system).all(FlowVersion)).toHaveLength(SHIPPED_FLOWS.length);
  });
});

describe('a flow', () => {
  const draft = async (setup: Awaited<ReturnType<typeof scene>>, minutes: number) => {
    const { id, nodes, starts } = await setup.flow('TICKET');
    const other = nodes.map((node) =>
      node.code === 'K1' ? { ...node, clock: { kind: 'SERVICE' as const, minutes } } : node,
    );
    await setup.api(setup.lead).saveFlowDraft({ id, nodes: other, starts });
    return id;
  };

  test('is published anew with another clock, and the version before stays as it was', async () => {
    const setup = await scene();
    const { api, lead, flow, editions } = setup;
    const id = await draft(setup, 10);
    expect(await flow('TICKET')).toMatchObject({ isDraft: true, edition: 1 });
    expect((await api(lead).checkFlow({ flowId: id })).changes).toEqual([{ node: 'K1', what: ['CLOCK'] }]);
    await api(lead).publishFlow({ id, note: 'Sooner' });
    expect(await flow('TICKET')).toMatchObject({ isDraft: false, edition: 2 });
    const [first, second] = await editions('TICKET');
    expect(first?.nodes[0]?.clock).toEqual({ kind: 'SERVICE', minutes: 30 });
    expect(second).toMatchObject({ edition: 2, note: 'Sooner', publishedById: lead.userId });
    expect(second?.nodes[0]?.clock).toEqual({ kind: 'SERVICE', minutes: 10 });
    expect(first?.hash).not.toBe(second?.hash);
    await expect(api(lead).publishFlow({ id })).rejects.toMatchObject(refusal('DUPLICATE'));
  });

  test('with a circle or a node that nobody owns is kept as a draft and refused by name when it is published', async () => {
    const { api, lead, flow, editions } = await scene();
    const { id, nodes, starts } = await flow('TICKET');
    const broken = nodes.map((node) =>
      node.code === 'K5' ? { ...node, next: ['K2'] } : node.code === 'K3' ? { ...node, owners: [] } : node,
    );
    await api(lead).saveFlowDraft({ id, nodes: broken, starts });
    await expect(api(lead).publishFlow({ id })).rejects.toMatchObject({
      denial: {
        code: 'VALIDATION_FAILED',
        fields: [{ path: 'nodes.K3' }, { path: 'nodes.K2' }],
        details: {
          problems: [
            { code: 'UNOWNED', nodes: ['K3'] },
            { code: 'CIRCULAR', nodes: ['K2', 'K3', 'K4', 'K5', 'K2'] },
          ],
        },
      },
    });
    expect(await editions('TICKET')).toHaveLength(1);
    await api(lead).discardFlowDraft({ id });
    expect(await flow('TICKET')).toMatchObject({ isDraft: false, nodes });
  });

  test('takes no intent from another, and leaves none without a flow', async () => {
    const { api, lead, flow } = await scene();
    const { id, nodes } = await flow('TICKET');
    await api(lead).saveFlowDraft({ id, nodes, starts: [{ intent: 'RETURN', node: 'K1' }] });
    expect((await api(lead).checkFlow({ flowId: id })).problems).toEqual([
      { code: 'STARTED_ELSEWHERE', nodes: ['RETURN'] },
      { code: 'NOTHING_STARTS', nodes: [] },
    ]);
  });

  test('that two people change at once is changed by the first; the other is told', async () => {
    const { api, lead, flow, admin } = await (async () => {
      const setup = await scene();
      return { ...setup, admin: await setup.staff('Ada', ['AD']) };
    })();
    const { id, version, nodes, starts } = await flow('TICKET');
    const call = { id, nodes: nodes.slice(0, 2), starts };
    await api(lead).saveFlowDraft(call, { expectedVersion: version });
    await expect(
      api(admin).saveFlowDraft({ ...call, nodes: nodes.slice(0, 3) }, { expectedVersion: version }),
    ).rejects.toMatchObject(refusal('CONFLICT'));
    expect((await flow('TICKET')).nodes).toHaveLength(2);
  });

  test('is made and changed by those who may, and read by everybody of the staff', async () => {
    const { api, agent, lead, desk } = await scene();
    const gifts = { code: 'GIFTS', name: { en: 'Gifts', zh: '赠品流程' } };
    await expect(api(agent).createFlow(gifts)).rejects.toMatchObject(refusal('FORBIDDEN'));
    await expect(api(lead).createFlow({ ...gifts, code: '赠品' })).rejects.toMatchObject(refusal('VALIDATION_FAILED'));
    await expect(api(lead).createFlow({ ...gifts, name: { en: 'Gifts', zh: '' } })).rejects.toMatchObject(
      refusal('VALIDATION_FAILED'),
    );
    const { id } = await api(lead).createFlow(gifts);
    await expect(api(lead).createFlow(gifts)).rejects.toMatchObject(refusal('DUPLICATE'));
    await expect(api(lead).publishFlow({ id })).rejects.toMatchObject(refusal('VALIDATION_FAILED'));
    expect(await desk.read(agent).get(FlowDefinition, id)).toMatchObject({ edition: 0, isDraft: true });
  });
});

describe('the clock of a node', () => {
  test('runs in the hours it names, in the zone of the store', async () => {
    const { store } = await scene();
    const from = '2025-03-10T15:30:00.000Z'; // 23:30 in Shanghai.
    expect(clockEnd(store, { kind: 'WALL', minutes: 30 }, from)).toBe('2025-03-10T16:00:00.000Z');
    expect(clockEnd(store, { kind: 'SAME_DAY', minutes: null }, from)).toBe('2025-03-10T16:00:00.000Z');
    for (const kind of ['AT_ONCE', 'REPLY', 'POLICY'] as const)
      expect(clockEnd(store, { kind, minutes: null }, from)).toBeNull();
    expect(clockEnd(store, null, from)).toBeNull();
  });
});
