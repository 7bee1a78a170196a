// Installs Debian packages when we may: on Debian, as root. Elsewhere nothing is touched.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether the packages were installed. */
export function installPackages(names) {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false;
  console.log(`Shopdesk: installing ${names.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { stdio: 'inherit', env }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...names);
}
