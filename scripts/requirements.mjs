// Lists what the desk must do (docs/requirements.csv) and which tests show it: the id, the first words of its
// acceptance criterion, then every test or group of tests whose title names the id. What no test names stands at the
// end. A title may name an id only where the test, or the tests of its group together, assert the whole criterion.
// With --check it only fails for an id in a title that the list does not know.
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseSync, Visitor } from 'vite';

const { parse } = createRequire(new URL('../test/package.json', import.meta.url))('csv-parse/sync');
const root = fileURLToPath(new URL('..', import.meta.url));
const NAMED = /\b(?:R-[A-Z]+-\d+|SC-\d+)\b/g;
const TITLED = new Set(['describe', 'suite', 'test', 'it']);

/** `test` of `test.each(rows)('…')`, of `test.for`, of `describe.sequential` and the like. */
function callee(node) {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression') return callee(node.object);
  if (node.type === 'CallExpression' || node.type === 'TaggedTemplateExpression')
    return callee(node.callee ?? node.tag);
  return undefined;
}

/** A string, or a template with an ellipsis where a value is put in. */
function words(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked).join('…');
  return undefined;
}

/** The titles of the tests and of the groups of tests in a file that name a requirement, with the ids they name. */
export function namedIn(file, source) {
  const found = [];
  if (source.search(NAMED) < 0) return found;
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  new Visitor({
    CallExpression(node) {
      const title = TITLED.has(callee(node.callee)) ? words(node.arguments[0]) : undefined;
      const ids = new Set(title?.match(NAMED));
      if (ids.size > 0) found.push({ file, title, ids: [...ids] });
    },
  }).visit(program);
  return found;
}

/** Every requirement with its acceptance criterion, in the order of the domain. */
export const requirements = () =>
  new Map(
    parse(readFileSync(`${root}/docs/requirements.csv`, 'utf8'), { from_line: 2 }).map(([id, text]) => [id, text]),
  );

/** The titles of all tests of the repository that name a requirement. */
export async function named() {
  const found = [];
  for await (const file of glob('{packages,examples,test}/**/*.test.ts', {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === 'dist',
  }))
    found.push(...namedIn(file.replaceAll('\\', '/'), readFileSync(`${root}/${file}`, 'utf8')));
  return found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

/** What is wrong with the titles: one line for each id that the list does not know. */
export const unknownIn = (titles, known) =>
  titles.flatMap(({ file, title, ids }) =>
    ids.filter((id) => !known.has(id)).map((id) => `${file}: “${title}” names ${id}, which is no requirement.`),
  );

const short = (text) => (text.length <= 90 ? text : `${text.slice(0, text.lastIndexOf(' ', 90))} …`);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const known = requirements();
  const titles = await named();
  const unknown = unknownIn(titles, known);
  if (!process.argv.includes('--check')) {
    const without = [];
    for (const [id, criterion] of known) {
      const shown = titles.filter(({ ids }) => ids.includes(id));
      if (shown.length === 0) without.push(`${id}  ${short(criterion)}`);
      else console.log(`${id}  ${short(criterion)}`);
      for (const { file, title } of shown) console.log(`    ${file}: ${title}`);
    }
    console.log(`\nNamed by no test:\n${without.join('\n')}`);
    console.log(`\n${known.size - without.length} of ${known.size} are named by a test.`);
  }
  for (const line of unknown) console.error(line);
  process.exit(unknown.length === 0 ? 0 : 1);
}
