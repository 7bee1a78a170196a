import { describe, expect, test } from 'vitest';
import { changedNode, movedNode, withNode, withoutNode, withStarts, type Draft } from './edit.ts';

const node = (code: string, next: readonly string[]): Draft['nodes'][number] => ({
  code,
  name: { en: code, zh: code },
  does: { en: '', zh: '' },
  owners: [],
  clock: null,
  output: { en: '', zh: '' },
  checkpoints: [],
  next,
});
const draft: Draft = {
  nodes: [node('A', ['B', 'C']), node('B', ['C']), node('C', [])],
  starts: [{ intent: 'OTHER', node: 'B' }],
};
const shape = ({ nodes }: Draft) => nodes.map(({ code, next }) => `${code}→${next.join('')}`);

describe('a draft in the editor', () => {
  test('gets a node behind the open one, which leads to it', () => {
    const { draft: next, at } = withNode(draft, 1);
    expect([shape(next), at]).toEqual([['A→BC', 'B→CN4', 'N4→', 'C→'], 2]);
    expect(withNode({ nodes: [], starts: [] }, 0)).toMatchObject({ at: 0, draft: { nodes: [{ code: 'N1' }] } });
  });

  test('goes with a code that is changed, in what leads to the node and in what begins there', () => {
    const next = changedNode(draft, 1, { code: 'X' });
    expect(shape(next)).toEqual(['A→XC', 'X→C', 'C→']);
    expect(next.starts).toEqual([{ intent: 'OTHER', node: 'X' }]);
  });

  test('loses with a node what led to it and what began there', () => {
    const next = withoutNode(draft, 1);
    expect([shape(next), next.starts]).toEqual([['A→C', 'C→'], []]);
  });

  test('moves a node in the list and leaves where it leads; past the end nothing moves', () => {
    expect(shape(movedNode(draft, 0, 1))).toEqual(['B→C', 'A→BC', 'C→']);
    expect(shape(movedNode(draft, 0, -1))).toEqual(shape(draft));
  });

  test('gives an intent to one node only', () => {
    expect(withStarts(draft, 'A', ['OTHER', 'TECH']).starts).toEqual([
      { intent: 'OTHER', node: 'A' },
      { intent: 'TECH', node: 'A' },
    ]);
  });
});
