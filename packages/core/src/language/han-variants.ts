/**
 * One form for each Han character: traditional and regional forms become the simplified one.
 * Data: OpenCC's TSCharacters table through opencc-js (Apache-2.0, notice in that package).
 * @module
 */
import traditionalPairs from 'opencc-js/dict/TSCharacters';

/** Pairs that OpenCC keeps apart because both forms are standard, but that shoppers mix. */
const SHOP_PAIRS = '著着|妳你|您您|牠它|祂他|帐账|帳账|馀余|祇只|祗只';

let variants: ReadonlyMap<string, string> | undefined;

function readPairs(): Map<string, string> {
  const map = new Map<string, string>();
  for (const pair of traditionalPairs.split('|')) {
    const [from, to] = pair.split(' ');
    if (from !== undefined && to !== undefined && from !== to) map.set(from, to);
  }
  for (const pair of SHOP_PAIRS.split('|')) {
    const [from = '', to = ''] = pair;
    if (from !== to) map.set(from, to);
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
