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

/** A state of the automaton while it is built, with the phrases that end in it. */
interface Node {
  readonly next: Map<number, Node>;
  readonly ends: number[];
}

const newNode = (): Node => ({ next: new Map(), ends: [] });

function buildTrie(phrases: readonly string[]): Node {
  const root = newNode();
  phrases.forEach((phrase, index) => {
    if (phrase === '') return;
    let at = root;
    for (let unit = 0; unit < phrase.length; unit += 1) {
      const code = phrase.charCodeAt(unit);
      let to = at.next.get(code);
      if (!to) at.next.set(code, (to = newNode()));
      at = to;
    }
    at.ends.push(index);
  });
  return root;
}

/**
 * The automaton in a few arrays by state, so that a text passes through little memory. States are numbered level by
 * level: those that follow a state are one after the other, in the order of the units that lead to them.
 */
interface Automaton {
  /** The first state that follows a state; the next state's is where they end. */
  readonly first: Int32Array;
  /** The UTF-16 unit that leads to a state. */
  readonly unit: Uint16Array;
  /** Where to go on when nothing follows. */
  readonly fail: Int32Array;
  /** Where the phrases that end in a state begin in `phrases`, the longer ones first. */
  readonly endsFrom: Int32Array;
  readonly phrases: Int32Array;
  /** What follows the first state by UTF-16 unit: most units of a text start no phrase, and this says so at once. */
  readonly root: Uint16Array;
}

/** More states than this follow one state seldom; then they are searched by halves. */
const FEW = 8;

/** The state that a unit leads to, 0 where it leads nowhere. */
function following({ first, unit }: Automaton, from: number, code: number): number {
  let low = first[from] as number;
  let high = first[from + 1] as number;
  while (high - low > FEW) {
    const middle = (low + high) >> 1;
    if ((unit[middle] as number) <= code) low = middle;
    else high = middle;
  }
  for (; low < high; low += 1) if (unit[low] === code) return low;
  return 0;
}

function step(automaton: Automaton, from: number, code: number): number {
  for (let at = from; at !== 0; at = automaton.fail[at] as number) {
    const to = following(automaton, at, code);
    if (to !== 0) return to;
  }
  return automaton.root[code] as number;
}

function compile(phrases: readonly string[]): Automaton {
  const nodes = [buildTrie(phrases)];
  const [first, unit, parent] = [[] as number[], [0], [0]];
  for (let state = 0; state < nodes.length; state += 1) {
    first.push(nodes.length);
    for (const [code, child] of [...(nodes[state] as Node).next].sort(([one], [other]) => one - other)) {
      nodes.push(child);
      unit.push(code);
      parent.push(state);
    }
  }
  const root = new Uint16Array(0x1_0000);
  const automaton = {
    first: Int32Array.from([...first, nodes.length]),
    unit: Uint16Array.from(unit),
    fail: new Int32Array(nodes.length),
    root,
  };
  for (let state = first[0] ?? 1; state < (first[1] ?? 1); state += 1) root[unit[state] as number] = state;
  const ends: number[][] = [[]];
  const whole = automaton as unknown as Automaton;
  for (let state = 1; state < nodes.length; state += 1) {
    const from = parent[state] as number;
    const fail = from === 0 ? 0 : step(whole, automaton.fail[from] as number, unit[state] as number);
    automaton.fail[state] = fail;
    ends.push([...(nodes[state] as Node).ends, ...(ends[fail] as number[])]);
  }
  const endsFrom = new Int32Array(nodes.length + 1);
  ends.forEach((of, state) => (endsFrom[state + 1] = (endsFrom[state] as number) + of.length));
  return { ...automaton, endsFrom, phrases: Int32Array.from(ends.flat()) };
}

/** Finds every occurrence of every phrase, overlapping ones included, in order of their ends. */
export type PhraseMatcher = (text: string) => PhraseHit[];

/** Compiles phrases into a matcher; both phrases and text must be folded the same way. */
export function createPhraseMatcher(phrases: readonly string[]): PhraseMatcher {
  const automaton = compile(phrases);
  const { endsFrom, phrases: ended } = automaton;
  const lengths = Int32Array.from(phrases, (phrase) => phrase.length);
  return (text) => {
    const hits: PhraseHit[] = [];
    let at = 0;
    for (let unit = 0; unit < text.length; unit += 1) {
      at = step(automaton, at, text.charCodeAt(unit));
      if (at === 0) continue;
      for (let end = endsFrom[at] as number; end < (endsFrom[at + 1] as number); end += 1) {
        const phrase = ended[end] as number;
        hits.push({ phrase, start: unit + 1 - (lengths[phrase] as number), end: unit + 1 });
      }
    }
    return hits;
  };
}
