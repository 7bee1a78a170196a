/**
 * @module `pnpm bench [--json] [--only=name,…] [--database=postgres|pglite]`: every figure, one after the other, each
 * with its baseline measured in the same run.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FIGURES = [
  'sends',
  'latency',
  'live',
  'inbox',
  'tasks',
  'grown',
  'policies',
  'search',
  'routing',
  'knowledge',
  'metrics',
];
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const passed = process.argv.slice(2).filter((argument) => !argument.startsWith('--only='));

let failed = 0;
for (const name of FIGURES.filter((figure) => !only || only.includes(figure))) {
  const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  if (!existsSync(file)) continue;
  const child = spawn(
    process.execPath,
    ['--conditions=@shopdesk/source', '--disable-warning=ExperimentalWarning', '--expose-gc', file, ...passed],
    { stdio: 'inherit' },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) failed += 1;
}
process.exit(failed > 0 ? 1 : 0);
