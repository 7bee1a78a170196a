// What the youngest feature of core cost outside its own folder, as git remembers it.
import { spawnSync } from 'node:child_process';
import { root } from './sources.mjs';

const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout ?? '';

/** Files of the packages that every feature may touch, since they are written from the definitions or are text. */
const FREE = /^(?:docs\/|test\/|examples\/|schema\.graphql$|CHANGELOG|README|pnpm-lock)|\.test\.ts$/;

/**
 * The feature whose index came last, and the files outside a folder of its name that the commits before its first
 * day ended touched together with it. Nothing where the history is not at hand (an archive, a shallow clone).
 */
export function youngestFeature() {
  if (git('rev-parse', '--is-shallow-repository').trim() !== 'false') return undefined;
  const log = git(
    'log',
    '--diff-filter=A',
    '--format=%H',
    '--name-only',
    '--',
    'packages/core/src/features/*/index.ts',
  );
  const [, commit, path] = /^([0-9a-f]{40})\n+(packages\/core\/src\/features\/[\w-]+\/index\.ts)$/m.exec(log) ?? [];
  if (!commit) return undefined;
  const name = path.split('/')[4];
  const touched = git('show', '--format=', '--name-only', commit).split('\n').filter(Boolean);
  const outside = touched.filter((file) => !file.includes(`/features/${name}/`) && !FREE.test(file));
  return { name, outside };
}
