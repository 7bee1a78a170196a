/** @module Imported first by the package: refuses a Node that is too old in one sentence, before anything else runs. */
import { oldNode } from './old-node.ts';

const { env, versions } = process;
const problem = oldNode(versions.node, env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']);
if (problem) throw new Error(problem);
