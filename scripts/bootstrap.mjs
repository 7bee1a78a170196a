// Installs the workspace with the pinned package manager; a no-op when the lockfile has not changed.
// Runs on whatever Node the machine has, before anything of ours is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.bootstrap`;
const { pnpm } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).devDependencies;
const wanted = createHash('sha256')
  .update(readFileSync(`${root}pnpm-lock.yaml`))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Shopdesk: installing dependencies, which takes a minute the first time …');
  // Without its warnings: this Node may be older than the one that is installed here and then runs everything.
  const install = spawnSync('npx', ['--yes', `pnpm@${pnpm}`, 'install', '--frozen-lockfile', '--loglevel', 'error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, CI: '1' },
  });
  if (install.status !== 0) process.exit(install.status ?? 1);
  writeFileSync(stamp, wanted);
}
