/**
 * @module Finds the built widget and panel where their packages are installed: in a `node_modules` of the folder the
 * process was started in or of any above it, of the started program, or beside this package.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AssetFolders } from './http/asset-folder.ts';

/** The folder beside this package's own: `node_modules/@shopdesk`, or `packages` in the repository. */
const NEIGHBOURS = fileURLToPath(new URL('../..', import.meta.url));

/** What is served for which package, and the file by which a whole build is known. */
const PARTS = [
  { name: 'widget', file: 'widget.js', at: '/widget.js' },
  { name: 'admin', file: 'index.html', at: '/admin/' },
] as const;

/** A folder and all above it. */
function upwards(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}

function built(name: string, file: string, folders: readonly string[]): string | undefined {
  const installed = folders.flatMap(upwards).map((folder) => join(folder, 'node_modules', '@shopdesk', name));
  return [...installed, join(NEIGHBOURS, name)]
    .map((place) => join(place, 'dist', 'browser'))
    .find((place) => existsSync(join(place, file)));
}

/** The built widget and panel, where their packages are installed. */
export function builtAssets(folder: string = process.cwd()): AssetFolders {
  const program = process.argv[1];
  const folders = [resolve(folder), ...(program ? [dirname(resolve(program))] : [])];
  return Object.fromEntries(
    PARTS.flatMap(({ name, file }) => {
      const place = built(name, file, folders);
      return place ? [[name, place]] : [];
    }),
  );
}

/** The folders to serve: the host's, else those that are found. What is in neither is said once, with what to do. */
export function assetsOf(
  given: AssetFolders | false | undefined,
  logger: { warn(text: string): void },
  find: () => AssetFolders = builtAssets,
): AssetFolders {
  if (given === false) return {};
  const found = { ...find(), ...given };
  for (const { name, at } of PARTS) {
    const missing = found[name] === undefined && !(given && name in given);
    if (missing)
      logger.warn(
        `@shopdesk/${name} is not installed, so ${at} answers 404. Run: npm install @shopdesk/${name}. Without need of it, say so: createDeskServer({ assets: false }) or { assets: { ${name}: undefined } }.`,
      );
  }
  return found;
}
