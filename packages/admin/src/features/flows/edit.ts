/** @module Changes of a draft in the editor: pure, each answers the draft as it is then. */
import type { Flow, FlowNode } from './data.ts';

export type Draft = Pick<Flow, 'nodes' | 'starts'>;

const blank = (code: string): FlowNode => ({
  code,
  name: { en: '', zh: '' },
  does: { en: '', zh: '' },
  owners: [],
  clock: null,
  output: { en: '', zh: '' },
  checkpoints: [],
  next: [],
});

/** A code that no node has: `N1`, `N2` …. */
const freeCode = (nodes: readonly FlowNode[]): string => {
  let at = nodes.length + 1;
  while (nodes.some(({ code }) => code === `N${at}`)) at += 1;
  return `N${at}`;
};

/** A new node behind one, to which that one leads. */
export function withNode({ nodes, starts }: Draft, after: number): { readonly draft: Draft; readonly at: number } {
  const node = blank(freeCode(nodes));
  const before = nodes[after];
  const at = before ? after + 1 : nodes.length;
  const linked = nodes.map((one, index) =>
    before && index === after ? { ...one, next: [...one.next, node.code] } : one,
  );
  return { draft: { nodes: linked.toSpliced(at, 0, node), starts }, at };
}

/** A node with something changed; whoever leads to it by its code goes with a new one. */
export function changedNode({ nodes, starts }: Draft, at: number, change: Partial<FlowNode>): Draft {
  const was = nodes[at]?.code;
  const { code } = change;
  const renamed = (other: string): string => (code !== undefined && other === was ? code : other);
  return {
    nodes: nodes.map((node, index) => ({
      ...(index === at ? { ...node, ...change } : node),
      next: (index === at ? (change.next ?? node.next) : node.next).map(renamed),
    })),
    starts: starts.map((start) => ({ ...start, node: renamed(start.node) })),
  };
}

/** Without a node, and without what led to it. */
export function withoutNode({ nodes, starts }: Draft, at: number): Draft {
  const gone = nodes[at]?.code;
  return {
    nodes: nodes.toSpliced(at, 1).map((node) => ({ ...node, next: node.next.filter((code) => code !== gone) })),
    starts: starts.filter(({ node }) => node !== gone),
  };
}

/** A node further up or down in the list; what leads where stays. */
export function movedNode({ nodes, starts }: Draft, at: number, by: -1 | 1): Draft {
  const node = nodes[at];
  if (!node || !nodes[at + by]) return { nodes, starts };
  return { nodes: nodes.toSpliced(at, 1).toSpliced(at + by, 0, node), starts };
}

/** The intents that begin at a node. */
export function withStarts({ nodes, starts }: Draft, code: string, intents: readonly string[]): Draft {
  const others = starts.filter(({ node, intent }) => node !== code && !intents.includes(intent));
  return {
    nodes,
    starts: [...others, ...intents.map((intent) => ({ intent, node: code }) as Draft['starts'][number])],
  };
}
