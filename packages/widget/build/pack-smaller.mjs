/**
 * @module Packs what the bundler has written once more: terser finds about one percent that the bundler's own minifier
 * leaves, which is what the next feature of the chat needs. Names of files come from what the bundler wrote.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { minify } from 'terser';

const options = (module) => ({
  module,
  ecma: 2020,
  compress: { passes: 3 },
  mangle: true,
  format: { comments: false },
});

/** Rewrites every script of a folder; `module` for those with imports and exports. */
export async function packSmaller(folder, module) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
    const { code } = await minify(readFileSync(folder + file, 'utf8'), options(module));
    writeFileSync(folder + file, code);
  }
}
