// Counts how the house stands and guards it: each figure has a limit in `scripts/house/limits.json` that it may not
// exceed, and a target it is on its way to. `--tighten` writes today's figures as limits where they are lower.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closedLists } from './house/closed-lists.mjs';
import { crossings, largestComponent, undeclared } from './house/graph.mjs';
import { youngestFeature } from './house/history.mjs';
import { panelRules } from './house/panel-rules.mjs';
import { undescribed } from './house/schema.mjs';
import { madeTwice, sentences } from './house/sentences.mjs';
import { PACKAGES, placeOf, root, sources } from './house/sources.mjs';
import { trusted } from './house/trusted.mjs';
import { wordless } from './house/words.mjs';

// The desk's own sources are TypeScript, which only the Node that is installed with the project reads as it is.
const own = join(root, 'node_modules', '.bin', 'node');
if (!process.features.typescript && existsSync(own)) {
  const args = ['--disable-warning=ExperimentalWarning', ...process.argv.slice(1)];
  process.exit(spawnSync(own, args, { stdio: 'inherit' }).status ?? 1);
}

const core = await import('../packages/core/src/index.ts');
const count = (pattern) => sources.reduce((sum, { text }) => sum + (text.match(pattern) ?? []).length, 0);
const linesOf = (files) => files.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
const edges = crossings();
const folderOf = (feature) => feature.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const required = new Map(
  core.standardFeatures.map(({ name, requires = [] }) => [
    folderOf(name),
    requires.map((needed) => folderOf(typeof needed === 'string' ? needed : needed.name)),
  ]),
);
const actions = core.standardFeatures.flatMap((feature) => Object.keys(feature.actions));
// `test/figures.test.ts` writes a line for every action whose valid call its scenes show, and for no other.
const shown = readFileSync(join(root, 'test', 'figures', 'actions.csv'), 'utf8').split('\n');
const uncontracted = actions.filter((name) => !shown.some((line) => line.startsWith(`${name},`)));
const words = wordless(core);
const [outputs, inputs, values] = undescribed();
const lists = closedLists();
const passing = trusted();
const ownRules = panelRules(core);
const unkeyed = sentences();
const twice = madeTwice();
const youngest = youngestFeature();
const longest = sources.reduce((most, { text }) => Math.max(most, ...text.split('\n').map((line) => line.length)), 0);

/** Name, figure, target. */
const figures = [
  ['largest component of features', largestComponent(edges), 1],
  ['imports of what is not required', undeclared(edges, required).length, 0],
  ['imports past an index', edges.filter(({ past }) => past).length, 0],
  ['closed lists', lists.length, 0],
  ['trusted reads and writes', passing.length, 100],
  ['trusted without a reason', passing.filter(({ named }) => !named).length, 0],
  ['rules of the panel', ownRules.length, 0],
  ['permissions without words', words.permissions, 0],
  ['fields without words', words.fields, 0],
  ['inputs without words', words.inputs, 0],
  ['codes without words', words.codes, 0],
  ['sentences without a key', unkeyed.length, 0],
  ['sentences made in two languages', twice.length, 0],
  ['output fields without a description', outputs, 0],
  ['input fields without a description', inputs, 0],
  ['enum values without a description', values, 0],
  ['actions without a contract', uncontracted.length, 0],
  ['casts on documents', count(/as (?:Document|Selection)</g), 0],
  [
    'lines longer than 120 columns',
    sources.flatMap(({ text }) => text.split('\n').filter((line) => line.length > 120)).length,
    0,
  ],
  ['longest line', longest, 120],
];

/** Lines are shown against their targets, and guarded by nothing: a limit on them would be met by packing lines. */
const below = (folder) => linesOf(sources.filter(({ path }) => path.startsWith(`packages/${folder}/`)));
const sizes = [
  ...PACKAGES.map((name) => [`lines of ${name}`, below(name)]),
  ['lines of after-sales in core', below('core/src/features/aftersales'), 3600],
  ['lines of cases in the panel', below('admin/src/features/aftersales'), 2400],
  ['lines of features in the panel', below('admin/src/features'), 25_000],
];

const file = join(root, 'scripts', 'house', 'limits.json');
const limits = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
let failed = 0;
for (const [name, figure, target] of figures) {
  const limit = limits[name];
  const ok = limit === undefined || figure <= limit;
  if (!ok) failed += 1;
  const goal = target === undefined ? '' : `, target ${target}`;
  console.log(`${ok ? '✓' : '✗'} ${name.padEnd(36)} ${String(figure).padStart(7)}  limit ${limit ?? '–'}${goal}`);
}

for (const [name, figure, target] of sizes)
  console.log(`  ${name.padEnd(36)} ${String(figure).padStart(7)}${target ? `  target ${target}` : ''}`);

if (lists.length > 0) console.log(`\nClosed lists: ${lists.join(', ')}.`);
for (const { path, line, text } of unkeyed) console.log(`Sentence without a key: ${path}:${line} ${text}`);
for (const { path, line, text } of ownRules) console.log(`Rule of the panel: ${path}:${line} ${text}`);
console.log(`Actions: ${actions.length}.`);
if (youngest) {
  console.log(
    `Youngest feature: ${youngest.name}; ${youngest.outside.length} files outside its folders in its first commit.`,
  );
}

console.log('\nLines by feature:');
const features = new Map();
for (const source of sources) {
  const { pack, feature } = placeOf(source.path);
  if (feature)
    features.set(feature, {
      ...features.get(feature),
      [pack]: (features.get(feature)?.[pack] ?? 0) + linesOf([source]),
    });
}
for (const [name, by] of [...features].toSorted(([a], [b]) => a.localeCompare(b)))
  console.log(
    `  ${name.padEnd(16)} ${PACKAGES.map((pack) => `${pack} ${String(by[pack] ?? 0).padStart(5)}`).join('  ')}`,
  );

if (process.argv.includes('--tighten')) {
  const lower = figures.map(([name, figure]) => [name, Math.min(figure, limits[name] ?? figure)]);
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(lower), undefined, 2)}\n`);
}
console.log(`\n${figures.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
