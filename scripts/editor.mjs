// Reads every text of the desk as its editor would: words of the panel and the chat, what core declares, texts in two
// languages in the sources and in the demo, and code that writes times or amounts by hand. Its rules and the words that
// are not ours stand in `scripts/editor/rules.mjs`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { panelWords, widgetWords } from '../packages/widget/build/page-words.mjs';
import { faultsOfCode, faultsOfText } from './editor/rules.mjs';
import { filesBelow, isTestFile, root, sources, textOf } from './house/sources.mjs';

// The desk's own sources are TypeScript, which only the Node that is installed with the project reads as it is.
const own = join(root, 'node_modules', '.bin', 'node');
if (!process.execArgv.includes('--conditions=@shopdesk/source') && existsSync(own)) {
  const args = ['--conditions=@shopdesk/source', '--disable-warning=ExperimentalWarning', ...process.argv.slice(1)];
  process.exit(spawnSync(own, args, { stdio: 'inherit' }).status ?? 1);
}

const core = await import('../packages/core/src/index.ts');
const nothing = {};
const desk = core.createDesk({
  features: core.standardFeatures,
  store: nothing,
  ports: nothing,
  clock: () => new Date(0),
  newId: () => '',
});

const PAIR = /\b(en|zh):\s*'((?:[^'\\\n]|\\.)+)',\s*(en|zh):\s*'((?:[^'\\\n]|\\.)+)'/g;
/** Published packs keep their words: a version says for ever what it said. */
const KEPT = /^packages\/core\/src\/(?:policies|language|text)\//;

function* texts() {
  for (const [before, words] of [
    ['panel.', pages.panel],
    ['widget.', pages.widget],
  ])
    for (const [key, { en, zh, places }] of Object.entries(words))
      yield { key: before + key, en, zh, free: places !== undefined };
  for (const [key, { en, zh }] of desk.languages.catalogue) yield { key, en, zh };
  const demo = filesBelow('examples/demo-shop/src').filter((path) => !isTestFile(path));
  for (const { path, text } of [...sources, ...demo.map((file) => ({ path: file, text: textOf(file) }))]) {
    if (KEPT.test(path)) continue;
    for (const [, first, one, second, other] of text.matchAll(PAIR))
      if (first !== second)
        yield {
          key: path,
          free: true,
          ...Object.fromEntries([
            [first, one.replaceAll('\\', '')],
            [second, other.replaceAll('\\', '')],
          ]),
        };
  }
}

const pages = { panel: await panelWords(root), widget: await widgetWords(root) };
let read = 0;
const faults = new Set();
for (const text of texts()) {
  read += 1;
  for (const what of faultsOfText(text)) faults.add(`${text.key} ${what}: ${text.en} | ${text.zh}`);
}
for (const source of sources.filter(({ path }) => /^packages\/(?:admin|widget)\//.test(path)))
  for (const { line, what } of faultsOfCode(source)) faults.add(`${source.path}:${line} ${what}`);
for (const fault of faults) console.log(`✗ ${fault}`);
console.log(`${read} texts were read; ${faults.size} are to be mended.`);
process.exitCode = faults.size > 0 ? 1 : 0;
