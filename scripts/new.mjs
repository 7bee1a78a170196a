// `pnpm new feature NAME --zh 名称 [--server] [--widget]` writes a feature that works: an entity with a machine, two
// actions, its words in both languages, scenes and a test. The panel's pages follow from that; a part of the server or
// of the widget is written where it is asked for.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { spawnSync } from 'node:child_process';
import { coreFiles, serverFiles, widgetFiles } from './new/files.mjs';

const USAGE = 'Use: pnpm new feature NAME --zh 名称 [--server] [--widget]   (NAME such as parcel-issue)';

function stop(message) {
  console.error(`${message}\n${USAGE}`);
  process.exit(1);
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    zh: { type: 'string' },
    server: { type: 'boolean', default: false },
    widget: { type: 'boolean', default: false },
    root: { type: 'string', default: fileURLToPath(new URL('..', import.meta.url)) },
  },
});
const [what, folder = ''] = positionals;
if (what !== 'feature') stop('Only features can be written.');
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(folder))
  stop(`“${folder}” is no name of a folder: lower case, with hyphens.`);
if (!values.zh?.trim()) stop('Say with --zh what it is called in Chinese: every text is there in both languages.');

const { root } = values;
const features = `packages/core/src/features`;
if (existsSync(join(root, features, folder))) stop(`${features}/${folder} is there already.`);

const words = folder.split('-');
const pascal = words.map((word) => word[0].toUpperCase() + word.slice(1)).join('');
const name = {
  folder,
  pascal,
  camel: pascal[0].toLowerCase() + pascal.slice(1),
  upper: words.join('_').toUpperCase(),
  en: `${words.join(' ')[0].toUpperCase()}${words.join(' ').slice(1)}`,
  zh: values.zh.trim(),
};

const written = [];
function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  written.push(path);
}

/** Puts a line into a list of the project: after the last line that looks like it. */
function enlist(path, pattern, line) {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  const at = lines.findLastIndex((one) => pattern.test(one));
  if (at < 0) throw new Error(`${path} has no line like ${pattern}`);
  lines.splice(at + 1, 0, line);
  writeFileSync(join(root, path), lines.join('\n'));
  written.push(path);
}

for (const [path, text] of Object.entries(coreFiles(name))) write(`${features}/${folder}/${path}`, text);
enlist(
  `${features}/index.ts`,
  /^import .* from '\.\/[\w-]+\/index\.ts';$/,
  `import { ${name.camel} } from './${folder}/index.ts';`,
);
enlist(`${features}/index.ts`, /^ {2}typeof \w+,$/, `  typeof ${name.camel},`);
enlist(`${features}/index.ts`, /^ {2}\w+,$/, `  ${name.camel},`);
enlist(
  'packages/core/src/index.ts',
  /^export \* from '\.\/features\//,
  `export * from './features/${folder}/index.ts';`,
);
if (values.server) {
  const home = 'packages/server/src/features';
  for (const [path, text] of Object.entries(serverFiles(name))) write(`${home}/${folder}/${path}`, text);
  enlist(
    `${home}/index.ts`,
    /^import .* from '\.\/[\w-]+\/index\.ts';$/,
    `import { ${name.camel} } from './${folder}/index.ts';`,
  );
  const list = readFileSync(join(root, home, 'index.ts'), 'utf8');
  writeFileSync(
    join(root, home, 'index.ts'),
    list.replace(/(readonly ServerFeature\[\] = \[[^\]]*?),?\s*\];/, `$1, ${name.camel}];`),
  );
}
if (values.widget) {
  const home = 'packages/widget/src/features';
  for (const [path, text] of Object.entries(widgetFiles(name))) write(`${home}/${folder}/${path}`, text);
  enlist(
    `${home}/index.ts`,
    /^import .* from '\.\/[\w-]+\/manifest\.ts';$/,
    `import { ${name.camel} } from './${folder}/manifest.ts';`,
  );
  enlist(`${home}/index.ts`, /^ {2}\w+,$/, `  ${name.camel},`);
}
spawnSync(
  'oxfmt',
  [...new Set(written)].map((path) => join(root, path)),
  { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' },
);

console.log(`${[...new Set(written)].map((path) => `  ${path}`).join('\n')}

Next:
  1. Say in entities.ts, machine.ts and actions.ts what the feature is about; each action has a test that is already asked of it.
  2. pnpm schema                                       and read the difference
  3. vitest run test/figures.test.ts --update          what each action costs on SQL
  4. vitest run packages/server/src/permissions.test.ts   who gets past the door of its fields, as testing/door.ts says
  5. vitest run packages/core/src/features/${folder} packages/core/src/features/contracts.test.ts test/boundaries.test.ts`);
