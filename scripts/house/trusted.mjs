// Where core passes the reach of an actor, and whether it says why: two words or more, as they are written.
import { sources } from './sources.mjs';

const inCore = sources.filter(({ path }) => path.startsWith('packages/core/src/'));
const NAMED = /^\(\s*(['"])\p{L}[^'"]*\s\p{L}(?:(?!\1).)*\1\s*\)/u;

/** The calls of `ctx.trusted` in these files, each with its place. */
export function trusted(files = inCore) {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/\.trusted(?=\()/g)].map((call) => ({
      path,
      line: text.slice(0, call.index).split('\n').length,
      named: NAMED.test(text.slice(call.index + '.trusted'.length)),
    })),
  );
}
