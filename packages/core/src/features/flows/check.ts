/** @module What a flow must have before it is published, and what differs between two versions: pure. */
import type { z } from 'zod';
import type { flowDifference, flowProblemCode } from './codes.ts';
import { TIMED } from './codes.ts';
import type { FlowNode, FlowOwner, FlowStart } from './entities.ts';

export interface FlowContent {
  readonly nodes: readonly FlowNode[];
  readonly starts: readonly FlowStart[];
}

/** One reason why a draft cannot be published, with the nodes that it is about by their codes. */
export interface FlowFault {
  readonly code: z.output<typeof flowProblemCode>;
  readonly nodes: readonly string[];
}

const filled = ({ en, zh }: { readonly en: string; readonly zh: string }): boolean =>
  en.trim() !== '' && zh.trim() !== '';
const hasClock = ({ clock }: FlowNode): boolean =>
  clock !== null && (!TIMED.includes(clock.kind) || (clock.minutes ?? 0) > 0);

/** Everything that is wrong with a flow by itself; nothing: it can be published. */
export function flowFaults(
  { nodes, starts }: FlowContent,
  known: (owner: FlowOwner) => boolean = () => true,
): FlowFault[] {
  if (nodes.length === 0) return [{ code: 'NO_NODES', nodes: [] }];
  const codes = nodes.map(({ code }) => code);
  const of = (code: FlowFault['code'], wrong: (node: FlowNode) => boolean): FlowFault[] => {
    const found = nodes.filter(wrong).map((node) => node.code);
    return found.length > 0 ? [{ code, nodes: found }] : [];
  };
  const circle = circleIn(nodes);
  const reached = reachedFrom(nodes, [codes[0] ?? '', ...starts.map(({ node }) => node)]);
  const stamps = nodes.flatMap(({ checkpoints }) => checkpoints);
  const strays = starts.filter(({ node }) => !codes.includes(node)).map(({ node }) => node);
  return [
    ...of('NO_CODE', ({ code }) => code === ''),
    ...of('CODE_TWICE', ({ code }) => code !== '' && codes.filter((one) => one === code).length > 1),
    ...of('UNNAMED', ({ name }) => !filled(name)),
    ...of('UNOWNED', ({ owners }) => owners.length === 0),
    ...of('UNKNOWN_OWNER', ({ owners }) => owners.some((owner) => !known(owner))),
    ...of('NO_CLOCK', (node) => !hasClock(node)),
    ...of('NO_OUTPUT', ({ output }) => !filled(output)),
    ...of('UNKNOWN_NEXT', ({ next }) => next.some((one) => !codes.includes(one))),
    ...of('CHECKPOINT_TWICE', ({ checkpoints }) =>
      checkpoints.some((one) => stamps.filter((other) => other === one).length > 1),
    ),
    ...(circle.length > 0 ? [{ code: 'CIRCULAR' as const, nodes: circle }] : []),
    ...of('UNREACHABLE', ({ code }) => !reached.has(code)),
    ...(strays.length > 0 ? [{ code: 'UNKNOWN_START' as const, nodes: [...new Set(strays)] }] : []),
  ];
}

function reachedFrom(nodes: readonly FlowNode[], starts: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...starts];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    if (reached.has(code)) continue;
    reached.add(code);
    open.push(...(nodes.find((node) => node.code === code)?.next ?? []));
  }
  return reached;
}

/** The nodes of one circle, in the order in which they lead to each other; none: an empty list. */
export function circleIn(nodes: readonly FlowNode[]): string[] {
  const done = new Set<string>();
  const walk = (code: string, path: readonly string[]): string[] => {
    if (path.includes(code)) return [...path.slice(path.indexOf(code)), code];
    if (done.has(code)) return [];
    done.add(code);
    for (const next of nodes.find((node) => node.code === code)?.next ?? []) {
      const found = walk(next, [...path, code]);
      if (found.length > 0) return found;
    }
    return [];
  };
  for (const { code } of nodes) {
    const found = walk(code, []);
    if (found.length > 0) return found;
  }
  return [];
}

export interface FlowChange {
  readonly node: string;
  readonly what: readonly z.output<typeof flowDifference>[];
}

/** What `after` says otherwise than `before`, node by node. */
export function flowChanges(before: readonly FlowNode[], after: readonly FlowNode[]): FlowChange[] {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const removed = before.filter(({ code }) => !after.some((node) => node.code === code));
  const changed = after.map((node): FlowChange => {
    const was = before.find(({ code }) => code === node.code);
    if (!was) return { node: node.code, what: ['ADDED'] };
    const what: FlowChange['what'] = [
      same(was.owners, node.owners) ? [] : ['OWNER' as const],
      same(was.clock, node.clock) ? [] : ['CLOCK' as const],
      same(was.output, node.output) ? [] : ['OUTPUT' as const],
      same(was.next, node.next) ? [] : ['WAY' as const],
      same([was.name, was.does, was.checkpoints], [node.name, node.does, node.checkpoints]) ? [] : ['WORDS' as const],
    ].flat();
    return { node: node.code, what };
  });
  return [
    ...changed.filter(({ what }) => what.length > 0),
    ...removed.map(({ code }): FlowChange => ({ node: code, what: ['REMOVED'] })),
  ];
}
