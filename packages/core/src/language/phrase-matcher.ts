/**
 * Aho–Corasick: finds every occurrence of many phrases in one pass over the text.
 * The cost depends on the text's length, not on how many phrases a tenant adds.
 * @module
 */

/** One phrase found: its index in the list given, and its range in the searched text. */
export interface PhraseHit {
  readonly phrase: number;
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly next: Map<number, number>;
  fail: number;
  /** Indexes of the phrases that end here, the longer ones first. */
  ends: number[];
}

const newNode = (): Node => ({ next: new Map(), fail: 0, ends: [] });

function buildTrie(phrases: readonly string[]): Node[] {
  const nodes = [newNode()];
  phrases.forEach((phrase, index) => {
    if (phrase === '') return;
    let at = 0;
    for (let unit = 0; unit < phrase.length; unit += 1) {
      const code = phrase.charCodeAt(unit);
      let to = nodes[at]?.next.get(code);
      if (to === undefined) {
        to = nodes.push(newNode()) - 1;
        nodes[at]?.next.set(code, to);
      }
      at = to;
    }
    nodes[at]?.ends.push(index);
  });
  return nodes;
}

/** The root's children by UTF-16 unit: most units of a text start no phrase, and this says so at once. */
function rootTable(nodes: readonly Node[]): Int32Array {
  const table = new Int32Array(65_536);
  for (const [code, child] of nodes[0]?.next ?? []) table[code] = child;
  return table;
}

function step(nodes: readonly Node[], root: Int32Array, from: number, code: number): number {
  for (let at = from; at !== 0; at = (nodes[at] as Node).fail) {
    const to = (nodes[at] as Node).next.get(code);
    if (to !== undefined) return to;
  }
  return root[code] as number;
}

function linkFailures(nodes: readonly Node[], root: Int32Array): void {
  const queue = [0];
  for (let head = 0; head < queue.length; head += 1) {
    const parent = queue[head] ?? 0;
    for (const [code, child] of nodes[parent]?.next ?? []) {
      const node = nodes[child];
      if (!node) continue;
      node.fail = parent === 0 ? 0 : step(nodes, root, nodes[parent]?.fail ?? 0, code);
      node.ends = [...node.ends, ...(nodes[node.fail]?.ends ?? [])];
      queue.push(child);
    }
  }
}

/** Finds every occurrence of every phrase, overlapping ones included, in order of their ends. */
export type PhraseMatcher = (text: string) => PhraseHit[];

/** Compiles phrases into a matcher; both phrases and text must be folded the same way. */
export function createPhraseMatcher(phrases: readonly string[]): PhraseMatcher {
  const nodes = buildTrie(phrases);
  const root = rootTable(nodes);
  linkFailures(nodes, root);
  const lengths = phrases.map((phrase) => phrase.length);
  return (text) => {
    const hits: PhraseHit[] = [];
    let at = 0;
    for (let unit = 0; unit < text.length; unit += 1) {
      at = step(nodes, root, at, text.charCodeAt(unit));
      if (at === 0) continue;
      for (const phrase of nodes[at]?.ends ?? [])
        hits.push({ phrase, start: unit + 1 - (lengths[phrase] ?? 0), end: unit + 1 });
    }
    return hits;
  };
}
