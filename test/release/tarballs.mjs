// What is in a package, read as somebody who has nothing but the package.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { parseAst } from 'rollup/parseAst';
import { none } from './report.mjs';

const filesOf = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'));

/** In declarations: static, dynamic and type imports. */
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*(["'])([^"'\n]+)\1/g;

/** In what is run: a text of code that a person may copy is none. */
function* sourcesIn(node) {
  if (Array.isArray(node)) for (const each of node) yield* sourcesIn(each);
  if (node === null || typeof node !== 'object' || !node.type) return;
  if (/^(?:Import|Export\w+)(?:Declaration|Expression)$/.test(node.type) && typeof node.source?.value === 'string')
    yield node.source.value;
  for (const [key, value] of Object.entries(node)) if (key !== 'source') yield* sourcesIn(value);
}

function importsOf(folder, file) {
  const text = readFileSync(join(folder, file), 'utf8');
  if (file.endsWith('.js')) return [...sourcesIn(parseAst(text).body)];
  return [...text.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(IMPORT)].map((match) => match[2]);
}

const modules = (folder) =>
  filesOf(folder).filter((file) => /\.(?:js|d\.ts)$/.test(file) && !file.includes('/browser/'));

/** @throws Error naming files that nobody needs */
export function checkContents(folder) {
  const files = filesOf(folder);
  none(
    files.filter((file) => /\.test\.|(^|\/)\.|tsbuildinfo|(^|\/)src\/|\.map$|scene|(?<!\.d)\.ts$/.test(file)),
    'files that do not belong here',
  );
  none(
    ['LICENSE', 'README.md', 'CHANGELOG.md'].filter((file) => !files.includes(file)),
    'files missing',
  );
  const {
    description,
    keywords,
    license,
    engines,
    dependencies = {},
    peerDependencies = {},
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  none(
    Object.entries({ description, keywords, license, engines })
      .filter(([, value]) => !value)
      .map(([name]) => name),
    'facts missing',
  );
  none(
    Object.entries({ ...dependencies, ...peerDependencies })
      .filter(([, range]) => range.startsWith('workspace:'))
      .map(([name]) => name),
    'dependencies that only our workspace knows',
  );
}

/** A type import may name the declaration; what is run may not. */
function leadsSomewhere(folder, file, target) {
  const path = join(folder, dirname(file), target);
  if (!target.endsWith('.js') && !target.endsWith('.json')) return false;
  return existsSync(path) || (file.endsWith('.d.ts') && existsSync(path.replace(/\.js$/, '.d.ts')));
}

/** @throws Error naming imports that lead nowhere or to a source */
export function checkImports(folder) {
  const own = modules(folder).flatMap((file) =>
    importsOf(folder, file)
      .filter((target) => target.startsWith('.'))
      .map((target) => ({ file, target })),
  );
  none(
    own
      .filter(({ file, target }) => !leadsSomewhere(folder, file, target))
      .map(({ file, target }) => `${file}: ${target}`),
    'imports lead nowhere',
  );
  none(
    entriesOf(folder).filter((path) => !existsSync(join(folder, path.replace(/\/\*.*$/, '')))),
    'entries lead nowhere',
  );
}

/** What `exports` names, except the sources, which only our repository has. */
function entriesOf(folder) {
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return Object.values(exports).flatMap((target) =>
    typeof target === 'string'
      ? [target]
      : Object.entries(target)
          .filter(([name]) => name !== '@shopdesk/source')
          .map(([, path]) => path),
  );
}

const packageOf = (target) =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

/** @throws Error naming packages that are imported and not asked for */
export function checkDependencies(folder) {
  const {
    name,
    dependencies = {},
    optionalDependencies = {},
    peerDependencies = {},
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const known = new Set([
    name,
    ...Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }),
    ...builtinModules,
  ]);
  // `react` comes with its types.
  if (peerDependencies['@types/react']) known.add('react');
  const asked = modules(folder).flatMap((file) =>
    importsOf(folder, file)
      .filter((target) => /^[@a-z]/.test(target) && !target.startsWith('node:'))
      .map((target) => ({ file, target })),
  );
  none(
    asked.filter(({ target }) => !known.has(packageOf(target))).map(({ file, target }) => `${file}: ${target}`),
    'imports of packages that are not asked for',
  );
}
