// The source files of the packages and what they import, read as text.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const PACKAGES = ['core', 'server', 'widget', 'admin'];

const IMPORTS = /^(?:import|export)\s[^'"`;]*?from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm;

/** Every TypeScript file below a folder of the project, its path from the project's top. */
export const filesBelow = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !/\/(node_modules|dist)\//.test(path))
    .toSorted();

export const textOf = (path) => readFileSync(join(root, path), 'utf8');

export const isTestFile = (path) => /\.(test|contract)\.ts$/.test(path) || path.includes('/testing/');

/** The sources of all packages without tests: path and text. */
export const sources = PACKAGES.flatMap((name) => filesBelow(`packages/${name}/src`))
  .filter((path) => !isTestFile(path))
  .map((path) => ({ path, text: textOf(path) }));

/** The package and the feature that a path belongs to; the feature is undefined outside `features/`. */
export function placeOf(path) {
  const [, pack, feature] = /^packages\/(\w+)\/src\/(?:features\/([\w-]+)\/)?/.exec(path) ?? [];
  return { pack, feature };
}

/** What a file imports from the project itself, as paths from the project's top. */
export const importsOf = ({ path, text }) =>
  [...text.matchAll(IMPORTS)]
    .map(([, named, bare, dynamic]) => named ?? bare ?? dynamic)
    .filter((target) => target.startsWith('.'))
    .map((target) => relative(root, resolve(root, dirname(path), target)).replaceAll('\\', '/'));
