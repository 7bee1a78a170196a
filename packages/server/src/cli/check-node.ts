/** @module The same for the command line, which shows no stack. Imported first. */
import { oldNode } from '../old-node.ts';

const { env, versions } = process;
const problem = oldNode(versions.node, env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']);
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
