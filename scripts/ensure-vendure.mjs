// Makes sure that the Vendure server of examples/vendure-shop is installed for its tests. It is no part of the
// workspace: whoever only runs the desk does not need its 125 MB.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../examples/vendure-shop/server/', import.meta.url));
const stamp = `${folder}node_modules/.installed`;
const wanted = createHash('sha256')
  .update(readFileSync(`${folder}pnpm-lock.yaml`))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Vendure: installing the shop server that the tests talk to …');
  const { pnpm } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).devDependencies;
  const args = ['--yes', `pnpm@${pnpm}`, 'install', '--frozen-lockfile', '--loglevel', 'error'];
  const install = spawnSync('npx', args, {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, CI: '1' },
  });
  if (install.status !== 0) process.exit(install.status ?? 1);
  writeFileSync(stamp, wanted);
}
console.log('Vendure: installed');
