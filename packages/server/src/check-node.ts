/**
 * @module Imported first by the package: refuses a Node that is too old in one sentence, before anything else runs. A
 * Node links all imports before it runs the first, so a name that Node 18 lacks is reached by its module
 * (`zlib.crc32`), and a package that Node 18 cannot read is imported when it is needed. The release check tries it.
 */
import { oldNode } from './old-node.ts';

const { env, versions } = process;
const problem = oldNode(versions.node, env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']);
if (problem) throw new Error(problem);
