// Packs the four packages as they would be published: `pnpm release:pack [folder]`, by default into artifacts/.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
export const PACKAGES = ['core', 'server', 'widget', 'admin'];

/** The tarballs by the packages' short names. @throws Error with what pnpm said */
export function pack(folder) {
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}` };
  return Object.fromEntries(
    PACKAGES.map((name) => {
      const cwd = join(root, 'packages', name);
      const { version } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
      const { status, stdout, stderr } = spawnSync('pnpm', ['pack', '--pack-destination', folder], {
        cwd,
        env,
        encoding: 'utf8',
        shell: process.platform === 'win32',
      });
      if (status !== 0) throw new Error(`@shopdesk/${name} could not be packed.\n${stdout}${stderr}`);
      return [name, join(folder, `shopdesk-${name}-${version}.tgz`)];
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of Object.values(pack(resolve(root, process.argv[2] ?? 'artifacts')))) console.log(file);
}
