/**
 * One form for each Han character: traditional and regional forms become the simplified one.
 * Data: OpenCC's traditional-to-simplified tables through opencc-js (Apache-2.0, notice in that package).
 * @module
 */
import { to } from 'opencc-js/preset/t2cn';

/** Pairs that OpenCC keeps apart because both forms are standard, but that shoppers mix. */
const SHOP_PAIRS = '著着|妳你|牠它|祂他|帐账|帳账|馀余|祇只|祗只';

let variants: ReadonlyMap<string, string> | undefined;

function readPairs(): Map<string, string> {
  const map = new Map<string, string>();
  const tables: readonly unknown[] = (to['cn'] ?? []).flat();
  const listed = tables.flatMap((table) => (typeof table === 'string' ? table.split('|') : []));
  for (const pair of listed) {
    const [from = '', simple = ''] = pair.split(' ');
    // The tables hold phrases too: only single characters keep every offset.
    if ([...from].length === 1 && [...simple].length === 1 && from !== simple) map.set(from, simple);
  }
  for (const pair of SHOP_PAIRS.split('|')) {
    const [from = '', simple = ''] = pair;
    map.set(from, simple);
  }
  return map;
}

function closed(map: Map<string, string>): Map<string, string> {
  for (const [from, to] of map) {
    const further = map.get(to);
    if (further !== undefined && further !== from) map.set(from, further);
  }
  return map;
}

/** The simplified form of one Han character, or the character itself. */
export function simplified(character: string): string {
  variants ??= closed(readPairs());
  return variants.get(character) ?? character;
}

const HAN = /\p{Script=Han}/gu;
let maybeVariant: Uint8Array | undefined;

/** By UTF-16 unit: 1 where there may be another form of the character, 0 where there is none. */
function marks(): Uint8Array {
  const marked = new Uint8Array(0x1_0000);
  simplified('');
  for (const character of variants?.keys() ?? []) marked[character.charCodeAt(0)] = 1;
  return marked;
}

/** A text in which every Han character has its simplified form. Most have it already, and this says so at once. */
export function simplifiedText(text: string): string {
  maybeVariant ??= marks();
  for (let unit = 0; unit < text.length; unit += 1)
    if (maybeVariant[text.charCodeAt(unit)] === 1) return text.replace(HAN, simplified);
  return text;
}
